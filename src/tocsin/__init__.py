"""Tocsin: from reports of threatened or ongoing mass violence to a sourced early warning.

    >>> import tocsin
    >>> reading = tocsin.read("Soldiers shelled Halvik on Monday.", published="2031-03-04")
    >>> reading.report.language
    'en'

The same as the command line gives, as values: `read` one text, `brief` many, `incidents` of many,
and `why` one of them stands as it does. Everything runs on this machine; what is masked in outputs
is not masked here, see `tocsin.warn.redaction.masked`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING, overload

import tocsin.read as _stage

if TYPE_CHECKING:
    from tocsin.core.types import Brief, Incident, Judgement, Reading, Rejected
    from tocsin.desk.jobs.why import IncidentWhy, StatementWhy

__version__ = "0.1.0"

__all__ = ["__version__", "brief", "incidents", "read", "why"]


@overload
def read(  # type: ignore[overload-overlap]  # a str is a sequence of them too: it is one text
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Reading: ...
@overload
def read(
    text: Iterable[str | Reading | Mapping[str, object]], *, jobs: int | None = None
) -> Iterator[Reading | Rejected]: ...
def read(
    text: str | Iterable[str | Reading | Mapping[str, object]],
    *,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    language: str | None = None,
    jobs: int | None = None,
) -> Reading | Iterator[Reading | Rejected]:
    """Return what is read from one report's text; offsets in it count the text's characters.

    `published` is the day it came out, as a date or "YYYY-MM-DD"; with none, the text's own
    dateline is looked for. Raises: ValueError for a day that is none, an ItemError leaf
    (docs/errors.md) for a text that cannot be read.

    Given many reports (texts, or mappings of the JSON line form), it yields what each became, in
    order, a `Rejected` for one that cannot be read. `jobs` is the number of processes that read
    them; without it, one for each core where there is enough to read.
    """
    from tocsin.desk.jobs.texts import day_of, read_text, read_texts

    given = {
        "published": day_of(published, name="published"),
        "title": title,
        "outlet": outlet,
        "byline": byline,
        "url": url,
        "language": language,
    }
    if isinstance(text, str):
        return read_text({"text": text, **given})
    if any(value is not None for value in given.values()):
        raise TypeError("of many reports each tells its own day, title and outlet: give mappings")
    return read_texts(text, jobs=jobs)


def brief(
    reports: Iterable[str | Reading | Mapping[str, object]],
    *,
    as_of: date | str | None = None,
    jobs: int | None = None,
) -> Brief:
    """Return the brief over the reports: texts, readings, or mappings of the JSON line form.

    `as_of` is the day it looks from, by default the last day on which a report was published.
    A report that cannot be read is in the brief's `rejected`. `jobs` is the number of processes
    that read, as in `read`. Raises: ValueError for a day that
    is none, TypeError where `reports` holds something else.
    """
    from tocsin.desk.jobs.texts import brief_texts, day_of

    return brief_texts(reports, as_of=day_of(as_of, name="as_of"), jobs=jobs)


def incidents(
    reports: Brief | Iterable[str | Reading | Mapping[str, object]],
    *,
    judgements: Sequence[Judgement] = (),
    as_of: date | str | None = None,
    jobs: int | None = None,
) -> tuple[Incident, ...]:
    """Return the incidents of the reports, each with its origins, counts and contradictions.

    `reports` are as in `brief`, or a brief, whose own incidents they then are. `judgements` are
    analysts' words that the weighing keeps to. Raises: as `brief`.
    """
    return _weighed(reports, judgements=judgements, as_of=as_of, jobs=jobs).ledger.incidents


def why(
    id: str,
    reports: Brief | Iterable[str | Reading | Mapping[str, object]],
    *,
    judgements: Sequence[Judgement] = (),
    as_of: date | str | None = None,
    jobs: int | None = None,
) -> IncidentWhy | StatementWhy:
    """Return why the incident or statement of that id stands as it does in the reports.

    `id` may be the start of one, or an event's, which means its incident. The rest is as in
    `incidents`. Raises: as `brief`; NotWeighed, AmbiguousId.
    """
    from tocsin.desk.jobs.why import why_of

    return why_of(id, _weighed(reports, judgements=judgements, as_of=as_of, jobs=jobs))


def _weighed(
    reports: Brief | Iterable[str | Reading | Mapping[str, object]],
    *,
    judgements: Sequence[Judgement],
    as_of: date | str | None,
    jobs: int | None,
) -> Brief:
    from tocsin.core.types import Brief
    from tocsin.desk.jobs.texts import day_of, weigh_texts

    if isinstance(reports, Brief):
        return reports
    day = day_of(as_of, name="as_of")
    return weigh_texts(reports, judgements=judgements, as_of=day, jobs=jobs)


class _CallableStage(ModuleType):
    """The stage package `tocsin.read`, which also answers the call `tocsin.read(text)`.

    A package and a function cannot share a name; a package that can be called serves both.
    """

    __call__ = staticmethod(read)


_stage.__class__ = _CallableStage
globals()["read"] = _stage
