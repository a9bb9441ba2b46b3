"""The wordings that ask for something: an asking verb or noun, an order's form, a duty named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.read.requests.addressees import addressed_heads
from tocsin.read.requests.asks import asked_in_words, asked_things, coordinated
from tocsin.read.requests.duties import request_lists

MOST_CHILDREN = 40
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
CALLED_WITH = frozenset({"on", "upon", "for"})
WISHED_WITH = frozenset({"would", "should", "'d", "’d"})
DUTY_WORDS = frozenset({"must", "should", "shall", "ought"})
GRANTS = frozenset(
    {"allow", "permit", "let", "protect", "release", "free", "evacuate", "give", "spare"}
)
STOPS = frozenset({".", ";", ":", "!", "?", "—", "–", "\n"})
QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "about"})
PLEASE = frozenset({"please", "pls"})
PLEASE_WITHIN = 5  # words


@dataclass(frozen=True, slots=True)
class Frame:
    """One asking: its form, the word that asks, whom it addresses, and what it asks for."""

    form: str
    cue: Token
    heads: Sequence[Token]
    asked: Sequence[Token]

    @property
    def last(self) -> Token:
        """Return the last word of what is asked."""
        ends = [self.cue, *(one.right_edge for one in (*self.heads, *self.asked))]
        return max(ends, key=lambda token: token.i)


def frames_in(phrase: Phrase) -> Iterator[Frame]:
    """Yield the askings of a sentence, in order of their asking words."""
    for token in phrase:
        lemma = token.lemma_.lower()
        frame = None
        if token.pos_ in ("VERB", "AUX"):
            frame = _verb_frame(token, lemma) or _let_frame(token) or _order_frame(token)
            frame = frame or _duty_frame(token)
        elif _is_telegraphic(token, phrase):
            frame = _verb_frame(token, token.lower_)
        if frame is None and token.pos_ in ("NOUN", "PROPN"):
            frame = _noun_frame(token, lemma)
        if frame is not None:
            yield frame


def _verb_frame(verb: Token, lemma: str) -> Frame | None:
    """Return the asking of "urge", "call on", "want … to", "put in for"; None for other verbs."""
    lists = request_lists()
    if lemma in lists.wishing:
        return _wish_frame(verb, lemma)
    if lemma not in lists.asking or not _is_used_to_ask(verb, lemma):
        return None
    asked = [thing for thing in asked_things(verb) or asked_in_words(verb) if thing.pos_ != "PRON"]
    heads = addressed_heads(verb, asked)
    told_next = bool(heads) and lemma in lists.pleading  # "are calling upon the King. They ask …"
    return Frame("verb", verb, heads, asked) if asked or told_next else None


def _is_used_to_ask(verb: Token, lemma: str) -> bool:
    """Return whether the verb's complement is what asking takes, not a question or a name."""
    rights = list(islice(verb.rights, MOST_CHILDREN))
    next_words = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]]
    if lemma == "call":
        return bool(CALLED_WITH & set(next_words))
    if lemma == "put":
        return next_words[:1] == ["in"] and any(_leads(child, "for") for child in rights)
    if lemma in ("apply", "wire", "push", "press"):
        led = any(_leads(child, "for") for child in rights)
        return led or any(_is_infinitive(child) for child in rights)
    if lemma == "write":
        return False
    if lemma == "insist":
        return any(child.dep_ == "ccomp" and child.tag_ == "VB" for child in rights)
    asks_about = {word.lower_ for child in rights if child.dep_ == "ccomp" for word in child.lefts}
    return not ({child.lower_ for child in rights} | asks_about) & QUESTIONS


def _leads(child: Token, preposition: str) -> bool:
    return child.lower_ == preposition or any(c.lower_ == preposition for c in child.rights)


def _is_infinitive(child: Token) -> bool:
    return child.dep_ in ("xcomp", "advcl", "ccomp") and any(c.tag_ == "TO" for c in child.lefts)


