"""Texts for triage by set: of violence, of none, and news as it comes.

Each set yields what training may see ("train") or what it leaves out ("dev"). WikiEvents and ECB+
are never trained on: they show what a source that nobody tuned for gets.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from evals.folds import is_dev
from evals.timeml import timeml_documents

Texts = Callable[[Path, str], Iterator[str]]
Row = dict[str, Any]

PASSAGES: Final = Path(__file__).parent.parent / "gold"
BEGINNING_WORDS: Final = 600  # of a page on a shooting; what follows is often other news
PEACEFUL_SNIPPETS: Final = frozenset({
    "NATURAL_DISASTER", "MAN_MADE_DISASTER", "PEACE_PROTEST", "AGREEMENT", "DIPLO", "ORG_CRIME",
    "OTHER", "ATTRIB", "HQ_ESTABLISHED", "CHANGE_TO_GROUP_ACT", "NON_VIOL_TERRIT_TRANSFER",
})  # fmt: skip  # of CASE 2021: nobody need be harmed in these; they count on neither side
DISASTERS: Final = frozenset({"NATURAL_DISASTER", "MAN_MADE_DISASTER"})
HARMFUL_RECORDS: Final = frozenset({"ASSAULT", "FIGHT", "COERCE", "THREATEN"})
MATERIAL_CONFLICT: Final = "4"
COOPERATION_OR_NEUTRAL: Final = frozenset("012")

# ECB+ has two incidents a topic, TOPICecb and TOPICecbplus. Told by us from a look at each;
# robbery, a road death, a fire that may be arson and old crimes count on neither side.
VIOLENT_TOPICS: Final = frozenset({"8", "12", "18", "19", "22", "32", "33"})
VIOLENT_INCIDENTS: Final = frozenset({"3ecb", "16ecb"})  # their topics' other incidents are not
CALM_TOPICS: Final = frozenset({
    "1", "2", "4", "5", "6", "7", "9", "10", "11", "13", "20", "23", "25", "27", "28", "29", "30",
    "31", "34",
})  # fmt: skip


def muc(gold: Path, split: str) -> Iterator[str]:
    """Yield MUC-4's reports that hold an incident."""
    rows = _rows(gold / "muc4", f"{split}.jsonl")
    return (row["doctext"] for row in rows if row["templates"])


def gva(gold: Path, split: str) -> Iterator[str]:
    """Yield the beginnings of pages on shootings, headline first."""
    for row in _rows(gold / "gva", f"articles_{split}_*.jsonl"):
        words = f"{row['title']}.\n{row['text']}".split(" ")
        yield " ".join(words[:BEGINNING_WORDS])


def gva_headlines(gold: Path, split: str) -> Iterator[str]:
    """Yield the headlines of pages on shootings; a few say nothing of it."""
    return (row["title"] for row in _rows(gold / "gva", f"articles_{split}_*.jsonl"))


def case(gold: Path, split: str) -> Iterator[str]:
    """Yield CASE 2021's snippets of violence, arrests and threats."""
    rows = _rows(gold / "case2021_task2", "dev.jsonl")
    wanted = (row["text"] for row in rows if row["subtype"] not in PEACEFUL_SNIPPETS)
    return _fold(wanted, split)


def disasters(gold: Path, split: str) -> Iterator[str]:
    """Yield CASE 2021's snippets of accidents and forces of nature."""
    rows = _rows(gold / "case2021_task2", "dev.jsonl")
    return _fold((row["text"] for row in rows if row["subtype"] in DISASTERS), split)


def satp(gold: Path, split: str) -> Iterator[str]:
    """Yield news of attacks from the South Asia Terrorism Portal."""
    return (cells[0] for cells in _cells(gold / "satp_relevant" / f"{split}.tsv"))


def insight_crime(gold: Path, split: str) -> Iterator[str]:
    """Yield InsightCrime's reports that bear one of its labels."""
    rows = _cells(gold / "insightCrime" / f"{split}.tsv")
    return (cells[0] for cells in rows if "1" in cells[1:])


def cameo_conflict(gold: Path, split: str) -> Iterator[str]:
    """Yield sentences of material conflict."""
    return _fold((text for text, kind in _cameo(gold) if kind == MATERIAL_CONFLICT), split)


def cameo_calm(gold: Path, split: str) -> Iterator[str]:
    """Yield sentences of neither conflict nor accusation."""
    rows = _cameo(gold)
    return _fold((text for text, kind in rows if kind in COOPERATION_OR_NEUTRAL), split)


def plover(gold: Path, split: str) -> Iterator[str]:
    """Yield PLOVER's records of force, coercion and threats."""
    rows = _rows(gold / "plover_gsr", "dev.jsonl")
    return _fold((row["text"] for row in rows if row["event"] in HARMFUL_RECORDS), split)


