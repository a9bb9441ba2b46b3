"""A small desk to export: three reports, a copy, a private person, a judgement."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from pathlib import Path

from factories import Page
from judgements import judged
from tocsin.core.types import (
    Capture,
    Judgement,
    NameKind,
    NameMention,
    Reading,
    Span,
    Verdict,
    report_id,
)
from tocsin.store.store import make_store, open_store

NOW = datetime(2031, 4, 20, 12, 30, 5, 250, tzinfo=UTC)
AS_OF = ["--as-of", "2031-04-21"]


def killing(outlet: str, place: str, killed: int, lead: str) -> tuple[Capture, Reading]:
    """Return a capture and what was read from it; Joren Pell is a private person."""
    text = f"{lead} Interior Guard troops killed {killed} people in {place}, Joren Pell said."
    capture = Capture.of(
        f"{text} [{outlet}]".encode(),
        media_type="text/plain",
        obtained_from="Joren Pell.txt",
        obtained_at=NOW,
    )
    page = Page(text, outlet=outlet, title="=Joren Pell speaks")
    page.report = dataclasses.replace(
        page.report, id=report_id(capture.sha256), capture=capture.id, sha256=capture.sha256
    )
    said = page.says("Joren Pell", f"troops killed {killed} people in {place}")
    page.event(
        "kill", "killed", actors=["Interior Guard"], targets=["people"], place=place,
        day=date(2031, 4, 9), killed=killed, statement=said,
    )  # fmt: skip
    start = text.index("Joren Pell")
    pell = NameMention(
        span=Span(start, start + 10), text="Joren Pell", kind=NameKind.PERSON,
        canonical="Joren Pell", private=True,
    )  # fmt: skip
    return capture, dataclasses.replace(page.reading(), names=(pell,))


PAGES = (
    killing("The Velmora Courier", "Halvik", 12, "Our reporter counted the dead by the mill."),
    killing("Karsh Monitor", "Halvik", 14, "Nurses at two clinics spoke to this paper."),
    killing("Northern Wire", "Halvik", 14, "Nurses at two clinics spoke to this paper."),
    killing("Halvik Radio", "Brenmark", 3, "Callers told of shots at a bridge."),
)


def word(reading: Reading, *, hour: int = 0) -> Judgement:
    """Return an analyst's correction that names a private person."""
    return judged(
        Verdict.CORRECT, reading.events[0].id, field="actors", value="Joren Pell", hour=hour,
        reason="Joren Pell said so",
    )  # fmt: skip


def make_desk(
    folder: Path, *, pages: tuple[tuple[Capture, Reading], ...] = PAGES, judged_pages: int = 1
) -> Path:
    """Return the folder of a store that holds the pages, the first ones judged."""
    make_store(folder)
    with open_store(folder) as store:
        for capture, reading in pages:
            store.keep(capture, reading, now=NOW)
        store.judge([word(reading) for _, reading in pages[:judged_pages]])
    return folder
