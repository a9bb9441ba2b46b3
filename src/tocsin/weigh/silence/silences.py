"""Silence: sources that usually report, or usually report on a place, and stopped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.core.ids import ReportId
from tocsin.core.time import day_words
from tocsin.core.types import CopyGroup, Reading, Report, Silence, SourceKind, source_id
from tocsin.weigh.linking.sightings import place_of
from tocsin.weigh.naming import folded
from tocsin.weigh.oddities.signs import is_dated_right, latest_credible_day
from tocsin.weigh.origins.credits import agency_of
from tocsin.weigh.silence.rhythms import Rhythm, rhythm_of

FALSE_ALARMS = 0.05  # share of the silences shown that are chance (Benjamini and Hochberg 1995)
PLACES_OF_A_REPORT = 20  # a gazetteer printed as a report is about none of its places

Key = tuple[str, str]
"""A source and a place, both folded; the place is "" for the source altogether."""


@dataclass(frozen=True, slots=True)
class _Gap:
    key: Key
    rhythm: Rhythm
    last: date
    silent_days: int
    chance: float


def silences(
    readings: Sequence[Reading],
    *,
    copies: Sequence[CopyGroup],
    as_of: date | None = None,
) -> tuple[Silence, ...]:
    """Return the outlets that stopped reporting, or stopped reporting on a place.

    `as_of` is the day from which to look, by default that of the latest report that is dated
    credibly. A copy is no report of one's own; it shows all the same that the feed is alive.
    Where a whole source is silent, its places are not listed one by one.
    """
    day = as_of or latest_credible_day(reading.report for reading in readings)
    if day is None:
        return ()
    names, own, alive = _calendar(readings, _owners(readings, copies), day)
    gaps = sorted(_gaps(own, alive, day), key=lambda gap: (gap.chance, gap.key))
    unlikely = _least_likely(gaps)
    down = {gap.key[0] for gap in unlikely if not gap.key[1]}
    kept = [gap for gap in unlikely if not gap.key[1] or gap.key[0] not in down]
    return tuple(_silence(gap, names) for gap in sorted(kept, key=lambda gap: gap.key))


def _calendar(
    readings: Sequence[Reading], owners: Mapping[ReportId, str], as_of: date
) -> tuple[dict[str, str], dict[Key, list[date]], dict[str, date]]:
    """Return names as written, the days of own reports, and the last day of any report.

    Reports dated after `as_of`, or on a day zero of computers' clocks, tell of no rhythm.
    """
    names: dict[str, str] = {}
    own: dict[Key, list[date]] = defaultdict(list)
    alive: dict[str, date] = {}
    for reading in readings:
        report = reading.report
        day, publisher = report.published, publisher_of(report)
        if day is None or publisher is None or not is_dated_right(report, latest=as_of):
            continue
        source = folded(publisher)
        names[source] = max(names.get(source, ""), publisher)
        alive[source] = max(alive.get(source, day), day)
        if owners.get(report.id) == source:
            own[source, ""].append(day)
            for place in _places(reading):
                names[folded(place)] = max(names.get(folded(place), ""), place)
                own[source, folded(place)].append(day)
    return names, own, alive


def publisher_of(report: Report) -> str | None:
    """Return the agency or else the outlet that a report came from."""
    return agency_of(report) or report.outlet


def _owners(readings: Sequence[Reading], copies: Sequence[CopyGroup]) -> dict[ReportId, str]:
    """Return, by report, whose own report it is; nobody's where it prints another's text.

    Of a text that several print on its first day it cannot be told whose it is.
    """
    reports = {reading.report.id: reading.report for reading in readings}
    owners = {
        report.id: folded(publisher)
        for report in reports.values()
        if (publisher := publisher_of(report))
    }
    for group in copies:
        members = [reports[report] for report in group.reports if report in reports]
        first = min((one.published for one in members if one.published), default=None)
        early = [one for one in members if one.published == first]
        whose = {owners.get(one.id) for one in early}
        for one in members:
            if one not in early or len(whose) > 1:
                owners.pop(one.id, None)
    return owners


def _places(reading: Reading) -> frozenset[str]:
    """Return the places that the report tells events of."""
    found = (place_of(event, reading) for event in reading.events)
    names = {mention.place.name if mention.place else mention.name for mention in found if mention}
    return frozenset(names if len(names) <= PLACES_OF_A_REPORT else ())


def _gaps(
    own: Mapping[Key, Sequence[date]], alive: Mapping[str, date], as_of: date
) -> Iterator[_Gap]:
    """Yield each present gap that is longer than any before it."""
    for key, days in own.items():
        rhythm = rhythm_of(days)
        if rhythm is None:
            continue
        last = rhythm.last if key[1] else alive[key[0]]
        heard_until = (
            alive[key[0]] if key[1] else as_of
        )  # a feed that is down is silent on no place
        silent = max(0, (heard_until - last).days)
        chance = rhythm.chance_of(silent) if silent > rhythm.longest_days else 1.0
        yield _Gap(key, rhythm, last, silent, chance)


def _least_likely(gaps: Sequence[_Gap]) -> list[_Gap]:
    """Return the gaps that are no chance, of so many looked at. They come the unlikeliest first.

    Source: Benjamini and Hochberg 1995.
    """
    kept = 0
    for rank, gap in enumerate(gaps, start=1):
        if gap.chance <= FALSE_ALARMS * rank / len(gaps):
            kept = rank
    return list(gaps[:kept])


def _silence(gap: _Gap, names: Mapping[str, str]) -> Silence:
    source, place = (names.get(part, "") for part in gap.key)
    rhythm = gap.rhythm
    usual = f"it reported on {rhythm.reports} days, every {rhythm.usual_days:.1f} days on average"
    silent = f"nothing for {gap.silent_days} days"
    about = (
        f"{source} went on reporting, but no longer on {place}: it reported from there on "
        f"{rhythm.reports} days, every {rhythm.usual_days:.1f} days on average; {silent}"
        if place
        else f"its feed may be down: this is not “nothing happened”. {source} fell silent on "
        f"every place: {usual}; {silent}"
    )
    return Silence(
        source=source_id(SourceKind.OUTLET, gap.key[0]),
        place=place,
        last=gap.last,
        silent_days=gap.silent_days,
        usual_days=round(rhythm.usual_days, 2),
        reports=rhythm.reports,
        chance=gap.chance,
        reason=f"{about} (last on {day_words(gap.last)})",
    )
