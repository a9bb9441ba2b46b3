"""A brief as FollowTheMoney entities: articles, parties, events, and what joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.core.ids import content_id
from tocsin.core.types import Brief, Event, FusedCount, Incident, NameKind, Reading
from tocsin.desk.jobs.ledger import best_credibility, grades_by_statement
from tocsin.desk.wire.exchange.claims import Claim, claims_of, told_events
from tocsin.desk.wire.exchange.ftm import country, dates, entity, language
from tocsin.desk.wire.exchange.parties import Parties
from tocsin.desk.wire.line import Json
from tocsin.desk.wire.parts import instant_json
from tocsin.ontology.event_types import event_types

Told = dict[str, tuple[Event, Reading]]


def ftm_entities(brief: Brief) -> Iterator[Json]:
    """Yield the entities, those that others point to first. Mask the brief first."""
    parties = Parties.of(brief)
    told = told_events(brief)
    for reading in sorted(brief.readings, key=lambda one: one.report.id):
        yield _article(reading)
    yield from parties.entities()
    grades = grades_by_statement(brief.ledger.grades)
    for incident in brief.ledger.incidents:
        best = best_credibility(incident, grades)
        events = [told[event] for event in incident.events if event in told]
        yield _event(incident, events, parties, credibility=best.value if best else "")
        yield from _contradictions(incident)
    for claim in claims_of(brief):
        yield from _documentations(claim)
        if claim.parts:
            yield _note(claim)
    for reading in brief.readings:
        yield from _mentions(reading, parties)
    yield from _copies(brief)
    yield from _judgements(brief)


def _article(reading: Reading) -> Json:
    report = reading.report
    return entity(
        report.id,
        "Article",
        name=report.title or report.public_id,
        title=report.title or report.public_id,
        fileName=report.public_id,
        author=report.byline,
        publisher=report.outlet,
        publishedAt=report.published.isoformat() if report.published else None,
        sourceUrl=report.url if (report.url or "").startswith(("http://", "https://")) else None,
        language=language(report.language),
        bodyText=report.text,
        notes=f"SHA-256 of the capture: {report.sha256}",
    )


def _event(
    incident: Incident, told: Sequence[tuple[Event, Reading]], parties: Parties, *, credibility: str
) -> Json:
    names = (*incident.actors, *incident.targets)
    places = [
        reading.places[event.place].place for event, reading in told if event.place is not None
    ]
    facilities = [
        one.text for event, _ in told for one in event.targets if one.kind is NameKind.FACILITY
    ]
    kind = event_types().get(incident.type)
    return entity(
        incident.id,
        "Event",
        name=_title(incident),
        summary=_summary(incident, credibility),
        description=[kind.definition if kind else None],
        location=incident.place,
        locationMentioned=facilities,
        country=sorted({code for place in places if place and (code := country(place.country))}),
        involved=[parties.id_of(name) for name in names],
        keywords=[
            incident.type,
            f"status: {incident.status.value}",
            f"polarity: {incident.polarity.value}",
            f"standing: {incident.standing.value}",
        ],
        notes=[*map(_fused_words, incident.fused), *incident.notes],
        proof=incident.reports,
        **dates(incident.time),
    )


def _title(incident: Incident) -> str:
    where = f", {incident.place}" if incident.place else ""
    start = incident.time.earliest if incident.time else None
    when = f", {start.date().isoformat()}" if start else ""
    return f"{incident.type.replace('_', ' ').capitalize()}{where}{when}"


def _summary(incident: Incident, credibility: str) -> str:
    certain = sum(origin.certain for origin in incident.origins)
    against = len(incident.contradicts)
    return (
        f"As reported, not as found: {certain} independent of {len(incident.origins)} origins; "
        f"{against} contradictions; best credibility {credibility or 'not given'} (Admiralty 1-6)."
    )


def _fused_words(fused: FusedCount) -> str:
    low, high, best = (
        "unknown" if one is None else str(one) for one in (fused.low, fused.high, fused.best)
    )
    return f"Estimate of {fused.of}: {low} to {high}, best {best}; {fused.rule}"


def _contradictions(incident: Incident) -> Iterator[Json]:
    for pair in incident.contradicts:
        id_ = content_id("not", incident.id, pair.kind, pair.statement, pair.against)
        words = f"Contradiction of {pair.kind.value}: {pair.reason}"
        yield entity(id_, "Note", name="Contradiction", description=words, entity=incident.id)


def _documentations(claim: Claim) -> Iterator[Json]:
    report = claim.reading.report
    for incident, part in claim.parts.items():
        yield entity(
            content_id("doc", claim.statement.id, incident),
            "Documentation",
            document=report.id,
            entity=incident,
            role=part.value,
            date=report.published.isoformat() if report.published else None,
            publisher=report.outlet,
        )


def _note(claim: Claim) -> Json:
    said, grade = claim.statement, claim.grade
    graded = f"Credibility {grade.credibility.value}: {'; '.join(grade.steps)}" if grade else None
    return entity(
        said.id,
        "Note",
        name=f"{' → '.join(said.chain)} {said.stance.value}",
        description=claim.quote,
        entity=[*claim.parts, claim.reading.report.id],
        notes=graded,
    )


def _mentions(reading: Reading, parties: Parties) -> Iterator[Json]:
    report = reading.report
    seen: dict[str, set[str]] = {}
    for mention in reading.names:
        if party := parties.id_of(mention.canonical):
            seen.setdefault(party, set()).update((mention.text, mention.canonical))
    for party, names in sorted(seen.items()):
        id_ = content_id("men", report.id, party)
        yield entity(id_, "Mention", document=report.id, name=sorted(names), resolved=party)


def _copies(brief: Brief) -> Iterator[Json]:
    for copies in brief.ledger.copies:
        for report in copies.reports:
            if report != copies.earliest:
                words = f"Prints the text of {copies.earliest}, the earliest print that is known"
                id_ = content_id("not", "copy", report, copies.earliest)
                near = [report, copies.earliest]
                yield entity(id_, "Note", name="Copy", description=words, entity=near)


def _judgements(brief: Brief) -> Iterator[Json]:
    """Yield a note of each judgement of an incident or report that is here."""
    judged: dict[str, list[str]] = {}
    for incident in brief.ledger.incidents:
        for judgement in incident.judgements:
            judged.setdefault(judgement, []).append(incident.id)
    reports = {reading.report.id for reading in brief.readings}
    for given in brief.ledger.judgements:
        about = judged.get(given.id, []) + [one for one in given.subjects if one in reports]
        if about:
            what = " ".join(filter(None, (given.verdict.value, given.field, given.value)))
            when = instant_json(given.at)
            words = f"{given.by}, {when}: {what}. {given.reason}"
            yield entity(given.id, "Note", name="Judgement", description=words, entity=about)
