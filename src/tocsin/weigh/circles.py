"""Circles: who leads back to itself along the steps of a graph."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def circles_in(steps: Mapping[Node, Sequence[Node]]) -> list[list[Node]]:
    """Return the sets of nodes that each lead to one another; time is linear in the steps.

    Source: Kosaraju's algorithm, as in Sharir 1981, "A strong-connectivity algorithm".

    >>> circles_in({"a": ["b"], "b": ["a", "c"], "c": []})
    [['a', 'b']]
    """
    back: dict[Node, list[Node]] = {}
    for node, followers in steps.items():
        for follower in followers:
            back.setdefault(follower, []).append(node)
    placed: set[Node] = set()
    rings = (
        list(_finished(back, [node], placed))
        for node in reversed(list(_finished(steps, list(steps), set())))
        if node not in placed
    )
    return [sorted(members, key=str) for members in rings if len(members) > 1]


def _finished(
    steps: Mapping[Node, Sequence[Node]], starts: Sequence[Node], seen: set[Node]
) -> Iterator[Node]:
    """Yield what can be reached from the starts, each node once all that it leads to is done."""
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        path: list[tuple[Node, Iterator[Node]]] = [(start, iter(steps.get(start, ())))]
        while path:
            node, followers = path[-1]
            onward = _first_unseen(followers, seen)
            if onward is None:
                path.pop()
                yield node
            else:
                seen.add(onward)
                path.append((onward, iter(steps.get(onward, ()))))


def _first_unseen(followers: Iterable[Node], seen: set[Node]) -> Node | None:
    return next((follower for follower in followers if follower not in seen), None)
