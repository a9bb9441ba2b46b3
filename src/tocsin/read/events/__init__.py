"""Events of a report: type, participants, time, place, toll, status, polarity."""

from tocsin.read.events.find import find_events

__all__ = ["find_events"]
