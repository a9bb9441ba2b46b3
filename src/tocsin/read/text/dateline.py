"""What a dateline says: outlet, byline and day, in a line or before a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tocsin.core.types import Span
from tocsin.read.text.dates import WrittenDay, written_days
from tocsin.read.text.outlets import describes_piece, names_agency, names_outlet

LONGEST_DATELINE = 200  # characters; longer lines are prose that mentions a day
MOST_BYLINE_WORDS = 10  # two authors with their titles
MOST_PLACE_WORDS = 3  # "Upper Orlen Province"; more is a headline with a day
MOST_DESCRIBING_WORDS = 5  # "transcript of the evening news"; more is prose

_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\x01|(–—-])|(?<=[\x01|(–—-] )|(?<=  ))(?:first |last )?"
    r"(?:published|posted|updated|modified|date|issued|created|released|filed)\b"
    r"(?: (?:on|at|in)\b)? *:?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:at )?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?(?: ?(?:GMT|UTC|[A-Z]{2,4}T)\b)?"
    r"(?: ?[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]? *", re.I
)
_BY = re.compile(r"^(?:(?:written|reported|story) )?by:?\s+", re.IGNORECASE)
_BREAK = re.compile(r"\s*(?:[|–—•·/\x01]|(?<=\s)-(?=\s))\s*")
_NAME_WORD = re.compile(r"^[^\W\d_][^\W_]*(?:['’.\-][^\W_]*)*[.,]?$")
_SMALL_WORD = re.compile(
    r"of|the|and|for|in|a|&|de|des?|del|du|la|le|von|van|der|al|el|bin|ibn", re.IGNORECASE
)
_ANY_SPACE = re.compile(r"\s")  # no-break spaces pad the datelines of many pages
_BYLINE_PLACE = re.compile(r" in [^\W\d_].*$")
_DAY = r"(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}\.?)(?:,? \d{2,4})?"
_WIRE = re.compile(
    r"(?P<place>[^\W\d_][^\W\d_.'’-]*(?:[ .'’-]{1,2}[^\W\d_]+\.?){0,4}"
    r"(?:, [^\W\d_][\w.'’ -]{1,30}){0,2}?)"
    rf"(?:,? *(?P<day>{_DAY}))?"
    r",?(?: *\((?P<agency>[^()\n]{2,60})\))?"
    r" *(?P<dash>[–—_]|-{1,2}(?= )|:(?= )) *(?:\[[^\]\n]{1,100}\] *){0,4}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    rf"\((?P<place>[^\W\d_][^\W\d_.'’ -]*(?:[ .'’-]{{1,2}}[^\W\d_]+\.?){{0,3}})"
    rf"(?:, *(?P<day>{_DAY}))?\) *[–—-] +",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{3}[\w/-]{0,12}")  # "WKYT", "CBS11"; two letters are a state's
_QUOTED = re.compile(r"[\"“„«](?P<words>[^\"“”„«»]{2,100})[\"”“»]")
_MONTH_DAY = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline states; `span` is the stretch that is not prose."""

    span: Span
    outlet: str | None = None
    byline: str | None = None
    day: date | None = None
    fault: str | None = None
    title: str | None = None


def dateline_of_line(line: str, offset: int = 0) -> Dateline | None:
    """Return what a line that is nothing but a dateline states, None for any other line.

    >>> found = dateline_of_line("HALVIK RADIO – By Jane Doe  May 4, 2031")
    >>> found.outlet, found.byline, found.day.isoformat()
    ('HALVIK RADIO', 'Jane Doe', '2031-05-04')
    >>> dateline_of_line("Troops left on May 4, 2031.") is None
    True
    """
    if len(line) > LONGEST_DATELINE or line.rstrip().endswith(("?", "!")):
        return None
    line = _ANY_SPACE.sub(" ", line)
    days = written_days(line)
    parts = _parts(_without_days(line, days), has_day=bool(days))
    byline = _byline_among(parts)
    if not days and byline is None:
        return None
    rest = [part for part in parts if not _BY.match(part)]
    names = [part for part in rest if _is_name(part)]
    if len(names) < len(rest) and not (days and _is_described_outlet(names, rest)):
        return None
    published = next((written for written in days if written.day), days[0] if days else None)
    outlet = _outlet_among(line, names, has_byline=byline is not None)
    if outlet is None and any(len(part.split()) > MOST_PLACE_WORDS for part in rest):
        return None
    quoted = _QUOTED.search(line)
    return Dateline(
        span=Span(offset, offset + len(line)),
        outlet=outlet,
        byline=byline,
        day=published.day if published else None,
        fault=published.fault if published else None,
        title=quoted["words"] if quoted else None,
    )


