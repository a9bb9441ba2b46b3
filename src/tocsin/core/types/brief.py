"""Brief: what one run says about a set of reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tocsin.core.types.capture import Rejected
from tocsin.core.types.ledger import Ledger
from tocsin.core.types.reading import Reading
from tocsin.core.types.situation import Situation
from tocsin.core.types.warning import Warning


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Readings, the ledger over them, the situations assessed, draft warnings, and rejects.

    `as_of` is the instant the brief looks from: deadlines before it are past.
    """

    as_of: datetime
    readings: tuple[Reading, ...]
    ledger: Ledger
    situations: tuple[Situation, ...]
    warnings: tuple[Warning, ...] = ()
    rejected: tuple[Rejected, ...] = ()
