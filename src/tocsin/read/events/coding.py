"""Codes of an event: the type's, refined by its variant, then by status and polarity."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tocsin.core.types import Codes, Participant, Polarity, Status
from tocsin.ontology.event_types import EventType, Tone, Variant
from tocsin.read.events.lexicon import expanded

INTENDED = frozenset({Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL})
REFUSAL = ("REJECT", "120")
OFFER = ("AGREE", "030")
THREAT = ("THREATEN", "130")
FORCE_THREAT = ("THREATEN", "138")
REQUEST = ("REQUEST", "020")
ASKED = frozenset({Status.REQUESTED, Status.CALLED_FOR})


@dataclass(frozen=True, slots=True)
class Context:
    """What a variant's conditions look at."""

    trigger: str
    words: frozenset[str]
    instrument: frozenset[str]
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]


def codes_of(kind: EventType, context: Context, status: Status, polarity: Polarity) -> Codes:
    """Return the event's codes. PLOVER and CAMEO code intent and refusal as such, not as deed."""
    variant = next((v for v in kind.variants if _holds(v, context)), None)
    codes = variant.codes if variant is not None else kind.codes
    recoded = _recoded(kind, status, polarity)
    if recoded is None:
        return codes
    plover, cameo = recoded
    return replace(codes, plover=plover, cameo=cameo)


def _recoded(kind: EventType, status: Status, polarity: Polarity) -> tuple[str, str] | None:
    if polarity is Polarity.DENIED:
        return REFUSAL if kind.tone is not Tone.CONFLICT else None
    if status in INTENDED:
        if kind.tone is Tone.CONFLICT:
            return FORCE_THREAT if kind.violent else THREAT
        if kind.tone is Tone.COOPERATION or kind.name == "praise":
            return OFFER
    if status in ASKED and kind.tone is not Tone.SPEECH:
        return REQUEST
    return None


def _holds(variant: Variant, context: Context) -> bool:
    checks = (
        (variant.trigger, frozenset({context.trigger})),
        (variant.words, context.words),
        (variant.instrument, context.instrument),
        (variant.actor, frozenset(p.sector or "" for p in context.actors)),
        (variant.target, frozenset(p.sector or "" for p in context.targets)),
    )
    return all(not wanted or expanded(wanted) & found for wanted, found in checks)