def own_relevant(gold: Path, split: str) -> Iterator[str]:
    """Yield our own passages that an analyst must see; the test file is left out of training."""
    return _passages(gold, split, relevant=True)


def own_irrelevant(gold: Path, split: str) -> Iterator[str]:
    """Yield our own passages that only sound like violence."""
    return _passages(gold, split, relevant=False)


def wikievents(gold: Path, split: str) -> Iterator[str]:
    """Yield WikiEvents' documents, all of attacks."""
    rows = _rows(gold / "wikievents", "dev.jsonl") if split == "dev" else ()
    return (" ".join(row["tokens"]) for row in rows)


def ecb_violent(gold: Path, split: str) -> Iterator[str]:
    """Yield ECB+'s documents on topics of violence."""
    documents = _ecb(gold) if split == "dev" else ()
    for topic, incident, text in documents:
        if topic in VIOLENT_TOPICS or incident in VIOLENT_INCIDENTS:
            yield text


def ecb_calm(gold: Path, split: str) -> Iterator[str]:
    """Yield ECB+'s documents on sport, film, elections, software, accidents and the like."""
    documents = _ecb(gold) if split == "dev" else ()
    return (text for topic, _, text in documents if topic in CALM_TOPICS)


def polnear(gold: Path, split: str) -> Iterator[str]:
    """Yield PolNeAR's articles on the politics of the United States."""
    return (row["text"] for row in _rows(gold / "polnear", f"{split}_*.jsonl"))


def local_news(gold: Path, split: str) -> Iterator[str]:
    """Yield LGL's articles of small-town papers."""
    return _fold((row["text"] for row in _rows(gold / "place" / "lgl", "docs.jsonl")), split)


def world_news(gold: Path, split: str) -> Iterator[str]:
    """Yield TR-News' articles, many of wars."""
    return _fold((row["text"] for row in _rows(gold / "place" / "trnews", "docs.jsonl")), split)


def business_news(gold: Path, split: str) -> Iterator[str]:
    """Yield the articles of TimeBank, AQUAINT and MEANTIME, most of them of business."""
    for name in ("te3-timebank", "te3-aquaint", "meantime"):
        yield from _fold((doc.text for doc in timeml_documents(gold / "time" / name)), split)


VIOLENT: Final[Mapping[str, Texts]] = {
    "muc": muc,
    "gva": gva,
    "gva_headlines": gva_headlines,
    "case": case,
    "satp": satp,
    "insight_crime": insight_crime,
    "cameo_conflict": cameo_conflict,
    "plover": plover,
    "own": own_relevant,
    "wikievents": wikievents,
    "ecb": ecb_violent,
}
CALM: Final[Mapping[str, Texts]] = {
    "own": own_irrelevant,
    "ecb": ecb_calm,
    "disasters": disasters,
    "cameo_calm": cameo_calm,
}
NEWS: Final[Mapping[str, Texts]] = {
    "polnear": polnear,
    "local_news": local_news,
    "world_news": world_news,
    "business_news": business_news,
}


def _fold(texts: Iterator[str], split: str) -> Iterator[str]:
    return (text for text in texts if is_dev(text) == (split == "dev"))


def _rows(folder: Path, pattern: str) -> Iterator[Row]:
    for path in sorted(folder.glob(pattern)):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def _cells(path: Path) -> Iterator[list[str]]:
    if path.exists():
        with path.open(encoding="utf-8", errors="replace", newline="") as lines:
            yield from csv.reader(lines, delimiter="\t")


def _cameo(gold: Path) -> Iterator[tuple[str, str]]:
    path = gold / "cameo_class" / "train.tsv"
    if path.exists():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            text, _, kind = line.rpartition("\t")
            yield text, kind.strip()


def _passages(gold: Path, split: str, *, relevant: bool) -> Iterator[str]:
    del gold
    for name in ("train", "test"):
        for row in _rows(PASSAGES, f"{name}.jsonl"):
            held_out = name == "test" or is_dev(row["text"])
            if row["relevant"] == relevant and held_out == (split == "dev"):
                yield f"{row['title']}\n{row['text']}" if row["title"] else row["text"]


def _ecb(gold: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each document's topic, incident and words."""
    words: dict[str, list[str]] = {}
    for path in sorted((gold / "ecbplus").glob("ECB_*_corpus.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            cells = line.split("\t")
            if len(cells) > 3:
                words.setdefault(cells[0], []).append(cells[3])
    for name, tokens in words.items():
        topic, _, rest = name.partition("_")
        yield topic, topic + ("ecbplus" if "plus" in rest else "ecb"), " ".join(tokens)
