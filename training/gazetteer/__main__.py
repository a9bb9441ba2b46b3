"""Write the gazetteer that ships: `python -m training.gazetteer`.

Needs the project's own environment, which holds the packages. The same packages and tables of
ours (`toponyms.yaml`, `demonyms.yaml`) give the same places; a test holds the files to that.
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import tocsin.read.places
from tocsin.read.places.shipped import COUNTRIES, COUNTRY_FIELDS, NAMES_APART_BY, PLACES
from tocsin.read.places.table import write_columns
from training.gazetteer.build import built_columns
from training.gazetteer.packages import read_countries

SHIPPED: Final = Path(tocsin.read.places.__file__).parent / "data"


def places_file() -> bytes:
    """Return the places, compressed; the same content gives the same bytes."""
    plain = io.BytesIO()
    write_columns(built_columns(), plain)
    return gzip.compress(plain.getvalue(), mtime=0)


def countries_file() -> str:
    """Return the countries, one a line."""
    rows = [COUNTRY_FIELDS]
    for country in read_countries():
        names = NAMES_APART_BY.join((country.name, *country.aliases))
        rows.append((country.alpha2, country.alpha3, names))
    return "".join("\t".join(row) + "\n" for row in rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files and print their sizes."""
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer", description=__doc__)
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder, default: the package")
    out: Path = parser.parse_args(arguments).out
    out.mkdir(parents=True, exist_ok=True)
    contents = {PLACES: places_file(), COUNTRIES: countries_file().encode()}
    for name, content in contents.items():
        (out / name).write_bytes(content)
        print(f"{name:14} {len(content):10,d} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
