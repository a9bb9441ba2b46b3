"""Groups of items alike on average: agglomeration over the pairs that were compared."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

Item = TypeVar("Item", bound=str)


def average_linkage(
    items: Iterable[Item], likeness: Mapping[tuple[Item, Item], float], *, least: float, reach: int
) -> dict[Item, Item]:
    """Return each item's group, named by the group's first item.

    Two groups are joined while the mean likeness of their pairs is at least `least`, the most
    alike first, ties by name. A pair that was not compared counts as 0; as one item is compared
    with some `reach` others, no more than these count of a larger group. The order of the items
    changes nothing, and the work grows with the pairs compared.
    Source: Sokal & Michener 1958 (UPGMA).

    >>> likeness = {("a", "b"): 0.9, ("b", "c"): 0.4, ("a", "c"): 0.2}
    >>> average_linkage("abc", likeness, least=0.25, reach=9)
    {'a': 'a', 'b': 'a', 'c': 'a'}
    >>> average_linkage("abc", likeness, least=0.35, reach=9)
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    members = {item: [item] for item in sorted(items)}
    total: dict[Item, dict[Item, float]] = defaultdict(dict)
    pairs = {(min(pair), max(pair)): likeness[pair] for pair in sorted(likeness)}
    for (one, other), value in pairs.items():
        total[one][other] = total[other][one] = value
    queue = [(-value, one, other) for (one, other), value in pairs.items() if value >= least]
    heapq.heapify(queue)

    def mean(one: Item, other: Item) -> float:
        sizes = min(len(members[one]), reach) * min(len(members[other]), reach)
        return total[one][other] / sizes

    while queue:
        negative, one, other = heapq.heappop(queue)
        if one not in members or other not in members or mean(one, other) != -negative:
            continue  # one of them has grown or gone since
        members[one] += members.pop(other)
        for third, value in total.pop(other).items():
            del total[third][other]
            if third != one:
                total[one][third] = total[third][one] = total[one].get(third, 0.0) + value
        for third in total[one]:
            if (alike := mean(one, third)) >= least:
                first, second = sorted((one, third))
                heapq.heappush(queue, (-alike, first, second))
    return {item: group for group in sorted(members) for item in sorted(members[group])}
