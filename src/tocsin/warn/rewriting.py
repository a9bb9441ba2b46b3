"""Frozen values with their words rewritten and everything else as it was."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")

NEVER_WORDS = frozenset({"id", "given_id", "sha256", "value"})
"""Fields that identify: a rewritten id would point nowhere."""

WORDLESS_TYPES = frozenset(
    {"int", "float", "bool", "None", "tuple", "Span", "date", "datetime", "CaptureId", "ReportId",
     "StatementId", "EventId", "IncidentId", "SourceId", "OriginId", "SituationId", "GroupId",
     "JudgementId", "NodeId"}
)  # fmt: skip
"""A field annotated with these alone is not walked. Any other one is, a new type too."""


def with_words_rewritten(
    value: T, rewrite: Callable[[str], str], *, kept: frozenset[str] = NEVER_WORDS
) -> T:
    """Return the value with `rewrite` applied to every string in it, the fields `kept` excepted.

    Shapes: dataclasses and tuples are walked; enums, numbers, dates and spans are kept as they
    are. A part without a change is the same object as before.
    """
    return cast(T, _rewritten(value, rewrite, kept))


def _rewritten(value: Any, rewrite: Callable[[str], str], kept: frozenset[str]) -> Any:
    kind = type(value)
    if kind is str:
        return rewrite(value)
    if kind is tuple:
        parts = tuple(_rewritten(part, rewrite, kept) for part in value)
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    changed: dict[str, Any] = {}
    for name in _word_fields(kind):
        before = getattr(value, name)
        after = before if name in kept else _rewritten(before, rewrite, kept)
        if after is not before:
            changed[name] = after
    return dataclasses.replace(value, **changed) if changed else value


_FIELDS: dict[type, tuple[str, ...]] = {}


def _word_fields(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass that may hold words; none for any other type."""
    if kind not in _FIELDS:
        fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        worded = (field for field in fields if not _is_wordless(str(field.type)))
        _FIELDS[kind] = tuple(field.name for field in worded)
    return _FIELDS[kind]


def _is_wordless(annotation: str) -> bool:
    return all(name in WORDLESS_TYPES for name in re.findall(r"\w+", annotation))
