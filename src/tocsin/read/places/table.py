"""The place table: columns and a name index in one file that is mapped, not read."""

from __future__ import annotations

import json
import mmap
import os
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from tocsin.core.place import Place
from tocsin.read.places.folding import fold_name, name_key

Column = npt.NDArray[Any]
MAGIC = b"TOCSINP1"
ALIGNMENT = 16
MOST_CANDIDATES = 60  # the most common town name has under 60 bearers of note; the rest are hamlets


class BrokenTable(Exception):
    """The file is no place table, or not a whole one. Never leaves the places package."""


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Columns by name. `key` is sorted; `entry` holds the row of each key, prominent first.

    `source` and `bulk` are those of its places; the column `whosonfirst_id` may be missing.
    """

    columns: Mapping[str, Column]
    source: str = ""
    bulk: bool = False

    def rows_named(self, name: str) -> list[int]:
        """Return the rows that bear the name, the most prominent first."""
        folded = fold_name(name)
        if not folded:
            return []
        keys = self.columns["key"]
        key = np.uint64(name_key(folded))
        first = int(np.searchsorted(keys, key, side="left"))
        entries: list[int] = self.columns["entry"][first : first + MOST_CANDIDATES].tolist()
        count = int(np.count_nonzero(keys[first : first + MOST_CANDIDATES] == key))
        return list(dict.fromkeys(entries[:count]))

    def place(self, row: int) -> Place:
        """Return one row as a place."""
        columns = self.columns
        admin1 = int(columns["admin1"][row])
        country = columns["country"][row].tobytes().rstrip(b"\0").decode("ascii")
        geonames_id = int(columns["geonames_id"][row])
        return Place(
            name=self.name(row),
            lon=round(float(columns["lon"][row]), 5),
            lat=round(float(columns["lat"][row]), 5),
            uncertainty_km=round(float(columns["uncertainty_km"][row]), 1),
            feature=columns["feature"][row].tobytes().rstrip(b"\0").decode("ascii"),
            country=country or None,
            admin1=self.name(admin1) if admin1 >= 0 else None,
            geonames_id=geonames_id or None,
            population=int(columns["population"][row]),
            whosonfirst_id=self._whosonfirst_id(row),
            source=self.source,
            bulk=self.bulk,
        )

    def _whosonfirst_id(self, row: int) -> int | None:
        ids = self.columns.get("whosonfirst_id")
        return None if ids is None else int(ids[row]) or None

    def name(self, row: int) -> str:
        """Return the row's own name."""
        start, end = self.columns["name_at"][row : row + 2].tolist()
        text: str = self.columns["names"][start:end].tobytes().decode("utf-8")
        return text


def save_table(table: PlaceTable, path: Path) -> None:
    """Write the table whole or not at all: two builders at once leave one good file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            write_columns(table.columns, file)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def open_table(path: Path) -> PlaceTable:
    """Return the table mapped from its file. Raises: BrokenTable, FileNotFoundError, OSError."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size <= len(MAGIC) + 12:
            raise BrokenTable(path.name)
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return PlaceTable(columns_in(mapped, path.name))


def write_columns(columns: Mapping[str, Column], file: BinaryIO) -> None:
    """Write the columns one after another; none is copied."""
    layout, size, check = {}, 0, 0
    for name, column in columns.items():
        size += -size % ALIGNMENT
        layout[name] = [column.dtype.str, len(column), size]
        size += column.nbytes
    header = json.dumps(layout).encode()
    header += b" " * (-(len(MAGIC) + 12 + len(header)) % ALIGNMENT)
    for piece in _pieces(columns):
        check = zlib.crc32(piece, check)
    sizes = len(header).to_bytes(4, "little") + size.to_bytes(4, "little")
    file.write(MAGIC + sizes + check.to_bytes(4, "little") + header)
    for piece in _pieces(columns):
        file.write(piece)


def _pieces(columns: Mapping[str, Column]) -> Iterator[bytes | memoryview]:
    size = 0
    for column in columns.values():
        padding = -size % ALIGNMENT
        yield bytes(padding)
        if column.nbytes:
            yield np.ascontiguousarray(column).view(np.uint8).data
        size += padding + column.nbytes


def columns_in(content: mmap.mmap | bytes, name: str) -> dict[str, Column]:
    """Return the columns, none copied. Raises: BrokenTable, by the name of the file."""
    start = len(MAGIC) + 12
    sizes = content[len(MAGIC) : start]
    header_size = int.from_bytes(sizes[:4], "little")
    body_at = start + header_size
    whole = body_at + int.from_bytes(sizes[4:8], "little") == len(content)
    if content[: len(MAGIC)] != MAGIC or not whole:
        raise BrokenTable(name)
    with memoryview(content) as view, view[body_at:] as body:
        if zlib.crc32(body) != int.from_bytes(sizes[8:12], "little"):
            raise BrokenTable(name)
    layout = json.loads(content[start:body_at])
    return {
        column: np.frombuffer(content, dtype=np.dtype(kind), count=count, offset=body_at + at)
        for column, (kind, count, at) in layout.items()
    }
