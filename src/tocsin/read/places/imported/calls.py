"""Names that call rows, folded and hashed batch by batch as they come."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tocsin.read.places.folding import fold_lines, name_keys
from tocsin.read.places.prominence import ALIAS_COST
from tocsin.read.places.subdivision_names import bare_lines

BATCH_NAMES = 50_000

Keys = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.int32]
Marks = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Calls:
    """Keys of names with the rows they call; a name costs thirteen bytes."""

    count: int = 0
    _waiting: list[tuple[int, str, bool]] = field(default_factory=list)
    _parts: list[tuple[Keys, Rows, Marks]] = field(default_factory=list)

    def add(self, row: int, name: str, *, alias: bool) -> None:
        """Let the name, which is on one line, call the row."""
        self.count += 1
        self._waiting.append((row, name, alias))
        if len(self._waiting) >= BATCH_NAMES:
            self._flush()

    def add_bare(self, row: int, name: str) -> None:
        """Let a subdivision's name call the row without its generic word too."""
        folded = fold_lines(name)
        bare = bare_lines(folded)
        if bare != folded:
            self._waiting.append((row, bare, True))

    def sorted(self, worth: npt.NDArray[np.float64]) -> tuple[Keys, Rows]:
        """Return keys in order and the row of each, of one key the row of most worth first."""
        self._flush()
        if not self._parts:
            return np.array([], dtype=np.uint64), np.array([], dtype=np.int32)
        keys, rows, aliases = (np.concatenate(column) for column in zip(*self._parts, strict=True))
        order = np.lexsort((aliases, rows, keys))
        keys, rows, aliases = keys[order], rows[order], aliases[order]
        first = np.ones(len(keys), dtype=np.bool_)
        first[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
        first &= keys != 0  # an empty name calls nothing
        keys, rows, aliases = keys[first], rows[first], aliases[first]
        order = np.lexsort((-(worth[rows] - ALIAS_COST * aliases), keys))
        return keys[order], rows[order]

    def _flush(self) -> None:
        if not self._waiting:
            return
        rows, names, aliases = zip(*self._waiting, strict=True)
        keys = name_keys(fold_lines("\n".join(names)))
        self._parts.append((keys, np.array(rows, np.int32), np.array(aliases, np.bool_)))
        self._waiting = []
