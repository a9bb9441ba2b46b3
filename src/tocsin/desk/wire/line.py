"""JSON lines: UTF-8, keys in the order given."""

from __future__ import annotations

import json
from typing import Any

SCHEMA = "tocsin/1"

Json = dict[str, Any]


def as_line(value: object) -> str:
    """Return the value as one line of JSON, without a line end.

    A lone surrogate (half of a broken pair in a source) is written as its escape: the line stays
    UTF-8 and nothing is lost.
    """
    line = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, allow_nan=False)
    return line


def known(**fields: object) -> Json:
    """Return the fields that are known, in order.

    >>> known(title="Camp", url=None)
    {'title': 'Camp'}
    """
    return {name: value for name, value in fields.items() if value is not None}
