"""Direction of a clause in time, told by its words alone: verb forms, helpers, plans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from tocsin.ontology.tables import read_table
from tocsin.read.times.lexicon import Lexeme

LEFT_REACH = 30  # words between a date and the verb that governs it
RIGHT_REACH = 20
HELPER_REACH = 4  # words between a helper and its verb: "is not yet expected"
UNTIL_WITHIN = 5  # words: "until 9 a.m. local time Friday"
SHORTEST_PAST = 4  # letters: "used" is a past form, "red" none
NOUN_LEADS = frozenset({"in", "at", "from", "for", "on", "'s", "’s"})
CLAUSE_MARKS = frozenset({";", ":", "“", "”", '"', "``", "`"})


class Direction(StrEnum):
    """Which side of the published date a clause speaks of."""

    PAST = "past"
    FUTURE = "future"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenses:
    """The words of `ontology/tenses.yaml`."""

    modal: frozenset[str]
    present_be: frozenset[str]
    past_helper: frozenset[str]
    perfect: frozenset[str]
    saying_now: frozenset[str]
    irregular_past: frozenset[str]
    no_past: frozenset[str]
    scheduling: frozenset[str]
    present_plan: frozenset[str]
    lasting: frozenset[str]
    lasting_passive: frozenset[str]
    granting: frozenset[str]
    clause_start: frozenset[str]
    joining: frozenset[str]
    no_infinitive: frozenset[str]
    determiner: frozenset[str]


@cache
def tenses() -> Tenses:
    """Return the words, read once a process."""
    table = read_table("tenses")
    return Tenses(**{field.name: frozenset(table[field.name]) for field in fields(Tenses)})


def direction_at(words: Sequence[Lexeme], first: int, last: int) -> Direction:
    """Return which way the clause around the words `first` to `last` looks from the published date.

    >>> from tocsin.read.times.lexicon import lexemes
    >>> direction_at(lexemes("The guard will leave on Friday."), 5, 5).value
    'future'
    """
    clause = _Clause(words)
    leaning = clause.leaning(first, last)
    if leaning is not Direction.UNSURE:
        return leaning
    if clause.is_finite(last + 1):
        return clause.at(last + 1)
    left = range(first - 1, max(-1, first - 1 - LEFT_REACH), -1)
    right = range(last + 1, min(len(words), last + 1 + RIGHT_REACH))
    if not clause.opens(first):
        before = clause.first_verb(left)
        if before is not Direction.UNSURE:
            return before
    after = clause.first_verb(right, ahead=True)
    return after if after is not Direction.UNSURE else clause.first_verb(left, across=True)


@dataclass(frozen=True, slots=True)
class _Clause:
    words: Sequence[Lexeme]

    def word(self, index: int) -> str:
        return self.words[index].text.lower() if 0 <= index < len(self.words) else ""

    def opens(self, first: int) -> bool:
        """Return whether the date opens a clause: "and on Friday the guard came"."""
        near = (self.word(first - 1), self.word(first - 2))
        return any(word in tenses().joining for word in near)

    def is_finite(self, index: int) -> bool:
        """Return whether the word is a verb that what stands before it is the subject of."""
        word, kinds = self.word(index), tenses()
        return word in kinds.modal | kinds.past_helper | kinds.perfect | kinds.present_be

    def first_verb(
        self, path: Iterable[int], *, across: bool = False, ahead: bool = False
    ) -> Direction:
        """Return the direction of the first verb on the path, UNSURE where a clause ends before.

        With `across` the search goes on over the ends of clauses; `ahead` is for a date that
        stands before its verb.
        """
        for index in path:
            word = self.word(index)
            if not across and (word in CLAUSE_MARKS or word in tenses().clause_start):
                return Direction.UNSURE
            direction = self.at(index)
            if direction is not Direction.UNSURE:
                past_plan = ahead and word.endswith("ed") and word in tenses().scheduling
                return Direction.PAST if past_plan else direction
        return Direction.UNSURE

    def leaning(self, first: int, last: int) -> Direction:
        """Return what the words beside the expression say, before any verb does."""
        before = self.word(first - 1)
        if before in ("on", "the"):
            before = self.word(first - 2)
        if before in ("since", "last") or (before == "of" and self.word(first - 2) == "as"):
            return Direction.PAST
        if before == "as" and self.word(first - 2) in ("soon", "early"):
            return Direction.FUTURE
        until = self._until_before(first)
        if until is not None:
            return self._direction_until(until)
        if before == "by" and self.word(first - 2) in ("due", "have", "has"):
            return Direction.FUTURE
        after = self.words[last + 1] if last + 1 < len(self.words) else None
        if after is not None and after.kind == "possessive_s" and not self._has_will(first):
            return Direction.PAST
        return Direction.UNSURE

    def _until_before(self, first: int) -> int | None:
        for index in range(first - 1, max(-1, first - 1 - UNTIL_WITHIN), -1):
            if self.word(index) in ("until", "till"):
                return index
            if self.word(index) in (",", ";") or self.at(index) is not Direction.UNSURE:
                return None
        return None

    def _direction_until(self, until: int) -> Direction:
        """Return FUTURE, save after a verb of lasting: "the siege lasted until May"."""
        for index in range(until - 1, max(-1, until - 1 - LEFT_REACH), -1):
            if self.word(index) in tenses().granting and index >= until - 2:
                return Direction.FUTURE
            direction = self.at(index)
            if direction is not Direction.UNSURE:
                verb, helper = self.word(index), self._helper(index)
                lasting = tenses().lasting_passive if helper else tenses().lasting
                past = direction is Direction.PAST and verb in lasting
                return Direction.PAST if past else Direction.FUTURE
        return Direction.UNSURE

    def _has_will(self, first: int) -> bool:
        reach = range(first - 1, max(-1, first - 1 - LEFT_REACH), -1)
        return any(self.word(index) in ("will", "ll") for index in reach)

    def at(self, index: int) -> Direction:
        """Return the direction of the word as a verb, UNSURE where it is none."""
        word, kinds = self.word(index), tenses()
        if not word or not word[0].isalpha():
            return Direction.UNSURE
        if word in kinds.modal:
            capital = self.words[index].text[0].isupper()
            return Direction.UNSURE if word in ("may", "can") and capital else Direction.FUTURE
        if word == "to":
            return self._infinitive(index)
        if word in kinds.scheduling:
            noun = (
                word in ("plan", "plans", "schedule") and self.word(index - 1) in kinds.determiner
            )
            return Direction.UNSURE if noun else Direction.FUTURE
        if word == "set" and self.word(index + 1) in ("for", "to"):
            return Direction.FUTURE
        if word in kinds.past_helper or word in kinds.saying_now:
            return Direction.PAST
        if word in kinds.perfect:
            return self._perfect(index)
        if word in kinds.present_be:
            return Direction.FUTURE
        if word in kinds.present_plan:
            return self._planned(index)
        return self._past(index, word)

    def _infinitive(self, index: int) -> Direction:
        after = self.words[index + 1] if index + 1 < len(self.words) else None
        if after is None or not after.text[0].islower() or not after.text.isalpha():
            return Direction.UNSURE
        word = after.text
        if word in tenses().no_infinitive or after.kind not in ("other", "month_or_word"):
            return Direction.UNSURE
        return Direction.UNSURE if word.endswith(("ing", "ed")) else Direction.FUTURE

    def _perfect(self, index: int) -> Direction:
        follow = [self.word(index + step) for step in range(1, HELPER_REACH)]
        if follow[0] in ("to", "until", "till"):
            return Direction.FUTURE
        if any(word in tenses().scheduling for word in follow):
            return Direction.FUTURE
        return Direction.PAST

    def _planned(self, index: int) -> Direction:
        """Return FUTURE for "the curfew ends on Friday", UNSURE for a noun: "in the end"."""
        before = self.word(index - 1)
        if before in tenses().determiner or before in NOUN_LEADS or self.word(index + 1) == "of":
            return Direction.UNSURE
        helper = self._helper(index)
        past = helper in tenses().perfect or helper in tenses().past_helper
        return Direction.PAST if past else Direction.FUTURE

    def _past(self, index: int, word: str) -> Direction:
        kinds = tenses()
        if word not in kinds.irregular_past:
            if not word.endswith("ed") or len(word) < SHORTEST_PAST or word in kinds.no_past:
                return Direction.UNSURE
            if self.word(index - 1) in kinds.determiner or word.startswith("un"):
                return Direction.UNSURE
        helper = self._helper(index)
        ahead = helper in kinds.modal or helper in kinds.present_be or helper == "to"
        return Direction.FUTURE if ahead else Direction.PAST

    def _helper(self, index: int) -> str:
        """Return the helper before a verb form, over "be", "not" and adverbs; "" for none."""
        kinds = tenses()
        for step in range(1, HELPER_REACH + 1):
            word = self.word(index - step)
            if word in kinds.modal | kinds.present_be | kinds.past_helper | kinds.perfect:
                return word
            if word == "to":
                return word
            if word not in ("be", "been", "being", "not", "also", "t", "’", "'", "still") and not (
                word.endswith("ly")
            ):
                return ""
        return ""
