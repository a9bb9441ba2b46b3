"""Time expressions of a report, normalised to TIMEX3 against its published date."""

from tocsin.read.times.recognise import find_times, times_in

__all__ = ["find_times", "times_in"]
