"""Codes and rank from the passage heads: what kind of event the passage is about.

The lexicon reads words; the heads were trained on whole coded sentences and snippets (CAMEO's
five classes, PLOVER types, ACLED sub-events). In a short report, which is one passage, they also
settle the first event's codes where the lexicon has none of the class that they hold likeliest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin.core.types import Codes, Event, Span
from tocsin.ontology.event_types import Tone, event_types
from tocsin.read.document import Document
from tocsin.read.encoder.schema import CAMEO_CLASSES

SHORT_SENTENCES: Final = 4  # a report no longer is one passage, as the heads were trained on
CLASS_POWER: Final = 2.0
PLOVER_POWER: Final = 0.3
SURE_CLASS: Final = 0.8
SURE_SUB_EVENT: Final = 0.5
OWN_SUB_EVENT: Final = 4.0  # how much likelier the ontology's own sub-event is than another
TOLD_SUB_EVENT: Final = 50.0  # the same where a weapon or party in the text told it
LEAST_SHARE: Final = 0.02  # no reading is ruled out by the heads alone
# The CAMEO root that stands for each PLOVER type, by class.
ROOTS: Final[Mapping[str, Mapping[str, str]]] = {
    "statement": {"REQUEST": "020", "NONE": "010"},
    "verbal cooperation": {"AGREE": "030", "CONSULT": "040", "SUPPORT": "050"},
    "material cooperation": {"COOPERATE": "060", "AID": "070", "CONCEDE": "080", "RETREAT": "087"},
    "verbal conflict": {"REQUEST": "100", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130"},
    "material conflict": {
        "PROTEST": "140",
        "MOBILIZE": "150",
        "SANCTION": "160",
        "COERCE": "170",
        "ASSAULT": "180",
    },
}


@dataclass(frozen=True, slots=True)
class PassageChances:
    """The passage heads' probabilities for one passage."""

    cameo: Mapping[str, float]
    plover: Mapping[str, float]
    acled: Mapping[str, float]


def is_short(document: Document) -> bool:
    """Return whether the report is coded as one passage."""
    return len(document.sentences) <= SHORT_SENTENCES


def coded(document: Document, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events with rank and codes as the passage they stand in suggests."""
    if is_short(document):
        whole = passage_chances(document, Span(0, len(document.doc.text)))
        return coded_passage(events, whole)
    chances = {
        index: passage_chances(document, document.sentences[index])
        for index in {event.sentence for event in events}
    }
    return tuple(ranked(event, chances[event.sentence]) for event in events)


def passage_chances(document: Document, passage: Span) -> PassageChances:
    """Return what the passage heads say of a stretch of the text."""
    marks = document.marks
    return PassageChances(*(marks.passage(head, passage) for head in ("cameo", "plover", "acled")))


def coded_passage(events: Sequence[Event], chances: PassageChances) -> tuple[Event, ...]:
    """Return the events of one passage, ranked; the first with the codes that the heads settle."""
    order = [ranked(event, chances) for event in events]
    if not order:
        return ()
    first = max(range(len(order)), key=lambda number: order[number].score)
    order[first] = replace(order[first], codes=_settled(order[first], chances))
    return tuple(order)


def ranked(event: Event, chances: PassageChances) -> Event:
    """Return the event with its rank, and its sub-event if it is a deed of conflict."""
    codes = event.codes
    share = _share(chances.cameo, cameo_class(codes.cameo)) ** CLASS_POWER
    share *= _share(chances.plover, codes.plover) ** PLOVER_POWER
    if event_types()[event.type].tone is Tone.CONFLICT:
        codes = replace(codes, acled=_sub_event(event, chances.acled))
    return replace(event, codes=codes, score=round(event.score * share, 4))


def cameo_class(cameo: str) -> str:
    """Return the five-class type of a CAMEO code.

    >>> cameo_class("020"), cameo_class("057"), cameo_class("190")
    ('statement', 'verbal cooperation', 'material conflict')
    """
    root = int(cameo[:2])
    return CAMEO_CLASSES[sum(root > end for end in (2, 5, 8, 13))]


def _settled(event: Event, chances: PassageChances) -> Codes:
    """Return the codes of the passage's first event after the heads have spoken."""
    codes = event.codes
    sub_event = max(chances.acled, key=lambda name: chances.acled[name])
    if chances.acled[sub_event] >= SURE_SUB_EVENT and not _is_told(event):
        codes = replace(codes, acled=sub_event)
    likeliest = max(chances.cameo, key=lambda name: chances.cameo[name])
    if chances.cameo[likeliest] < SURE_CLASS or cameo_class(codes.cameo) == likeliest:
        return codes
    roots = ROOTS[likeliest]
    plover = max(roots, key=lambda name: chances.plover.get(name, 0.0))
    return replace(codes, plover=plover, cameo=roots[plover])


def _sub_event(event: Event, chances: Mapping[str, float]) -> str:
    own, trust = event.codes.acled, TOLD_SUB_EVENT if _is_told(event) else OWN_SUB_EVENT
    weights = {**chances, own: chances.get(own, 0.0) * trust}
    return max(weights, key=lambda name: weights[name])


def _is_told(event: Event) -> bool:
    """Return whether something in the text made the sub-event another than its type's own."""
    return event.codes.acled != event_types()[event.type].codes.acled


def _share(chances: Mapping[str, float], name: str) -> float:
    """Return a class's probability over the likeliest one's, LEAST_SHARE at least."""
    return max(chances.get(name, 0.0) / max(chances.values()), LEAST_SHARE)
