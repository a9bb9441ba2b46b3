"""A parsed fictional report with its places, without a gazetteer."""

from __future__ import annotations

import re

from tocsin.core.ids import CaptureId, sha256_hex
from tocsin.core.place import Place
from tocsin.core.types import Language, NameMention, PlaceMention, Report, Span, report_id
from tocsin.read.document import Document, parse_reports
from tocsin.read.encoder.model import shipped_model
from tocsin.read.language_model import english
from tocsin.read.names import find_names

COUNTRIES = {"Tarvenia": "XTV", "Tarvenian": "XTV", "Ostrel": "XOS", "Ostreli": "XOS"}
TOWNS = ("Velmora", "Halvik", "Brenmark", "Sorrel Crossing", "Lindral", "Dessin", "Karsh")
NAMED = re.compile(rf"\b(?:{'|'.join(sorted((*COUNTRIES, *TOWNS), key=len, reverse=True))})\b")


def parsed(text: str, byline: str | None = None) -> Document:
    """Return the text as a parsed report."""
    digest = sha256_hex(text.encode("utf-8", "surrogatepass"))
    report = Report(
        id=report_id(digest),
        capture=CaptureId("cap_1"),
        sha256=digest,
        text=text,
        language=Language("en"),
        byline=byline,
    )
    return next(parse_reports([report], pipeline=english(), model=shipped_model()))


def places_of(text: str) -> tuple[PlaceMention, ...]:
    """Return the places of the fictional world that the text names."""
    return tuple(_place(match) for match in NAMED.finditer(text))


def _place(match: re.Match[str]) -> PlaceMention:
    country = COUNTRIES.get(match.group())
    place = Place(
        name=match.group(),
        lon=0.0,
        lat=0.0,
        uncertainty_km=5.0,
        feature="PCLI" if country else "PPL",
        country=country or "XTV",
    )
    return PlaceMention(
        span=Span(*match.span()), text=match.group(), name=match.group(), place=place
    )


def names_in(text: str, byline: str | None = None) -> tuple[NameMention, ...]:
    """Return the names found in the text."""
    return find_names(parsed(text, byline), places_of(text))


def named(text: str, mention: str, byline: str | None = None) -> NameMention:
    """Return the first name with the wording."""
    found = names_in(text, byline)
    matching = [name for name in found if name.text == mention]
    assert matching, f"{mention!r} not among {[name.text for name in found]}"
    return matching[0]
