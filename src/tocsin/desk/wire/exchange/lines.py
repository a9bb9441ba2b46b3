"""Lines of an export: each a JSON object that says its kind, and back.

The fields of a line are those of the types in `tocsin.core.types`, under the same names; a field
is left out where it has its default.
"""

from __future__ import annotations

from base64 import b64decode
from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from tocsin.core.errors import BadExportLine
from tocsin.core.ids import JudgementId, ReportId
from tocsin.core.types import (
    CopyGroup,
    Graded,
    Incident,
    Judgement,
    Notice,
    Reading,
    Silence,
    Source,
)
from tocsin.desk.wire.line import OBEYED
from tocsin.store.carried import CaptureFacts

STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

Schema = Literal["tocsin/1"]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ExportLine:
    """The first line: what the others are, and how many; `captures` says if bytes are in it."""

    schema: Schema
    kind: Literal["export"]
    tocsin: str
    as_of: date
    masked: bool
    captures: bool
    lines: Annotated[int, Field(ge=0)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReportLine:
    """A report with its reading and capture; `content` is the capture's bytes in base64."""

    schema: Schema
    kind: Literal["report"]
    version: Annotated[int, Field(ge=0)]
    added_at: AwareDatetime | None = None
    capture: CaptureFacts
    content: str | None = None
    reading: Reading

    @property
    def captured(self) -> bytes | None:
        """Return the capture's bytes, None where the line has none. Raises: ValueError."""
        return None if self.content is None else b64decode(self.content, validate=True)


@dataclass(frozen=True, kw_only=True, config=STRICT)
class JudgementLine:
    """A judgement."""

    schema: Schema
    kind: Literal["judgement"]
    judgement: Judgement


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SourceLine:
    """A source with its records."""

    schema: Schema
    kind: Literal["source"]
    source: Source


@dataclass(frozen=True, kw_only=True, config=STRICT)
class IncidentLine:
    """An incident with its origins, contradictions, tolls, links and standing."""

    schema: Schema
    kind: Literal["incident"]
    incident: Incident


@dataclass(frozen=True, kw_only=True, config=STRICT)
class GradeLine:
    """A statement's credibility with its steps."""

    schema: Schema
    kind: Literal["grade"]
    grade: Graded


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CopiesLine:
    """Reports that print one text."""

    schema: Schema
    kind: Literal["copies"]
    copies: CopyGroup


@dataclass(frozen=True, kw_only=True, config=STRICT)
class NoticeLine:
    """What a publisher says of an earlier report."""

    schema: Schema
    kind: Literal["notice"]
    notice: Notice


@dataclass(frozen=True, kw_only=True, config=STRICT)
class RetractionLine:
    """A report that was withdrawn."""

    schema: Schema
    kind: Literal["retraction"]
    report: ReportId


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SilenceLine:
    """A source that stopped reporting."""

    schema: Schema
    kind: Literal["silence"]
    silence: Silence


@dataclass(frozen=True, kw_only=True, config=STRICT)
class UnappliedLine:
    """A judgement that waits for what it judges."""

    schema: Schema
    kind: Literal["unapplied"]
    judgement: JudgementId


Line = (
    ExportLine
    | ReportLine
    | JudgementLine
    | SourceLine
    | IncidentLine
    | GradeLine
    | CopiesLine
    | NoticeLine
    | RetractionLine
    | SilenceLine
    | UnappliedLine
)


def line_text(line: Line) -> str:
    """Return the line as JSON, without a line end; equal lines give equal text."""
    text = _adapter().dump_json(line, exclude_defaults=True).decode("utf-8")
    return OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def line_of(text: bytes, *, name: str) -> Line:
    """Return the line that the JSON holds; `name` says which, for the error.

    Raises: BadExportLine where it is no JSON, of no known kind, or a field lacks, is unknown or
    of the wrong type.
    """
    try:
        return _adapter().validate_json(text)
    except ValidationError as wrong:
        raise BadExportLine(name, reason=_complaint(wrong)) from None
    except RecursionError:
        raise BadExportLine(name, reason="nested too deep") from None


def _complaint(wrong: ValidationError) -> str:
    """Return the first complaint; never the value that it is about, which may be testimony."""
    first = wrong.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"].startswith("union_tag"):
        return "of no kind that is known"
    where = ".".join(str(step) for step in first["loc"][1:])
    return f"{where}: {first['msg']}" if where else first["msg"]


@cache
def _adapter() -> TypeAdapter[Line]:
    return TypeAdapter(Annotated[Line, Field(discriminator="kind")])
