"""Imported ground as it is kept: one file each in a folder of the user's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import orjson
import platformdirs

from tocsin.core.errors import DamagedGround, GroundUnavailable, UnknownGround
from tocsin.read.places.table import BrokenTable, Column, PlaceTable, open_table, save_table

ENDING = ".places"
LONGEST_GROUND_NAME = 64
_ODD = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is known of one imported ground.

    `file` is the name of the file it came from, `imported_at` an instant in ISO 8601; `left_out`
    counts rows that are right but no ground of today, `rejected` those that were no place.
    """

    name: str
    form: str
    file: str
    imported_at: str
    places: int
    names: int
    left_out: int
    rejected: int
    bulk: bool


def default_folder() -> Path:
    """Return the folder of imported ground where no setting names one."""
    return Path(platformdirs.user_data_dir("tocsin")) / "gazetteer"


def ground_name(words: str) -> str:
    """Return a name that is safe as a file's, "" where nothing of the words is left.

    >>> ground_name("Camps of Karsh (May)"), ground_name("../..")
    ('Camps-of-Karsh-May', '')
    """
    return _ODD.sub("-", words).strip("-._")[:LONGEST_GROUND_NAME]


def kept_grounds(folder: Path) -> list[tuple[Ground, PlaceTable]]:
    """Return the grounds of the folder by name, with their tables.

    Raises: DamagedGround, GroundUnavailable.
    """
    return [_open(path) for path in _files(folder)]


def is_kept(folder: Path, name: str) -> bool:
    """Return whether ground of the name is in the folder."""
    return any(path.stem.casefold() == name.casefold() for path in _files(folder))


def keep_ground(folder: Path, ground: Ground, columns: dict[str, Column]) -> None:
    """Keep the ground, in place of one of its name. Raises: GroundUnavailable."""
    about = np.frombuffer(orjson.dumps(asdict(ground)), dtype="u1")
    try:
        for path in _files(folder):
            if path.stem.casefold() == ground.name.casefold() and path.stem != ground.name:
                path.unlink()
        save_table(PlaceTable({**columns, "about": about}), folder / f"{ground.name}{ENDING}")
    except OSError as refused:
        raise _unavailable(folder, refused) from refused


def remove_ground(folder: Path, name: str) -> None:
    """Remove the ground, damaged or not. Raises: UnknownGround, GroundUnavailable."""
    found = [path for path in _files(folder) if path.stem.casefold() == name.casefold()]
    if not found:
        raise UnknownGround(name)
    try:
        for path in found:
            path.unlink()
    except OSError as refused:
        raise _unavailable(folder, refused) from refused


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(folder.glob(f"*{ENDING}"))
    except OSError as refused:
        raise _unavailable(folder, refused) from refused


def _open(path: Path) -> tuple[Ground, PlaceTable]:
    try:
        table = open_table(path)
        ground = Ground(**orjson.loads(table.columns["about"].tobytes()))
    except (BrokenTable, ValueError, KeyError, TypeError) as broken:
        raise DamagedGround(path.stem) from broken
    except OSError as refused:
        raise _unavailable(path.parent, refused) from refused
    return ground, replace(table, source=ground.name, bulk=ground.bulk)


def _unavailable(folder: Path, refused: OSError) -> GroundUnavailable:
    return GroundUnavailable(str(folder), reason=(refused.strerror or "refused").lower())
