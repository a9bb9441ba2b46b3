"""Event figures: PLOVER, CAMEO classes and spans, ACLED sub-events, MUC-4 role fillers.

The first four sets have no development part; the reader's model is trained on them less a
held-out fold (`folds`). The main figure of each is on that fold; the one on all rows says how
much of them was trained on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.event_sets import (
    NEW_NAMES,
    Item,
    acled_items,
    class_items,
    muc_items,
    plover_items,
    span_items,
)
from evals.figure import Figure, ReadReports, f1, f1_figure, share_figure
from evals.fillers import filler_counts
from evals.folds import DEV_PERCENT, is_dev
from evals.scores import class_scores
from tocsin.core.types import Event, Participant, Reading

ACLED_LABELS = {
    "Armed clash": "ARMED_CLASH",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Air/drone strike": "AIR_STRIKE",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Suicide bomb": "SUIC_BOMB",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Grenade": "GRENADE",
    "Chemical weapon": "CHEM_WEAP",
    "Attack": "ATTACK",
    "Sexual violence": "SEX_VIOL",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Other": "OTHER",
}  # ACLED's official names → the labels of the CASE 2021 set
CLASS_ENDS = (
    2,
    5,
    8,
    13,
)  # last CAMEO root of each class: neutral, verbal and material cooperation,
# verbal conflict; the rest is material conflict
ALL_ROWS = f"_all_rows ({100 - DEV_PERCENT} % trained on)"

Read = tuple[Any, Reading]
"""What is true of a report, and its reading."""


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return the event figures on every gold set of the folder."""
    return [
        *on_the_fold(plover_figures, plover_items(gold), read),
        *on_the_fold(class_figures, class_items(gold), read),
        *on_the_fold(span_figures, span_items(gold), read),
        *on_the_fold(acled_figures, acled_items(gold, ACLED_LABELS), read),
        muc_figure(list(read_items(muc_items(gold), read))),
    ]


def on_the_fold(
    figures: Callable[[Sequence[Read]], list[Figure]], items: Sequence[Item], read: ReadReports
) -> list[Figure]:
    """Return the figures on the held-out fold, then on all rows under names that say so."""
    pairs = list(read_items(items, read))
    held_out = [pair for item, pair in zip(items, pairs, strict=True) if is_dev(item.report.text)]
    return [
        *figures(held_out),
        *(replace(each, metric=each.metric + ALL_ROWS) for each in figures(pairs)),
    ]


def read_items(items: Sequence[Item], read: ReadReports) -> Iterator[Read]:
    """Yield each item's truth with its reading."""
    readings = read([item.report for item in items])
    for item, reading in zip(items, readings, strict=True):
        yield item.truth, reading


def top_event(reading: Reading) -> Event | None:
    """Return the event of the highest score, the first among equals."""
    return max(reading.events, key=lambda event: event.score, default=None)


def plover_figures(pairs: Sequence[Read]) -> list[Figure]:
    """Return type F1 and the share of dyads right with their type."""
    right = predicted = 0
    dyads: list[bool] = []
    for truth, reading in pairs:
        event = top_event(reading)
        wanted = NEW_NAMES.get(truth["event"], truth["event"])
        same = event is not None and NEW_NAMES.get(event.codes.plover, event.codes.plover) == wanted
        predicted += event is not None
        right += same
        source, target = _countries(truth.get("source")), _countries(truth.get("target"))
        if source and target:
            dyads.append(same and event is not None and _is_dyad(event, source, target))
    return [
        f1_figure("plover", "type_f1", right, predicted, len(pairs)),
        share_figure("plover", "dyad_and_type", dyads),
    ]


def _countries(actors: Iterable[Any] | None) -> set[str]:
    codes = {actor.get("code", "")[:3] for actor in actors or () if isinstance(actor, dict)}
    return {code.replace("JAP", "JPN") for code in codes} - {""}


def _is_dyad(event: Event, source: set[str], target: set[str]) -> bool:
    actors = {actor.country for actor in event.actors}
    targets = {each.country for each in event.targets}
    return bool(source & actors) and bool(target & targets)


def five_class(code: str) -> int:
    """Return the class, 0–4, of a CAMEO code; no code is a neutral statement."""
    root = int(code[:2] or 1) if code else 1
    return sum(root > end for end in CLASS_ENDS)


def class_figures(pairs: Sequence[Read]) -> list[Figure]:
    """Return macro-F1 of the five classes."""
    labels = []
    for truth, reading in pairs:
        event = top_event(reading)
        labels.append((truth, five_class(event.codes.cameo if event is not None else "")))
    scores = class_scores(labels)
    macro = sum(scores.values()) / max(len(scores), 1)
    return [Figure(task="cameo_class", metric="macro_f1", value=macro, items=len(pairs))]


def acled_figures(pairs: Sequence[Read]) -> list[Figure]:
    """Return F1 of the ACLED sub-events, weighted by how many each has."""
    labels = []
    for truth, reading in pairs:
        event = top_event(reading)
        labels.append((truth, ACLED_LABELS.get(event.codes.acled, "") if event is not None else ""))
    sizes = Counter(truth for truth, _ in labels)
    scores = class_scores(labels)
    weighted = sum(scores[label] * sizes[label] for label in scores) / max(len(labels), 1)
    return [Figure(task="case2021", metric="weighted_f1", value=weighted, items=len(pairs))]


def span_figures(pairs: Sequence[Read]) -> list[Figure]:
    """Return exact span F1 of sources, of targets, and of both together."""
    counts = {"S": [0, 0, 0], "T": [0, 0, 0]}
    for truth, reading in pairs:
        for label, count in counts.items():
            gold = {(start, end) for start, end, tag in truth if tag == label}
            given = {(p.span.start, p.span.end) for p in _cast(reading, label)}
            count[0] += len(gold & given)
            count[1] += len(given)
            count[2] += len(gold)
    both = [sum(column) for column in zip(*counts.values(), strict=True)]
    return [
        f1_figure("cameo_ner", "span_f1", *both),
        f1_figure("cameo_ner", "source_span_f1", *counts["S"]),
        f1_figure("cameo_ner", "target_span_f1", *counts["T"]),
    ]


def _cast(reading: Reading, label: str) -> Iterator[Participant]:
    for event in reading.events:
        yield from event.actors if label == "S" else event.targets


def muc_figure(pairs: Sequence[Read]) -> Figure:
    """Return micro-F1 of role fillers (CEAF-REE)."""
    totals = [0, 0, 0]
    for truth, reading in pairs:
        for index, number in enumerate(filler_counts(truth, reading)):
            totals[index] += number
    return Figure(task="muc4", metric="role_filler_micro_f1", value=f1(*totals), items=totals[2])
