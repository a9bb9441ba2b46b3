"""Stories and chains of mentions: by words and days, in any order."""

import random
import time
from datetime import date

from evals.figure import report_of
from tocsin.core.ids import ReportId
from tocsin.core.types import Span
from tocsin.weigh.stems import content_stems
from tocsin.weigh.stories.coreference import find_chains, mention_of, setting_of
from tocsin.weigh.stories.find import Told, find_stories
from tocsin.weigh.stories.linkage import average_linkage

CAMP = (
    "Interior Guard men shelled Lindral Camp in Karsh and killed twelve Mirrun residents.",
    "Twelve Mirrun residents of Lindral Camp died when the Interior Guard opened fire.",
    "Shelling of Lindral Camp: Mirrun residents mourn, Interior Guard silent.",
)
MINE = (
    "An explosion in the Sorrel Crossing coal mine trapped forty miners.",
    "Rescuers reached miners after the Sorrel Crossing coal blast.",
    "The coal mine blast at Sorrel Crossing trapped miners deep in the pit.",
)
FILLER = tuple(f"Brenmark harbour opened berth number{n} to ferry number{n}." for n in range(6))


def told(name: str, text: str, day: date | None = None) -> Told:
    return Told(report=ReportId(name), stems=content_stems(text), published=day)


def tellings(day: date | None = None) -> list[Told]:
    texts = (*CAMP, *MINE, *FILLER)
    return [told(f"r{number:02}", text, day) for number, text in enumerate(texts)]


def test_reports_of_one_affair_are_one_story_and_others_are_not():
    stories = find_stories(tellings())
    assert stories["r00"] == stories["r01"] == stories["r02"]
    assert stories["r03"] == stories["r04"] == stories["r05"]
    assert stories["r00"] != stories["r03"]


def test_the_order_of_reports_changes_no_story():
    wanted = find_stories(tellings())
    for seed in range(5):
        mixed = tellings()
        random.Random(seed).shuffle(mixed)  # noqa: S311  (an order, not a secret)
        assert find_stories(mixed) == wanted


def test_the_same_words_a_year_later_are_another_story():
    late = [
        told(f"s{number}", text, date(2032, 5, 1)) for number, text in enumerate((*CAMP, *FILLER))
    ]
    stories = find_stories([*tellings(date(2031, 5, 1)), *late])
    assert stories["s0"] != stories["r00"]


def test_a_report_without_words_is_a_story_by_itself():
    stories = find_stories([*tellings(), told("void", ""), told("void2", "?!")])
    assert stories["void"] == "void"
    assert stories["void2"] == "void2"


def test_two_thousand_reports_of_one_affair_are_grouped_in_bounded_time():
    crowd = [told(f"c{number:04}", f"{CAMP[0]} witness{number}") for number in range(2000)]
    start = time.process_time()
    find_stories([*crowd, *tellings()])
    assert time.process_time() - start < 20


def test_groups_join_the_most_alike_first_and_by_their_mean():
    likeness = {("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.9, ("a", "d"): 0.0}
    groups = average_linkage("abcd", likeness, least=0.3, reach=9)
    assert groups == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_two_words_for_one_deed_are_one_chain_within_a_story_only():
    texts = (*CAMP, *MINE, *FILLER)
    reports = [report_of(f"doc{number}", text) for number, text in enumerate(texts)]
    told_by = [
        Told(report=report.id, stems=content_stems(report.text), published=None)
        for report in reports
    ]
    setting = setting_of(told_by, find_stories(told_by))
    wanted = ("shelled", "fire", "Shelling", "explosion", "blast", "blast")
    mentions = []
    for number, word in enumerate(wanted):
        text, start = reports[number].text, reports[number].text.index(word)
        mentions.append(
            mention_of(
                reports[number],
                Span(0, len(text)),
                Span(start, start + len(word)),
                id=f"m{number}",
                number=0,
            )
        )
    chains = find_chains(mentions, setting)
    assert chains["m0"] == chains["m2"]
    assert chains["m3"] == chains["m4"] == chains["m5"]
    assert chains["m0"] != chains["m3"]
    assert find_chains(mentions[::-1], setting) == chains
