"""Judged: analysts' judgements applied to readings, to linking and to the ledger."""

from tocsin.weigh.checked import checked
from tocsin.weigh.constraints import Constraints, constraints
from tocsin.weigh.corrected import corrected, correcting
from tocsin.weigh.standings import with_judgements

__all__ = ["Constraints", "checked", "constraints", "corrected", "correcting", "with_judgements"]
