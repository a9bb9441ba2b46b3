"""Judgements as JSON."""

from __future__ import annotations

from tocsin.core.types import Judgement
from tocsin.desk.wire.line import Json
from tocsin.desk.wire.parts import instant_json


def judgement_json(judgement: Judgement) -> Json:
    """Return who judged what, when and why."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "subjects": list(judgement.subjects),
        "apart_from": list(judgement.apart_from),
        "field": judgement.field,
        "value": judgement.value,
        "reason": judgement.reason,
        "by": judgement.by,
        "at": instant_json(judgement.at),
    }
