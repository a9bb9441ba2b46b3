"""The gazetteer: known places by name, from what ships and the desk's own lists."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import platformdirs

from tocsin.core.place import Place
from tocsin.core.ports import Gazetteer
from tocsin.read.places.folding import fold_name
from tocsin.read.places.imported.grounds import kept_grounds
from tocsin.read.places.local_names import LocalNames, read_local_names
from tocsin.read.places.merging import PlacesById, merged
from tocsin.read.places.shipped import shipped_check, shipped_table
from tocsin.read.places.table import BrokenTable, PlaceTable, open_table, save_table

TABLE_VERSION = 6  # raise it when the columns in use, or the keys of names, change
REMEMBERED_NAMES = 4_096  # names asked for again within a batch; under 10 MB when full
OTHER_SPELLINGS = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "saint": "st",
    "fort": "ft",
    "mount": "mt",
}


class PackagedGazetteer:
    """The desk's own places, then those of imported ground and of what ships by their note."""

    def __init__(
        self,
        table: PlaceTable,
        local: LocalNames | None = None,
        imported: Sequence[PlaceTable] = (),
    ) -> None:
        self._table = table
        self._local = local or {}
        self._imported = imported
        self._remembered: OrderedDict[str, tuple[Place, ...]] = OrderedDict()

    def candidates(self, name: str) -> Sequence[Place]:
        """Return the places that bear the name, local ones and then the most prominent first."""
        folded = fold_name(name)
        known = self._remembered.get(folded)
        if known is None:
            known = self._local.get(folded, ()) + self._known(folded)
            self._remembered[folded] = known
            if len(self._remembered) > REMEMBERED_NAMES:
                self._remembered.popitem(last=False)
        return known

    def _known(self, folded: str) -> tuple[Place, ...]:
        packaged = _places_in(self._table, folded)
        imported = [place for table in self._imported for place in _places_in(table, folded)]
        if not imported:
            return packaged
        return merged(folded, packaged, imported, self._by_id)

    @cached_property
    def _by_id(self) -> PlacesById:
        return PlacesById(self._table)


def _places_in(table: PlaceTable, folded: str) -> tuple[Place, ...]:
    rows = table.rows_named(folded)
    first, space, rest = folded.partition(" ")
    if space and first in OTHER_SPELLINGS:
        rows = rows + table.rows_named(f"{OTHER_SPELLINGS[first]} {rest}")
    return tuple(map(table.place, dict.fromkeys(rows)))


def open_gazetteer(local: Sequence[Path] = (), *, imported: Path | None = None) -> Gazetteer:
    """Return the gazetteer, with the desk's CSV files and the folder of imported ground.

    Raises: BadConfig for a CSV file that cannot be read or has a bad row, DamagedGround,
    GroundUnavailable.
    """
    tables = [table for _, table in kept_grounds(imported)] if imported else []
    return PackagedGazetteer(packaged_table(), read_local_names(local), tables)


def packaged_subdivision_names() -> dict[int, str]:
    """Return the shipped name of each first-order subdivision by its GeoNames id."""
    table = packaged_table()
    rows = np.flatnonzero(table.columns["feature"] == b"ADM1").tolist()
    return {int(table.columns["geonames_id"][row]): table.name(row) for row in rows}


@cache
def packaged_table() -> PlaceTable:
    """Return the table of what ships: from the user's cache, else unpacked and kept there."""
    return table_at(Path(platformdirs.user_cache_dir("tocsin")) / table_file_name())


def table_file_name() -> str:
    """Return the file name that stands for the shipped places and this form of the table."""
    return f"places-{TABLE_VERSION}-{shipped_check()}.bin"


def table_at(path: Path) -> PlaceTable:
    """Return the table in the file; where that is not whole, unpacked and kept if it can be."""
    try:
        return open_table(path)
    except (BrokenTable, OSError):
        table = shipped_table()
    try:
        save_table(table, path)
        return open_table(path)
    except (BrokenTable, OSError):
        return table  # no folder to keep it in: held in memory
