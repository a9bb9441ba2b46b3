"""Fictional reports parsed for the place tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tocsin.core.ids import CaptureId, sha256_hex
from tocsin.core.ports import Gazetteer
from tocsin.core.types import Language, PlaceMention, Report, report_id
from tocsin.read.document import Document, parse_reports
from tocsin.read.encoder.model import shipped_model
from tocsin.read.language_model import english
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.places.ground import ground_places

TARVENIA = """name,lon,lat,country,admin1,feature,uncertainty_km,population,alternates
Tarvenia,32.0,47.5,TRV,,PCLI,300,4000000,Republic of Tarvenia|Tarvenian
Karsh,31.2,47.1,TRV,,ADM1,90,300000,Karsh Province
Halvik,31.0,47.0,TRV,Karsh,PPL,5,60000,
"""


@cache
def gazetteer() -> Gazetteer:
    """Return the packaged gazetteer, opened once for all tests."""
    return open_gazetteer()


def with_tarvenia(folder: Path) -> Gazetteer:
    """Return the gazetteer with a desk's own list of Tarvenia."""
    path = folder / "tarvenia.csv"
    path.write_text(TARVENIA, encoding="utf-8")
    return open_gazetteer([path])


def document_of(text: str) -> Document:
    """Return the parsed document of a text."""
    digest = sha256_hex(text.encode("utf-8", "surrogatepass"))
    report = Report(
        id=report_id(digest),
        capture=CaptureId(f"cap_{digest}"),
        sha256=digest,
        text=text,
        language=Language("en"),
    )
    return next(parse_reports([report], pipeline=english(), model=shipped_model()))


def places_in(text: str, known: Gazetteer | None = None) -> tuple[PlaceMention, ...]:
    """Return the places of a text."""
    return ground_places(document_of(text), known or gazetteer())


def place_called(text: str, words: str, known: Gazetteer | None = None) -> PlaceMention:
    """Return the first mention with the words. Raises: StopIteration where there is none."""
    return next(mention for mention in places_in(text, known) if mention.text == words)
