"""Which words of a report name people as a group, and what kind of word each is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from spacy.tokens import Token

from tocsin.core.types import NameKind
from tocsin.ontology.exposure import ExposureWords, exposure_words
from tocsin.ontology.name_words import name_words
from tocsin.read.attribution.cues import cue_list
from tocsin.read.document import Document
from tocsin.read.groups.whereabouts import Whereabouts

COLLECTIVE = frozenset({"minority", "community", "population", "tribe", "clan", "people", "person"})
INSIDE = ("compound", "nmod", "amod", "poss")
MOST_CHILDREN = 40
PERSON_ENDINGS = ("er", "or", "ist", "ee", "ant", "man", "woman", "ian", "folk", "fisher")
US = frozenset({"us", "them"})
ARMED = frozenset({"armed", "masked", "uniformed", "hooded", "unidentified"})
ABOARD = frozenset({"aboard", "inside", "trapped", "within"})


class PeopleWord(StrEnum):
    """How a word names people: by what they are, do, or are called."""

    POPULATION = "population"
    CALLING = "calling"
    FRAIL = "frail"
    PEOPLE = "people_name"
    DOERS = "doers"
    NUMBER = "number_of_us"


@dataclass(frozen=True, slots=True)
class People:
    """The words for people of one report; `names` are those of peoples ("Mirrun")."""

    names: frozenset[str]
    words: ExposureWords

    @classmethod
    def of(cls, document: Document, whereabouts: Whereabouts) -> People:
        """Return the words for people, the names of peoples told by the report's own use."""
        words = exposure_words()
        titled = [token for token in document.tokens() if token.is_title and token.is_alpha]
        names = {token.text for token in titled if _is_called(token, words, whereabouts)}
        grounds = {token.text for token in titled if _is_where(token, whereabouts)}
        return cls(frozenset(names - grounds), words)

    def kind_of(self, token: Token) -> PeopleWord | None:
        """Return how the token names people, None where it does not."""
        if token.text in self.names and not _stands_before(token):
            return PeopleWord.PEOPLE
        if token.like_num and not _stands_before(token):
            return PeopleWord.NUMBER if _counts_us(token) else None
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or _is_inside(token):
            return None
        if any(
            child.lower_ in self.words.not_people for child in islice(token.lefts, MOST_CHILDREN)
        ):
            return None
        if not is_many(token) or _bears_arms(token) or _does_harm(token):
            return None
        return self._noun_kind(token)

    def _noun_kind(self, token: Token) -> PeopleWord | None:
        lemma = token.lemma_.lower()
        if lemma in self.words.populations:
            return PeopleWord.POPULATION
        if lemma in self.words.callings:
            return PeopleWord.CALLING
        if lemma in self.words.parts:
            return PeopleWord.FRAIL
        doers = lemma.endswith(PERSON_ENDINGS) and lemma not in self.words.not_exposed
        return PeopleWord.DOERS if doers and not _is_body(lemma) else None


def is_many(token: Token) -> bool:
    """Return whether the noun means several people; the model lists "displaced" as adjective."""
    lemma = token.lemma_.lower()
    if token.pos_ == "ADJ":
        return lemma == "displaced" and token.dep_ in ("pobj", "nsubj", "dobj", "nsubjpass")
    if token.tag_ in ("NNS", "NNPS"):
        return True
    lefts = {child.lower_ for child in islice(token.lefts, MOST_CHILDREN)}
    if lefts & {"every", "any", "each"}:
        return True
    return lemma in COLLECTIVE and lemma != "person" and not lefts & {"a", "an", "one"}


def _is_called(token: Token, words: ExposureWords, whereabouts: Whereabouts) -> bool:
    """Return whether the capitalised word names a people: "Mirrun families", "640 Mirrun"."""
    if whereabouts.is_grounded(token.i) or (token.is_sent_start and token.pos_ != "PROPN"):
        return False
    noun = token.head
    before = token.nbor(-1) if token.i else token
    if token.dep_ in INSIDE and noun.i == token.i + 1 and before.pos_ != "PROPN":
        return noun.lemma_.lower() in words.people | words.parts and is_many(noun)
    counted = (
        before.like_num and before.ent_type_ not in ("DATE", "TIME") and not _stands_before(token)
    )
    return (
        counted
        and token.pos_ in ("PROPN", "NOUN", "ADJ")
        and token.ent_type_ not in ("DATE", "TIME")
    )


def _is_where(token: Token, whereabouts: Whereabouts) -> bool:
    """Return whether the word names where something is: "in Lindral", "Lindral Camp"."""
    if not whereabouts.holds(token.i):
        return False
    before, after = token.doc[max(0, token.i - 1)], token.doc[min(token.i + 1, len(token.doc) - 1)]
    shelters = exposure_words().shelters
    beside = {before.lemma_.lower(), after.lemma_.lower()} & shelters
    return bool(beside) or before.lower_ in ("in", "at", "near", "from", "to", "inside", "outside")


def _stands_before(token: Token) -> bool:
    """Return whether the word only qualifies the noun after it."""
    return token.dep_ in (*INSIDE, "nummod", "quantmod", "npadvmod") and token.head.i > token.i


def _is_inside(token: Token) -> bool:
    return token.dep_ in INSIDE and token.head.i > token.i and token.dep_ != "poss"


def _counts_us(token: Token) -> bool:
    """Return whether the number is of people without a noun: "310 of us", "140 aboard"."""
    follow = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    ours = len(follow) > 1 and follow[0] == "of" and follow[1] in US
    return ours or bool(ABOARD & set(follow[:1]))


def _bears_arms(token: Token) -> bool:
    """Return whether they are armed, or a force's: "masked men", "men of the Interior Guard"."""
    if any(child.lower_ in ARMED for child in islice(token.lefts, MOST_CHILDREN)):
        return True
    ties = (
        child for child in islice(token.rights, MOST_CHILDREN) if child.lower_ in ("of", "from")
    )
    bodies = (noun for tie in ties for noun in tie.rights if noun.dep_ == "pobj")
    return any(_is_armed(noun.lemma_.lower()) for noun in bodies)


def _does_harm(token: Token) -> bool:
    """Return whether the people do violence: "herders attacked", "settlers plan to burn"."""
    if token.dep_ != "nsubj":
        return False
    verbs = [
        token.head,
        *(c for c in islice(token.head.rights, MOST_CHILDREN) if c.dep_ == "xcomp"),
    ]
    return any(verb.pos_ == "VERB" and verb.lemma_ in cue_list().hostile_verbs for verb in verbs)


def _is_body(lemma: str) -> bool:
    """Return whether the noun is one for a force, an office or an organisation."""
    head = name_words().heads.get(lemma)
    return head is not None and head.kind is not NameKind.GROUP


def _is_armed(lemma: str) -> bool:
    head = name_words().heads.get(lemma)
    return head is not None and head.kind is NameKind.FORCE
