"""Texts in memory read and briefed: what the Python interface calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache

import orjson
import structlog

from tocsin.core.config import ReadSettings, Settings
from tocsin.core.errors import BadJsonLine, ReaderFailure
from tocsin.core.media import MediaType
from tocsin.core.types import Brief, Capture, Judgement, Reading, Rejected
from tocsin.desk.jobs.brief import brief_job
from tocsin.desk.jobs.ledger import ledger_job
from tocsin.desk.jobs.stages import Stages
from tocsin.desk.log import configure_logging
from tocsin.read.text.dates import parse_day

Fields = Mapping[str, object]


def read_text(fields: Fields) -> Reading:
    """Return the reading of one report in the form of a JSON line. Raises: an ItemError leaf."""
    stages = _stages()
    report = stages.extract(capture_of(fields, name="text"))
    try:
        return next(iter(stages.reader.read((report,))))
    except Exception as failure:
        raise ReaderFailure("text", reason=type(failure).__name__) from failure


def read_texts(
    reports: Iterable[str | Reading | Fields], *, jobs: int | None
) -> Iterator[Reading | Rejected]:
    """Yield what each text or fields of a JSON line became, in order; readings as they are."""
    if isinstance(reports, str | bytes | Mapping | Reading):
        raise TypeError("reports: give a list, of one report too")
    if jobs is not None and jobs < 1:
        raise ValueError("jobs: give a number of processes, 1 or more")
    return _stages(jobs).read(_captured(reports))


def brief_texts(
    reports: Iterable[str | Reading | Fields], *, as_of: date | None, jobs: int | None
) -> Brief:
    """Return the brief over texts, readings and fields of a JSON line."""
    return brief_job(read_texts(reports, jobs=jobs), as_of=as_of, now=datetime.now(UTC))


def weigh_texts(
    reports: Iterable[str | Reading | Fields],
    *,
    judgements: Sequence[Judgement],
    as_of: date | None,
    jobs: int | None,
) -> Brief:
    """Return the brief as far as it is weighed over texts, readings and fields of a JSON line."""
    items = read_texts(reports, jobs=jobs)
    return ledger_job(items, judgements=judgements, as_of=as_of, now=datetime.now(UTC))


def day_of(given: date | str | None, *, name: str) -> date | None:
    """Return the day that an argument names. Raises: ValueError, TypeError."""
    if given is None or isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    if not isinstance(given, str):
        raise TypeError(f"{name}: give a date or YYYY-MM-DD, not {type(given).__name__}")
    day, fault = parse_day(given)
    if day is None:
        raise ValueError(f"{name}: {fault or 'empty'}; give a date or YYYY-MM-DD")
    return day


def capture_of(fields: Fields, *, name: str) -> Capture:
    """Return the capture of a report line that was never a file. Raises: BadJsonLine."""
    given = {key: value for key, value in fields.items() if value is not None}
    try:
        content = orjson.dumps(given, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError as unfit:
        raise BadJsonLine(name, reason=str(unfit)) from unfit
    return Capture.of(
        content,
        media_type=MediaType.REPORT_JSON,
        obtained_from=name,
        obtained_at=datetime.now(UTC),
    )


def _captured(reports: Iterable[object]) -> Iterator[Capture | Reading | Rejected]:
    for number, report in enumerate(reports, start=1):
        if isinstance(report, Reading):
            yield report
            continue
        fields = {"text": report} if isinstance(report, str) else report
        if not isinstance(fields, Mapping):
            kind = type(report).__name__
            raise TypeError(f"report {number} is a {kind}: give a text, a reading or a mapping")
        try:
            yield capture_of(fields, name=f"report {number}")
        except BadJsonLine as unfit:
            yield unfit.as_rejected()


@cache
def _stages(jobs: int | None = None) -> Stages:
    if not structlog.is_configured():  # its own default prints on standard output
        configure_logging(0)
    return Stages(settings=Settings(read=ReadSettings(jobs=jobs)))
