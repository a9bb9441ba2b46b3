"""Where the reader finds harm in the news: `python -m training.harm --gold FOLDER --out FILE`.

Reading a million words takes many minutes and the project's own environment; training triage takes
seconds and scikit-learn. So the one leaves a file for the other. A run that was cut off goes on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evals.triage_sets import NEWS
from training.samples import Bounds

# In much calm news; every other type of event is harm or a threat of it.
HARMLESS_TYPES: Final = frozenset({
    "protest", "consult", "agree", "praise", "cooperate", "appeal", "promise", "protect", "aid",
    "evacuate", "grant_status", "investigate", "release", "withdraw_or_ceasefire", "yield",
    "comment", "accuse", "reject", "sanction", "deny_or_justify",
})  # fmt: skip

Harm = list[Bounds]
"""The sentences of a text that hold an event of harm, in characters."""


def key_of(text: str) -> str:
    """Return what a text is known by in the file."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def read_harm(kept: Path) -> dict[str, Harm]:
    """Return the harm in each text that the file knows, by the text's key."""
    rows = map(json.loads, kept.read_text(encoding="utf-8").splitlines())
    return {row["key"]: [(start, end) for start, end in row["harm"]] for row in rows}


def find_harm(texts: Sequence[str], kept: Path) -> None:
    """Read the texts that the file does not know, and add a line for each."""
    from evals.figure import report_of  # here: the environment of training has no parser
    from tocsin.read.places.gazetteer import open_gazetteer
    from tocsin.read.reader import RuleReader

    known = read_harm(kept) if kept.exists() else {}
    new = [text for text in dict.fromkeys(texts) if key_of(text) not in known]
    readings = RuleReader(gazetteer=open_gazetteer()).read([report_of("", text) for text in new])
    with kept.open("a", encoding="utf-8") as lines:
        for text, reading in zip(new, readings, strict=True):
            harmful = (event for event in reading.events if event.type not in HARMLESS_TYPES)
            spans = [reading.sentences[event.sentence] for event in harmful]
            harm = [(span.start, span.end) for span in spans]
            lines.write(json.dumps({"key": key_of(text), "harm": harm}) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when the file knows every text of the news."""
    parser = argparse.ArgumentParser(prog="python -m training.harm", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    parts = [each(chosen.gold, split) for each in NEWS.values() for split in ("train", "dev")]
    find_harm([text for part in parts for text in part], chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
