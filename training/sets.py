"""The gold sets as samples: one reader each; `GOLD` is the folder that the command names.

No text of these sets enters the repository: they are read where they lie.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from evals.folds import is_dev
from tocsin.ontology.event_types import event_types
from tocsin.read.encoder.schema import CAMEO_CLASSES, PLOVER_TYPES
from training.samples import Bounds, Link, Sample, Trigger

Row = dict[str, Any]
PASSAGES: Final = Path(__file__).parent.parent / "gold"

# CASE 2021 names its classes in its own short forms.
CASE_LABELS: Final = {
    "ARMED_CLASH": "Armed clash",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "AIR_STRIKE": "Air/drone strike",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "SUIC_BOMB": "Suicide bomb",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "GRENADE": "Grenade",
    "CHEM_WEAP": "Chemical weapon",
    "ATTACK": "Attack",
    "SEX_VIOL": "Sexual violence",
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "PEACE_PROTEST": "Peaceful protest",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "VIOL_DEMONSTR": "Violent demonstration",
    "MOB_VIOL": "Mob violence",
    "AGREEMENT": "Agreement",
    "ARREST": "Arrests",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "DISR_WEAP": "Disrupted weapons use",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
}
# PLOVER 0.5 types that the 2021 edition renamed or folded.
PLOVER_2021: Final = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
MUC_ROLES: Final = {
    "PerpInd": "perp_individual",
    "PerpOrg": "perp_organisation",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}


def _fold(samples: Iterator[Sample], split: str) -> Iterator[Sample]:
    return (sample for sample in samples if is_dev(sample.text) == (split == "dev"))


def _rows(folder: Path, pattern: str) -> Iterator[Row]:
    for path in sorted(folder.glob(pattern)):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def _bounds(spans: Any) -> list[Bounds]:
    return [(start, end) for start, end in spans or ()]


def polnear(gold: Path, split: str) -> Iterator[Sample]:
    """Yield PolNeAR's articles: who says what."""
    for row in _rows(gold / "polnear", f"{split}_*.jsonl"):
        links = [
            Link(*(_bounds(item.get(part)) for part in ("cue", "source", "content")))
            for item in row["attributions"]
        ]
        yield Sample("attribution", row["text"], roles=_link_roles(links), links=links)


def _link_roles(links: list[Link]) -> Mapping[str, list[Bounds]]:
    return {
        role: [span for link in links for span in getattr(link, role)]
        for role in ("cue", "source", "content")
    }


def muc(gold: Path, split: str) -> Iterator[Sample]:
    """Yield MUC-4's reports: who did what to whom, and whether there is an incident at all."""
    for row in _rows(gold / "muc4", f"{split}.jsonl"):
        text, templates = row["doctext"], row["templates"]
        roles = {role: _all_mentions(text, templates, slot) for slot, role in MUC_ROLES.items()}
        answer = {"incident": "yes" if templates else "no"}
        yield Sample("roles", text, roles=roles, classes=answer)


