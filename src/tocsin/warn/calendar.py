"""Deadlines of a brief as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Alarm, Calendar, Event

from tocsin.core.ids import content_id
from tocsin.core.time import day_words
from tocsin.core.types import Brief, Deadline, DeadlineKind, Situation
from tocsin.warn.wording import sentence_case

REMIND_BEFORE = timedelta(days=3)  # time enough to reach a duty-bearer before a weekend passes


def deadlines_ics(brief: Brief) -> bytes:
    """Return a calendar with one all-day entry for each date ahead of each situation."""
    calendar = Calendar()
    calendar.add("prodid", "-//Tocsin//brief//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Tocsin deadlines")
    for situation in brief.situations:
        for deadline in situation.deadlines:
            if deadline.date >= brief.as_of.date():
                calendar.add_component(_entry(deadline, situation, brief))
    return bytes(calendar.to_ical())


def _entry(deadline: Deadline, situation: Situation, brief: Brief) -> Event:
    entry = Event()
    uid = content_id("ddl", situation.id, deadline.date, deadline.kind, deadline.what)
    entry.add("uid", f"{uid}@tocsin")
    entry.add("dtstamp", brief.as_of)
    entry.add("dtstart", deadline.date)
    entry.add("dtend", deadline.date + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    entry.add("summary", sentence_case(deadline.what))
    entry.add("categories", ["due" if deadline.kind is DeadlineKind.DUE else "trigger"])
    assessment = situation.assessment
    moved = f"Moved from {day_words(deadline.moved_from)}.\n" if deadline.moved_from else ""
    entry.add(
        "description",
        f"{situation.title}\n{moved}"
        f"Level: {assessment.level}. Precision of the date: {deadline.precision}.\n"
        f"Confidence in the assessment: {assessment.confidence}.",
    )
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", sentence_case(deadline.what))
    reminder.add("trigger", -REMIND_BEFORE)
    entry.add_component(reminder)
    return entry
