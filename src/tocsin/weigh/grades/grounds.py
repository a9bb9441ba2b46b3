"""Grounds: what speaks for and against each statement of an incident, in numbers and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tocsin.core.ids import ReportId, SourceId, StatementId
from tocsin.core.types import Credibility, Reliability, Statement, Subject
from tocsin.weigh.grades.authorship import Authorship
from tocsin.weigh.grades.checks import subject_of
from tocsin.weigh.grades.counts_told import CountsTold
from tocsin.weigh.grades.credibility import TRUST, Grounds, worse
from tocsin.weigh.grades.grading_words import Told, steps_of
from tocsin.weigh.grades.interest import OUTSIDER, WEIGHT, Interest, Leaning, leaning_of
from tocsin.weigh.grades.patterns import Patterns
from tocsin.weigh.grades.reliability import TrackRecord
from tocsin.weigh.grades.sides import Side, Voices
from tocsin.weigh.grades.stands import Stands
from tocsin.weigh.grades.tallies import Tally
from tocsin.weigh.linking.sightings import place_of
from tocsin.weigh.oddities.signs import doubtful_counts, is_past_all_counts

LEAST_FIRST = (  # F stands by C: no record speaks neither way
    Reliability.E,
    Reliability.D,
    Reliability.F,
    Reliability.C,
    Reliability.B,
    Reliability.A,
)


@dataclass(kw_only=True)
class Bench:
    """One incident with all that its statements are judged by."""

    stands: Stands
    counts: CountsTold
    authorship: Authorship
    records: Mapping[SourceId, TrackRecord]
    patterns: Patterns
    misdated: Mapping[ReportId, Sequence[str]]

    def grounds_of(self, key: StatementId) -> Grounds | None:
        """Return what bears on the statement, None where it takes no side."""
        gone = key in self._retracted
        if key not in self.stands.sides and not gone:
            return None
        statement = self.stands.statements[key]
        affirms = self.stands.sides.get(key, True)
        number = self.stands.origin_of[key]
        leaning = self._leaning(statement, affirms)
        alike = self._alike(key, number, affirms)
        against = self._against(key, number, affirms)
        bound, odd = self._plausibility(statement)
        fits = self._pattern(statement) if not alike.number and not against.number else ""
        grounds = Grounds(
            own=WEIGHT[leaning.interest],
            support=alike.weight,
            against=against.weight,
            certain=self.stands.incident.origins[number].certain,
            admits=leaning.interest is Interest.AGAINST,
            reliability=self._own_reliability(statement),
            fits=bool(fits),
            withdrawn=gone,
            at_best=bound,
        )
        told = Told(
            origin=self.stands.incident.origins[number],
            affirms=affirms,
            alike=alike,
            against=against,
            leaning=leaning,
            subject=self._subject(key),
            fits=fits,
            odd=odd,
        )
        return replace(grounds, steps=steps_of(grounds, told))

    @cached_property
    def _retracted(self) -> frozenset[StatementId]:
        return frozenset(self.stands.incident.retracted)

    @cached_property
    def _sides(self) -> Mapping[bool, Side]:
        trusts = self._trusts()
        return {side: Side(self.stands, trusts, affirms=side) for side in (True, False)}

    def _trusts(self) -> Sequence[float]:
        """Return what each origin's word is worth by the least reliable who may have said it."""
        said: list[list[float]] = [[1.0] for _ in self.stands.incident.origins]
        for key in self.stands.sides:
            letter = self._own_reliability(self.stands.statements[key])
            said[self.stands.origin_of[key]].append(TRUST[letter])
        return [min(trusts) for trusts in said]

    def _alike(self, key: StatementId, own: int, affirms: bool) -> Voices:
        stand = self.stands.stands[own]
        without = {own, *self.counts.clashing(key)}
        return self._sides[affirms].voices(without=without, camp=stand.camp if stand else None)

    def _against(self, key: StatementId, own: int, affirms: bool) -> Voices:
        denying = self._sides[not affirms].voices(without={own}, camp=None)
        return denying.and_also(self._sides[affirms].voices_of(self.counts.clashing(key) - {own}))

    def _leaning(self, statement: Statement, affirms: bool) -> Leaning:
        party = self.authorship.party_behind(statement)
        if party is None:
            return OUTSIDER
        return leaning_of(
            party,
            self.stands.incident,
            affirms=affirms,
            armed_targets=self.stands.armed,
            count=self.counts.rank(statement.id),
        )

    def _pattern(self, statement: Statement) -> str:
        return self.patterns.fit(self.stands.incident, self.authorship.behind(statement))

    def _subject(self, key: StatementId) -> Subject:
        return Subject.CASUALTIES if self.counts.tolls(key) else subject_of(self.stands)

    def _own_reliability(self, statement: Statement) -> Reliability:
        """Return the grade on the subject, made without the incident under judgement."""
        subject, incident = self._subject(statement.id), self.stands.incident.id
        letters = [
            record.on(subject, leaving_out=incident).reliability
            for source in self.authorship.early(statement)
            if (record := self.records.get(source))
        ]
        return min(letters, key=LEAST_FIRST.index, default=Tally().reliability)

    def _plausibility(self, statement: Statement) -> tuple[Credibility, tuple[str, ...]]:
        """Return the best grade that what looks wrong leaves, and what it is."""
        reading = self.authorship.readings[statement.report]
        bound = Credibility.CONFIRMED
        steps: list[str] = []
        for event in self.stands.events.get(statement.id, ()):
            mention = place_of(event, reading)
            place = mention.ground if mention else None
            for what, count in doubtful_counts(event.toll, place):
                never = place is None or is_past_all_counts(count)
                bound = worse(bound, Credibility.IMPROBABLE if never else Credibility.DOUBTFUL)
                than = "ever befell people in one incident" if never else "its place holds"
                steps.append(f"{what}: “{count.as_reported}” is more than {than}")
        dates = [f"{note}: no better than 3" for note in self.misdated.get(statement.report, ())]
        if dates:
            bound = worse(bound, Credibility.POSSIBLE)
        return bound, tuple(dict.fromkeys((*steps, *dates)))
