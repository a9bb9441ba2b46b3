"""Templates of one report compared: the scoring of Du, Rush & Cardie 2021 (GTT).

A template is a type of incident and, for each role, entities told by the words that name them. A
predicted template may answer one gold template of its type; the answer that gives the report
its best F1 is taken. A type counts as one item, each entity as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
ARTICLES = re.compile(r"\b(?:a|an|the)\b")
MARKS = re.compile(r"[!-/:-@\[-`{-~]")

Entity = frozenset[str]
Hits = tuple[int, int]
"""How many predicted items are right, and how many gold items are found."""

Way = tuple[Hits, tuple[tuple[int, int], ...]]
"""What a way of answering finds, and the answers: (predicted, gold) indices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """An incident: its types (gold may allow several) and its entities by role."""

    types: frozenset[str]
    roles: Mapping[str, Sequence[Entity]]

    @property
    def size(self) -> int:
        """Return how many items it counts."""
        return 1 + sum(len(entities) for entities in self.roles.values())


def normal(words: str) -> str:
    """Return the words without capitals, punctuation and articles.

    >>> normal('The "Lindral Camp"')
    'lindral camp'
    """
    return " ".join(ARTICLES.sub(" ", MARKS.sub("", words.lower())).split())


def template_counts(predicted: Sequence[Template], gold: Sequence[Template]) -> tuple[Hits, Hits]:
    """Return the hits of the best answer, and how many items there are, predicted and gold."""
    sizes = sum(each.size for each in predicted), sum(each.size for each in gold)
    mapping = best_mapping(predicted, gold)
    found = [hits(predicted[left], gold[right]) for left, right in mapping]
    return (sum(right for right, _ in found), sum(covered for _, covered in found)), sizes


def best_mapping(predicted: Sequence[Template], gold: Sequence[Template]) -> list[tuple[int, int]]:
    """Return which predicted template answers which gold one, to the best F1 of the report."""
    sizes = sum(each.size for each in predicted), sum(each.size for each in gold)
    states: dict[int, list[Way]] = {0: [((0, 0), ())]}
    for left, template in enumerate(predicted):
        grown = {taken: list(ways) for taken, ways in states.items()}
        for right, wanted in enumerate(gold):
            right_here, found_here = hits(template, wanted)
            for taken, ways in states.items():
                if right_here and not taken >> right & 1:
                    grown.setdefault(taken | 1 << right, []).extend(
                        ((given + right_here, found + found_here), (*pairs, (left, right)))
                        for (given, found), pairs in ways
                    )
        states = {taken: _undominated(ways) for taken, ways in grown.items()}
    every = (way for ways in states.values() for way in ways)
    return list(max(every, key=lambda way: micro_f1(way[0], sizes))[1])


def _undominated(ways: list[Way]) -> list[Way]:
    """Return the ways that no other beats in both counts."""
    kept: list[Way] = []
    for way in sorted(ways, key=lambda each: each[0], reverse=True):
        if not kept or way[0][1] > kept[-1][0][1]:
            kept.append(way)
    return kept


def hits(predicted: Template, gold: Template) -> Hits:
    """Return the items that two templates share, none unless their types agree."""
    if not predicted.types & gold.types:
        return 0, 0
    given = found = 1
    for role in ROLES:
        wanted, got = gold.roles.get(role, ()), predicted.roles.get(role, ())
        given += sum(any(entity <= other for other in wanted) for entity in got)
        found += sum(any(entity <= other for entity in got) for other in wanted)
    return given, found


def micro_f1(found: Hits, sizes: Hits) -> float:
    """Return F1 of precision (predicted right) and recall (gold found), counted apart.

    >>> micro_f1((1, 2), (2, 2))
    0.6666666666666666
    """
    precision, recall = (hit / max(size, 1) for hit, size in zip(found, sizes, strict=True))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