def dateline_before_sentence(line: str, offset: int = 0) -> Dateline | None:
    """Return the wire dateline that opens a paragraph, None where the paragraph is all prose.

    >>> dateline_before_sentence("VELMORA, May 3 (Northern Wire) – Troops left.").outlet
    'Northern Wire'
    """
    opening = _ANY_SPACE.sub(" ", line[:LONGEST_DATELINE])
    match = _BRACKETED.match(opening) or _WIRE.match(opening)
    if match is None or not _is_wire(match, line[match.end() :]):
        return None
    parts = match.groupdict()
    bracket = (parts.get("agency") or ("" if "dash" in parts else parts["place"])).strip()
    days = written_days(parts["day"] or bracket)
    signs = _signs_as_agency(bracket, loud=_is_loud(parts["place"]))
    return Dateline(
        span=Span(offset, offset + match.end()),
        outlet=bracket if signs else None,
        day=days[0].day if days else None,
        fault=days[0].fault if days else None,
    )


def _is_wire(match: re.Match[str], rest: str) -> bool:
    parts = match.groupdict()
    place, day, agency = parts["place"], parts["day"], (parts.get("agency") or "").strip()
    if not rest.strip() or not place[0].isupper() or (day and not _MONTH_DAY.match(day)):
        return False
    if agency and not (agency[0].isupper() or agency[0].isdigit()):
        return False
    words = [word for word in re.split(r"[ ,]+", place) if word]
    if not all(word[0].isupper() or _SMALL_WORD.fullmatch(word) for word in words):
        return False
    if "dash" not in parts:
        return _opens_sentence(rest)
    if _is_loud(place):
        return bool(day or agency) or (parts["dash"] != ":" and _opens_sentence(rest))
    return bool(day and "," in match.group()) or _signs_as_agency(agency, loud=False)


def _is_loud(place: str) -> bool:
    return place.partition(",")[0].isupper()


def _opens_sentence(rest: str) -> bool:
    """Return whether prose starts here: in a text of capitals a dash alone tells nothing."""
    first = rest.lstrip("\"'“‘«(")[:1]
    return (first.isupper() or first.isdigit()) and any(map(str.islower, rest[:LONGEST_DATELINE]))


def _signs_as_agency(bracket: str, *, loud: bool) -> bool:
    """Return whether the words in brackets are who reports; after a loud place, initials are."""
    if not bracket or written_days(bracket):
        return False
    if names_outlet(bracket) or names_agency(bracket):
        return True
    return loud and _INITIALS.fullmatch(bracket) is not None


def _without_days(line: str, days: list[WrittenDay]) -> str:
    for written in reversed(days):
        line = f"{line[: written.span.start]}\x01{line[written.span.end :]}"
    return _LABEL.sub("\x01", _CLOCK.sub("\x01", _WEEKDAY.sub("", line)))


def _parts(line: str, *, has_day: bool) -> list[str]:
    """Return the pieces between bars, dashes, days and commas; a byline stays with its "By"."""
    spaced = re.sub(r"(?i)\b(by:?) +", r"\1 ", line)
    pieces = re.split(r"\s{2,}|,\s+|\t", _BREAK.sub("  ", spaced))
    split = [half for piece in pieces for half in _before_by(piece, has_day=has_day)]
    stripped = (
        re.sub(r"(?i)(?:^|\s)(?:on|in|at|for)$", "", half.strip(" ,;:()[]")) for half in split
    )
    return [part for part in stripped if part]


def _before_by(piece: str, *, has_day: bool) -> list[str]:
    # without a day, "Camp Attacked By Guards" is a headline
    return re.split(r"\s(?=(?:By|BY):? [^\W\d_])", piece) if has_day else [piece]


def _byline_among(parts: list[str]) -> str | None:
    for part in parts:
        by = _BY.match(part)
        name = _BYLINE_PLACE.sub("", part[by.end() :]) if by else ""
        if _is_name(name):
            return name.strip()
    return None


def _is_name(part: str) -> bool:
    words = part.split()
    if not words or len(words) > MOST_BYLINE_WORDS or part.endswith(("?", "!")):
        return False
    if part.endswith(".") and len(words[-1]) > 4:
        return False
    if not all(_NAME_WORD.match(word) or _SMALL_WORD.fullmatch(word) for word in words):
        return False
    capitals = [word[0].isupper() or not word[0].isascii() for word in words]
    return capitals[-1] and all(
        big or _SMALL_WORD.fullmatch(word) for big, word in zip(capitals, words, strict=True)
    )


def _is_described_outlet(names: list[str], rest: list[str]) -> bool:
    """Return whether they are an outlet's name and words on the piece: "Halvik Radio, news"."""
    described = (part for part in rest if part not in names)
    return any(map(names_outlet, names)) and all(
        _QUOTED.fullmatch(part)
        or (describes_piece(part) and len(part.split()) <= MOST_DESCRIBING_WORDS)
        for part in described
    )


def _outlet_among(line: str, names: list[str], *, has_byline: bool) -> str | None:
    """Return the name of an outlet: by its words, else where an author writes for it.

    A lone name with a day and no author is as likely the place: "SORREL CROSSING – 3 May".
    """
    named = next((name for name in names if names_outlet(name)), None)
    if named or not names:
        return named
    first = names[0]
    if first.startswith(("The ", "THE ")):
        return first
    before_comma = f"{first}," in line
    loud = first.isupper() and len(first.split()) > 1
    return first if has_byline and (loud or not before_comma) else None
