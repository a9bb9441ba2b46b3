"""Sides: the origins that affirm an incident, or deny it, added up once for all statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from tocsin.weigh.grades.interest import Camp
from tocsin.weigh.grades.stands import Stand, Stands

NAMED = 3  # origins named in a step; the rest are counted


@dataclass(frozen=True, slots=True)
class Voices:
    """What some origins count together, how many they are, and the first of them."""

    weight: float
    number: int
    named: tuple[Stand, ...]

    def and_also(self, other: Voices) -> Voices:
        """Return both together; they share no origin."""
        named = (*self.named, *other.named)[:NAMED]
        return Voices(self.weight + other.weight, self.number + other.number, named)


class Side:
    """The counted origins of an incident that affirm it, or those that deny it.

    Outside voices add up. Interested ones count together as much as the best of them: two who
    share a cause are no two witnesses. `trusts` is what each origin's record leaves of its word.
    """

    def __init__(self, stands: Stands, trusts: Sequence[float], *, affirms: bool) -> None:
        self._stands: dict[int, Stand] = {}
        self._outside: dict[Camp | None, list[int]] = defaultdict(list)
        self._interested: dict[Camp | None, list[int]] = defaultdict(list)
        for number, stand in enumerate(stands.stands):
            if stand is not None and stand.affirms is affirms and stand.weight > 0:
                self._stands[number] = stand
                those = self._outside if stand.is_outside else self._interested
                those[stand.camp].append(number)
        self._worth = {n: stand.weight * trusts[n] for n, stand in self._stands.items()}
        self._totals = {
            camp: sum(self._worth[n] for n in numbers) for camp, numbers in self._outside.items()
        }
        for numbers in self._interested.values():
            numbers.sort(key=lambda n: (-self._worth[n], n))

    def voices(self, *, without: Collection[int], camp: Camp | None) -> Voices:
        """Return the side without some origins; those of the speaker's own camp do not count."""
        camps = [one for one in (None, *Camp) if one is None or one is not camp]
        gone = [n for n in without if n in self._stands]
        outside = [(one, self._outside[one]) for one in camps if one in self._outside]
        weight = sum(self._totals[one] for one, _ in outside)
        weight -= sum(self._worth[n] for n in gone if self._is_counted(n, camp))
        interested = [self._interested[one] for one in camps if one in self._interested]
        best = (next(_left(numbers, without), None) for numbers in interested)
        ceiling = max((self._worth[n] for n in best if n is not None), default=0.0)
        number = sum(len(numbers) for _, numbers in outside) + sum(map(len, interested))
        number -= sum(1 for n in gone if self._stands[n].camp in camps)
        every = chain.from_iterable([*(numbers for _, numbers in outside), *interested])
        named = tuple(self._stands[n] for n in islice(_left(every, without), NAMED))
        return Voices(max(0.0, weight) + ceiling, number, named)

    def voices_of(self, numbers: Iterable[int]) -> Voices:
        """Return only these origins of the side."""
        held = sorted(n for n in numbers if n in self._stands)
        outside = [self._worth[n] for n in held if self._stands[n].is_outside]
        interested = [self._worth[n] for n in held if not self._stands[n].is_outside]
        named = tuple(self._stands[n] for n in held[:NAMED])
        return Voices(sum(outside) + max(interested, default=0.0), len(held), named)

    def _is_counted(self, number: int, camp: Camp | None) -> bool:
        stand = self._stands[number]
        return stand.is_outside and (stand.camp is None or stand.camp is not camp)


def _left(numbers: Iterable[int], without: Collection[int]) -> Iterator[int]:
    return (number for number in numbers if number not in without)
