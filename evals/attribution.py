"""Attribution figures on PolNeAR: which words are said, by whom."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.figure import Figure, ReadReports, f1, report_of
from tocsin.core.types import Report, Span, Statement

TASK = "polnear"
ROLES = ("source", "cue", "content")
SAME_CONTENT = 0.5  # token Jaccard at which two contents are one attribution, as PolNeAR's users do
WORD = re.compile(r"\w+|[^\w\s]")

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
    rows = list(json_rows(gold / "polnear" / "dev_0.jsonl"))
    tally = Tally()
    for row, reading in zip(rows, read([_report(row) for row in rows]), strict=True):
        count(tally, row, reading.statements)
    return figures(tally)


def json_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _report(row: Mapping[str, Any]) -> Report:
    day = re.search(r"\d{4}-\d\d-\d\d", row["id"])  # an article's name holds its day
    return report_of(row["id"], row["text"], day[0] if day else None)


def count(tally: Tally, row: Mapping[str, Any], statements: Sequence[Statement]) -> None:
    """Add one report's attributions to the counts."""
    words = [(match.start(), match.end()) for match in WORD.finditer(row["text"])]
    gold = [
        {role: tokens(words, [Span(*pair) for pair in given[role]]) for role in ROLES}
        for given in row["attributions"]
    ]
    predicted = [
        {
            "source": tokens(words, statement.speaker_spans),
            "cue": tokens(words, statement.cue_spans),
            "content": tokens(words, statement.content_spans),
        }
        for statement in statements
    ]
    for role in ROLES:
        right = covered(gold, role) & covered(predicted, role)
        for place, amount in enumerate((right, covered(predicted, role), covered(gold, role))):
            tally.tokens[role][place] += len(amount)
    tally.predicted += len(predicted)
    tally.gold += len(gold)
    for wanted, found in matches(gold, predicted):
        tally.contents += 1
        tally.contents_and_sources += same_source(wanted, found)


def tokens(words: Sequence[tuple[int, int]], spans: Iterable[Span]) -> frozenset[int]:
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


def matches(
    gold: Sequence[Attribution], predicted: Sequence[Attribution]
) -> Iterator[tuple[Attribution, Attribution]]:
    """Yield pairs of one gold and one predicted attribution, the likest contents first."""
    pairs = sorted(
        (
            (jaccard(wanted["content"], found["content"]), left, right)
            for left, wanted in enumerate(gold)
            for right, found in enumerate(predicted)
            if wanted["content"] & found["content"]
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for likeness, left, right in pairs:
        if likeness >= SAME_CONTENT and left not in used_gold and right not in used_predicted:
            used_gold.add(left)
            used_predicted.add(right)
            yield gold[left], predicted[right]


def jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the share of tokens that two sets have in common."""
    return len(left & right) / len(left | right)


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
