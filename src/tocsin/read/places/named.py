"""Named places that no gazetteer holds: their full names, and where the text puts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tocsin.core.place import Place
from tocsin.read.places.resolve import Choice
from tocsin.read.places.toponyms import Toponym

DISTRICTS = frozenset({"ADM1", "ADM2", "ADM3"})


def full_names(toponyms: Sequence[Toponym]) -> Mapping[str, str]:
    """Return the longest form of each ungrounded name: "Lindral" → "Lindral Camp"."""
    forms: dict[str, str] = {}
    for toponym in toponyms:
        if not toponym.candidates:
            forms.setdefault(toponym.key, _words(toponym))
    longest = {}
    for key in forms:
        words = set(key.split())
        holders = [other for other in forms if words < set(other.split())]
        longest[key] = forms[max(holders, key=len)] if holders else forms[key]
    return longest


def _words(toponym: Toponym) -> str:
    doc = toponym.first.doc
    return " ".join(doc.text[toponym.span.start : toponym.span.end].split())


def containers_of(
    toponyms: Sequence[Toponym], choices: Mapping[str, Choice]
) -> Mapping[int, int]:
    """Return, for each ungrounded toponym, the index of the grounded one it lies in.

    What the wording of any of its mentions says comes first: "Ninefold, Karsh"; then a district
    in the same sentence; then the country that the document speaks of most.
    """
    grounded = {
        index: choices[toponym.key].place
        for index, toponym in enumerate(toponyms)
        if toponym.candidates
    }
    ungrounded = [index for index in range(len(toponyms)) if index not in grounded]
    if not grounded or not ungrounded:
        return {}
    position = {id(toponym): index for index, toponym in enumerate(toponyms)}
    country = _main_country(grounded)
    stated: dict[str, int] = {}
    for index in ungrounded:
        holder = toponyms[index].container
        if holder is not None and position.get(id(holder)) in grounded:
            stated.setdefault(toponyms[index].key, position[id(holder)])
    return {
        index: found
        for index in ungrounded
        for found in [stated.get(toponyms[index].key, country)]
        if found is not None
    }


def _main_country(grounded: Mapping[int, Place]) -> int | None:
    """Return the index of the first mention of the country that most grounded names lie in."""
    counted = Counter(place.country for place in grounded.values() if place.country)
    for country, _ in counted.most_common():
        for index, place in grounded.items():
            if place.country == country and place.feature == "PCLI":
                return index
    return None
