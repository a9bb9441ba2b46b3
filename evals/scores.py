"""F1 of classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from evals.figure import f1


def class_scores(pairs: Sequence[tuple[Any, Any]]) -> dict[Any, float]:
    """Return the F1 of each true label.

    >>> class_scores([("a", "a"), ("b", "a")])
    {'a': 0.6666666666666666, 'b': 0.0}
    """
    gold = Counter(truth for truth, _ in pairs)
    predicted = Counter(given for _, given in pairs)
    right = Counter(truth for truth, given in pairs if truth == given)
    return {label: f1(right[label], predicted[label], gold[label]) for label in sorted(gold)}
