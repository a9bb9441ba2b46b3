"""Subjects: what the ids of a judgement mean in a store."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tocsin.core.errors import BadJudgement, NotWeighed, UnknownReport
from tocsin.core.types import OF_INCIDENT, Incident, Ledger
from tocsin.desk.jobs.named import id_called
from tocsin.store.found import Wanted
from tocsin.store.store import Store
from tocsin.weigh import weigh
from tocsin.weigh.judged.unapplied import naming_ids

SHORTEST_START = len("evt_") + 4  # as for reports: any less fits too many


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one id means: itself, or for an incident the events that name it for good."""

    ids: tuple[str, ...]
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class Subjects:
    """The subjects of a store. Its ledger is weighed only for incidents and sources."""

    store: Store

    def called(self, name: str) -> Subject:
        """Return what the id or its start means. Raises: NotWeighed, AmbiguousId."""
        if name.startswith("inc_"):
            return Subject(ids=naming_ids(self._incident(name)), field=OF_INCIDENT)
        if name.startswith("src_"):
            return Subject(ids=(id_called(name, (str(one.id) for one in self.ledger.sources)),))
        starting = self.store.ids_starting(name) if len(name) >= SHORTEST_START else ()
        return Subject(ids=(id_called(name, starting) if starting else self._report(name),))

    def events_called(self, name: str) -> tuple[str, ...]:
        """Return the event that is meant, or the events of the incident that is.

        Raises: as `called`; BadJudgement where the incident has none.
        """
        if not name.startswith("inc_"):
            return self.called(name).ids
        events = self._incident(name).events
        if not events:
            raise BadJudgement(name, reason="it is a claim that is disputed, and has no events")
        return events

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of the whole store, as judged so far."""
        judgements = self.store.judgements()
        return weigh(self.store.readings(Wanted()), judgements=judgements)

    def _incident(self, name: str) -> Incident:
        incidents = {str(one.id): one for one in self.ledger.incidents}
        return incidents[id_called(name, incidents)]

    def _report(self, name: str) -> str:
        """Return the report that came with the id."""
        try:
            found = self.store.find(name)
        except UnknownReport as unknown:
            raise NotWeighed(name) from unknown
        return id_called(name, found) if len(found) > 1 else found[0]
