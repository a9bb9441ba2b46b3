"""Words for what a brief shows: times, counts, statuses, in plain English."""

from __future__ import annotations

from tocsin.core.time import Precision, TimeSpan, day_words
from tocsin.core.types import Count, GroupAtRisk, Level, Status, Toll
from tocsin.ontology.event_types import event_types

STATUS_WORDS = {
    Status.HAPPENED: "said to have happened",
    Status.ONGOING: "said to be going on",
    Status.ATTEMPTED: "said to have been attempted",
    Status.PLANNED: "said to be planned",
    Status.THREATENED: "threatened",
    Status.ORDERED: "said to have been ordered",
    Status.REQUESTED: "said to have been asked for",
    Status.FEARED: "feared",
    Status.CALLED_FOR: "called for",
    Status.HYPOTHETICAL: "spoken of as possible",
}

LEVEL_ORDER = (Level.EMERGENCY, Level.WARNING, Level.WATCH, Level.NONE)


def one_line(text: str, *, limit: int) -> str:
    """Return the text on one line, cut at a word with an ellipsis if it is over the limit.

    >>> one_line("one  two\\nthree", limit=8)
    'one two…'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit + 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def sentence_case(text: str) -> str:
    """Return the text with its first letter in capitals and the rest as it was."""
    return text[:1].upper() + text[1:]


def type_words(event_type: str) -> str:
    """Return an event type as a noun.

    >>> type_words("search_or_raid")
    'search or raid'
    """
    return event_types()[event_type].noun


def when_words(when: TimeSpan | None) -> str:
    """Return an interval as words, "" where nothing is known."""
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    if when.earliest is None:
        return f"until {day_words(when.latest.date())}" if when.latest else ""
    first = when.earliest.date()
    if when.latest is None:
        return f"since {day_words(first)}"
    last = when.latest.date()
    if first == last:
        return day_words(first)
    if when.precision is Precision.MONTH and first.month == last.month:
        return f"{first:%B %Y}"
    if when.precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    return f"{day_words(first)} to {day_words(last)}"


def ahead_words(days: int) -> str:
    """Return how far off a day is.

    >>> ahead_words(0), ahead_words(1), ahead_words(8), ahead_words(-2)
    ('today', 'tomorrow', 'in 8 days', '2 days ago')
    """
    if days < 0:
        return "yesterday" if days == -1 else f"{-days} days ago"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def count_words(count: Count) -> str:
    """Return a count as reported, else its bounds.

    >>> count_words(Count(low=12, high=None, as_reported=""))
    'at least 12'
    """
    if count.as_reported:
        return count.as_reported
    if count.low is not None and count.low == count.high:
        return f"{count.low:,}"
    if count.low is not None and count.high is not None:
        return f"{count.low:,} to {count.high:,}"
    if count.low is not None:
        return f"at least {count.low:,}"
    return f"up to {count.high:,}" if count.high is not None else "an unknown number"


def toll_words(toll: Toll) -> str:
    """Return a toll as words, "" where nothing was counted."""
    parts = (
        (toll.killed, "killed"),
        (toll.injured, "injured"),
        (toll.detained, "detained"),
        (toll.displaced, "displaced"),
        (toll.at_risk, "at risk"),
    )
    return ", ".join(f"{count_words(count)} {what}" for count, what in parts if count)


def parts_words(group: GroupAtRisk) -> str:
    """Return the parts of a group as words, "" where none is named."""
    parts = listed([f"{part.as_reported} {part.name}".strip() for part in group.of_which])
    return f"of whom {parts}" if parts else ""


def listed(items: list[str] | tuple[str, ...], *, most: int = 6) -> str:
    """Return the items as an English list, the rest counted.

    >>> listed(["a", "b", "c"], most=2)
    'a, b and 1 more'
    >>> listed(["a", "b"])
    'a and b'
    """
    shown = list(items[:most])
    if len(items) > most:
        return f"{', '.join(shown)} and {len(items) - most} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
