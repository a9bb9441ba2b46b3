"""Judgements as JSON lines, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tocsin.core.errors import BadJudgement, BadJudgementLine
from tocsin.core.types import Judgement, Verdict, judgement_id
from tocsin.desk.wire.judgement import judgement_json
from tocsin.desk.wire.line import SCHEMA, Json
from tocsin.weigh.judged import checked

TEXTS = ("id", "verdict", "field", "value", "reason", "by", "at")
LISTS = ("subjects", "apart_from")


def judgement_to_json(judgement: Judgement) -> Json:
    """Return the judgement as the object of a line."""
    return {"schema": SCHEMA, **judgement_json(judgement)}


def judgement_from_json(line: str | Mapping[str, object], *, name: str) -> Judgement:
    """Return the judgement of a line; `name` says which line, for the error.

    Raises: BadJudgementLine where a field lacks or is of the wrong kind, where the judgement
    cannot be, or where its id is not that of what it says.
    """
    try:
        return _judgement(_object(line))
    except (ValueError, BadJudgement) as wrong:
        raise BadJudgementLine(name, reason=str(wrong)) from wrong


def _judgement(fields: Mapping[str, Any]) -> Judgement:
    _check_fields(fields)
    verdict, at = Verdict(fields["verdict"]), datetime.fromisoformat(fields["at"])
    if at.tzinfo is None:
        raise ValueError("at has no time zone")
    at = at.astimezone(UTC)
    subjects, apart_from = (tuple(fields[name]) for name in LISTS)
    field, value, by = fields["field"], fields["value"], fields["by"]
    own = judgement_id(
        verdict, subjects, apart_from=apart_from, field=field, value=value, by=by, at=at
    )
    if own != fields["id"]:
        raise ValueError("its id is not that of what it says")
    return checked(
        Judgement(
            id=own, verdict=verdict, subjects=subjects, apart_from=apart_from, field=field,
            value=value, reason=fields["reason"], by=by, at=at,
        )
    )  # fmt: skip


def _object(line: str | Mapping[str, object]) -> Mapping[str, Any]:
    try:
        found = json.loads(line) if isinstance(line, str) else line
    except RecursionError as deep:
        raise ValueError("nested too deep") from deep
    if not isinstance(found, Mapping):
        raise ValueError("not an object")
    return found


def _check_fields(fields: Mapping[str, Any]) -> None:
    given, wanted = set(fields) - {"schema"}, {*TEXTS, *LISTS}
    if fields.get("schema", SCHEMA) != SCHEMA:
        raise ValueError(f"its schema is not {SCHEMA}")
    if given != wanted:
        raise ValueError(f"{sorted(map(str, given ^ wanted))[0]} is missing or unknown")
    if any(not isinstance(fields[name], str) for name in TEXTS):
        raise ValueError(f"{', '.join(TEXTS)} are texts")
    for name in LISTS:
        ids = fields[name]
        if not isinstance(ids, list) or any(not isinstance(one, str) for one in ids):
            raise ValueError(f"{name} is a list of ids")
