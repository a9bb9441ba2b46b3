"""The gazetteer: known places by name, from the packages and the desk's own lists."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import platformdirs

from tocsin.core.place import Place
from tocsin.core.ports import Gazetteer
from tocsin.read.places.build import build_table
from tocsin.read.places.folding import fold_name
from tocsin.read.places.local_names import LocalNames, read_local_names
from tocsin.read.places.packages import package_versions
from tocsin.read.places.table import BrokenTable, PlaceTable, open_table, save_table

TABLE_VERSION = 4  # raise it when the columns, or the tables they are built from, change
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
    """The packages' places, the desk's local ones before them."""

    def __init__(self, table: PlaceTable, local: LocalNames | None = None) -> None:
        self._table = table
        self._local = local or {}
        self._remembered: OrderedDict[str, tuple[Place, ...]] = OrderedDict()

    def candidates(self, name: str) -> Sequence[Place]:
        """Return the places that bear the name, local ones and then the most prominent first."""
        folded = fold_name(name)
        known = self._remembered.get(folded)
        if known is None:
            known = self._local.get(folded, ()) + self._packaged(folded)
            self._remembered[folded] = known
            if len(self._remembered) > REMEMBERED_NAMES:
                self._remembered.popitem(last=False)
        return known

    def _packaged(self, folded: str) -> tuple[Place, ...]:
        rows = self._table.rows_named(folded)
        first, space, rest = folded.partition(" ")
        if space and first in OTHER_SPELLINGS:
            rows = rows + self._table.rows_named(f"{OTHER_SPELLINGS[first]} {rest}")
        return tuple(map(self._table.place, dict.fromkeys(rows)))


def open_gazetteer(local: Sequence[Path] = ()) -> Gazetteer:
    """Return the gazetteer, with the desk's CSV files of local names.

    Raises: BadConfig for a CSV file that cannot be read or has a bad row.
    """
    return PackagedGazetteer(packaged_table(), read_local_names(local))


@cache
def packaged_table() -> PlaceTable:
    """Return the table of the packages: from the user's cache, else built and kept there."""
    return table_at(Path(platformdirs.user_cache_dir("tocsin")) / table_file_name())


def is_table_kept() -> bool:
    """Return whether the packages' table is in the user's cache; building it takes seconds."""
    return (Path(platformdirs.user_cache_dir("tocsin")) / table_file_name()).is_file()


def table_file_name() -> str:
    """Return the file name that stands for these packages and this form of the table."""
    return f"places-{TABLE_VERSION}-{package_versions()}.bin"


def table_at(path: Path) -> PlaceTable:
    """Return the table in the file; built, and kept if the folder allows, where it is not whole."""
    try:
        return open_table(path)
    except (BrokenTable, OSError):
        table = build_table()
    try:
        save_table(table, path)
        return open_table(path)
    except (BrokenTable, OSError):
        return table  # no folder to keep it in: held in memory
