"""Local names: the camps and villages a desk lists in the CSV files of its settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tocsin.core.errors import BadConfig, BadItem, NotGround
from tocsin.core.place import Place
from tocsin.core.types import Rejected
from tocsin.read.places.folding import fold_name
from tocsin.read.places.imported.csv_rows import csv_rows
from tocsin.read.places.imported.row import GroundRow

LocalNames = Mapping[str, tuple[Place, ...]]
"""Places by folded name."""


def read_local_names(paths: Sequence[Path]) -> LocalNames:
    """Return the places of the files by folded name, in the order of the files.

    The columns are those of an imported CSV file. Raises: BadConfig, for the first bad row too.
    """
    named: dict[str, tuple[Place, ...]] = {}
    for path in paths:
        for row in _rows_in(path):
            place = _place(row)
            for folded in dict.fromkeys(filter(None, map(fold_name, (row.name, *row.also)))):
                named[folded] = (*named.get(folded, ()), place)
    return named


def _rows_in(path: Path) -> Iterator[GroundRow]:
    try:
        with path.open("rb") as file:
            for row in csv_rows(file, str(path)):
                if isinstance(row, Rejected):
                    raise BadConfig(row.id, reason=row.detail)
                yield row
    except NotGround as unfit:
        raise BadConfig(str(path), reason=str(unfit.facts["reason"])) from unfit
    except BadItem as unfit:
        raise BadConfig(str(path), reason=str(unfit)) from unfit
    except OSError as refused:
        raise BadConfig(str(path), reason=str(refused)) from refused


def _place(row: GroundRow) -> Place:
    return Place(
        name=row.name,
        lon=row.lon,
        lat=row.lat,
        uncertainty_km=row.uncertainty_km,
        feature=row.feature,
        country=row.country or None,
        admin1=str(row.parent) if row.parent else None,
        population=row.population,
    )
