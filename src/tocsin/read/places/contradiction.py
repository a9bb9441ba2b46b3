"""Known names that the text itself denies to be the place known: they become named places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tocsin.core.place import Place
from tocsin.read.places.folding import fold_name
from tocsin.read.places.toponyms import Toponym
from tocsin.read.places.unknown_names import bare_name

TOWN_OF_NOTE = 50_000  # people: a site named for such a town is called by its full name


def unground_contradicted(toponyms: Sequence[Toponym]) -> None:
    """Take the candidates from names that stand for another place than any of them.

    "Lindral, Tarvenia" when every known Lindral lies elsewhere; "Lindral" where "Lindral Camp"
    is spoken of and the known Lindral is a hamlet somewhere.
    """
    sites = {bare_name(toponym) for toponym in toponyms if not toponym.candidates} - {""}
    denied = {
        toponym.key for toponym in toponyms if toponym.candidates and _is_put_elsewhere(toponym)
    }
    for toponym in toponyms:
        if toponym.key in denied or (toponym.key in sites and not _is_of_note(toponym)):
            toponym.candidates = ()


def _is_put_elsewhere(toponym: Toponym) -> bool:
    """Return whether the text puts it in a country where no known place bears the name."""
    holder = toponym.container
    if holder is None or _is_listed(holder) or toponym.candidates[0].feature == "PCLI":
        return False
    nations = {place.country for place in holder.candidates if place.feature == "PCLI"}
    others = any(place.feature != "PCLI" for place in holder.candidates)
    return bool(nations) and not others and not _any_in(toponym.candidates, nations)


def _any_in(places: Iterable[Place], nations: set[str | None]) -> bool:
    return any(place.country in nations for place in places)


def _is_listed(toponym: Toponym) -> bool:
    """Return whether the name goes on in a list: "Halvik, Ostrel and Brenmark"."""
    doc, after = toponym.last.doc, toponym.last.i + 1
    if after < len(doc) and doc[after].text == ",":
        after += 1
    return after < len(doc) and doc[after].lower_ in {"and", "or", "&"}


def _is_of_note(toponym: Toponym) -> bool:
    return any(
        place.population >= TOWN_OF_NOTE and fold_name(place.name) == toponym.key
        for place in toponym.candidates
    ) or any(place.is_picked for place in toponym.candidates)
