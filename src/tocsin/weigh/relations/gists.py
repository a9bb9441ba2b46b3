"""Gists: what a report speaks of as a whole, for matters that no event carries."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.core.types import NameKind, Reading
from tocsin.ontology.relating import relating_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.naming import telling_words
from tocsin.weigh.relations.grain import Fit
from tocsin.weigh.relations.sites import SHORT_REPORT, sites_of_report
from tocsin.weigh.relations.windows import Window, time_fit

SHARED_STEMS = 2
SHARED_PART = 0.34  # of the shorter list of stems; tuned on gold/pairs_train.jsonl
SHORTEST_STEM = 4
_ENDINGS = ("ings", "ing", "edly", "ies", "ed", "es", "s", "e", "y")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """Names, word stems and days of a report's opening sentences."""

    text: str
    names: frozenset[str]
    sites: frozenset[str]
    stems: frozenset[str]
    days: tuple[Window, ...]


def gist_of(reading: Reading) -> Gist:
    """Return what the report speaks of; of a long report, what its opening speaks of."""
    opening = " ".join(s.within(reading.report.text) for s in reading.sentences[:SHORT_REPORT])
    words = words_of(opening)
    sites, _ = sites_of_report(reading)
    persons = {n.canonical for n in reading.names if n.kind is NameKind.PERSON}
    names = {word for name in (*persons, *sites) for word in telling_words(name)}
    return Gist(
        text=f" {' '.join(words)} ",
        names=frozenset(names) - relating_words().shared_in_places,
        sites=sites,
        stems=frozenset(stem(word) for word in words if _tells(word)) - {stem(n) for n in names},
        days=tuple(_days(reading)),
    )


def share_names(one: Gist, other: Gist) -> frozenset[str]:
    """Return the names that both reports hold, capitals or not."""
    return frozenset(n for n in one.names if f" {n} " in other.text) | frozenset(
        n for n in other.names if f" {n} " in one.text
    )


def share_subject(one: Gist, other: Gist) -> bool:
    """Return whether both speak of one thing at one place or of one person, by words alone."""
    if not share_names(one, other):
        return False
    shared = len(one.stems & other.stems)
    shorter = min(len(one.stems), len(other.stems))
    return shared >= SHARED_STEMS and shared >= SHARED_PART * shorter


def days_apart(one: Gist, other: Gist) -> bool:
    """Return whether each names days, and none of the one's is a day of the other's."""
    fits = [time_fit(a, b) for a in one.days for b in other.days]
    return bool(fits) and all(fit is Fit.APART for fit in fits)


def _days(reading: Reading) -> list[Window]:
    return [
        Window(start=t.when.earliest, end=t.when.latest, dated=True, to_day=False)
        for t in reading.times
        if t.when and t.when.earliest and t.when.latest
    ]


def _tells(word: str) -> bool:
    return len(word) > 2 and word not in relating_words().plain and not word.isdigit()


def stem(word: str) -> str:
    """Return the word without its ending, so that "shelled" and "shelling" are one.

    >>> stem("shelled"), stem("shelling"), stem("shells")
    ('shell', 'shell', 'shell')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM - 1:
            return word[: -len(ending)]
    return word
