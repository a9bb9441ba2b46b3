"""Statement figures on our own test set: who says it, in what stance, under which name.

Contents and sources are matched by PolNeAR's rule (`attribution`), so the figures compare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from evals.attribution import (
    attribution_of,
    gold_attributions,
    matches,
    same_source,
    words_of,
)
from evals.figure import Figure, f1_figure, share_figure
from evals.passages import Passage
from tocsin.core.types import Reading

TASK: Final = "own"
ARTICLES: Final = frozenset({"a", "an", "the"})


def statement_figures(pairs: Sequence[tuple[Passage, Reading]]) -> list[Figure]:
    """Return F1 of statements with and without their speaker, and accuracy of what they carry."""
    contents = sources = predicted = wanted = 0
    stances: list[bool] = []
    names: list[bool] = []
    for passage, reading in pairs:
        words = words_of(passage["text"])
        gold = gold_attributions(passage["statements"], words, source="speaker")
        found = [attribution_of(statement, words) for statement in reading.statements]
        predicted += len(found)
        wanted += len(gold)
        for left, right in matches(gold, found):
            row, statement = passage["statements"][left], reading.statements[right]
            contents += 1
            sources += same_source(gold[left], found[right])
            stances.append(statement.stance == row["stance"])
            if row["name"]:
                names.append(is_same_name(row["name"], statement.speaker))
    return [
        f1_figure(TASK, "statement_f1", contents, predicted, wanted),
        f1_figure(TASK, "statement_and_speaker_f1", sources, predicted, wanted),
        share_figure(TASK, "stance_accuracy_at_found_statements", stances),
        share_figure(TASK, "speaker_name_accuracy_at_found_statements", names),
    ]


def is_same_name(wanted: str, got: str) -> bool:
    """Return whether the words of one name all stand in the other, articles left aside.

    >>> is_same_name("Interior Minister Ilya Dorn", "Dorn"), is_same_name("Mara Kett", "Dorn")
    (True, False)
    """
    one, other = (
        frozenset(re.findall(r"\w+", name.casefold())) - ARTICLES for name in (wanted, got)
    )
    return bool(one and other) and (one <= other or other <= one)
