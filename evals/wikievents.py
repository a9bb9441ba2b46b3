"""WikiEvents (development part): triggers and arguments by overlap. A report, not a floor's ground.

Its KAIROS types are mapped to Tocsin's where Tocsin has one; what has none (broadcasts, sales,
outbreaks of disease) is left out of the gold, and events of Tocsin's other types out of what was
read. Published argument figures are given gold triggers; these are not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

from evals.event_sets import rows_of
from evals.figure import Figure, ReadReports, f1_figure, report_of
from evals.matching import best_pairs, shared_characters
from tocsin.core.types import Event, Reading, Span

TASK: Final = "wikievents"
FORCE: Final = frozenset(
    {"kill", "massacre", "wound", "armed_attack", "bombard", "suicide_attack", "clash"}
)
TYPES: Final = {
    "Conflict.Attack": FORCE,
    "Life.Die": FORCE,
    "Life.Injure": FORCE,
    "Conflict.Demonstrate": frozenset({"protest", "riot", "disperse"}),
    "Justice.ArrestJailDetain": frozenset({"detain"}),
    "Justice.ReleaseParole": frozenset({"release"}),
    "Justice.InvestigateCrime": frozenset({"investigate"}),
    "Contact.ThreatenCoerce": frozenset({"threaten", "set_deadline"}),
    "ArtifactExistence.DamageDestroyDisableDismantle": frozenset({"destroy_property", "bombard"}),
    "Movement.Transportation.Evacuation": frozenset({"evacuate"}),
}
KNOWN: Final = frozenset(chain.from_iterable(TYPES.values()))
ACTORS: Final = frozenset(
    {
        "Attacker",
        "Communicator",
        "DamagerDestroyer",
        "Demonstrator",
        "Injurer",
        "Investigator",
        "Jailer",
        "Killer",
        "Transporter",
        "JudgeCourt",
    }
)
TARGETS: Final = frozenset(
    {
        "Artifact",
        "Defendant",
        "Detainee",
        "PassengerArtifact",
        "Recipient",
        "Target",
        "Victim",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """A gold event: the types of ours that answer it, its trigger and its parties."""

    types: frozenset[str]
    trigger: Span
    actors: Sequence[Span]
    targets: Sequence[Span]


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return F1 of triggers, of triggers with their type, and of arguments."""
    rows = list(rows_of(gold / "wikievents" / "dev.jsonl"))
    readings = read([report_of(row["doc_id"], text_and_words(row["sentences"])[0]) for row in rows])
    return figures([(gold_events(r), reading) for r, reading in zip(rows, readings, strict=True)])


def gold_events(row: Mapping[str, Any]) -> list[GoldEvent]:
    """Return the events of the types that Tocsin has."""
    _, words = text_and_words(row["sentences"])

    def span(mention: Mapping[str, Any]) -> Span:
        return Span(words[mention["start"]].start, words[mention["end"] - 1].end)

    entities = {each["id"]: span(each) for each in row["entity_mentions"]}
    return [
        GoldEvent(
            types=types,
            trigger=span(event["trigger"]),
            actors=[entities[a["entity_id"]] for a in event["arguments"] if a["role"] in ACTORS],
            targets=[entities[a["entity_id"]] for a in event["arguments"] if a["role"] in TARGETS],
        )
        for event in row["event_mentions"]
        if (types := types_of(event["event_type"]))
    ]


def text_and_words(sentences: Sequence[Any]) -> tuple[str, list[Span]]:
    """Return the sentences, a line each, and where their words stand.

    The set's own text has no space between sentences, and its offsets are of another text.

    >>> text_and_words([[[["Guards", 0, 6], ["fled", 7, 11]], "Guards fled"]])
    ('Guards fled', [Span(start=0, end=6), Span(start=7, end=11)])
    """
    lines: list[str] = []
    spans: list[Span] = []
    offset = 0
    for words, line in sentences:
        before = offset - words[0][1]
        spans += [Span(before + start, before + end) for _, start, end in words]
        lines.append(line)
        offset += len(line) + 1
    return "\n".join(lines), spans


def types_of(kairos: str) -> frozenset[str]:
    """Return our types that answer a KAIROS type, none where we have none."""
    return next((types for name, types in TYPES.items() if kairos.startswith(name)), frozenset())


def figures(pairs: Sequence[tuple[Sequence[GoldEvent], Reading]]) -> list[Figure]:
    """Return the figures over documents."""
    found = typed = predicted = wanted = 0
    arguments = [0, 0, 0]
    for gold, reading in pairs:
        events = [event for event in reading.events if event.type in KNOWN]
        matched = [(gold[i], events[j]) for i, j in best_pairs(gold, events, _same_trigger)]
        found += len(matched)
        typed += sum(event.type in each.types for each, event in matched)
        predicted += len(events)
        wanted += len(gold)
        arguments[0] += sum(_shared_parties(each, event) for each, event in matched)
        arguments[1] += sum(len(event.actors) + len(event.targets) for event in events)
        arguments[2] += sum(len(each.actors) + len(each.targets) for each in gold)
    return [
        f1_figure(TASK, "trigger_f1", found, predicted, wanted),
        f1_figure(TASK, "trigger_and_type_f1", typed, predicted, wanted),
        f1_figure(TASK, "argument_overlap_f1", *arguments),
    ]


def _same_trigger(gold: GoldEvent, event: Event) -> float:
    return shared_characters(gold.trigger, event.trigger)


def _shared_parties(gold: GoldEvent, event: Event) -> int:
    """Return how many gold parties overlap one that was read on the same side."""
    sides = ((gold.actors, event.actors), (gold.targets, event.targets))
    return sum(
        len(best_pairs(wanted, [party.span for party in got], shared_characters))
        for wanted, got in sides
    )
