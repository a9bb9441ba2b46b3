"""MUC-4 templates and the stage slot on TST1 and TST2 (the development part).

Templates are made from a reading so:

1. An event counts if its type is violent by MUC's rules (fights between forces are not), it is
   affirmed, and it happened, goes on, was attempted, planned, ordered or threatened.
2. Types fall into MUC's: abductions are kidnapping, looting is robbery, what explodes is bombing,
   what burns is arson, the rest is attack. Killing, wounding and destruction are effects.
3. Events of one MUC type are one incident unless their times do not overlap or their places lie
   further apart than they are uncertain. An effect joins a bombing or an attack before it makes
   an incident of its own.
4. The incident's roles are its events' actors, targets and instruments; its stage is the furthest
   of its events: accomplished, attempted, threatened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from evals.event_sets import muc_items
from evals.events import read_items
from evals.figure import Figure, ReadReports, f1, share_figure
from evals.fillers import fillers_of
from evals.muc_keys import Key, read_keys
from evals.scores import class_scores
from evals.templates import ROLES, Template, best_mapping, micro_f1, normal, template_counts
from tocsin.core.place import Place, distance_km
from tocsin.core.types import Event, Polarity, Reading, Status
from tocsin.ontology.event_types import ACLED_EVENTS

TASK: Final = "muc4"
STAGES: Final = ("ACCOMPLISHED", "ATTEMPTED", "THREATENED")  # the furthest first
STAGE_OF: Final = {
    Status.HAPPENED: "ACCOMPLISHED",
    Status.ONGOING: "ACCOMPLISHED",
    Status.ATTEMPTED: "ATTEMPTED",
    Status.PLANNED: "THREATENED",
    Status.ORDERED: "THREATENED",
    Status.THREATENED: "THREATENED",
}
MUC_TYPE: Final = {
    "abduct": "kidnapping",
    "loot": "robbery",
    "bombard": "bombing",
    "suicide_attack": "bombing",
    "armed_attack": "attack",
    "sexual_violence": "attack",
    "torture": "attack",
    "threaten": "attack",
    "kill": "attack",
    "massacre": "attack",
    "wound": "attack",
    "destroy_property": "attack",
}
EFFECTS: Final = frozenset({"kill", "massacre", "wound", "destroy_property"})
TAKES_EFFECTS: Final = ("bombing", "attack")
EXPLOSIONS: Final = ACLED_EVENTS["Explosions/Remote violence"]
FIRE: Final = ("burn", "torch", "arson", "fire", "ablaze")


@dataclass(slots=True)
class Incident:
    """Events of one report that are one incident by MUC's types."""

    type: str
    events: list[Event] = field(default_factory=list)

    @property
    def stage(self) -> str:
        """Return the furthest stage of its events."""
        return min((stage_of(event) for event in self.events), key=STAGES.index)


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return template micro-F1 (GTT) and the stage slot's figures."""
    readings = [(truth, reading) for truth, reading in read_items(muc_items(gold), read)]
    keys = read_keys(gold / "muc4" / "raw")
    return [template_figure(readings), *stage_figures(readings, keys)]


def template_figure(readings: Sequence[tuple[Any, Reading]]) -> Figure:
    """Return micro-F1 of templates over the reports."""
    found, sizes = [0, 0], [0, 0]
    for rows, reading in readings:
        here, size = template_counts(
            [template_of(each, reading.report.text) for each in incidents_of(reading)],
            gold_templates(rows),
        )
        found = [one + other for one, other in zip(found, here, strict=True)]
        sizes = [one + other for one, other in zip(sizes, size, strict=True)]
    value = micro_f1((found[0], found[1]), (sizes[0], sizes[1]))
    return Figure(task=TASK, metric="template_micro_f1", value=value, items=sizes[1])


