"""Gaps: what is missing, contradicted or rests on one origin, and what would change that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from tocsin.assess.confidence import CORROBORATED_ORIGINS, counted_origins, supporting_origins
from tocsin.assess.level import LevelFinding
from tocsin.assess.scopes import Scope
from tocsin.assess.wording import described
from tocsin.core.ids import SourceId, StatementId
from tocsin.core.time import day_words
from tocsin.core.types import (
    Deadline,
    Incident,
    Ledger,
    Origin,
    Reading,
    Reason,
    Source,
    Stance,
    Statement,
)
from tocsin.ontology.event_types import Tone, event_types

SILENT_AFTER_DAYS = 7  # a week without news on a situation is worth saying
DATES_NAMED = 2
QUOTED_CHARACTERS = 120
NAMED_GAPS = 5  # the reader of a brief needs the first few; the ledger holds all


def find_gaps(
    scope: Scope, ledger: Ledger, finding: LevelFinding, *, as_of: datetime
) -> tuple[Reason, ...]:
    """Return what an analyst should know is missing, each with the statements concerned."""
    sources = {source.id: source for source in ledger.sources}
    deciding = finding.incidents or scope.incidents
    return (
        *_origin_gaps(deciding, sources),
        *_untraced_gaps([*deciding, *filter(_is_on_acts, scope.incidents)]),
        *_contradiction_gaps(scope, deciding),
        *_withdrawn_gaps(scope, ledger),
        *_silence(scope, as_of),
    )


def what_would_change(
    scope: Scope,
    finding: LevelFinding,
    dates: Sequence[Deadline],
    *,
    threatened_by: Sequence[str],
    as_of: date,
) -> tuple[str, ...]:
    """Return concrete findings that would raise or lower level or confidence."""
    acts = list(dict.fromkeys(map(described, finding.incidents)))[:2]
    changes = [
        f"An independent report, from someone who is no party, on the {act}." for act in acts
    ]
    if threatened_by:
        changes.append(f"An answer by {threatened_by[0]}, or a record of its orders.")
    if any(incident.contradicts for incident in scope.incidents):
        changes.append("Inspection by an outside body of the claims that contradict one another.")
    changes += [
        f"News that the date of {day_words(one.date)} has moved, or passes without harm."
        for one in dates
        if one.date >= as_of
    ][:DATES_NAMED]
    if _untraced_origins(scope.incidents):
        changes.append("Word at first hand from the sources that cannot be traced.")
    return tuple(changes)


def _origin_gaps(
    incidents: Sequence[Incident], sources: Mapping[SourceId, Source]
) -> Iterator[Reason]:
    counted = {origin.name: origin for i in incidents for origin in counted_origins(i)}
    if len(counted) == 1:
        (origin,) = counted.values()
        yield _single_origin(origin, incidents, sources)
    elif not counted and incidents:
        supports = tuple(s for incident in incidents for s in incident.supports)
        yield Reason(
            text="No origin can be told behind the reports.",
            rule="gap.untraced",
            statements=supports,
        )
    alone = [i for i in incidents if len(counted_origins(i)) < CORROBORATED_ORIGINS]
    for text, statements in _by_description(alone).items():
        yield Reason(
            text=f"No independent confirmation of the {text}.",
            rule="gap.unconfirmed",
            statements=statements,
        )


def _single_origin(
    origin: Origin, incidents: Sequence[Incident], sources: Mapping[SourceId, Source]
) -> Reason:
    cards = [sources[s] for s in origin.sources if s in sources]
    party = next((card.party for card in cards if card.party), None)
    statements = tuple(dict.fromkeys(s for i in incidents for s in i.supports))
    if origin.party and party is not None:
        text = (
            f"Only one origin, and it is a party to the dispute: {origin.name} "
            f"({party.role}, {party.of})."
        )
        return Reason(text=text, rule="gap.single-origin-party", statements=statements)
    text = f"Only one independent origin: {origin.name}."
    return Reason(text=text, rule="gap.single-origin", statements=statements)


def _by_description(incidents: Sequence[Incident]) -> dict[str, tuple[StatementId, ...]]:
    found: dict[str, tuple[StatementId, ...]] = {}
    for incident in incidents:
        text = described(incident)
        found[text] = tuple(dict.fromkeys(found.get(text, ()) + incident.supports))
    return dict(list(found.items())[:NAMED_GAPS])


def _untraced_origins(incidents: Sequence[Incident]) -> list[Origin]:
    return [
        origin
        for incident in incidents
        for origin in supporting_origins(incident)
        if not origin.certain and "cannot tell" in origin.reason
    ]


def _untraced_gaps(incidents: Sequence[Incident]) -> Iterator[Reason]:
    by_reason: dict[str, list[Origin]] = {}
    for origin in _untraced_origins(incidents):
        by_reason.setdefault(origin.reason, []).append(origin)
    for reason, origins in by_reason.items():
        first = {origin.name: origin.statements[:1] for origin in reversed(origins)}
        named = list(reversed(first.items()))[:NAMED_GAPS]
        statements = tuple(dict.fromkeys(s for _, held in named for s in held))
        text = f"Cannot be traced: {', '.join(name for name, _ in named)} ({reason})."
        yield Reason(text=text, rule="gap.untraced-source", statements=statements)


def _contradiction_gaps(scope: Scope, deciding: Sequence[Incident]) -> Iterator[Reason]:
    """Yield what is contradicted, of the deciding incidents first, each pair of voices once."""
    contents = _contents(scope.readings)
    others = [i for i in scope.incidents if i not in deciding and _is_on_acts(i)]
    disputed = [i for i in (*deciding, *others) if i.contradicts]
    for incident in disputed[:NAMED_GAPS]:
        seen: set[str] = set()
        for contradiction in incident.contradicts:
            one, other = contradiction.statement, contradiction.against
            against = contradiction.reason.rpartition(" affirms it, ")[2]
            if one in contents and other in contents and against not in seen:
                seen.add(against)
                told = f"Disputed: {_of(contents, one)} against {_of(contents, other)}"
                text = f"{told} ({contradiction.reason})."
                yield Reason(text=text, rule="gap.contradicted", statements=(one, other))


def _of(contents: Mapping[StatementId, tuple[str, Stance]], statement: StatementId) -> str:
    quote, stance = contents[statement]
    return f"the denial of {quote}" if stance is Stance.DENIES else quote


def _is_on_acts(incident: Incident) -> bool:
    """Return whether what is disputed is an act, or a claim told by words; not who accused whom."""
    return not incident.events or event_types()[incident.type].tone is Tone.CONFLICT


def _contents(readings: Sequence[Reading]) -> dict[StatementId, tuple[str, Stance]]:
    return {s.id: (_quoted(s, r), s.stance) for r in readings for s in r.all_statements}


def _quoted(statement: Statement, reading: Reading) -> str:
    text = " ".join(span.within(reading.report.text) for span in statement.content_spans)
    plain = re.sub(r"^that\s+", "", " ".join(text.split())).strip('“”"')
    if len(plain) > QUOTED_CHARACTERS:
        plain = f"{plain[:QUOTED_CHARACTERS].rsplit(' ', 1)[0]}…"
    return f"“{plain}”"


def _withdrawn_gaps(scope: Scope, ledger: Ledger) -> Iterator[Reason]:
    for reading in scope.readings:
        report = reading.report
        if report.id not in ledger.retractions:
            continue
        own = {statement.id for statement in reading.all_statements}
        rested = (s for i in scope.incidents for s in i.retracted if s in own)
        day = f" of {day_words(report.published)}" if report.published else ""
        text = (
            f"{report.outlet or 'Its publisher'} withdrew its report{day}, "
            f"“{report.title or report.public_id}”; what rests on it no longer counts."
        )
        yield Reason(text=text, rule="gap.withdrawn", statements=tuple(dict.fromkeys(rested)))


def _silence(scope: Scope, as_of: datetime) -> Iterator[Reason]:
    published = [r.report.published for r in scope.readings if r.report.published]
    if not published:
        yield Reason(text="No report says when it was published.", rule="gap.undated")
    elif (as_of.date() - max(published)).days >= SILENT_AFTER_DAYS:
        text = f"No report after {day_words(max(published))}."
        yield Reason(text=text, rule="gap.silence")
