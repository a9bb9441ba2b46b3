"""JSON lines: UTF-8, keys in the order given."""

from __future__ import annotations

import json
import re
from typing import Any, Final

SCHEMA: Final = "tocsin/1"

Json = dict[str, Any]


# Characters that JSON allows raw and that a terminal or a line reader would obey.
OBEYED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_line(value: object) -> str:
    """Return the value as one line of JSON, without a line end.

    Control and direction characters and halves of surrogate pairs are written as escapes: the
    line is UTF-8, is one line everywhere, and drives no terminal.
    """
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def known(**fields: object) -> Json:
    """Return the fields that are known, in order.

    >>> known(title="Camp", url=None)
    {'title': 'Camp'}
    """
    return {name: value for name, value in fields.items() if value is not None}
