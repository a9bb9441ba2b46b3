"""When two wordings name one bearer, and when a wording names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tocsin.ontology.sourcing import sourcing_words
from tocsin.weigh.copies.shingles import words_of


def folded(name: str) -> str:
    """Return a name without case, articles and punctuation.

    >>> folded("The Velmora  Courier")
    'velmora courier'
    """
    words = words_of(name)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def telling_words(name: str) -> frozenset[str]:
    """Return the words of a name that few others share.

    >>> sorted(telling_words("residents of Lindral Camp"))
    ['lindral']
    """
    common = sourcing_words().common_in_names
    return frozenset(word for word in words_of(name) if word not in common and not word.isdigit())


def is_unnamed(speaker: str) -> bool:
    """Return whether a speaker phrase names nobody ("another report", "two officials").

    >>> is_unnamed("another report"), is_unnamed("the Karsh Monitor"), is_unnamed("residents")
    (True, False, True)
    >>> is_unnamed("information received from Ostrel"), is_unnamed("the army")
    (True, False)
    """
    lists = sourcing_words()
    words = words_of(speaker)
    if not words:
        return True
    if any(word[0].isupper() for word in speaker.split()[1:]):
        nobody = lists.unnamed_papers | lists.unnamed_crowds
        return "another" in words or words[0] in nobody
    if words[0] in lists.unnamed_speakers or words[-1] in lists.unnamed_speakers:
        return True
    return not speaker[:1].isupper() and words[-1] not in lists.institutions


def bearer_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return each bearer once, by its fullest name; "people" only where nobody is named.

    >>> bearer_names(["camp", "Lindral", "Lindral Camp", "lindral camp"])
    ('Lindral Camp',)
    >>> bearer_names(["at least 12", "twelve people"])
    ('twelve people',)
    """
    by_folded: dict[str, str] = {}
    for name in filter(folded, names):
        by_folded.setdefault(folded(name), name)
    told = [key for key in by_folded if telling_words(key)]
    if not told:
        crowd = [name for key, name in by_folded.items() if not key[-1:].isdigit()]
        return tuple(crowd[:1])
    kept = [key for key in told if not any(_is_part(key, other) for other in told)]
    return tuple(by_folded[key] for key in kept)


def _is_part(name: str, other: str) -> bool:
    return name != other and f" {name} " in f" {other} "


def fuller_names(names: Iterable[str]) -> Mapping[str, str]:
    """Return, for each folded name, the one longer name that ends in it, else itself.

    A lone institution ("office", "ministry") stays: each report means its own by it.

    >>> fuller_names(["kett", "mara kett"])["kett"]
    'mara kett'
    """
    distinct = sorted(set(names))
    by_last: dict[str, list[str]] = {}
    for name in distinct:
        by_last.setdefault(name.rpartition(" ")[2], []).append(name)
    return {name: _fuller(name, by_last[name.rpartition(" ")[2]]) for name in distinct}


def _fuller(name: str, same_last: list[str]) -> str:
    if name in sourcing_words().institutions:
        return name
    longer = [other for other in same_last if other.endswith(f" {name}")]
    return longer[0] if len(longer) == 1 else name
