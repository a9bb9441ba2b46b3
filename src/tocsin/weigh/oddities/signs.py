"""Oddities: what cannot be right about a report or a count, in words. Nothing is dropped for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tocsin.core.place import Place
from tocsin.core.time import day_words, end_of_day
from tocsin.core.types import Count, Event, Polarity, Reading, Report, Status, Toll
from tocsin.ontology.gravity import gravity_lists
from tocsin.weigh.linking.sightings import place_of

MOST_IN_ONE_INCIDENT = (
    20_000_000  # the partition of India displaced some 15 million, the most known
)
TIMES_POPULATION = 2  # gazetteers are years old, and towns take in the displaced
SMALLEST_DOUBTED = 1_000  # below, a stale entry for a hamlet is likelier wrong than the count
COUNTED_WHERE_THEY_LIVE = ("killed", "injured", "detained")
ONLY_SIZE = ("displaced", "at_risk")  # people flee to a place as well as from it
CLOCK_ZEROS = frozenset(
    {
        date(1, 1, 1),
        date(1601, 1, 1),  # Windows
        date(1899, 12, 30),  # spreadsheets
        date(1900, 1, 1),
        date(1904, 1, 1),  # old Macintosh
        date(1969, 12, 31),  # Unix, west of Greenwich
        date(1970, 1, 1),  # Unix
        date(1980, 1, 1),  # FAT
    }
)
TIME_ZONE_SLACK = timedelta(days=2)  # it can be tomorrow already where a report is dated
NEAR_DAYS = timedelta(days=400)  # a desk's reports follow one another closer than this
FEWEST_TO_COMPARE = 4  # reports before one can be odd among them
MAIN_PART = 0.75  # of the reports: below, a set is two archives and neither is odd


def is_beyond_belief(count: Count, place: Place | None = None) -> bool:
    """Return whether a count cannot be right: more than ever befell people in one incident, or
    more people than the place holds. Such a count is shown and enters no estimate.

    >>> is_beyond_belief(Count(low=10**12, high=10**12, as_reported="10^12"))
    True
    """
    population = place.population if place else 0
    most = max(SMALLEST_DOUBTED, TIMES_POPULATION * population) if population else None
    return is_past_all_counts(count) or (most is not None and (count.low or 0) > most)


def is_past_all_counts(count: Count) -> bool:
    """Return whether the count is more than ever befell people in one incident."""
    return (count.low or 0) > MOST_IN_ONE_INCIDENT


def doubtful_counts(toll: Toll, place: Place | None) -> Iterator[tuple[str, Count]]:
    """Yield (what, count) for each count of the toll that is beyond belief."""
    for what in (*COUNTED_WHERE_THEY_LIVE, *ONLY_SIZE):
        count: Count | None = getattr(toll, what)
        ground = place if what in COUNTED_WHERE_THEY_LIVE else None
        if count is not None and is_beyond_belief(count, ground):
            yield what, count


def toll_oddities(event: Event, reading: Reading) -> Iterator[str]:
    """Yield a note for each count of the event that is beyond belief."""
    mention = place_of(event, reading)
    place = mention.ground if mention else None
    for what, count in doubtful_counts(event.toll, place):
        why = f"{what}: “{count.as_reported}” is beyond belief"
        if place is not None and not is_past_all_counts(count):
            why = f"{what}: “{count.as_reported}” is more than {place.name} holds"
        yield f"{why}; it is shown and enters no estimate"


def date_oddities(reading: Reading, *, latest: date | None = None) -> Iterator[str]:
    """Yield a note for each thing that is wrong with the day of the report.

    `latest` is the last day that a report can bear, None where that is not known.
    """
    report = reading.report
    day = report.published
    if day is None:
        return
    name = f"a report of {report.outlet or 'no outlet'}"
    if day in CLOCK_ZEROS:
        yield f"{name} is dated {day_words(day)}, where clocks of computers begin: no day at all"
    elif latest is not None and day - latest > TIME_ZONE_SLACK:
        yield f"{name} is dated {day_words(day)}, long after the others end: its day is wrong"
    told = _first_told_later(reading, day)
    if told is not None:
        yield (
            f"{name} is dated {day_words(day)} and tells of what happened on {day_words(told)}: "
            "one of the days is wrong"
        )


def is_dated_right(report: Report, *, latest: date | None = None) -> bool:
    """Return whether the report bears a day that it can have come out on."""
    day = report.published
    if day is None or day in CLOCK_ZEROS:
        return False
    return latest is None or day - latest <= TIME_ZONE_SLACK


def latest_credible_day(reports: Iterable[Report]) -> date | None:
    """Return the last day that a report bears, None where none is dated.

    A report dated long after all others does not set it: it lies more than `NEAR_DAYS` after
    the others, which are most of the set. Order does not matter.
    """
    days = sorted(day for report in reports if (day := report.published) and day not in CLOCK_ZEROS)
    if not days:
        return None
    main = _main_stretch(days)
    whole = len(days) < FEWEST_TO_COMPARE or len(main) < MAIN_PART * len(days)
    return days[-1] if whole else main[-1]


def _main_stretch(days: Sequence[date]) -> list[date]:
    """Return the longest run of days of which each lies near the next, the latest of equals."""
    runs: list[list[date]] = [[days[0]]]
    for day in days[1:]:
        if day - runs[-1][-1] > NEAR_DAYS:
            runs.append([])
        runs[-1].append(day)
    return max(reversed(runs), key=len)


def _first_told_later(reading: Reading, day: date) -> date | None:
    """Return the day of a deed told as past though it lies after the report.

    Only of deeds: the day of a deadline set, a promise or an appeal is one to come.
    """
    limit = end_of_day(min(day, date.max - TIME_ZONE_SLACK)) + TIME_ZONE_SLACK
    found = (
        event.time.earliest.date()
        for event in reading.events
        if event.status is Status.HAPPENED
        and event.type in gravity_lists().hostile - {"set_deadline", "threaten", "close_or_evict"}
        and event.polarity is Polarity.AFFIRMED
        and event.time is not None
        and event.time.earliest is not None
        and event.time.earliest > limit
    )
    return min(found, default=None)
