"""The held-out fold of gold sets that have no development part of their own.

Training leaves the fold out, so a figure on it is of rows that the model has not seen.
"""

from __future__ import annotations

import zlib
from typing import Final

DEV_PERCENT: Final = 15  # 24 rows of PLOVER, 62 of CASE, about 200 of each CAMEO set


def is_dev(text: str) -> bool:
    """Return whether the row is left out of training; the text alone decides.

    >>> is_dev("Gunmen shelled Halvik."), is_dev("Talks go on in Velmora.")
    (False, True)
    """
    return zlib.crc32(text.encode()) % 100 < DEV_PERCENT
