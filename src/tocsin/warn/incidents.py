"""The incidents of a situation in the order an analyst reads them, the gravest first."""

from __future__ import annotations

from tocsin.core.types import Incident, Ledger, Polarity, Situation, Status
from tocsin.ontology.event_types import Tone, event_types
from tocsin.ontology.gravity import gravity_lists

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


def _order(incident: Incident) -> tuple[int, bool, int, int, str]:
    lists = gravity_lists()
    ranks = (lists.mass, lists.lethal, lists.removal, lists.coercive)
    gravity = next((n for n, types in enumerate(ranks) if incident.type in types), len(ranks))
    denied = incident.polarity is Polarity.DENIED
    status = STATUS_ORDER.index(incident.status)
    return gravity, denied, status, -len(incident.supports), incident.id
