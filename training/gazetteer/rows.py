"""Places and the names they are called by, while the table is built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tocsin.read.places.folding import fold_lines
from tocsin.read.places.table import Column
from training.gazetteer.extents import Extent

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calls:
    """Folded names, one a line, and the row that each calls."""

    rows: npt.NDArray[np.int32]
    lines: str
    alias: bool


@dataclass(slots=True)
class Rows:
    """Columns of places in the making, and the calls on them."""

    name: list[str] = field(default_factory=list)
    lon: list[float] = field(default_factory=list)
    lat: list[float] = field(default_factory=list)
    feature: list[str] = field(default_factory=list)
    country: list[str] = field(default_factory=list)
    uncertainty_km: list[float] = field(default_factory=list)
    geonames_id: list[int] = field(default_factory=list)
    population: list[int] = field(default_factory=list)
    admin1: list[int] = field(default_factory=list)
    calls: list[Calls] = field(default_factory=list)

    def add(
        self,
        *,
        name: str,
        lon: float,
        lat: float,
        feature: str,
        country: str,
        uncertainty_km: float,
        geonames_id: int = 0,
        population: int = 0,
        admin1: int = -1,
    ) -> int:
        """Add one place and return its row."""
        self.name.append(name)
        self.lon.append(lon)
        self.lat.append(lat)
        self.feature.append(feature)
        self.country.append(country)
        self.uncertainty_km.append(uncertainty_km)
        self.geonames_id.append(geonames_id)
        self.population.append(population)
        self.admin1.append(admin1)
        return len(self.name) - 1

    def extend(
        self,
        *,
        names: list[str],
        lons: Numbers,
        lats: Numbers,
        features: list[str],
        countries: list[str],
        uncertainties_km: Numbers,
        geonames_ids: list[int],
        populations: Numbers,
        admin1s: npt.NDArray[np.int64],
    ) -> npt.NDArray[np.int32]:
        """Add many places by column and return their rows."""
        first = len(self.name)
        self.name.extend(names)
        self.lon.extend(lons.tolist())
        self.lat.extend(lats.tolist())
        self.feature.extend(features)
        self.country.extend(countries)
        self.uncertainty_km.extend(uncertainties_km.tolist())
        self.geonames_id.extend(geonames_ids)
        self.population.extend(populations.astype(np.int64).tolist())
        self.admin1.extend(admin1s.tolist())
        return np.arange(first, len(self.name), dtype=np.int32)

    def move(self, row: int, name: str, lon: float, lat: float, uncertainty_km: float) -> None:
        """Give a packaged row the name and position of our own table."""
        self.name[row], self.lon[row], self.lat[row] = name, lon, lat
        self.uncertainty_km[row] = uncertainty_km

    def call(self, row: int, *names: str, alias: bool = False) -> None:
        """Index one row under names."""
        if names:
            owners = np.full(len(names), row, dtype=np.int32)
            self.call_lines(owners, fold_lines("\n".join(names)), alias=alias)

    def call_lines(
        self, rows: npt.NDArray[np.int32], folded_lines: str, *, alias: bool = False
    ) -> None:
        """Index rows under folded names, line by line."""
        self.calls.append(Calls(rows, folded_lines, alias))

    def extent(self, row: int) -> Extent | None:
        """Return the ground a row covers, None for row -1."""
        if row < 0:
            return None
        return Extent(self.lon[row], self.lat[row], self.uncertainty_km[row])

    def by_geonames_id(self, wanted: Iterable[int]) -> dict[int, int]:
        """Return the rows with the GeoNames ids."""
        wanted = set(wanted)
        return {
            geonames_id: row
            for row, geonames_id in enumerate(self.geonames_id)
            if geonames_id in wanted
        }

    def columns(self) -> dict[str, Column]:
        """Return the columns as the table keeps them."""
        names = [name.encode("utf-8", "replace") for name in self.name]
        return {
            "geonames_id": np.array(self.geonames_id, dtype="<u4"),
            "lon": np.array(self.lon, dtype="<f4"),
            "lat": np.array(self.lat, dtype="<f4"),
            "uncertainty_km": np.array(self.uncertainty_km, dtype="<f4"),
            "population": np.array(self.population, dtype="<u4"),
            "admin1": np.array(self.admin1, dtype="<i4"),
            "feature": np.array(self.feature, dtype="S4"),
            "country": np.array(self.country, dtype="S3"),
            "names": np.frombuffer(b"".join(names), dtype="u1"),
            "name_at": np.cumsum([0, *map(len, names)], dtype="<u4"),
        }
