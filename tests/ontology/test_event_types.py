"""The event ontology is complete, checked and able to speak the field's schemes."""

from __future__ import annotations

from typing import Any

import pytest

from tocsin.core.errors import BadConfig
from tocsin.core.types import Codes
from tocsin.ontology.event_types import (
    ACLED_EVENTS,
    PLOVER_TYPES,
    EventType,
    event_types,
    parse_event_types,
)
from tocsin.ontology.framework import indicators_by_id
from tocsin.read.events.lexicon import parse_frame, trigger_lexicon

DESIGNED = [
    "kill",
    "massacre",
    "wound",
    "armed_attack",
    "clash",
    "disperse",
    "bombard",
    "suicide_attack",
    "abduct",
    "detain",
    "torture",
    "sexual_violence",
    "expel_or_displace",
    "besiege_or_deny_aid",
    "destroy_property",
    "loot",
    "restrict_rights",
    "close_or_evict",
    "strip_status",
    "search_or_raid",
    "surveil",
    "disarm",
    "deploy_forces",
    "arm_or_recruit",
    "threaten",
    "incite_or_dehumanise",
    "set_deadline",
    "accuse",
    "deny_or_justify",
    "obstruct_protection",
    "fail_to_protect",
    "protest",
    "riot",
    "consult",
    "agree",
    "appeal",
    "promise",
    "protect",
    "aid",
    "evacuate",
    "grant_status",
    "investigate",
    "release",
    "withdraw_or_ceasefire",
]


def all_codes(kind: EventType) -> list[Codes]:
    return [kind.codes, *(variant.codes for variant in kind.variants)]


def row(**changes: Any) -> dict[str, Any]:
    codes = {
        "plover": "ASSAULT",
        "mode": "",
        "cameo": "180",
        "event": "Violence against civilians",
        "acled": "Attack",
        "ucdp": 3,
    }
    base = {"noun": "test", "definition": "d", "example": "e", "tone": "conflict", "codes": codes}
    return {**base, **changes}


def test_every_designed_type_has_a_row() -> None:
    assert set(DESIGNED) <= set(event_types())


def test_every_type_has_triggers() -> None:
    lexicon = trigger_lexicon()
    frames = [f for table in (lexicon.verbs, lexicon.nouns) for fs in table.values() for f in fs]
    assert {frame.type_name for frame in frames} == set(event_types())


def test_every_plover_type_can_be_produced() -> None:
    assert {c.plover for kind in event_types().values() for c in all_codes(kind)} == PLOVER_TYPES


def test_every_cameo_root_can_be_produced() -> None:
    roots = {c.cameo[:2] for kind in event_types().values() for c in all_codes(kind)}
    assert roots == {f"{root:02d}" for root in range(1, 21)}


def test_every_acled_sub_event_can_be_produced() -> None:
    produced = {c.acled for kind in event_types().values() for c in all_codes(kind)}
    assert produced == frozenset().union(*ACLED_EVENTS.values())


def test_every_indicator_named_by_a_type_is_in_the_framework() -> None:
    known = set(indicators_by_id())
    assert {i for kind in event_types().values() for i in kind.indicators} <= known


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"colour": "red"}, "unknown key colour"),
        ({"codes": {**row()["codes"], "plover": "SMITE"}}, "PLOVER type SMITE"),
        ({"codes": {**row()["codes"], "cameo": "21"}}, "CAMEO code 21"),
        ({"codes": {**row()["codes"], "cameo": 180}}, "CAMEO code 180"),
        ({"codes": {**row()["codes"], "acled": "Duel"}}, "sub-event Duel"),
        ({"codes": {**row()["codes"], "event": "Battles"}}, "under Battles"),
        ({"codes": {**row()["codes"], "ucdp": 4}}, "type of violence 4"),
        ({"variants": [{"name": "v", "weather": ["rain"]}]}, "unknown key weather"),
    ],
)
def test_a_wrong_row_is_refused_with_what_is_wrong(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadConfig, match=reason):
        parse_event_types({"smite": row(**changes)})


def test_a_variant_keeps_the_codes_it_does_not_change() -> None:
    rows = {"smite": row(variants=[{"name": "v", "words": ["sword"], "cameo": "182"}])}
    (variant,) = parse_event_types(rows)["smite"].variants
    assert (variant.codes.cameo, variant.codes.acled, variant.codes.ucdp) == ("182", "Attack", 3)


def test_a_frame_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(BadConfig, match="unknown key weather"):
        parse_frame("kill", "kill weather:rain", verbal=True, weight=0.5)
