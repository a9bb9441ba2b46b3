"""Provenance of a brief: from the captures to the incidents, and who judged them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tocsin.core.ids import content_id
from tocsin.core.types import Brief, Incident, Judgement, Reading, SourceKind, Statement
from tocsin.desk.wire.exchange.prov import ProvDocument
from tocsin.desk.wire.exchange.whole import Origins
from tocsin.desk.wire.line import Json
from tocsin.desk.wire.parts import instant_json
from tocsin.weigh.naming import folded
from tocsin.weigh.origins.bodies import speaker_of
from tocsin.weigh.origins.sources import author_of

PROPOSED = "proposed"
"""How sure an origin is: the earliest of several prints is proposed as first, never asserted."""

CARD_TYPES = {SourceKind.OUTLET: "prov:Organization"}


def provenance(brief: Brief, *, origins_of: Callable[[Reading], Origins], tocsin: str) -> Json:
    """Return the PROV-JSON document of the brief; ids are the same on every machine.

    Mask the brief first.
    """
    drawn = _Drawn(brief=brief, origins_of=origins_of, tocsin=tocsin)
    drawn.sources()
    for reading in sorted(brief.readings, key=lambda one: one.report.id):
        drawn.reading(reading)
    for judgement in brief.ledger.judgements:
        drawn.judgement(judgement)
    for incident in brief.ledger.incidents:
        drawn.incident(incident)
    drawn.copies()
    return drawn.document.whole()


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    brief: Brief
    origins_of: Callable[[Reading], Origins]
    tocsin: str
    document: ProvDocument = field(default_factory=ProvDocument)
    cards: dict[tuple[SourceKind, str], str] = field(default_factory=dict)

    def sources(self) -> None:
        for source in self.brief.ledger.sources:
            name = self.document.put(
                "agent",
                source.id,
                CARD_TYPES.get(source.kind, ""),
                prov_label=source.name,
                source_kind=source.kind.value,
                reliability=source.reliability.value,
            )
            self.cards[source.kind, folded(source.name)] = name

    def reading(self, reading: Reading) -> None:
        report = reading.report
        origins = self.origins_of(reading)
        put, relate = self.document.put, self.document.relate
        capture = put(
            "entity", report.capture, "Capture", sha256=report.sha256,
            media_type=origins.capture.media_type, bytes=origins.capture.size_bytes,
        )  # fmt: skip
        obtained = instant_json(origins.capture.obtained_at)
        relate("wasGeneratedBy", capture, self._activity("collect", report.id), prov_time=obtained)
        name = put(
            "entity", report.id, "Report", prov_label=report.title, url=report.url,
            published=report.published.isoformat() if report.published else None,
        )  # fmt: skip
        reads = self._activity("read", report.id)
        relate("used", reads, capture)
        relate("wasGeneratedBy", name, reads)
        relate("wasDerivedFrom", name, capture)
        for agent in self._publishers(reading):
            relate("wasAttributedTo", name, agent)
        for statement in reading.all_statements:
            self._statement(statement, reading, name, reads)
        for event in reading.events:
            told = put(
                "entity", event.id, "Event", type=event.type, status=event.status.value,
                polarity=event.polarity.value,
            )  # fmt: skip
            relate("wasGeneratedBy", told, reads)
            relate("wasDerivedFrom", told, f"tocsin:{event.statement}")

    def _statement(
        self, statement: Statement, reading: Reading, report: str, activity: str
    ) -> None:
        made = self.document.put(
            "entity", statement.id, "Statement", stance=statement.stance.value,
            spans="; ".join(f"{span.start}-{span.end}" for span in statement.content_spans),
        )  # fmt: skip
        self.document.relate("wasGeneratedBy", made, activity)
        self.document.relate("wasDerivedFrom", made, report, "prov:Quotation")
        speaker = speaker_of(statement, reading)
        agents = [self.cards.get((SourceKind.SPEAKER, folded(speaker)))] if speaker else []
        for agent in agents if speaker else self._publishers(reading):
            if agent:
                self.document.relate("wasAttributedTo", made, agent)

    def _publishers(self, reading: Reading) -> list[str]:
        report = reading.report
        named = [(SourceKind.OUTLET, report.outlet or "")]
        named.append((SourceKind.AUTHOR, author_of(report.byline or "")))
        found = (self.cards.get((kind, folded(name))) for kind, name in named if name)
        return [agent for agent in found if agent]

    def judgement(self, judgement: Judgement) -> None:
        put, relate = self.document.put, self.document.relate
        analyst = put(
            "agent", content_id("analyst", judgement.by), "prov:Person", prov_label=judgement.by
        )
        at = instant_json(judgement.at)
        judges = put(
            "activity", _of("judge", judgement.id), "Judge", prov_startTime=at, prov_endTime=at
        )
        word = put(
            "entity", judgement.id, "Judgement", verdict=judgement.verdict.value,
            reason=judgement.reason or None, field=judgement.field or None,
            value=judgement.value or None,
        )  # fmt: skip
        relate("wasAssociatedWith", judges, analyst)
        relate("wasGeneratedBy", word, judges)
        relate("wasAttributedTo", word, analyst)
        entities = self.document.parts["entity"]
        for subject in (*judgement.subjects, *judgement.apart_from):
            if f"tocsin:{subject}" in entities:  # a source is an agent; others may not be here
                relate("used", judges, f"tocsin:{subject}")

    def incident(self, incident: Incident) -> None:
        put, relate = self.document.put, self.document.relate
        weighs = self._activity("weigh", incident.id)
        name = put(
            "entity", incident.id, "Incident", type=incident.type, status=incident.status.value,
            standing=incident.standing.value, place=incident.place,
        )  # fmt: skip
        relate("wasGeneratedBy", name, weighs)
        for told in (*incident.events, *incident.supports):
            relate("used", weighs, f"tocsin:{told}")
            relate("wasDerivedFrom", name, f"tocsin:{told}")
        for judgement in incident.judgements:
            relate("used", weighs, f"tocsin:{judgement}")
        for origin in incident.origins:
            stands = put(
                "entity", origin.id, "Origin", prov_label=origin.name, certain=origin.certain,
                party=origin.party, reason=origin.reason,
            )  # fmt: skip
            relate("wasGeneratedBy", stands, weighs)
            relate("wasDerivedFrom", name, stands)
            for statement in origin.statements:
                relate("wasDerivedFrom", stands, f"tocsin:{statement}")
            for source in origin.sources:
                relate("wasAttributedTo", stands, f"tocsin:{source}")
            self._first(stands, origin.earliest)

    def copies(self) -> None:
        for copies in self.brief.ledger.copies:
            for report in copies.reports:
                if report != copies.earliest:
                    self._first(f"tocsin:{report}", copies.earliest)

    def _first(self, entity: str, earliest: str) -> None:
        self.document.relate(
            "wasDerivedFrom", entity, f"tocsin:{earliest}", "prov:PrimarySource", certainty=PROPOSED
        )

    def _activity(self, stage: str, of: str) -> str:
        """Return the activity of a stage on one thing, by this version of Tocsin."""
        agent = self.document.put(
            "agent", f"software_{content_id('v', self.tocsin)}", "prov:SoftwareAgent",
            prov_label=f"Tocsin {self.tocsin}", version=self.tocsin,
        )  # fmt: skip
        as_of = self.brief.as_of.date().isoformat() if stage == "weigh" else None
        activity = self.document.put("activity", _of(stage, of), stage.capitalize(), as_of=as_of)
        self.document.relate("wasAssociatedWith", activity, agent)
        return activity


def _of(stage: str, subject: str) -> str:
    return f"{stage}_{subject}"
