"""Print what it costs to weigh 10,000, 30,000 and 100,000 reports, and to let one more join.

    python -m evals.scale [--reports 10000 30000 100000] [--of-one-incident]

The reports are made by rule, so that no gold set is needed and reading is not timed: fictional
outlets, of which some print an agency's story, tell of incidents in many places over two years;
each incident has a handful of reports, or all are of one. Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tocsin.core.ids import CaptureId, sha256_hex
from tocsin.core.place import Place
from tocsin.core.time import Precision, TimeSpan, end_of_day, start_of_day
from tocsin.core.types import (
    Codes,
    Count,
    Event,
    Language,
    NameKind,
    Participant,
    PlaceMention,
    Polarity,
    Reading,
    Report,
    Span,
    Status,
    Toll,
    event_id,
    narration_of,
    report_id,
)
from tocsin.weigh.weigher import Weigher

SIZES = (10_000, 30_000, 100_000)
REPORTS_OF_ONE = 4  # of one incident, on average
COPIED = 0.3  # of the reports print another's text
FIRST_DAY = date(2031, 1, 1)
DAYS = 730
SEED = 20310101
TYPES = ("kill", "abduct", "bombard", "detain", "destroy_property")
FORCES = ("Interior Guard", "Black Heron brigade", "Tarvenian army", "Ostreli Border Bureau")
ONSETS, VOWELS, ENDS = "bdfghklmnprstvz", "aeiou", "lmnrsk"
NO_CODES = Codes(plover="", cameo="", acled="", ucdp=None)
JOINED_AFTER = 20  # reports that join one by one at the end, each timed


def made_readings(number: int, of_one: int) -> Iterator[Reading]:
    """Yield so many readings, by rule: the same on every machine; `of_one` tell of one incident."""
    dice = random.Random(SEED)  # noqa: S311  (no secret)
    names = [_name(dice) for _ in range(max(50, number // 40))]
    places = {
        name: Place(name=name, lon=dice.uniform(-60, 60), lat=dice.uniform(-40, 50),
                    uncertainty_km=3, feature="PPL", country="TRV")
        for name in names
    }  # fmt: skip
    outlets = [f"The {_name(dice)} Courier" for _ in range(max(20, number // 200))]
    story = ""
    for at in range(number):
        if at % of_one == 0:
            kind, place = dice.choice(TYPES), dice.choice(names)
            force, killed = dice.choice(FORCES), dice.randint(2, 60)
            day = FIRST_DAY + timedelta(days=dice.randrange(DAYS))
        if not story or at % of_one == 0 or dice.random() > COPIED:
            said = " ".join(_name(dice) for _ in range(60))
            story = f"{force} men {kind} {killed} people in {place} on {day.isoformat()}. {said}."
        yield _reading(story, dice.choice(outlets), day, kind, places[place], force, killed, at)


def _name(dice: random.Random) -> str:
    parts = (dice.choice(ONSETS) + dice.choice(VOWELS) for _ in range(3))
    return ("".join(parts) + dice.choice(ENDS)).capitalize()


def _reading(
    text: str, outlet: str, day: date, kind: str, place: Place, force: str, killed: int, at: int
) -> Reading:
    sha = sha256_hex(f"{outlet}|{at}|{text}".encode())
    report = Report(
        id=report_id(sha), capture=CaptureId(f"cap_{sha[:20]}"), sha256=sha, text=text,
        language=Language("en"), outlet=outlet, published=day + timedelta(days=1),
    )  # fmt: skip
    sentence = Span(0, text.index(".") + 1)
    statement = narration_of(report, sentence)
    start = text.index(place.name)
    trigger = Span(text.index(kind), text.index(kind) + len(kind))
    actor = Participant(span=Span(0, len(force)), text=force, kind=NameKind.FORCE, canonical=force)
    when = TimeSpan(
        earliest=start_of_day(day), latest=end_of_day(day),
        precision=Precision.DAY, value=day.isoformat(),
    )  # fmt: skip
    toll = Toll(killed=Count(low=killed, high=killed, as_reported=str(killed)))
    event = Event(
        id=event_id(report.id, kind, trigger), type=kind, codes=NO_CODES, status=Status.HAPPENED,
        polarity=Polarity.AFFIRMED, trigger=trigger, sentence=0, place=0, score=0.9,
        actors=(actor,), time=when, toll=toll, statement=statement.id,
    )  # fmt: skip
    mention = PlaceMention(
        span=Span(start, start + len(place.name)), text=place.name, name=place.name, place=place
    )
    return Reading(
        report=report, sentences=(sentence,), places=(mention,), narration=(statement,),
        events=(event,),
    )  # fmt: skip


def measure(number: int, of_one: int) -> dict[str, float]:
    """Return the seconds to link and to weigh so many readings, and to let one more join."""
    readings = list(made_readings(number + JOINED_AFTER, of_one))
    weigher = Weigher()
    began = time.process_time()
    for reading in readings[:number]:
        weigher.add(reading)
    for reading in readings[:1]:
        weigher.joined_by(reading.report.id)
    linked = time.process_time()
    ledger = weigher.ledger()
    weighed = time.process_time()
    joins = []
    for reading in readings[number:]:
        started = time.process_time()
        weigher.add(reading)
        weigher.joined_by(reading.report.id)
        joins.append(time.process_time() - started)
    return {
        "reports": number,
        "incidents": len(ledger.incidents),
        "link_s": linked - began,
        "weigh_s": weighed - linked,
        "join_ms": 1000 * max(joins),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(prog="python -m evals.scale", description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES)
    parser.add_argument("--of-one-incident", action="store_true", help="all tell of one incident")
    parser.add_argument("--one", type=int, default=None, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.one is not None:
        of_one = chosen.one + JOINED_AFTER if chosen.of_one_incident else REPORTS_OF_ONE
        print(json.dumps(measure(chosen.one, of_one)))
        return 0
    print("reports  incidents  linked s  weighed s  ms/report  one more joins, worst ms  peak MiB")
    for number in chosen.reports:
        command = [sys.executable, "-m", "evals.scale", "--one", str(number)]
        command += ["--of-one-incident"] if chosen.of_one_incident else []
        row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        each = 1000 * (row["link_s"] + row["weigh_s"]) / number
        print(
            f"{number:7,}  {row['incidents']:9,}  {row['link_s']:8.1f}  {row['weigh_s']:9.1f}"
            f"  {each:9.2f}  {row['join_ms']:24.1f}  {row['peak_mib']:8.0f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
