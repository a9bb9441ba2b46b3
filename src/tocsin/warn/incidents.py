"""The incidents of a situation as an analyst reads them: the gravest first, each side named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tocsin.core.ids import StatementId
from tocsin.core.types import (
    ContradictionKind,
    Incident,
    Ledger,
    Origin,
    Polarity,
    ReportedToll,
    Situation,
    Status,
)
from tocsin.ontology.event_types import Tone, event_types
from tocsin.ontology.gravity import gravity_lists
from tocsin.warn.notes import NoteBook
from tocsin.warn.view import IncidentView, Line
from tocsin.warn.wording import (
    STATUS_WORDS,
    listed,
    sentence_case,
    toll_words,
    when_words,
)

NOTES_OF_VOICE = 4
COUNTS_SHOWN = 6  # the JSON holds them all

STATUS_ORDER = (
    Status.ONGOING,
    Status.HAPPENED,
    Status.ORDERED,
    Status.PLANNED,
    Status.THREATENED,
    Status.ATTEMPTED,
    Status.FEARED,
    Status.REQUESTED,
    Status.CALLED_FOR,
    Status.HYPOTHETICAL,
)


def sorted_incidents(situation: Situation, ledger: Ledger) -> tuple[list[Incident], list[Incident]]:
    """Return the acts of conflict, gravest first, and what is only said or done in peace."""
    wanted = set(situation.incidents)
    incidents = sorted((i for i in ledger.incidents if i.id in wanted), key=_order)
    acts = [i for i in incidents if event_types()[i.type].tone is Tone.CONFLICT]
    return acts, [i for i in incidents if i not in acts]


def _order(incident: Incident) -> tuple[object, ...]:
    """Return the key that sorts incidents: the deadliest first, then what is to come."""
    lists = gravity_lists()
    ranks = (lists.mass, lists.lethal, lists.removal, lists.coercive)
    gravity = next((n for n, types in enumerate(ranks) if incident.type in types), len(ranks))
    unsupported = not incident.supports or incident.polarity is Polarity.DENIED
    dead = max((t.toll.killed.low or 0 for t in incident.tolls if t.toll.killed), default=0)
    told = bool(incident.targets or incident.actors or incident.tolls)
    status = STATUS_ORDER.index(incident.status)
    return (
        unsupported, -dead, gravity, not told, status, -len(incident.supports), incident.id
    )  # fmt: skip


def incident_view(incident: Incident, book: NoteBook) -> IncidentView:
    """Return what is said of the incident, by whom, and who denies it."""
    denials = {c.against for c in incident.contradicts if c.kind is ContradictionKind.DENIAL}
    affirming = set(incident.supports) - denials
    return IncidentView(
        what=_headline(incident),
        status=_status(incident),
        when=when_words(incident.time),
        where=incident.place or "",
        counts=_counts(incident, book),
        said_by=_voices(incident.origins, affirming, book),
        denied_by=_voices(incident.origins, denials, book),
        disputes=tuple(
            Line(text=sentence_case(c.reason), notes=book.cite([c.statement, c.against]))
            for c in incident.contradicts
            if c.kind is not ContradictionKind.DENIAL
        ),
        withdrawn=_withdrawn(incident, book),
    )


def _status(incident: Incident) -> str:
    if incident.retracted and not incident.supports:
        return "reported and withdrawn"
    if incident.polarity is Polarity.DENIED:
        return "said not to have happened"
    return STATUS_WORDS[incident.status]


def _withdrawn(incident: Incident, book: NoteBook) -> tuple[Line, ...]:
    """Return who took the report back; what it said supports nothing."""
    publishers = book.publishers_of(incident.retracted)
    return tuple(Line(text=name, notes=book.cite(incident.retracted)) for name in publishers)


def _headline(incident: Incident) -> str:
    """Return the act in words: "Armed attack on Lindral Camp by the Interior Guard"."""
    kind = event_types()[incident.type]
    actors, targets = listed(incident.actors, most=3), listed(incident.targets, most=3)
    parts = [
        kind.noun,
        *([kind.object, targets] if targets else []),
        *(["by", actors] if actors else []),
    ]
    return sentence_case(" ".join(part for part in parts if part))


def _counts(incident: Incident, book: NoteBook) -> tuple[Line, ...]:
    """Return the counts side by side in order of time, all of one statement on one line.

    A count that replaces an earlier one of the same source says so.
    """
    by_text: dict[str, list[StatementId]] = {}
    for reported in _one_a_statement(incident.tolls):
        words = toll_words(reported.toll)
        update = ", updating an earlier count" if reported.statement in incident.updates else ""
        text = f"{sentence_case(words)}, by {reported.by}{update}"
        by_text.setdefault(text, []).append(reported.statement)
    lines = [Line(text=text, notes=book.cite(ids)) for text, ids in by_text.items()]
    return tuple(lines[:COUNTS_SHOWN])


def _one_a_statement(tolls: Iterable[ReportedToll]) -> Iterable[ReportedToll]:
    """Return the tolls, those of one statement put together; the first of a kind stands."""
    joined: dict[StatementId, ReportedToll] = {}
    for reported in tolls:
        if reported.toll.is_empty:
            continue
        known = joined.setdefault(reported.statement, reported).toll
        kinds = ("killed", "injured", "detained", "displaced", "at_risk")
        missing = {kind: getattr(reported.toll, kind) for kind in kinds if not getattr(known, kind)}
        whole = replace(joined[reported.statement], toll=replace(known, **missing))
        joined[reported.statement] = whole
    return joined.values()


def _voices(
    origins: Iterable[Origin], statements: set[StatementId], book: NoteBook
) -> tuple[Line, ...]:
    shares = ((origin, statements.intersection(origin.statements)) for origin in origins)
    return tuple(
        Line(text=_origin_words(origin), notes=book.cite(_in_order(share, origin)))
        for origin, share in shares
        if share
    )


def _in_order(share: set[StatementId], origin: Origin) -> list[StatementId]:
    return [statement for statement in origin.statements if statement in share][:NOTES_OF_VOICE]


def _origin_words(origin: Origin) -> str:
    remarks = [
        *(["a party to the dispute"] if origin.party else []),
        *([] if origin.certain else ["independence cannot be told"]),
        *([f"{len(origin.reports)} reports"] if len(origin.reports) > 1 else []),
    ]
    return f"{origin.name} ({'; '.join(remarks)})" if remarks else origin.name
