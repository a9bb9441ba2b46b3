"""Where the wording beside a name points: near it, at its edge, so many km off, between two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.core.place import Place, distance_km, midway, moved
from tocsin.core.types import PlaceMention, Span, Vicinity, VicinityKind
from tocsin.read.places.vicinity_words import vicinity_words

LOOK_BACK = 90  # characters: "thirty-five kilometres (22 miles) north-east of the market town of"
LOOK_AHEAD = 30
NEAR_KM = 10.0  # of a village to the next ones; of a city half its breadth, where that is more
OUTSKIRTS_KM = 3.0
DIRECTION_KM = 25.0  # "north of Halvik", with no distance: a day's walk
OFF_COURSE = 0.4  # a compass point is true to 22.5 degrees: the sine of that
PART_SHIFT, PART_REACH = 0.5, 0.6  # of the radius: "northern" is the upper half of a disc
FARTHEST_KM = 1_000.0  # a longer way from a place does not tell where one is
FARTHEST_APART_KM = 400.0  # between two places farther apart lies half a country
WIDEST_START_KM = 50.0  # what lies "20 km from" a province lies so far from its border
SMALLEST_KM = 1.0
WIDE = ("PCL", "CONT", "OCN", "SEA", "RGN")  # near a nation, or between two, is no ground
_APPOSED = re.compile(
    r"\s*[,(]?\s*(?:(?:an?|which|is|lies|about|some|roughly|just|small|village|town|camp|hamlet"
    r"|settlement|located|situated)\s+){0,4}",
    re.IGNORECASE,
)


def with_vicinities(mentions: Sequence[PlaceMention], text: str) -> tuple[PlaceMention, ...]:
    """Return the mentions, each with where its wording points if that is not the place itself.

    A name that no gazetteer holds takes the spot told right after it: "Ninefold, 20 km north of
    Halvik".
    """
    around = [_beside(mention, text) for mention in mentions]
    for index in range(len(mentions) - 1):
        around[index : index + 2] = _between(mentions, index, text) or around[index : index + 2]
    for index in range(len(mentions) - 1):
        if mentions[index].place is None and around[index] is None:
            around[index] = _apposed(mentions[index], around[index + 1], text)
    return tuple(
        replace(mention, vicinity=vicinity) if vicinity else mention
        for mention, vicinity in zip(mentions, around, strict=True)
    )


def _beside(mention: PlaceMention, text: str) -> Vicinity | None:
    place, (start, end) = mention.place, (mention.span.start, mention.span.end)
    if place is None:
        return None
    words = vicinity_words()
    before = text[max(0, start - LOOK_BACK) : start].rpartition("\n\n")[2]
    if words.may_tell(before):
        for pattern, found in (
            (words.offset, _offset),
            (words.part, _part),
            (words.direction, _direction),
            (words.outskirts, _edge),
            (words.near, _near),
        ):
            if match := pattern.search(before):
                return found(place, match, _span(match, start - len(before)))
    match = words.outskirts_after.match(text[end : end + LOOK_AHEAD])
    return _edge(place, match, _span(match, end)) if match else None


def _offset(place: Place, match: re.Match[str], span: Span) -> Vicinity | None:
    """Return the spot so far off in a direction, or the disc so wide where none is told."""
    by_km, bearing = vicinity_words().distance_km(match), vicinity_words().bearing(match)
    if not 0.0 < by_km <= FARTHEST_KM or place.uncertainty_km > WIDEST_START_KM:
        return None
    if bearing is None:
        return _disc(place, VicinityKind.OFFSET, span, by_km + _breadth(place))
    reach = max(_breadth(place), OFF_COURSE * by_km)
    return _aside(place, VicinityKind.OFFSET, span, reach, bearing=bearing, by_km=by_km)


def _part(place: Place, match: re.Match[str], span: Span) -> Vicinity | None:
    words, whole = vicinity_words(), place.uncertainty_km
    if match["centre"]:
        return _disc(place, VicinityKind.PART, span, PART_REACH * whole)
    said = match["point"] or match["side"]
    bearing = words.points.get(re.sub(r"[\s-]", "", said.lower()))
    if bearing is None:
        return None
    return _aside(
        place,
        VicinityKind.PART,
        span,
        PART_REACH * whole,
        bearing=bearing,
        by_km=PART_SHIFT * whole,
    )


def _direction(place: Place, match: re.Match[str], span: Span) -> Vicinity | None:
    bearing = vicinity_words().bearing(match)
    if match["far"] or bearing is None or place.feature.startswith(WIDE):
        return None
    by_km = place.uncertainty_km + DIRECTION_KM
    return _aside(place, VicinityKind.OFFSET, span, by_km, bearing=bearing, by_km=by_km)


def _edge(place: Place, match: re.Match[str], span: Span) -> Vicinity | None:  # noqa: ARG001
    if place.feature.startswith(WIDE):
        return None
    reach = place.uncertainty_km + max(OUTSKIRTS_KM, _breadth(place) / 2)
    return _disc(place, VicinityKind.OUTSKIRTS, span, reach)


def _near(place: Place, match: re.Match[str], span: Span) -> Vicinity | None:  # noqa: ARG001
    if place.feature.startswith(WIDE):
        return None
    reach = place.uncertainty_km + max(NEAR_KM, _breadth(place) / 2)
    return _disc(place, VicinityKind.NEAR, span, reach)


def _between(
    mentions: Sequence[PlaceMention], index: int, text: str
) -> list[Vicinity | None] | None:
    """Return where both names of "between Halvik and Brenmark" point, None for other wording."""
    first, second = mentions[index], mentions[index + 1]
    one, other, words = first.place, second.place, vicinity_words()
    if one is None or other is None or second.span.start - first.span.end > LOOK_AHEAD:
        return None
    if one.feature.startswith(WIDE) or other.feature.startswith(WIDE):
        return None
    before = text[max(0, first.span.start - LOOK_BACK) : first.span.start]
    match = words.between.search(before) if "between" in before.lower() else None
    if match is None or (match["lead"] or "").lower() in words.relations:
        return None
    apart = distance_km(one.lon, one.lat, other.lon, other.lat)
    joined = words.joined.fullmatch(text, first.span.end, second.span.start)
    if not joined or not 0.0 < apart <= FARTHEST_APART_KM:
        return None
    span = _span(match, first.span.start - len(before))
    lon, lat = midway((one.lon, one.lat), (other.lon, other.lat))
    ground = _vicinity(VicinityKind.BETWEEN, span, lon, lat, apart / 2)
    return [replace(ground, other=index + 1), replace(ground, other=index)]


def _apposed(mention: PlaceMention, after: Vicinity | None, text: str) -> Vicinity | None:
    """Return the vicinity that the words right after an unknown name tell of the next one."""
    if after is None or after.kind is VicinityKind.PART:
        return None
    start, end = mention.span.end, after.span.start
    if not 0 < end - start <= LOOK_AHEAD or not _APPOSED.fullmatch(text, start, end):
        return None
    return after


def _span(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start("words"), offset + match.end("words"))


def _disc(place: Place, kind: VicinityKind, span: Span, reach_km: float) -> Vicinity:
    return _vicinity(kind, span, place.lon, place.lat, reach_km)


def _aside(
    place: Place, kind: VicinityKind, span: Span, reach_km: float, *, bearing: float, by_km: float
) -> Vicinity:
    lon, lat = moved(place.lon, place.lat, bearing_degrees=bearing, by_km=by_km)
    return _vicinity(kind, span, lon, lat, reach_km)


def _vicinity(kind: VicinityKind, span: Span, lon: float, lat: float, reach_km: float) -> Vicinity:
    return Vicinity(
        kind=kind,
        lon=round(lon, 5),
        lat=round(lat, 5),
        uncertainty_km=round(max(SMALLEST_KM, reach_km), 1),
        span=span,
    )


def _breadth(place: Place) -> float:
    """Return how far the place itself reaches, of a wide one no more than a city."""
    return min(place.uncertainty_km, DIRECTION_KM)
