"""Our own gold passages: read, checked, and compiled from the YAML that writers write.

The annotation guide is `gold/README.md`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from tocsin.core.types import Polarity, Stance, Status
from tocsin.ontology.event_types import event_types

STYLES: Final = frozenset(
    {"wire", "ngo", "blog", "radio", "appeal", "official", "social", "testimony", "letter"}
    | {"sitrep", "local", "court"}
)
TOLL_KINDS: Final = frozenset({"killed", "injured", "detained", "displaced", "at_risk"})
_OCCURRENCE = re.compile(r"^(?P<words>.+)#(?P<nth>\d+)$", re.DOTALL)

Passage = dict[str, Any]


class BadPassageError(ValueError):
    """A passage that does not follow the guide."""


def read_passages(path: Path) -> list[Passage]:
    """Return the passages of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def compile_passages(path: Path, split: str) -> Iterator[Passage]:
    """Yield the passages of a YAML file with offsets for words; raise BadPassageError."""
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        passage = _compiled(entry, split)
        problems = list(faults(passage))
        if problems:
            raise BadPassageError(f"{passage['id']}: " + "; ".join(problems))
        yield passage


def span_of(text: str, words: str) -> list[int]:
    """Return where `words` (or `words#2`, its second occurrence) stands in `text`."""
    match = _OCCURRENCE.match(words)
    needle, nth = (match["words"], int(match["nth"])) if match else (words, 1)
    start = -1
    for _ in range(nth):
        start = text.find(needle, start + 1)
        if start < 0:
            raise BadPassageError(f"not in the text: {words!r}")
    return [start, start + len(needle)]


def _compiled(entry: dict[str, Any], split: str) -> Passage:
    text = " ".join(str(entry["text"]).split(" ")).strip()

    def spans(value: Any) -> list[list[int]]:
        words = value if isinstance(value, list) else [value] if value else []
        return [span_of(text, str(word)) for word in words]

    def one(value: Any) -> list[int] | None:
        return span_of(text, str(value)) if value else None

    try:
        return {
            "id": str(entry["id"]),
            "split": split,
            "style": entry["style"],
            "published": str(entry["published"]),
            "title": entry.get("title"),
            "text": text,
            "relevant": bool(entry["relevant"]),
            "statements": [
                {
                    "speaker": spans(s.get("speaker")),
                    "cue": spans(s.get("cue")),
                    "content": spans(s["content"]),
                    "stance": s["stance"],
                    "name": s.get("name"),
                    "within": s.get("within"),
                }
                for s in entry.get("statements") or []
            ],
            "events": [
                {
                    "trigger": span_of(text, str(e["trigger"])),
                    "type": e["type"],
                    "status": e["status"],
                    "polarity": e.get("polarity", "affirmed"),
                    "actors": spans(e.get("actors")),
                    "targets": spans(e.get("targets")),
                    "instrument": one(e.get("instrument")),
                    "place": one(e.get("place")),
                    "time": _time(e.get("time")),
                    "toll": e.get("toll") or {},
                    "statement": e.get("statement"),
                }
                for e in entry.get("events") or []
            ],
            "groups": [
                {
                    "span": span_of(text, str(g["span"])),
                    "name": g.get("name"),
                    "place": g.get("place"),
                    "low": g.get("low"),
                    "high": g.get("high"),
                }
                for g in entry.get("groups") or []
            ],
            "deadlines": [
                {
                    "span": span_of(text, str(d["span"])),
                    "date": str(d["date"]),
                    "what": d["what"],
                }
                for d in entry.get("deadlines") or []
            ],
            "requests": [
                {
                    "span": span_of(text, str(r["span"])),
                    "from": r.get("from"),
                    "to": r.get("to") or [],
                    "asks": r["asks"],
                }
                for r in entry.get("requests") or []
            ],
        }
    except (KeyError, TypeError, AttributeError, BadPassageError) as error:
        raise BadPassageError(f"{entry.get('id')}: {error!r}") from error


def _time(value: Any) -> list[str] | None:
    if value is None:
        return None
    days = value if isinstance(value, list) else [value, value]
    return [str(day) for day in days]


def faults(passage: Passage) -> Iterator[str]:
    """Yield what is wrong with a passage, in words; nothing where it follows the guide."""
    text, statements = passage["text"], passage["statements"]
    if passage["style"] not in STYLES:
        yield f"style {passage['style']!r}"
    yield from _bad_dates([passage["published"]])
    for statement in statements:
        if statement["stance"] not in set(Stance):
            yield f"stance {statement['stance']!r}"
        if statement["within"] is not None and not 0 <= statement["within"] < len(statements):
            yield f"within {statement['within']}"
        if not statement["content"]:
            yield "a statement without content"
    for event in passage["events"]:
        yield from _event_faults(event, len(statements))
    for deadline in passage["deadlines"]:
        yield from _bad_dates([deadline["date"]])
    for start, end in _all_spans(passage):
        if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
            yield f"span {start}-{end}"


def _event_faults(event: dict[str, Any], statements: int) -> Iterator[str]:
    if event["type"] not in event_types():
        yield f"type {event['type']!r}"
    if event["status"] not in set(Status):
        yield f"status {event['status']!r}"
    if event["polarity"] not in set(Polarity):
        yield f"polarity {event['polarity']!r}"
    if event["statement"] is not None and not 0 <= event["statement"] < statements:
        yield f"statement {event['statement']}"
    yield from _bad_dates(event["time"] or [])
    for kind, bounds in event["toll"].items():
        if kind not in TOLL_KINDS or not isinstance(bounds, list) or len(bounds) != 2:
            yield f"toll {kind}: {bounds}"


def _bad_dates(days: Sequence[str]) -> Iterator[str]:
    for day in days:
        try:
            date.fromisoformat(day)
        except ValueError:
            yield f"date {day!r}"


def _all_spans(passage: Passage) -> Iterator[list[int]]:
    for statement in passage["statements"]:
        for role in ("speaker", "cue", "content"):
            yield from statement[role]
    for event in passage["events"]:
        yield event["trigger"]
        yield from event["actors"]
        yield from event["targets"]
        yield from (event[key] for key in ("instrument", "place") if event[key])
    for layer in ("groups", "deadlines", "requests"):
        yield from (item["span"] for item in passage[layer])


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 where every passage follows the guide, 3 where one does not."""
    parser = argparse.ArgumentParser(prog="python -m evals.passages", description=__doc__)
    parser.add_argument("command", choices=("compile", "check"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--split", default="train", choices=("train", "test"))
    chosen = parser.parse_args(arguments)
    bad = 0
    for path in chosen.files:
        try:
            if chosen.command == "compile":
                for passage in compile_passages(path, chosen.split):
                    print(json.dumps(passage, ensure_ascii=False))
            else:
                for passage in read_passages(path):
                    for fault in faults(passage):
                        bad += 1
                        print(f"{path}: {passage['id']}: {fault}", file=sys.stderr)
        except BadPassageError as error:
            bad += 1
            print(f"{path}: {error}", file=sys.stderr)
    return 3 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
