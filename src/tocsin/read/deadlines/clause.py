"""The clause around a date: what governs it, and the parts of its verb."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.document import Document
from tocsin.read.events.clause import Tree

CLIMB_LIMIT = 10  # heads above a date; beyond them the words are no longer about it
NEAR_TOKENS = 12  # how far before a date a cue noun may stand where the parse attaches it elsewhere
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "attr", "dative", "oprd"})


@dataclass(frozen=True, slots=True)
class DatedClause:
    """A date in its clause.

    `governors` run from the date up to the verb; `verb` is None in a phrase without one;
    `preposition` is the word that introduces the date ("by", "until", "no later than"), if any.
    """

    root: Token
    start: Token
    end: Token
    preposition: str
    governors: tuple[Token, ...]
    verb: Token | None

    def participants(self) -> tuple[Token, ...]:
        """Return the heads of the verb's subject and objects."""
        if self.verb is None:
            return ()
        kinds = SUBJECTS | OBJECTS
        return tuple(child for child in children(self.verb) if child.dep_ in kinds)

    def nouns_before(self) -> tuple[Token, ...]:
        """Return the nouns shortly before the date in its sentence, the nearest first."""
        stretch = words_before(self.start, NEAR_TOKENS)
        return tuple(token for token in stretch if token.pos_ in ("NOUN", "PROPN"))


def words_before(token: Token, most: int) -> list[Token]:
    """Return the tokens before this one in its sentence, the nearest first, at most so many.

    The sentence's start is looked for step by step: asking spaCy for it reads the whole sentence.
    """
    found: list[Token] = []
    while len(found) < most and token.i and not token.is_sent_start:
        token = token.nbor(-1)
        found.append(token)
    return found


def children(token: Token) -> list[Token]:
    """Return the token's dependents."""
    return Tree.of(token.doc).kids(token)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of the verb, or of the verb it completes ("is going to visit")."""
    token = verb
    for _ in range(3):
        for child in children(token):
            if child.dep_ in SUBJECTS:
                return child
        if token.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        token = token.head
        for child in children(token):
            if child.dep_ == "dobj" and child.i < verb.i:
                return child
    return None


def dated_clause(document: Document, span: Span) -> DatedClause | None:
    """Return the clause around the characters, None where no token lies in them."""
    phrase = document.doc.char_span(span.start, span.end, alignment_mode="expand")
    if phrase is None or not len(phrase):
        return None
    root, start = phrase.root, phrase[0]
    introduced = _preposition_before(start)
    governors, verb = _governors(root)
    governors = tuple(token for token in governors if token not in phrase)
    return DatedClause(root, start, phrase[-1], introduced, governors, verb)


def led_in_by(first: DatedClause, second: DatedClause) -> DatedClause:
    """Return the second clause with the preposition of the first: "by noon on Tuesday"."""
    return replace(second, start=first.start, preposition=first.preposition)


def _preposition_before(start: Token) -> str:
    """Return the words that lead into the date, in lower case."""
    before = [token.lower_ for token in start.doc[max(0, start.i - 3) : start.i]]
    while before and before[-1] in ("the", "midnight", "noon", "on", "at") and len(before) > 1:
        before.pop()
        if before and before[-1] in ("by", "until", "till", "before", "from", "to"):
            break
    if before[-3:] in (["no", "later", "than"], ["not", "later", "than"]):
        return " ".join(before[-3:])
    original = start.doc[start.i - 1].lower_ if start.i else ""
    return before[-1] if before and before[-1] in ("by", "until", "till", "before") else original


def _governors(root: Token) -> tuple[tuple[Token, ...], Token | None]:
    chain: list[Token] = []
    token = root
    for _ in range(CLIMB_LIMIT):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "relcl"):
            return (*chain, token), token
        chain.append(token)
        if token.head == token:
            break
        token = token.head
    return tuple(chain), None
