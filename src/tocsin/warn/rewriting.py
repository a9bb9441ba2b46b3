"""Frozen values with their words rewritten and everything else as it was."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")

NEVER_WORDS = frozenset({"id", "given_id", "sha256", "value"})
"""Fields that identify: a rewritten id would point nowhere."""


def with_words_rewritten(value: T, rewrite: Callable[[str], str]) -> T:
    """Return the value with `rewrite` applied to every string in it, ids excepted.

    Shapes: dataclasses and tuples are walked; enums, numbers, dates and spans are kept as they
    are. A part without a change is the same object as before.
    """
    return cast(T, _rewritten(value, rewrite))


def _rewritten(value: Any, rewrite: Callable[[str], str]) -> Any:
    if type(value) is str:
        return rewrite(value)
    if type(value) is tuple:
        parts = tuple(_rewritten(part, rewrite) for part in value)
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _with_fields_rewritten(value, rewrite)
    return value


def _with_fields_rewritten(value: Any, rewrite: Callable[[str], str]) -> Any:
    changed: dict[str, Any] = {}
    for name in _word_fields(type(value)):
        before = getattr(value, name)
        after = _rewritten(before, rewrite)
        if after is not before:
            changed[name] = after
    return dataclasses.replace(value, **changed) if changed else value


_FIELDS: dict[type, tuple[str, ...]] = {}


def _word_fields(kind: type) -> tuple[str, ...]:
    if kind not in _FIELDS:
        names = (field.name for field in dataclasses.fields(kind))
        _FIELDS[kind] = tuple(name for name in names if name not in NEVER_WORDS)
    return _FIELDS[kind]
