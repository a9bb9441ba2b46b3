"""The ontology of events: every type with its definition, its codes and what it can light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from tocsin.core.errors import BadConfig
from tocsin.core.types import Codes
from tocsin.ontology.tables import read_table

PLOVER_TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "NONE",
    ]
)  # Source: PLOVER 2021; NONE where it codes nothing

ACLED_EVENTS: Mapping[str, frozenset[str]] = {  # Source: ACLED codebook, event and sub-event types
    "Battles": frozenset(
        {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"}
    ),
    "Explosions/Remote violence": frozenset(
        {
            "Air/drone strike",
            "Chemical weapon",
            "Grenade",
            "Remote explosive/landmine/IED",
            "Shelling/artillery/missile attack",
            "Suicide bomb",
        }
    ),
    "Violence against civilians": frozenset(
        {"Abduction/forced disappearance", "Attack", "Sexual violence"}
    ),
    "Protests": frozenset(
        {"Excessive force against protesters", "Peaceful protest", "Protest with intervention"}
    ),
    "Riots": frozenset({"Mob violence", "Violent demonstration"}),
    "Strategic developments": frozenset(
        {
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        }
    ),
}


class Tone(StrEnum):
    """Whether a type is a hostile deed, a friendly deed, or words alone."""

    CONFLICT = "conflict"
    COOPERATION = "cooperation"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Codes that hold when every condition finds one of its words; `@name` is a word class."""

    name: str
    codes: Codes
    event: str
    mode: str
    trigger: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    instrument: frozenset[str] = frozenset()
    actor: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type of event. `noun` and `object` put it in a sentence: "attack" "on".

    `indicators` are ids of the UN Framework that it can light."""

    name: str
    noun: str
    object: str
    definition: str
    example: str
    tone: Tone
    codes: Codes
    event: str
    mode: str
    violent: bool = False
    symmetric: bool = False
    indicators: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


WORD_KEYS = frozenset(["noun", "object", "definition", "example"])
ROW_KEYS = WORD_KEYS.union(["tone", "violent", "symmetric", "codes", "indicators", "variants"])
CODE_KEYS = frozenset(["plover", "mode", "cameo", "event", "acled", "ucdp"])
CONDITION_KEYS = ("trigger", "words", "instrument", "actor", "target")


@cache
def event_types() -> Mapping[str, EventType]:
    """Return every event type by name. Raises: BadConfig on an unknown key or code."""
    return parse_event_types(read_table("event_types"))


def parse_event_types(rows: Mapping[str, Mapping[str, Any]]) -> Mapping[str, EventType]:
    """Return the rows as types. Raises: BadConfig on an unknown key or code."""
    return MappingProxyType({name: _event_type(name, row) for name, row in rows.items()})


def _event_type(name: str, row: Mapping[str, Any]) -> EventType:
    _allow_only(name, row, ROW_KEYS)
    base = dict(row["codes"])
    codes, event, mode = _codes(name, base)
    return EventType(
        name=name,
        noun=row["noun"],
        object=_text(name, row.get("object", "of")),
        definition=row["definition"],
        example=row["example"],
        tone=Tone(row["tone"]),
        codes=codes,
        event=event,
        mode=mode,
        violent=bool(row.get("violent", False)),
        symmetric=bool(row.get("symmetric", False)),
        indicators=tuple(row.get("indicators", ())),
        variants=tuple(_variant(name, base, part) for part in row.get("variants", ())),
    )


def _text(subject: str, value: object) -> str:
    if not isinstance(value, str):  # YAML takes a bare `on` for true
        raise BadConfig(subject, reason=f"{value!r} is no text; put it in quotes")
    return value


def _variant(type_name: str, base: Mapping[str, Any], row: Mapping[str, Any]) -> Variant:
    subject = f"{type_name}.{row.get('name')}"
    _allow_only(subject, row, CODE_KEYS.union(CONDITION_KEYS, ("name",)))
    merged = {**base, **{key: row[key] for key in CODE_KEYS if key in row}}
    codes, event, mode = _codes(subject, merged)
    conditions = {key: frozenset(str(word) for word in row.get(key, ())) for key in CONDITION_KEYS}
    return Variant(name=str(row["name"]), codes=codes, event=event, mode=mode, **conditions)


def _codes(subject: str, row: Mapping[str, Any]) -> tuple[Codes, str, str]:
    _allow_only(subject, row, CODE_KEYS)
    plover, cameo, event, acled = row["plover"], row["cameo"], row["event"], row["acled"]
    if plover not in PLOVER_TYPES:
        raise BadConfig(subject, reason=f"no PLOVER type {plover}")
    if not (isinstance(cameo, str) and cameo.isdigit() and 1 <= int(cameo[:2]) <= 20):
        raise BadConfig(subject, reason=f"no CAMEO code {cameo}")
    if acled not in ACLED_EVENTS.get(event, frozenset()):
        raise BadConfig(subject, reason=f"no ACLED sub-event {acled} under {event}")
    if row["ucdp"] not in (None, 1, 2, 3):
        raise BadConfig(subject, reason=f"no UCDP type of violence {row['ucdp']}")
    return Codes(plover=plover, cameo=cameo, acled=acled, ucdp=row["ucdp"]), event, row["mode"]


def _allow_only(subject: str, row: Mapping[str, Any], allowed: frozenset[str]) -> None:
    unknown = sorted(set(row) - allowed)
    if unknown:
        raise BadConfig(subject, reason=f"unknown key {', '.join(unknown)}")
