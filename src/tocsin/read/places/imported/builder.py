"""Imported rows built into the columns of a place table, in bounded memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tocsin.core.errors import BadGroundRow
from tocsin.read.places.imported.calls import Calls
from tocsin.read.places.imported.row import GroundRow
from tocsin.read.places.prominence import imported_prominence
from tocsin.read.places.table import Column

NameOfId = Callable[[int], str | None]
ID_KINDS = {"geonames_id": "<u4", "whosonfirst_id": "<i8"}
KINDS = {"lon": "<f4", "lat": "<f4", "uncertainty_km": "<f4", "population": "<u4"}
MOST_STEPS = 8  # up the chain of parents: a neighbourhood's region is five up


def _numbers() -> dict[str, array[float]]:
    return {name: array("d") for name in KINDS}


def _ids() -> dict[str, array[int]]:
    return {name: array("q") for name in ID_KINDS}


def _codes() -> dict[str, array[int]]:
    return {name: array("q") for name in ("feature", "country", "parent")}


@dataclass(slots=True)
class Builder:
    """Columns in the making, by the number and not by the object.

    `by_id` gives the row of each id of the source. `literal` says that a parent that no row
    defines is itself the name of the subdivision.
    """

    literal: bool = False
    by_id: dict[int, int] = field(default_factory=dict)
    calls: Calls = field(default_factory=Calls)
    _spots: set[tuple[str, float, float]] = field(default_factory=set)
    _names: bytearray = field(default_factory=bytearray)
    _ends: array[int] = field(default_factory=lambda: array("q", [0]))
    _numbers: dict[str, array[float]] = field(default_factory=_numbers)
    _ids: dict[str, array[int]] = field(default_factory=_ids)
    _codes: dict[str, array[int]] = field(default_factory=_codes)
    _known: dict[str, dict[Hashable, int]] = field(
        default_factory=lambda: {n: {} for n in _codes()}
    )
    _up: dict[Hashable, Hashable] = field(default_factory=dict)
    _subdivisions: dict[Hashable, tuple[str, int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, row: GroundRow) -> None:
        """Add a place. Raises: BadGroundRow for one that is there already."""
        number = len(self)
        self._identify(row, number)
        self._names += row.name.encode("utf-8", "replace")
        self._ends.append(len(self._names))
        for name, values in self._numbers.items():
            values.append(getattr(row, name))
        for name, ids in self._ids.items():
            ids.append(getattr(row, name))
        for name, codes in self._codes.items():
            known_codes = self._known[name]
            codes.append(known_codes.setdefault(getattr(row, name), len(known_codes)))
        self._link(row)
        self._call(row, number)

    def _identify(self, row: GroundRow, number: int) -> None:
        identity, spot = row.whosonfirst_id or row.geonames_id, (row.name, row.lon, row.lat)
        if identity and self.by_id.setdefault(identity, number) != number:
            raise BadGroundRow(row.where, reason=f"the id {identity} is there already")
        if not identity and spot in self._spots:
            raise BadGroundRow(row.where, reason="a place so called is there already, at this spot")
        if not identity:
            self._spots.add(spot)

    def _link(self, row: GroundRow) -> None:
        if row.key is not None:
            self._up[row.key] = row.parent
            if row.feature == "ADM1":
                self._subdivisions[row.key] = (row.name, row.geonames_id)

    def _call(self, row: GroundRow, number: int) -> None:
        self.calls.add(number, row.name, alias=False)
        for name in row.also:
            self.calls.add(number, name, alias=True)
        if row.feature.startswith("ADM"):
            for name in (row.name, *row.also):
                self.calls.add_bare(number, name)

    def columns(self, name_of_id: NameOfId) -> dict[str, Column]:
        """Return the columns of the table.

        `name_of_id` gives the name that ships for a GeoNames id: the places of an
        imported district then lie in the district as it is called there.
        """
        admin1, districts = self._admin1(name_of_id)
        ends = len(self._names) + np.cumsum([len(name) for name in districts], dtype=np.int64)
        keys, entries = self.calls.sorted(self._worth())
        return {
            **{name: np.array(self._ids[name], dtype=kind) for name, kind in ID_KINDS.items()},
            **{name: np.array(self._numbers[name], dtype=kind) for name, kind in KINDS.items()},
            "admin1": admin1,
            "feature": self._decoded("feature", "S6"),
            "country": self._decoded("country", "S3"),
            "names": np.frombuffer(bytes(self._names) + b"".join(districts), dtype="u1"),
            "name_at": np.concatenate((np.array(self._ends), ends)).astype("<u8"),
            "key": keys,
            "entry": entries.astype("<i4"),
        }

    def _worth(self) -> npt.NDArray[np.float64]:
        kinds = [imported_prominence(str(feature)) for feature in self._known["feature"]]
        people = np.log10(np.array(self._numbers["population"]) + 1.0)
        worth: npt.NDArray[np.float64] = people + np.array([*kinds, 0.0])[self._coded("feature")]
        return worth

    def _coded(self, name: str) -> npt.NDArray[np.int64]:
        return np.array(self._codes[name], dtype=np.int64)

    def _decoded(self, name: str, kind: str) -> Column:
        return np.array([*map(str, self._known[name]), ""], dtype=kind)[self._coded(name)]

    def _admin1(self, name_of_id: NameOfId) -> tuple[Column, list[bytes]]:
        """Return for each row where its subdivision's name stands, -1 for none, and those names."""
        at: dict[str, int] = {}
        of_parent = []
        for parent in self._known["parent"]:
            name = self._subdivision_of(parent, name_of_id)
            of_parent.append(at.setdefault(name, len(self) + len(at)) if name else -1)
        rows = np.array([*of_parent, -1], dtype="<i4")[self._coded("parent")]
        return rows, [name.encode("utf-8", "replace") for name in at]

    def _subdivision_of(self, parent: Hashable, name_of_id: NameOfId) -> str:
        key = parent
        for _ in range(MOST_STEPS):
            found = self._subdivisions.get(key)
            if found:
                return (name_of_id(found[1]) if found[1] else None) or found[0]
            key = self._up.get(key)
        return str(parent) if self.literal and parent is not None else ""
