"""Subdivision names without their generic word: "Karsh Province" is asked for as "Karsh"."""

from __future__ import annotations

import re

_WORDS = (
    "governorate|province|county|parish|state|region|district|department|oblast|prefecture|"
    "municipality|borough|raion|rayon|canton|division|territory|qada|woreda|zone"
)
_ENDING = re.compile(rf"(?m)(?<=\S) (?:{_WORDS})$")
_START = re.compile(
    rf"(?m)^(?:(?:{_WORDS}|provincia|departamento|estado|departement|wilaya|muhafazat|ostan e) "
    r"(?:of |de |del |da |do |du )?|(?:al|an|ad|as|ar|ash|at|az) )(?=\S{3})"
)


def bare_lines(folded_names: str) -> str:
    """Return folded names, one a line, each without its generic word or Arabic article.

    >>> bare_lines("karsh province\\nal anbar\\nstate of dessin")
    'karsh\\nanbar\\ndessin'
    """
    return _START.sub("", _ENDING.sub("", folded_names))
