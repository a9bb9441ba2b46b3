"""Checked judgements: those that can be applied, whatever the store holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from tocsin.core.errors import BadJudgement
from tocsin.core.types import OF_INCIDENT, Credibility, Judgement, Reliability, Verdict
from tocsin.weigh.judged.corrections import event_change, statement_change

REASONED = frozenset({Verdict.REJECT, Verdict.CORRECT, Verdict.GRADE, Verdict.SPLIT})
LONGEST_WORDS = 2_000  # characters of a reason or a value; more is a document
LONGEST_ANALYST = 200

GRADES: Mapping[str, tuple[str, ...]] = {
    "src": tuple(grade.value for grade in Reliability),
    "stm": tuple(grade.value for grade in Credibility),
}
SUBJECTS: Mapping[Verdict, frozenset[str]] = {
    Verdict.CONFIRM: frozenset({"evt", "stm"}),
    Verdict.REJECT: frozenset({"evt", "stm", "rep"}),
    Verdict.CORRECT: frozenset({"evt", "stm"}),
    Verdict.LINK: frozenset({"evt"}),
    Verdict.SPLIT: frozenset({"evt"}),
    Verdict.GRADE: frozenset(GRADES),
    Verdict.UNDO: frozenset({"jdg"}),
}
KINDS: Mapping[str, str] = {
    "evt": "an event", "stm": "a statement", "src": "a source", "rep": "a report",
    "jdg": "a judgement", "inc": "an incident",
}  # fmt: skip

_ID = re.compile(r"([a-z]{3})_[0-9a-f]{20}")


def checked(judgement: Judgement) -> Judgement:
    """Return the judgement as it is. Raises: BadJudgement, with what is wrong in it."""
    for wrong in (_wrong_words, _wrong_subjects, _wrong_pairs, _wrong_value):
        reason = wrong(judgement)
        if reason:
            raise BadJudgement(judgement.verdict.value, reason=reason)
    return judgement


def is_usable(judgement: Judgement) -> bool:
    """Return whether the judgement can be applied where its subjects are at hand."""
    try:
        checked(judgement)
    except BadJudgement:
        return False
    return True


def kind_of(subject: str) -> str:
    """Return the three letters that say what an id is of, "" for what is no id."""
    found = _ID.fullmatch(subject)
    return found[1] if found else ""


def _wrong_words(judgement: Judgement) -> str:
    if not judgement.by.strip() or len(judgement.by) > LONGEST_ANALYST:
        return "give the name of who judges"
    if judgement.verdict in REASONED and not judgement.reason.strip():
        return "give a reason"
    if judgement.at.tzinfo is None:
        return "its instant has no time zone"
    words = (judgement.by, judgement.reason, judgement.value)
    if max(map(len, words)) > LONGEST_WORDS:
        return f"give no more than {LONGEST_WORDS} characters"
    if any(unicodedata.category(letter) in ("Cc", "Cs") for text in words for letter in text):
        return "a name, value or reason holds a control character"
    return ""


def _wrong_subjects(judgement: Judgement) -> str:
    allowed = SUBJECTS[judgement.verdict]
    if not judgement.subjects:
        return "give what is judged"
    for subject in (*judgement.subjects, *judgement.apart_from):
        kind = kind_of(subject)
        if kind not in allowed:
            named = " or ".join(sorted(KINDS[one] for one in allowed))
            return f"{subject} is not {named}, and only that can be judged so"
    return ""


def _wrong_pairs(judgement: Judgement) -> str:
    subjects, others = set(judgement.subjects), set(judgement.apart_from)
    if others and judgement.verdict is not Verdict.SPLIT:
        return "only a split names what its subjects are apart from"
    if judgement.verdict is Verdict.SPLIT and (not others or subjects & others):
        return "give events that leave and other events that stay"
    if judgement.verdict is Verdict.LINK and len(subjects) < 2:
        return "give two events or more"
    return ""


def _wrong_value(judgement: Judgement) -> str:
    verdict, field, value = judgement.verdict, judgement.field, judgement.value
    if verdict is Verdict.CORRECT:
        return _wrong_correction(judgement)
    if verdict is Verdict.GRADE:
        allowed = {GRADES[kind_of(subject)] for subject in judgement.subjects}
        wrong = field or any(value not in grades for grades in allowed)
        named = " and ".join(sorted(f"{grades[0]}–{grades[-1]}" for grades in allowed))
        return f"{value!r} is no grade of {named}" if wrong else ""
    if verdict in (Verdict.CONFIRM, Verdict.REJECT) and field == OF_INCIDENT:
        reports = any(kind_of(subject) == "rep" for subject in judgement.subjects)
        return "an incident is named by its events or statements" if reports or value else ""
    return (
        "only a correction has a field, and only it and a grade a value" if field or value else ""
    )


def _wrong_correction(judgement: Judgement) -> str:
    try:
        for kind in {kind_of(subject) for subject in judgement.subjects}:
            if kind == "evt":
                event_change(judgement.field, judgement.value)
            else:
                statement_change(judgement.field, judgement.value)
    except ValueError as wrong:
        return str(wrong)
    return ""
