"""What the encoder's heads answer: the labels, in the order of their logits.

Training writes weights in this order and the runtime reads them in it; a change here means
training again. Class names are those of the schemes they come from.
"""

from __future__ import annotations

from typing import Final

# Token heads: each role has the three logits outside, begin, inside.
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
ROLES: Final = (
    "cue",
    "source",
    "content",
    "perp_individual",
    "perp_organisation",
    "target",
    "victim",
    "weapon",
    "event_source",
    "event_target",
    "trigger",
    "group",
    "deadline",
    "request",
)

# Names as in re3d (Dstl): one softmax over outside and begin/inside of each kind.
NAME_KINDS: Final = (
    "Organisation",
    "Person",
    "Location",
    "Nationality",
    "MilitaryPlatform",
    "Weapon",
    "Temporal",
    "Quantity",
    "Money",
    "DocumentReference",
)

# Passage heads: one softmax each over the mean of a passage's tokens.
CAMEO_CLASSES: Final = (
    "statement",
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
)
ACLED_SUB_EVENTS: Final = (
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Air/drone strike",
    "Shelling/artillery/missile attack",
    "Suicide bomb",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Chemical weapon",
    "Attack",
    "Sexual violence",
    "Abduction/forced disappearance",
    "Peaceful protest",
    "Protest with intervention",
    "Excessive force against protesters",
    "Violent demonstration",
    "Mob violence",
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
)
PLOVER_TYPES: Final = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
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
)
TOLL_CLASSES: Final = ("0", "1", "2", "3", "4", "5 or more")
YES_NO: Final = ("no", "yes")
PASSAGE_HEADS: Final = {
    "cameo": CAMEO_CLASSES,
    "acled": ACLED_SUB_EVENTS,
    "plover": PLOVER_TYPES,
    "killed": TOLL_CLASSES,
    "injured": TOLL_CLASSES,
    "incident": YES_NO,
    "relevant": YES_NO,
}

# Pair heads: which tokens belong to a cue, and which to a trigger.
CUE_LINKS: Final = ("source", "content")
TRIGGER_LINKS: Final = ("actor", "sufferer")
LINKS: Final = (*CUE_LINKS, *TRIGGER_LINKS)

# Trigger heads: one softmax each over a trigger's tokens in their sentence.
TRIGGER_HEADS: Final = ("event_type", "status", "polarity")

WINDOW_PIECES: Final = 254  # with [CLS] and [SEP] 256: longer windows cost more and gained nothing
