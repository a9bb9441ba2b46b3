"""Judged: analysts' judgements applied to readings, to linking and to the ledger."""

from tocsin.weigh.judged.checked import checked
from tocsin.weigh.judged.constraints import Constraints, constraints
from tocsin.weigh.judged.corrected import corrected, correcting
from tocsin.weigh.judged.standings import with_judgements

__all__ = ["Constraints", "checked", "constraints", "corrected", "correcting", "with_judgements"]
