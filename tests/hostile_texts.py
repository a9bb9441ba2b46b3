"""Texts that no reporter wrote, of any length: what scanners, scrapers and mischief make."""

from __future__ import annotations

import random
from collections.abc import Callable

PROSE = (
    "Soldiers of the Tarvenian army shelled Halvik on Monday, killing at least 12 people, "
    "residents said. “We fled at dawn,” said Mara Kett, spokeswoman for residents of Lindral "
    "Camp. Interior Minister Ilya Dorn denied that the Interior Guard had entered Brenmark on "
    "3 April 2031. About 2,600 displaced Mirrun people, 800 of them children, are at risk near "
    "Sorrel Crossing. President Anton Vessel called on the Black Heron brigade to withdraw by "
    "12 May.\n\n"
)
LINE = PROSE.replace("\n\n", " ")


def filled(part: str, length: int) -> str:
    return (part * (length // len(part) + 1))[:length]


def scanned(length: int) -> str:
    """Return prose as a bad scan gives it: letters taken for others, lines broken anywhere."""
    dice = random.Random(7)  # noqa: S311  (no secret)
    text = list(filled(PROSE, length))
    for at in range(length):
        if dice.random() < 0.07:
            text[at] = dice.choice("l1I|0O5S8B;:.,'`~^*  \n-")
    return "".join(text)


def repeated(part: str) -> Callable[[int], str]:
    return lambda length: filled(part, length)


HOSTILE: dict[str, Callable[[int], str]] = {
    "prose": repeated(PROSE),
    "one line": repeated(LINE),
    "no full stop": repeated(LINE.replace(".", "")),
    "all capitals": repeated(PROSE.upper()),
    "all small letters": repeated(PROSE.lower()),
    "a bad scan": scanned,
    "no spaces": repeated(LINE.replace(" ", "")),
    "one letter": repeated("a"),
    "quotation marks": repeated('"'),
    "opening quotation marks": repeated("“"),
    "quotation marks with spaces": repeated('" '),
    "quotation marks between words": repeated('"we fled" said '),
    "apostrophes": repeated("'a "),
    "brackets": repeated("( "),
    "full stops": repeated(". "),
    "line breaks": repeated("\n"),
    "blanks before the last word": lambda length: "The army shelled".ljust(length) + " it.",
    "a table in bars": repeated("| Halvik | 12 | 34 | 2031-04-03 | killed |\n"),
    "a table in tabs": repeated("Halvik\t12\t34\t3 April 2031\tKarsh\n"),
    "mixed scripts": repeated(
        "Войска вошли в Halvik утром. قصفت القوات مدينة Brenmark. 军队炮击了 Velmora, killing 12. "
    ),
    "NULs": repeated("The army\0shelled Halvik\0\0 on Monday. "),
    "direction marks": repeated("\u202eThe army shelled\u200f Halvik\u202c on Monday. "),
    "halves of surrogate pairs": repeated("The army shelled \ud800Halvik\udfff on Monday. "),
    "emoji": repeated("😀🔥👩‍👩‍👧‍👦"),
    "digits": repeated("1 2 3 "),
    "dates": repeated("3 April 2031, 4 and 5 April, "),
    "names without verbs": repeated("Mara Kett and Ilya Dorn and "),
    "places in a row": repeated("near Halvik, between Paris and London, Springfield, "),
    "one verb": repeated("killed "),
    "saying without an end": repeated("he said that "),
    "counts without an end": repeated("killed 12 and wounded 34 and "),
    "markup": repeated("<div><b>"),
    "mail headers": repeated("From: a@b\nSubject: x\n"),
}
