"""Named places that no gazetteer holds: their full names, and where the text puts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tocsin.core.place import Place
from tocsin.read.places.resolve import Choice
from tocsin.read.places.toponyms import Toponym
from tocsin.read.places.unknown_names import bare_name


def full_names(toponyms: Sequence[Toponym]) -> Mapping[str, str]:
    """Return the longest form of each ungrounded name: "Lindral" → "Lindral Camp"."""
    forms: dict[str, str] = {}
    holders: dict[str, str] = {}
    for toponym in toponyms:
        if not toponym.candidates:
            words = _words(toponym)
            if forms.setdefault(toponym.key, words).isupper():
                forms[toponym.key] = words  # a headline's capitals give way
            holders.setdefault(bare_name(toponym), toponym.key)
    return {key: forms[holders.get(key, key)] for key in forms}


def _words(toponym: Toponym) -> str:
    tokens = toponym.first.doc[toponym.first.i : toponym.last.i + 1]
    return " ".join(tokens.text.split())


def containers_of(
    toponyms: Sequence[Toponym], choices: Mapping[str, Choice], full: Mapping[str, str]
) -> Mapping[int, int]:
    """Return, for each ungrounded toponym, the index of the grounded one it lies in.

    What the wording of any mention of the place says comes first: "Ninefold, Karsh"; then the
    country that the document speaks of most, unless the wording puts it in an unknown country.
    """
    grounded = {
        index: choices[toponym.key].place
        for index, toponym in enumerate(toponyms)
        if toponym.key in choices and toponym.candidates
    }
    ungrounded = [index for index in range(len(toponyms)) if index not in grounded]
    if not grounded or not ungrounded:
        return {}
    stated = _stated_holders(toponyms, grounded, full)
    country = _main_country(grounded)
    holders = {
        index: stated.get(full.get(toponyms[index].key, ""), country) for index in ungrounded
    }
    return {index: holder for index, holder in holders.items() if holder is not None}


def _stated_holders(
    toponyms: Sequence[Toponym], grounded: Mapping[int, Place], full: Mapping[str, str]
) -> Mapping[str, int | None]:
    """Return what the wording puts each name in; None for a holder that is unknown itself."""
    position = {id(toponym): index for index, toponym in enumerate(toponyms)}
    stated: dict[str, int | None] = {}
    for toponym in toponyms:
        if toponym.container is not None and not toponym.candidates:
            holder = position.get(id(toponym.container))
            known = holder if holder in grounded else None
            if stated.get(full[toponym.key]) is None:
                stated[full[toponym.key]] = known
    return stated


def _main_country(grounded: Mapping[int, Place]) -> int | None:
    """Return the first mention of the country that half of the grounded names or more lie in."""
    counted = Counter(place.country for place in grounded.values() if place.country)
    for country, mentions in counted.most_common(1):
        for index, place in grounded.items():
            if place.country == country and place.feature == "PCLI":
                return index if 2 * mentions >= counted.total() else None
    return None
