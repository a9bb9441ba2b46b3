"""Our own tables agree with the packages wherever both speak of one place, and all of it ships."""

from __future__ import annotations

import gzip
from collections import Counter
from itertools import chain

import numpy as np

from tocsin.core.place import distance_km
from tocsin.read.places.folding import fold_name
from tocsin.read.places.own_names import own_names
from tocsin.read.places.shipped import COUNTRIES, DATA, PLACES
from tocsin.read.places.table import columns_in
from training.gazetteer.__main__ import countries_file
from training.gazetteer.build import built_columns
from training.gazetteer.extents import Extent, extents_of
from training.gazetteer.packages import (
    country_codes,
    read_cities,
    read_countries,
    read_subdivisions,
)

SAME_GROUND_KM = 250.0  # the middles of a wide region may differ so much by how they are taken
CONTINENT_IDS = range(6255146, 6255153)  # the packages list them apart, without a row
ASIDE_DEGREES = 6.0  # a country's middle may lie in its empty quarter, beyond its last town


def packaged_extents() -> dict[int, Extent]:
    """Return where the packages put each GeoNames id."""
    cities, subdivisions = read_cities(), read_subdivisions()
    found = {
        geonames_id: Extent(float(lon), float(lat), 0.0)
        for geonames_id, lon, lat in zip(cities.geonames_ids, cities.lons, cities.lats, strict=True)
    }
    extents = extents_of(cities, len(subdivisions.names))
    for number, geonames_id in enumerate(subdivisions.geonames_ids, start=1):
        if number in extents:
            found[geonames_id] = extents[number]
    return found


def test_every_id_of_our_tables_is_in_the_packages_and_lies_where_we_say() -> None:
    packaged, own = packaged_extents(), own_names()
    stated = {region.geonames_id: region.position for region in own.regions if region.geonames_id}
    for geonames_id, (lon, lat) in {**stated, **own.middles}.items():
        if geonames_id not in CONTINENT_IDS:
            extent = packaged[geonames_id]
            apart = distance_km(lon, lat, extent.lon, extent.lat)
            assert apart < SAME_GROUND_KM + 2 * extent.radius_km, geonames_id
    assert set(own.abbreviations) | set(own.cities) <= set(packaged)


def test_every_country_lies_among_its_towns() -> None:
    alpha3 = {country.alpha2: country.alpha3 for country in read_countries()}
    codes = [alpha3.get(code, "") for code in country_codes()]
    cities = read_cities()
    boxes: dict[str, list[float]] = {}
    for number, lon, lat in zip(cities.countries, cities.lons, cities.lats, strict=True):
        box = boxes.setdefault(codes[number - 1], [lon, lon, lat, lat])
        box[:] = [min(box[0], lon), max(box[1], lon), min(box[2], lat), max(box[3], lat)]
    for country, (lon, lat) in own_names().countries.items():
        west, east, south, north = boxes.get(country, (lon, lon, lat, lat))
        assert west - ASIDE_DEGREES <= lon <= east + ASIDE_DEGREES, country
        assert south - ASIDE_DEGREES <= lat <= north + ASIDE_DEGREES, country


def test_demonyms_belong_to_countries_that_exist() -> None:
    own = own_names()
    assert set(own.demonyms) | set(own.also_called) <= set(own.countries)


def test_our_table_holds_a_few_hundred_regions_and_no_two_of_one_name() -> None:
    own = own_names()
    names = [{fold_name(name) for name in (one.name, *one.also)} for one in own.regions]
    assert len(own.regions) > 400
    assert [name for name, times in Counter(chain(*names)).items() if times > 1] == []
    for region in own.regions:
        assert -180 <= region.position[0] <= 180, region.name
        assert -90 <= region.position[1] <= 90, region.name
        assert region.uncertainty_km > 0, region.name
        assert region.country in {"", *own.countries}, region.name


def test_what_ships_is_what_the_packages_and_our_tables_give() -> None:
    """Where this fails, run `python -m training.gazetteer`: a table or a package has changed."""
    kept = columns_in(gzip.decompress(DATA.joinpath(PLACES).read_bytes()), PLACES)
    built = built_columns()
    assert list(kept) == list(built)
    assert [name for name in built if not np.array_equal(kept[name], built[name])] == []
    assert DATA.joinpath(COUNTRIES).read_text(encoding="utf-8") == countries_file()
