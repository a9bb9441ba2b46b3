"""The features of a text for triage: for each word its own row of the table, and others it shares.

A word raises three rows: its own, that of its stem (so that a form never seen is known by its
kin), and that of the pair it makes with the word before it. Rows are hashes: no vocabulary ships.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

TABLE_BITS: Final = 18  # at like recall 17 sets 2 % less of the news aside, 19 doubles the file
STEM_LETTERS: Final = 5  # "massa(cred)", "bomba(rdment)"; 4, 6 and 7 are neither better nor worse
LONGEST_WORD: Final = 40  # text without spaces is cut here, so that it costs no more than words
MOST_KEPT_WORDS: Final = 200_000  # some 25 MB; English news reaches it after millions of words

_WORD = re.compile(rf"[^\W\d_]{{1,{LONGEST_WORD}}}")
_LOW = np.uint64(0xFFFF_FFFF)
_PAIR_FACTOR = np.uint64(0x9E37_79B9_7F4A_7C15)  # 2^64 over the golden ratio: spreads high bits
_WORD_SHIFT = np.uint64(32)
_ROW_MASK = np.uint64((1 << TABLE_BITS) - 1)
_ROW_SHIFT = np.uint64(64 - TABLE_BITS)

Rows = NDArray[np.int64]


class _Keys(dict[str, int]):
    """Words with their key, made at first sight: 32 bits of the word, 32 of its stem."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_KEPT_WORDS:
            self.clear()
        own = crc32(word.encode("utf-8", "surrogatepass"))
        stem = crc32(f"{word[:STEM_LETTERS]}-".encode("utf-8", "surrogatepass"))
        key = self[word] = own << 32 | stem
        return key


_keys = _Keys()


def words_of(text: str) -> list[str]:
    """Return the words of the text in small letters; figures and signs are none.

    >>> words_of("At least 12 killed in Halvik’s market.")
    ['at', 'least', 'killed', 'in', 'halvik', 's', 'market']
    """
    return _WORD.findall(text.lower())


def rows_of(words: Sequence[str]) -> Rows:
    """Return the rows that each word raises: one line of three a word.

    The first word has no pair; its third row is that of its own, so that every line is full.
    """
    keys = np.fromiter(map(_keys.__getitem__, words), dtype=np.uint64, count=len(words))
    own = keys >> _WORD_SHIFT
    rows = np.empty((len(words), 3), dtype=np.int64)
    rows[:, 0] = own & _ROW_MASK
    rows[:, 1] = keys & _LOW & _ROW_MASK
    rows[:, 2] = rows[:, 0]
    pairs = (own[:-1] * np.uint64(31) + own[1:]) * _PAIR_FACTOR
    rows[1:, 2] = pairs >> _ROW_SHIFT
    return rows
