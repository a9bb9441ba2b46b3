"""Attribution figures on PolNeAR: which words are said, by whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.event_sets import Item, rows_of
from evals.figure import Figure, ReadReports, f1, report_of
from evals.matching import best_pairs
from tocsin.core.types import Report, Span, Statement

TASK = "polnear"
ROLES = ("source", "cue", "content")
SAME_CONTENT = 0.5  # token Jaccard at which two contents are one attribution, as PolNeAR's users do
WORD = re.compile(r"\w+|[^\w\s]")

Bounds = tuple[int, int]
"""First character, and the one after the last."""

Attribution = Mapping[str, frozenset[int]]
"""One attribution: for each role, the tokens it covers."""


@dataclass(slots=True)
class Tally:
    """Counts over all reports: right, predicted, gold."""

    tokens: dict[str, list[int]] = field(
        default_factory=lambda: {role: [0, 0, 0] for role in ROLES}
    )
    contents: int = 0
    contents_and_sources: int = 0
    predicted: int = 0
    gold: int = 0


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return the figures of the reader on PolNeAR's development part."""
    items = polnear_items(gold)
    tally = Tally()
    for item, reading in zip(items, read([item.report for item in items]), strict=True):
        count(tally, item, reading.statements)
    return figures(tally)


def polnear_items(gold: Path) -> list[Item]:
    """Return PolNeAR's development articles; truth is their attributions."""
    rows = rows_of(gold / "polnear" / "dev_0.jsonl")
    return [Item(_report(row), row["attributions"]) for row in rows]


def _report(row: Mapping[str, Any]) -> Report:
    day = re.search(r"\d{4}-\d\d-\d\d", row["id"])  # an article's name holds its day
    return report_of(row["id"], row["text"], day[0] if day else None)


def count(tally: Tally, item: Item, statements: Sequence[Statement]) -> None:
    """Add one report's attributions to the counts."""
    words = words_of(item.report.text)
    gold = gold_attributions(item.truth, words)
    predicted = [attribution_of(statement, words) for statement in statements]
    for role in ROLES:
        given, wanted = covered(predicted, role), covered(gold, role)
        for place, amount in enumerate((given & wanted, given, wanted)):
            tally.tokens[role][place] += len(amount)
    tally.predicted += len(predicted)
    tally.gold += len(gold)
    for left, right in matches(gold, predicted):
        tally.contents += 1
        tally.contents_and_sources += same_source(gold[left], predicted[right])


def words_of(text: str) -> list[Bounds]:
    """Return where each word and mark of the text stands."""
    return [match.span() for match in WORD.finditer(text)]


def gold_attributions(
    rows: Iterable[Mapping[str, Any]], words: Sequence[Bounds], source: str = "source"
) -> list[Attribution]:
    """Return the gold's attributions as tokens; `source` is its key for who speaks."""
    keys = {"source": source, "cue": "cue", "content": "content"}
    return [
        {role: tokens(words, [Span(*pair) for pair in row[key]]) for role, key in keys.items()}
        for row in rows
    ]


def attribution_of(statement: Statement, words: Sequence[Bounds]) -> Attribution:
    """Return what was read as tokens."""
    return {
        "source": tokens(words, statement.speaker_spans),
        "cue": tokens(words, statement.cue_spans),
        "content": tokens(words, statement.content_spans),
    }


def tokens(words: Sequence[Bounds], spans: Iterable[Span]) -> frozenset[int]:
    """Return the indices of the words that the spans touch."""
    starts = [start for start, _ in words]
    touched: set[int] = set()
    for span in spans:
        index = bisect_left(starts, span.start)
        while index > 0 and words[index - 1][1] > span.start:
            index -= 1
        while index < len(words) and words[index][0] < span.end:
            touched.add(index)
            index += 1
    return frozenset(touched)


def covered(attributions: Iterable[Attribution], role: str) -> frozenset[int]:
    """Return the tokens that any attribution covers in the role."""
    return frozenset().union(*(attribution[role] for attribution in attributions))


def matches(gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Return pairs of the indices of a gold and a predicted attribution, likest contents first."""
    return best_pairs(gold, predicted, _same_content)


def _same_content(wanted: Attribution, found: Attribution) -> float:
    """Return how alike the contents are, 0 where they are not one attribution's."""
    likeness = jaccard(wanted["content"], found["content"])
    return likeness if likeness >= SAME_CONTENT else 0.0


def jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the share of tokens that two sets have in common."""
    return len(left & right) / max(len(left | right), 1)


def same_source(wanted: Attribution, found: Attribution) -> bool:
    """Return whether the sources share a token, or neither has one."""
    if not wanted["source"] and not found["source"]:
        return True
    return bool(wanted["source"] & found["source"])


def figures(tally: Tally) -> list[Figure]:
    """Return the counts as F1 figures."""
    result = [
        Figure(task=TASK, metric=f"{role}_tokens_f1", value=f1(*tally.tokens[role]), items=items)
        for role in ROLES
        for items in (tally.tokens[role][2],)
    ]
    for metric, right in (
        ("attribution_f1", tally.contents),
        ("attribution_source_f1", tally.contents_and_sources),
    ):
        value = f1(right, tally.predicted, tally.gold)
        result.append(Figure(task=TASK, metric=metric, value=value, items=tally.gold))
    return result
