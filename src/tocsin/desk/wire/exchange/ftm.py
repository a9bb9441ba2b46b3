"""FollowTheMoney entities: an id, a schema, and properties that are lists of strings.

Source: the FollowTheMoney model 4.11 (Article, Event, Documentation, Note, Mention, Person,
Organization, PublicBody, LegalEntity).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from tocsin.core.time import TimeSpan
from tocsin.desk.wire.line import Json
from tocsin.read.places.shipped import shipped_countries

ALPHA_3_LANGUAGES = {
    "am": "amh", "ar": "ara", "bn": "ben", "de": "deu", "en": "eng", "es": "spa", "fa": "fas",
    "fr": "fra", "ha": "hau", "he": "heb", "hi": "hin", "id": "ind", "it": "ita", "ku": "kur",
    "my": "mya", "nl": "nld", "pl": "pol", "ps": "pus", "pt": "por", "ru": "rus", "so": "som",
    "sw": "swa", "tr": "tur", "uk": "ukr", "ur": "urd", "zh": "zho",
}  # fmt: skip
"""ISO 639-3 codes, which the model takes, of the languages that reports most often come in."""

REFERENCES = frozenset({"document", "entity", "involved", "proof", "resolved"})
"""Properties that hold ids."""

Words = str | None | Iterable[str | None]


def entity(id_: str, schema: str, **properties: Words) -> Json:
    """Return the entity; a property without a value is left out, and each value is there once.

    The model's ids have no underscore: they are ours with a hyphen.

    >>> entity("rep_1", "Article", title="Camp closes", author=None)
    {'id': 'rep-1', 'schema': 'Article', 'properties': {'title': ['Camp closes']}}
    """
    given = {name: _values(words) for name, words in properties.items()}
    for name in REFERENCES & given.keys():
        given[name] = [_id(one) for one in given[name]]
    return {
        "id": _id(id_),
        "schema": schema,
        "properties": {name: values for name, values in given.items() if values},
    }


def country(alpha3: str | None) -> str | None:
    """Return the country as the model writes it, None for one that it does not know.

    >>> country("SDN"), country("TRV")
    ('sd', None)
    """
    return _alpha2().get(alpha3) if alpha3 else None


def dates(span: TimeSpan | None) -> dict[str, str | None]:
    """Return the days of a time as the properties of an interval."""
    first, last = (_day(span.earliest), _day(span.latest)) if span else (None, None)
    if first == last:
        return {"date": first}
    return {"startDate": first, "endDate": last}


def language(code: str) -> str | None:
    """Return the language as the model writes it, None for one that is not listed here."""
    return ALPHA_3_LANGUAGES.get(code)


def _id(ours: str) -> str:
    return ours.replace("_", "-")


def _values(words: Words) -> list[str]:
    given = [words] if words is None or isinstance(words, str) else words
    return list(dict.fromkeys(plain for one in given if one and (plain := one.strip())))


def _day(instant: datetime | None) -> str | None:
    return instant.date().isoformat() if instant else None


@cache
def _alpha2() -> dict[str, str]:
    return {one.alpha3: one.alpha2.lower() for one in shipped_countries()}