def _all_mentions(text: str, templates: list[Row], slot: str) -> list[Bounds]:
    """Return every place where a filler's words stand in the text, longest first, none nested."""
    words = {
        mention[0] if isinstance(mention, list) else mention
        for template in templates
        for entity in template[slot]
        for mention in entity
    }
    taken: list[Bounds] = []
    for mention in sorted(words, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
    return sorted(taken)


def cameo_class(gold: Path, split: str) -> Iterator[Sample]:
    """Yield sentences with their five-class CAMEO type (0–4)."""
    with (gold / "cameo_class/train.tsv").open(encoding="utf-8", errors="replace") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    samples = (
        Sample("cameo_class", row[0], classes={"cameo": CAMEO_CLASSES[int(row[1])]})
        for row in rows
        if len(row) == 2 and row[1].strip().isdigit()
    )
    yield from _fold(samples, split)


def cameo_spans(gold: Path, split: str) -> Iterator[Sample]:
    """Yield sentences with the source and target of their event."""
    for text, spans in _conll(gold / "cameo_ner/train.txt"):
        if is_dev(text) != (split == "dev"):
            continue
        roles = {
            role: [(start, end) for start, end, kind in spans if kind == letter]
            for letter, role in (("S", "event_source"), ("T", "event_target"))
        }
        yield Sample("cameo_spans", text, roles=roles)


def re3d(gold: Path, split: str) -> Iterator[Sample]:
    """Yield sentences with re3d's names."""
    for text, spans in _conll(gold / "re3d" / f"{split}.txt"):
        yield Sample("names", text, names=spans)


def _conll(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield each sentence of a CoNLL file, words joined by a space, with its typed spans."""
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), ""]:
        cells = line.split()
        if len(cells) >= 2:
            words.append((cells[0], cells[-1]))
        elif words:
            yield _joined(words)
            words = []


def _joined(words: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans = "", list[tuple[int, int, str]]()
    before = "O"
    for word, label in words:
        start, kind = len(text), label[2:]
        text += word + " "
        if label != "O":
            if label.startswith("B") or before[2:] != kind:
                spans.append((start, start + len(word), kind))
            else:
                spans[-1] = (spans[-1][0], start + len(word), kind)
        before = label
    return text.rstrip(), spans


def case(gold: Path, split: str) -> Iterator[Sample]:
    """Yield CASE 2021's snippets with their ACLED sub-event."""
    for row in _rows(gold / "case2021_task2", "dev.jsonl"):
        if row["subtype"] in CASE_LABELS and is_dev(row["text"]) == (split == "dev"):
            yield Sample("acled", row["text"], classes={"acled": CASE_LABELS[row["subtype"]]})


def plover(gold: Path, split: str) -> Iterator[Sample]:
    """Yield PLOVER's gold records with their type."""
    for row in _rows(gold / "plover_gsr", "dev.jsonl"):
        if is_dev(row["text"]) != (split == "dev"):
            continue
        answer = PLOVER_2021.get(row["event"], row["event"])
        yield Sample("plover", row["text"], classes={"plover": answer})


def gva(gold: Path, split: str) -> Iterator[Sample]:
    """Yield the beginnings of reports on shootings with the reference counts."""
    incidents = {row["incident"]: row for row in _rows(gold / "gva", "incidents.jsonl")}
    for row in _rows(gold / "gva", f"articles_{split}_*.jsonl"):
        incident = incidents[row["incident"]]
        text = f"{row['title']}.\n{row['text']}"
        answers = {
            "killed": toll_class(incident["num_killed"]),
            "injured": toll_class(incident["num_injured"]),
        }
        yield Sample("tolls", text, classes=answers, first_window_only=True)


def toll_class(count: int) -> str:
    """Return the class of a count."""
    return str(count) if count < 5 else "5 or more"


def passages(gold: Path, split: str) -> Iterator[Sample]:
    """Yield our own fictional passages, all layers; they lie in the repository.

    The dev fold is a share of `train.jsonl`; `test` is the other writers' file.
    """
    del gold
    for row in _rows(PASSAGES, "test.jsonl" if split == "test" else "train.jsonl"):
        if split != "test" and is_dev(row["text"]) != (split == "dev"):
            continue
        links = [
            Link(*(_bounds(item[part]) for part in ("cue", "speaker", "content")))
            for item in row["statements"]
        ]
        triggers = [
            Trigger(
                tuple(event["trigger"]),
                event["type"],
                event["status"],
                event["polarity"],
                _bounds(event["actors"]),
                _bounds(event["targets"]),
            )
            for event in row["events"]
        ]
        roles = {
            **_link_roles(links),
            "trigger": [trigger.span for trigger in triggers],
            **{
                layer.rstrip("s"): [tuple(item["span"]) for item in row[layer]]
                for layer in ("groups", "deadlines", "requests")
            },
        }
        yield Sample(
            "passages",
            row["text"],
            roles=roles,
            classes={"relevant": "yes" if row["relevant"] else "no"},
            links=links,
            triggers=triggers,
        )


def ontology_examples(gold: Path, split: str) -> Iterator[Sample]:
    """Yield the ontology's own example sentences with the PLOVER type of their event."""
    del gold
    for kind in event_types().values():
        if split == "train" and kind.codes.plover in PLOVER_TYPES:
            yield Sample("plover", kind.example, classes={"plover": kind.codes.plover})


SETS: Final[Mapping[str, Callable[[Path, str], Iterator[Sample]]]] = {
    "polnear": polnear,
    "muc": muc,
    "cameo_class": cameo_class,
    "cameo_spans": cameo_spans,
    "re3d": re3d,
    "case": case,
    "plover": plover,
    "gva": gva,
    "passages": passages,
    "ontology": ontology_examples,
}
