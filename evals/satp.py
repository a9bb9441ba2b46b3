"""Attack types in news of the South Asia Terrorism Portal (development part), several a report.

Mapped from the types of events that were read: no head of the model knows these four labels. The
peer's figure is of a model trained on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evals.figure import Figure, ReadReports, f1, f1_figure, report_of
from tocsin.core.types import Event, Polarity, Reading
from tocsin.ontology.event_types import ACLED_EVENTS

TASK: Final = "satp"
LABELS: Final = ("armed_assault", "bombing", "kidnapping", "destruction")  # columns of the set
ASSAULTS: Final = frozenset({"kill", "massacre", "wound", "armed_attack", "clash"})
BOMBINGS: Final = frozenset({"bombard", "suicide_attack"})
DESTRUCTION: Final = frozenset({"destroy_property", "loot"})
EXPLOSIONS: Final = ACLED_EVENTS["Explosions/Remote violence"]


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return macro-F1 of the labels and F1 of each."""
    lines = (gold / "satp_relevant" / "dev.tsv").read_text(encoding="utf-8").splitlines()
    rows = [cells for line in lines if len(cells := line.split("\t")) == len(LABELS) + 1]
    readings = read([report_of(f"satp-{n}", cells[0]) for n, cells in enumerate(rows)])
    counts = {label: [0, 0, 0] for label in LABELS}
    for cells, reading in zip(rows, readings, strict=True):
        wanted = {label for label, mark in zip(LABELS, cells[1:], strict=True) if mark == "1"}
        given = set(labels_of(reading))
        for label, count in counts.items():
            for place, held in enumerate((wanted & given, given, wanted)):
                count[place] += label in held
    macro = sum(f1(*count) for count in counts.values()) / len(LABELS)
    return [
        Figure(task=TASK, metric="macro_f1", value=macro, items=len(rows)),
        *(f1_figure(TASK, f"{label}_f1", *count) for label, count in counts.items()),
    ]


def labels_of(reading: Reading) -> Iterator[str]:
    """Yield the label of each event that is not denied and has one."""
    for event in reading.events:
        label = label_of(event)
        if label is not None and event.polarity is Polarity.AFFIRMED:
            yield label


def label_of(event: Event) -> str | None:
    """Return the attack type of an event; death by explosion is bombing."""
    if event.type in BOMBINGS or (event.type in ASSAULTS and event.codes.acled in EXPLOSIONS):
        return "bombing"
    if event.type == "abduct":
        return "kidnapping"
    if event.type in DESTRUCTION:
        return "destruction"
    return "armed_assault" if event.type in ASSAULTS else None
