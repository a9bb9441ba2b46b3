"""What speaks for and against an asking's being a request for safety, as names of signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import Statement
from tocsin.read.attribution.cues import cue_list
from tocsin.read.document import Document
from tocsin.read.requests.addressees import PRONOUNS, Addressee
from tocsin.read.requests.duties import request_lists
from tocsin.read.requests.frames import Frame, is_polite
from tocsin.read.tenor import Tenor, tenor_words

ENDINGS = frozenset({"stop", "cease", "end", "halt", "refrain", "avoid", "prevent"})
FIRST_PERSON = frozenset({"we", "i", "us", "me"})
THREATS = frozenset({"or", "otherwise", "else"})
STOPS = frozenset({".", ";", ":", "!", "?", "—", "–"})
LONGEST_ASK = 40  # words
ASIDES = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj"})  # "a surgeon who asked not to be"
PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})
TO_YOU = frozenset({"you", "ye"})


@dataclass(frozen=True, slots=True)
class Asked:
    """An asking with what was found about it: whom it asks, and the statement that carries it."""

    document: Document
    frame: Frame
    sentence: int
    addressees: Sequence[Addressee]
    statement: Statement | None
    asker: Token | None
    appealing: bool


def signs_of(asked: Asked, tenor: Tenor) -> Iterator[str]:
    """Yield the names of the signs."""
    yield from tenor.report_signs()
    yield from _form_signs(asked)
    yield from _party_signs(asked)
    yield from _matter_signs(asked.frame)


def _form_signs(asked: Asked) -> Iterator[str]:
    frame, cue = asked.frame, asked.frame.cue
    lists, lemma = request_lists(), cue.lemma_.lower()
    yield f"form_{frame.form}"
    if frame.form == "verb" and lemma != "ask":
        yield "pleads" if lemma in lists.pleading else "presses"
    if is_polite(frame):
        yield "please"
    if cue.dep_ in ASIDES:
        yield "aside"
    helpers = {child.lower_ for child in cue.lefts}
    if frame.form == "verb" and cue.tag_ == "VBN" and not helpers & PERFECT:
        yield "passive"


def _party_signs(asked: Asked) -> Iterator[str]:
    yield _addressed(asked)
    if asked.appealing:
        yield "appealing"
    asker = asked.asker
    if asker is None:
        yield "by_nobody"
    elif asker.lower_ in FIRST_PERSON:
        yield "by_us"


def _addressed(asked: Asked) -> str:
    """Return the sign for whom it asks: somebody with a duty, "you", "them", nobody."""
    heads = asked.frame.heads
    if any(one.bears_duty for one in asked.addressees):
        return "to_duty"
    if any(head.lower_ in TO_YOU for head in heads):
        return "to_you"
    if any(head.lower_ in PRONOUNS for head in heads):
        return "to_pronoun"
    return "to_other" if heads else "to_nobody"


def _matter_signs(frame: Frame) -> Iterator[str]:
    lists, following = request_lists(), words_asked(frame)
    words = {token.lemma_.lower() for token in following}
    if {thing.lemma_.lower() for thing in frame.asked} & lists.protective:
        yield "protects"
    if any(is_operation(thing) for thing in frame.asked):
        yield "operation"
    elif words & (cue_list().hostile_verbs | lists.operations):
        yield "operation_within"
    if words & tenor_words().idle:
        yield "idle_within"
    if [token.lower_ for token in following[:3]] == ["not", "to", "be"]:
        yield "unnamed"
    if {token.lower_ for token in following} & THREATS:
        yield "or_else"


def words_asked(frame: Frame) -> list[Token]:
    """Return the words after the asking word, up to the end of its clause."""
    doc, words = frame.cue.doc, []
    for token in doc[frame.cue.i + 1 : frame.cue.i + 1 + LONGEST_ASK]:
        if token.is_sent_start or token.text in STOPS:
            break
        words.append(token)
    return words


def is_operation(thing: Token) -> bool:
    """Return whether the asked thing is a hostile act or an operation."""
    if thing.pos_ == "NOUN" and thing.lemma_.lower() in request_lists().protective:
        return False  # "asked for patrols"
    harmful = cue_list().hostile_verbs | request_lists().operations
    caused = [child for child in thing.rights if child.dep_ in {"ccomp", "xcomp"}]
    return any(token.lemma_.lower() in harmful for token in (thing, *caused)) and not is_stopped(
        thing
    )


def is_stopped(thing: Token) -> bool:
    """Return whether the act is asked to end or not to happen."""
    return thing.lemma_.lower() in ENDINGS or any(child.dep_ == "neg" for child in thing.lefts)