def stage_figures(
    readings: Sequence[tuple[Any, Reading]], keys: Mapping[str, Sequence[Key]]
) -> list[Figure]:
    """Return F1 of the stage slot as MUC-4 scored slots, and how well stages are told apart.

    A missing template costs recall, a spurious one nothing ("matched and missing"); an optional
    template that nobody answers is not missing.
    """
    labels: list[tuple[str, str]] = []
    missing = 0
    for _, reading in readings:
        gold = keys.get(reading.report.given_id or "", ())
        incidents = incidents_of(reading)
        given = [template_of(each, reading.report.text) for each in incidents]
        mapping = best_mapping(given, [key.template for key in gold])
        labels += [_stages(gold[right], incidents[left].stage) for left, right in mapping]
        answered = {right for _, right in mapping}
        missing += sum(n not in answered and not key.optional for n, key in enumerate(gold))
    right = [wanted == got for wanted, got in labels]
    scores = class_scores(labels)
    return [
        Figure(
            task=TASK,
            metric="stage_f1",
            value=f1(sum(right), len(labels), len(labels) + missing),
            items=len(labels) + missing,
        ),
        share_figure(TASK, "stage_accuracy_at_matched", right),
        Figure(
            task=TASK,
            metric="stage_macro_f1_at_matched",
            value=sum(scores.values()) / max(len(scores), 1),
            items=len(labels),
        ),
    ]


def _stages(key: Key, got: str) -> tuple[str, str]:
    """Return the key's stage and ours; any of the stages that the key allows is right."""
    return (got if got in key.stages else min(key.stages, key=STAGES.index)), got


def incidents_of(reading: Reading) -> list[Incident]:
    """Return the incidents of a reading, effects after deeds."""
    incidents: list[Incident] = []
    for event in sorted(filter(counts, reading.events), key=lambda each: each.type in EFFECTS):
        own = muc_type(event, reading.report.text)
        wanted = TAKES_EFFECTS if own == "attack" and event.type in EFFECTS else (own,)
        same = (each for each in incidents if each.type in wanted and fits(each, event, reading))
        home = min(same, key=lambda each: wanted.index(each.type), default=None)
        if home is None:
            home = Incident(own)
            incidents.append(home)
        home.events.append(event)
    return incidents


def counts(event: Event) -> bool:
    """Return whether MUC has a template for such an event."""
    return (
        event.type in MUC_TYPE and event.polarity is Polarity.AFFIRMED and event.status in STAGE_OF
    )


def stage_of(event: Event) -> str:
    """Return the stage of an event; a threat is one whatever came of it."""
    return "THREATENED" if event.type == "threaten" else STAGE_OF[event.status]


def muc_type(event: Event, text: str) -> str:
    """Return MUC's type of incident."""
    if event.codes.acled in EXPLOSIONS and MUC_TYPE[event.type] == "attack":
        return "bombing"
    trigger = event.trigger.within(text).lower()
    if event.type == "destroy_property" and any(word in trigger for word in FIRE):
        return "arson"
    return MUC_TYPE[event.type]


def fits(incident: Incident, event: Event, reading: Reading) -> bool:
    """Return whether nothing told of time or place sets the event apart."""
    return not any(
        (event.time and each.time and not event.time.overlaps(each.time))
        or _apart(_place(event, reading), _place(each, reading))
        for each in incident.events
    )


def _place(event: Event, reading: Reading) -> Place | None:
    return reading.places[event.place].ground if event.place is not None else None


def _apart(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    away = distance_km(one.lon, one.lat, other.lon, other.lat)
    return away > one.uncertainty_km + other.uncertainty_km


def template_of(incident: Incident, text: str) -> Template:
    """Return the incident in the form in which templates are compared."""
    fillers: dict[str, dict[str, None]] = {role: {} for role in ROLES}
    for event in incident.events:
        for role, words in fillers_of(event, text):
            if normal(words):
                fillers[role][normal(words)] = None
    roles = {role: [frozenset({words}) for words in each] for role, each in fillers.items()}
    return Template(types=frozenset({incident.type}), roles=roles)


def gold_templates(rows: Sequence[Mapping[str, Any]]) -> list[Template]:
    """Return GTT's templates, each once."""
    found: list[Template] = []
    for row in rows:
        types = frozenset(row["incident_type"].split(" / "))
        roles = {role: list(_entities(row[role])) for role in ROLES}
        template = Template(types=types, roles=roles)
        if template not in found:
            found.append(template)
    return found


def _entities(rows: Sequence[Sequence[Any]]) -> Iterator[frozenset[str]]:
    for mentions in rows:
        if mentions:
            yield frozenset(normal(mention[0]) for mention in mentions)
