"""Name figures on re3d: exact spans of persons, bodies, places and times.

re3d also marks pronouns and common nouns, which Tocsin does not read as names; they stay in the
gold and cost recall. It counts a leading article as part of a name; Tocsin leaves articles off, so
they are put back before scoring.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.figure import Figure, ReadReports, f1, report_of
from tocsin.core.types import NameKind, Reading

Labelled = tuple[int, int, str]
"""First character, the one after the last, label."""

LABELS = ("Person", "Organisation", "Location", "Temporal")
LABEL_OF = {
    NameKind.PERSON: "Person",
    NameKind.OFFICE: "Person",
    NameKind.ORGANISATION: "Organisation",
    NameKind.GROUP: "Organisation",
    NameKind.FORCE: "Organisation",
    NameKind.FACILITY: "Location",
}
BEFORE_NAME = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return span F1 over all mapped labels and for each, on the development part."""
    every = list(sentences_of(gold / "re3d" / "dev.txt"))
    sentences = [(text, spans) for text, spans in every if any(map(str.isalpha, text))]
    reports = [report_of(f"re3d-{n}", text) for n, (text, _) in enumerate(sentences)]
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for (_, spans), reading in zip(sentences, read(reports), strict=True):
        predicted = set(spans_of(reading))
        right.update(label for _, _, label in predicted & spans)
        found.update(label for _, _, label in predicted)
    wanted.update(label for _, spans in every for _, _, label in spans)
    score = f1(right.total(), found.total(), wanted.total())
    each = [
        Figure(
            task="re3d",
            metric=f"{label.casefold()} span F1",
            value=f1(right[label], found[label], wanted[label]),
            items=wanted[label],
        )
        for label in LABELS
    ]
    return [Figure(task="re3d", metric="span F1", value=score, items=wanted.total()), *each]


def sentences_of(path: Path) -> Iterator[tuple[str, set[Labelled]]]:
    """Yield each sentence of a CoNLL file as text with its labelled spans."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if rows:
            words, tags = zip(*((row[0], row[-1]) for row in rows), strict=True)
            yield " ".join(words), set(_labelled(words, tags))


def _labelled(words: Iterable[str], tags: Iterable[str]) -> Iterator[Labelled]:
    start, label, offset, end = 0, "", 0, 0
    for word, tag in zip(words, tags, strict=True):
        if label and not tag.startswith("I-"):
            yield start, end, label
            label = ""
        if tag.startswith("B-") and tag[2:] in LABELS:
            start, label = offset, tag[2:]
        end = offset + len(word)
        offset = end + 1
    if label:
        yield start, end, label


def spans_of(reading: Reading) -> Iterator[Labelled]:
    """Yield what was read, in re3d's labels; a place inside another name is not told twice."""
    text = reading.report.text
    taken: list[range] = []
    for name in reading.names:
        taken.append(range(name.span.start, name.span.end))
        opening = BEFORE_NAME.search(text, 0, name.span.start)
        yield opening.start() if opening else name.span.start, name.span.end, LABEL_OF[name.kind]
    for place in reading.places:
        if not any(place.span.start in name for name in taken):
            yield place.span.start, place.span.end, "Location"
    for time in reading.times:
        yield time.span.start, time.span.end, "Temporal"
