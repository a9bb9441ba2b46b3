"""Positions moved and halved on the globe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.place import distance_km, midway, moved

LON = st.floats(-180, 180)
LAT = st.floats(-85, 85)


@given(LON, LAT, st.floats(0, 360), st.floats(0.1, 5_000))
def test_a_position_moved_lies_so_far_off(
    lon: float, lat: float, bearing: float, by_km: float
) -> None:
    there = moved(lon, lat, bearing_degrees=bearing, by_km=by_km)
    assert -180 <= there[0] <= 180
    assert -90 <= there[1] <= 90
    assert distance_km(lon, lat, *there) == pytest.approx(by_km, rel=1e-3, abs=0.01)


@given(LON, LAT, st.floats(0, 360), st.floats(0.1, 5_000))
def test_the_middle_lies_as_far_from_both(
    lon: float, lat: float, bearing: float, by_km: float
) -> None:
    there = moved(lon, lat, bearing_degrees=bearing, by_km=by_km)
    middle = midway((lon, lat), there)
    assert distance_km(lon, lat, *middle) == pytest.approx(by_km / 2, rel=1e-2, abs=0.05)
    assert distance_km(*there, *middle) == pytest.approx(by_km / 2, rel=1e-2, abs=0.05)
