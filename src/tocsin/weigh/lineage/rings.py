"""Rings: the nodes of a directed graph that can each be reached from the others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def rings_of(edges: Mapping[Node, Iterable[Node]]) -> list[list[Node]]:
    """Return the groups of two nodes or more that lie on rings, in time linear in the edges.

    Source: Sharir 1981 (Kosaraju's algorithm), without recursion.

    >>> sorted(map(sorted, rings_of({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": []})))
    [['a', 'b']]
    """
    back: dict[Node, list[Node]] = {}
    for node, onward in edges.items():
        for other in onward:
            back.setdefault(other, []).append(node)
    seen: set[Node] = set()
    groups = (_reached(node, back, seen) for node in reversed(_by_end(edges)) if node not in seen)
    return [group for group in groups if len(group) > 1]


def _by_end(edges: Mapping[Node, Iterable[Node]]) -> list[Node]:
    """Return the nodes in the order in which a walk in depth is done with them."""
    ended: list[Node] = []
    seen: set[Node] = set()
    for start in edges:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(edges[start]))]
        while path:
            node, onward = path[-1]
            step = next((other for other in onward if other not in seen), None)
            if step is None:
                ended.append(node)
                path.pop()
            else:
                seen.add(step)
                path.append((step, iter(edges.get(step, ()))))
    return ended


def _reached(start: Node, edges: Mapping[Node, Iterable[Node]], seen: set[Node]) -> list[Node]:
    seen.add(start)
    found, ahead = [start], [start]
    while ahead:
        fresh = [other for other in edges.get(ahead.pop(), ()) if other not in seen]
        for other in fresh:
            if other not in seen:
                seen.add(other)
                found.append(other)
                ahead.append(other)
    return found