def _wish_frame(verb: Token, lemma: str) -> Frame | None:
    """Return the asking of "wants the army to stay", "would like him to look into it"."""
    if lemma == "like" and not any(c.lower_ in WISHED_WITH for c in verb.lefts):
        return None
    for child in islice(verb.rights, MOST_CHILDREN):
        subjects = [c for c in child.lefts if c.dep_ in SUBJECTS]
        wished = child.dep_ in ("ccomp", "xcomp") and subjects
        if wished and (child.tag_ in ("VB", "VBN", "VBD") or _is_infinitive(child)):
            return Frame("wish", verb, subjects, list(coordinated(child)))
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    asked = asked_in_words(verb) if things else []
    if asked and asked[0].pos_ in ("VERB", "AUX"):
        return Frame("wish", verb, things, asked)
    return Frame("wish", verb, [], things) if things and lemma == "like" else None


def _let_frame(verb: Token) -> Frame | None:
    """Return the asking of "Let the Commission send a car", "Let the families through"."""
    if verb.lower_ != "let" or not _opens_clause(verb):
        return None
    for child in islice(verb.rights, MOST_CHILDREN):
        subjects = [c for c in child.lefts if c.dep_ in SUBJECTS]
        if child.dep_ not in ("ccomp", "xcomp") or not subjects:
            continue
        if subjects[0].lower_ in ("us", "me"):
            return None
        bound = subjects[0].pos_ == "PROPN" or _bears_duty(subjects[0])
        asked = list(coordinated(child)) if bound else [verb]
        return Frame("let", verb, subjects if bound else [], asked)
    return None


def _bears_duty(token: Token) -> bool:
    return token.lemma_.lower() in request_lists().duty_bearers


def _order_frame(verb: Token) -> Frame | None:
    """Return the asking of an imperative: "Please open the gate", "Do not send them back"."""
    if verb.tag_ not in ("VB", "VBP") or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return None
    asked_please = verb.i > 0 and verb.nbor(-1).lower_ in PLEASE
    heads_clause = verb.dep_ in ("ROOT", "conj", "ccomp") and _opens_clause(verb)
    if not asked_please and not heads_clause:
        return None
    helpers = [c for c in verb.lefts if c.dep_ == "aux" and c.lower_ not in ("do", "please")]
    if helpers or not list(verb.rights):
        return None
    return Frame("order", verb, [], [verb])


def is_polite(frame: Frame) -> bool:
    """Return whether the asking word follows "please"."""
    before = islice(_before(frame.cue), PLEASE_WITHIN)
    return any(token.lower_ in PLEASE for token in before)


def _before(token: Token) -> Iterator[Token]:
    """Yield the tokens before this one in its sentence, the nearest first."""
    while token.i and not token.is_sent_start:
        token = token.nbor(-1)
        yield token


def _opens_clause(verb: Token) -> bool:
    """Return whether nothing but "please", "do not" and the like stands before it in its clause."""
    led_in, openers = False, request_lists().openers
    for before in islice(_before(verb), MOST_CHILDREN):
        if before.text in STOPS or before.is_space or (led_in and before.text == ","):
            return True
        if before.lower_ not in openers:
            return False
        led_in = led_in or before.lower_ in ("then", *PLEASE)
    return True


def _duty_frame(verb: Token) -> Frame | None:
    """Return the asking of "The prosecutor should open a file", "They must be allowed to leave"."""
    helpers = {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    if not helpers & DUTY_WORDS or "have" in helpers:
        return None
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    if not subjects:
        return None
    if subjects[0].dep_ == "expl":
        return Frame("there", verb, [], [c for c in verb.rights if c.dep_ == "attr"])
    if subjects[0].dep_ == "nsubjpass":
        return Frame("granted", verb, [], [verb]) if verb.lemma_ in GRANTS else None
    return Frame("duty", verb, subjects, [verb])


def _noun_frame(noun: Token, lemma: str) -> Frame | None:
    """Return the asking of "their appeal for help", "a request that …"; None without content."""
    if lemma not in request_lists().asking_nouns:
        return None
    asked = asked_things(noun)
    return Frame("noun", noun, addressed_heads(noun, asked), asked) if asked else None


def _is_telegraphic(token: Token, phrase: Phrase) -> bool:
    """Return whether a verb without subject opens a note, whatever it was tagged as."""
    opens = token.i == phrase.start or token.doc[token.i - 1].text in STOPS
    return opens and token.lower_ in ("request", "recommend", "urge", "ask", "requesting")
