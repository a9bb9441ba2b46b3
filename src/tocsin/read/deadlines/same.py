"""Deadlines told more than once in a report: the fullest wording stands for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from tocsin.core.types import Deadline
from tocsin.read.document import Document
from tocsin.read.times.calendar import shift_days

STEM_LETTERS = 4  # "closure", "close" and "closed" share so many
NEARLY_SAME = timedelta(days=2)  # "eight weeks to leave" beside "by April 30"


def fuller(what: str, word: Token, document: Document) -> str:
    """Return "closure of Lindral Camp" for a bare "closure" where the report says of what."""
    if what.lower() != word.lower_ or word.pos_ != "NOUN":
        return what
    for other in document.tokens():
        if other.lemma_ == word.lemma_ and other.i != word.i:
            for kid in other.rights:
                place = next((k for k in kid.rights if k.dep_ == "pobj"), None)
                if kid.lower_ == "of" and place is not None and place.pos_ == "PROPN":
                    return " ".join(other.doc[other.i : place.i + 1].text.split())
    return what


def one_for_each(deadlines: Sequence[Deadline], document: Document) -> tuple[Deadline, ...]:
    """Return the deadlines in text order, of those for one day and thing the fullest only."""
    kept: list[Deadline] = []
    places: dict[date, list[int]] = {}
    for deadline in deadlines:
        near = (n for day in _days_about(deadline.date) for n in places.get(day, ()))
        same = min((n for n in near if _are_one(kept[n], deadline)), default=None)
        if same is None:
            places.setdefault(deadline.date, []).append(len(kept))
            kept.append(deadline)
        elif _worth(deadline, document) > _worth(kept[same], document):
            places.setdefault(deadline.date, []).append(same)
            kept[same] = deadline
    return tuple(kept)


def _days_about(day: date) -> Iterator[date]:
    """Yield the days on which another deadline may be the same one."""
    for shift in range(-NEARLY_SAME.days, NEARLY_SAME.days + 1):
        about = shift_days(day, shift)
        if about is not None:
            yield about


def _are_one(first: Deadline, second: Deadline) -> bool:
    if first.kind is not second.kind:
        return False
    if first.sentence == second.sentence:
        return abs(first.date - second.date) <= NEARLY_SAME
    return first.date == second.date and bool(_stems(first.what) & _stems(second.what))


def _stems(what: str) -> set[str]:
    words = (word.strip(".,()").casefold() for word in what.split())
    return {word[:STEM_LETTERS] for word in words if len(word) >= STEM_LETTERS}


def _worth(deadline: Deadline, document: Document) -> tuple[bool, bool]:
    """Return how well it is told: in prose before a headline, moved before plain."""
    title = document.report.title_span
    in_title = title is not None and title.overlaps(deadline.span)
    return not in_title, "(moved" in deadline.what
