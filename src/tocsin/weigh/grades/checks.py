"""Checks: what independent origins say of a source's statements, one by one.

A statement is confirmed where at least one other origin that counts in full says the same and
more are of its mind than of the other, contradicted where more are of the other. One word against
one settles nothing. Who speaks in its own interest neither confirms nor contradicts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tocsin.core.ids import SourceId, StatementId
from tocsin.core.types import Status, Subject
from tocsin.weigh.families import phase_of
from tocsin.weigh.grades.authorship import Authorship
from tocsin.weigh.grades.counts_told import CountsTold
from tocsin.weigh.grades.interest import Camp
from tocsin.weigh.grades.reliability import Check
from tocsin.weigh.grades.stands import Stand, Stands

Sided = Counter[tuple[bool, Camp | None]]


def checks_in(
    stands: Stands, counts: CountsTold, authorship: Authorship
) -> Iterator[tuple[SourceId, Check]]:
    """Yield each source's checks by the incident: whose statement, how it fared."""
    outside: Sided = Counter(
        (stand.affirms, stand.camp) for stand in stands.stands if stand and _is_witness(stand)
    )
    for key, affirms in stands.sides.items():
        stand = stands.stands[stands.origin_of[key]]
        if stand is None or not stand.origin.certain:
            continue
        subject = subject_of(stands)
        if affirms and counts.tolls(key):
            yield from _checks(
                key, Subject.CASUALTIES, *_by_count(key, stands, counts), stands, authorship
            )
        yield from _checks(key, subject, *_by_side(stand, affirms, outside), stands, authorship)


def subject_of(stands: Stands) -> Subject:
    """Return what affirming or denying the incident speaks about."""
    return subject_of_status(stands.incident.status)


def subject_of_status(status: Status) -> Subject:
    """Return intent for what is still to come, else conduct.

    >>> subject_of_status(Status.PLANNED), subject_of_status(Status.HAPPENED)
    (<Subject.INTENT: 'intent'>, <Subject.CONDUCT: 'conduct'>)
    """
    return Subject.CONDUCT if phase_of(status) == "real" else Subject.INTENT


def _is_witness(stand: Stand) -> bool:
    return stand.origin.certain and stand.is_outside


def _by_side(stand: Stand, affirms: bool, outside: Sided) -> tuple[int, int]:
    """Return how many other origins are of its mind, and how many of the other."""
    alike = sum(number for (side, camp), number in outside.items()
                if side is affirms and (camp is None or camp is not stand.camp))  # fmt: skip
    own = _is_witness(stand) and stand.camp is None
    against = sum(number for (side, _), number in outside.items() if side is not affirms)
    return alike - own, against


def _by_count(key: StatementId, stands: Stands, counts: CountsTold) -> tuple[int, int]:
    witnesses = [
        sum(1 for number in numbers if (stand := stands.stands[number]) and _is_witness(stand))
        for numbers in (counts.agreeing(key), counts.clashing(key))
    ]
    return witnesses[0], witnesses[1]


def _checks(
    key: StatementId,
    subject: Subject,
    alike: int,
    against: int,
    stands: Stands,
    authorship: Authorship,
) -> Iterator[tuple[SourceId, Check]]:
    confirmed = alike > 0 and alike + 1 > against
    contradicted = against > alike + 1
    if not confirmed and not contradicted:
        return
    statement = stands.statements[key]
    whose = authorship.credited if confirmed else authorship.answerable
    day = authorship.prints[statement.report].day
    for source in whose(statement):
        yield source, Check(stands.incident.id, subject, confirmed, contradicted, day)
