"""Copies kept up to date: which reports print one text, as reports come and go."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from tocsin.core.ids import ReportId
from tocsin.core.types import CopyGroup, Reading
from tocsin.weigh.copies.near_copies import is_copy, seniority, similarity, sketch_keys
from tocsin.weigh.copies.shingles import Prose, prose_of
from tocsin.weigh.linking.blocks import Blocks, Leaders, Pair

COMPARED_PER_KEY: Final = 8  # bounds the work on 10,000 copies of one page

Seniority = tuple[date, ReportId]


class CopyIndex:
    """Reports grouped by the text they print.

    Texts of the same words share one row; of each row the least id stands for all of it, so
    that ten thousand copies cost hardly more than one.
    """

    def __init__(self) -> None:
        self._prose: dict[str, Prose] = {}
        self._senior: dict[str, Seniority] = {}
        self._same: dict[str, list[str]] = {}
        self._blocks = Blocks(Leaders(COMPARED_PER_KEY))
        self._links: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._group_of: dict[str, str] = {}
        self._groups: dict[str, list[Seniority]] = {}

    def add(self, reading: Reading) -> None:
        """Put a report in; one that is in already stays."""
        prose, name = prose_of(reading), str(reading.report.id)
        if name in self._prose:
            return
        self._prose[name] = prose
        self._senior[name] = seniority(reading.report)
        self._group_of[name] = name
        self._groups[name] = [self._senior[name]]
        row = self._same.setdefault(prose.digest, [])
        before = row[0] if row else None
        insort(row, name)
        if before is not None:
            self._join(before, name)
        if row[0] != before:
            joined, parted = self._lead(before, row[0])
            self._settle(joined, parted)

    def remove(self, report: ReportId) -> None:
        """Take a report out."""
        name = str(report)
        digest = self._prose[name].digest
        row = self._same[digest]
        before = row[0]
        del row[bisect_left(row, name)]
        joined, parted = list[Pair](), set[str]()
        if before == name:
            joined, parted = self._lead(before, row[0] if row else None)
        if not row:
            del self._same[digest]
        self._groups[self._group_of[name]].remove(self._senior[name])
        self._settle(joined, parted | {name})
        del self._prose[name], self._senior[name], self._group_of[name]

    def root(self, report: ReportId) -> ReportId:
        """Return the earliest report that prints the text: proposed as its origin."""
        return self._groups[self._group_of[str(report)]][0][1]

    def groups(self) -> tuple[CopyGroup, ...]:
        """Return the groups of two reports or more, the earliest first."""
        grouped = sorted(group for group in self._groups.values() if len(group) > 1)
        return tuple(
            CopyGroup(
                reports=tuple(report for _, report in group),
                earliest=group[0][1],
                similarity=self._lowest(group),
            )
            for group in grouped
        )

    def beside(self, report: ReportId) -> tuple[ReportId, ...]:
        """Return the reports that print the report's text, itself among them, earliest first."""
        return tuple(member for _, member in self._groups[self._group_of[str(report)]])

    def _lead(self, before: str | None, after: str | None) -> tuple[list[Pair], set[str]]:
        """Let another report stand for a row of texts of the same words.

        Return the pairs that are now linked, and who lost a link.
        """
        joined, parted = list[Pair](), set[str]()
        for name, change in ((before, self._blocks.remove), (after, self._blocks.insert)):
            if name is not None:
                came, gone = change((name, name), sketch_keys(self._prose[name]))
                parted.update(one for one, other in gone if self._unlink(one, other))
                joined += [(one, other) for one, other in came if self._link(one, other)]
        return joined, parted

    def _link(self, one: str, other: str) -> bool:
        """Link two reports if one prints the other's text; return whether it does."""
        if not is_copy(self._prose[one], self._prose[other]):
            return False
        value = similarity(self._prose[one], self._prose[other])
        self._links[one][other] = self._links[other][one] = value
        return True

    def _unlink(self, one: str, other: str) -> bool:
        """Return whether the two were linked; they no longer are."""
        self._links[other].pop(one, None)
        return self._links[one].pop(other, None) is not None

    def _settle(self, joined: Iterable[Pair], parted: Iterable[str]) -> None:
        """Put together what is linked, then group anew where links were lost."""
        for one, other in joined:
            if other in self._links[one]:
                self._join(one, other)
        for group in {self._group_of[name] for name in parted}:
            self._regroup([str(member) for _, member in self._groups.pop(group)])

    def _join(self, one: str, other: str) -> None:
        left, right = self._group_of[one], self._group_of[other]
        if left == right:
            return
        if len(self._groups[left]) < len(self._groups[right]):
            left, right = right, left
        for member in self._groups.pop(right):
            insort(self._groups[left], member)
            self._group_of[str(member[1])] = left

    def _regroup(self, members: Sequence[str]) -> None:
        """Group the members of one group anew, by the links that are left."""
        waiting = dict.fromkeys(members)
        while waiting:
            found = self._reached(next(iter(waiting)))
            self._groups[found[0]] = sorted(self._senior[name] for name in found)
            for name in found:
                del waiting[name]
                self._group_of[name] = found[0]

    def _reached(self, start: str) -> list[str]:
        found, stack = {start: None}, [start]
        while stack:
            name = stack.pop()
            row = self._same[self._prose[name].digest]
            leads = row[:1] == [name]
            for other in (*row, *self._links[name]) if leads else row[:1]:
                if other not in found:
                    found[other] = None
                    stack.append(other)
        return list(found)

    def _lowest(self, group: Sequence[Seniority]) -> float:
        """Return the least likeness that joined the group; texts of the same words are alike."""
        return min(
            (value for _, report in group for value in self._links.get(str(report), {}).values()),
            default=1.0,
        )


def fold_copies(readings: Iterable[Reading]) -> tuple[CopyGroup, ...]:
    """Return the groups of two reports or more that print one text.

    The result does not depend on the order of the readings. The earliest is by published date,
    ties by id, undated last.
    """
    index = CopyIndex()
    for reading in readings:
        index.add(reading)
    return index.groups()
