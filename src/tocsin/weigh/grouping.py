"""Disjoint groups that depend on which pairs were joined, never on the order of joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Grouping(Generic[Item]):
    """Union-find over hashable items; each item starts alone."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._parent: dict[Item, Item] = {item: item for item in items}

    def root(self, item: Item) -> Item:
        """Return the item that stands for the group for now."""
        parent = self._parent.setdefault(item, item)
        while parent != self._parent[parent]:
            self._parent[item] = parent = self._parent[self._parent[parent]]
        return parent

    def join(self, one: Item, other: Item) -> None:
        """Put the two items' groups together."""
        self._parent[self.root(other)] = self.root(one)

    def together(self, one: Item, other: Item) -> bool:
        """Return whether the two items are in one group."""
        return self.root(one) == self.root(other)

    def groups(self) -> list[list[Item]]:
        """Return the groups; members stand in the order in which items were first seen."""
        members: dict[Item, list[Item]] = defaultdict(list)
        for item in list(self._parent):
            members[self.root(item)].append(item)
        return list(members.values())
