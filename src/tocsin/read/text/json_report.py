"""Drafts of the designed JSON form; its text is kept exactly: callers count its characters."""

from __future__ import annotations

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from tocsin.core.errors import BadJsonLine, JsonLineWithoutText
from tocsin.core.types import Capture, Known
from tocsin.read.text.dates import is_partial, parse_day
from tocsin.read.text.draft import Draft, one_line
from tocsin.read.text.encoding import notes_on_characters


class ReportLine(BaseModel):
    """One input line; unknown keys are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    id: str | int | None = None
    text: str | None = None
    title: str | None = None
    published: str | int | float | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None


def draft_of_json(capture: Capture) -> Draft:
    """Return the draft of a report line. Raises: BadJsonLine, JsonLineWithoutText."""
    line = _parse(capture)
    if line.text is None or not line.text.strip():
        raise JsonLineWithoutText(capture.obtained_from)
    given = None if line.published is None else str(line.published)
    published, fault = parse_day(given)
    notes = (fault,) if fault else ()
    return Draft(
        text=line.text,
        title=one_line(line.title),
        byline=one_line(line.byline),
        outlet=one_line(line.outlet),
        published=published,
        published_known=Known.GIVEN if published else None,
        refused_day=None if is_partial(given) else fault,
        language=line.language,
        url=one_line(line.url, longest=2_000) or capture.url,
        given_id=one_line(str(line.id)) if line.id is not None else None,
        notes=(*notes, *notes_on_characters(line.text)),
    )


def _parse(capture: Capture) -> ReportLine:
    subject = capture.obtained_from
    try:
        fields = orjson.loads(capture.content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as broken:
        reason = f"no JSON (at character {broken.pos})"
        raise BadJsonLine(subject, reason=reason) from broken
    if not isinstance(fields, dict):
        raise BadJsonLine(subject, reason="not an object")
    try:
        return ReportLine.model_validate(fields)
    except ValidationError as wrong:
        faults = {str(error["loc"][0]): error["msg"] for error in wrong.errors(include_input=False)}
        reason = "; ".join(f'"{name}": {message}' for name, message in faults.items())
        raise BadJsonLine(subject, reason=reason) from wrong
