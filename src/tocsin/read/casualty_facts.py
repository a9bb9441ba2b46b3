"""Casualty facts: each place where a report says how many were killed, hit or hurt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from spacy.tokens import Token

from tocsin.core.types import Count
from tocsin.read.document import Document
from tocsin.read.events.clause import Tree
from tocsin.read.events.counts import added, count_of, number_in, numeral_count
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.totals import stated_total, total_of_people

NEAR = 4  # words between a bare number and what befell the people it counts


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("casualty_words")[name])


class Harm(StrEnum):
    """What befell the people counted. HIT says nothing of whether they lived."""

    KILLED = "killed"
    INJURED = "injured"
    HIT = "hit"
    SELF_KILLED = "self_killed"


@dataclass(frozen=True, slots=True)
class CasualtyFact:
    """A count of people by what befell them, and the sentence that says it."""

    harm: Harm
    count: Count
    sentence: int


def find_casualty_facts(document: Document, tree: Tree) -> Iterator[CasualtyFact]:
    """Yield the casualty facts of the prose in text order."""
    for index, phrase in enumerate(document.phrases):
        for token in phrase:
            if word_set(token) & _words("totals"):
                yield from _total_facts(token, tree, index)
            harm = _harm(token, tree)
            if harm is None or _is_part_of(token):
                continue
            count = _count(token, tree, phrase.start)
            if harm is not Harm.INJURED and _is_reflexive(token, tree):
                count, harm = Count(low=1, high=1, as_reported=token.text), Harm.SELF_KILLED
            if count is not None:
                yield CasualtyFact(harm, count, index)


def _harm(token: Token, tree: Tree) -> Harm | None:
    word = token.lower_
    if word in _words("deadly"):
        return Harm.KILLED
    if word in _words("hurtful"):
        return Harm.INJURED if token.tag_ != "NN" else None
    if word in _words("hitting") and token.pos_ in ("VERB", "AUX", "ADJ"):
        manner = {kid.lower_ for kid in tree.kids(token)}
        manner |= {end.lower_ for _, end in tree.prepositions(token)}
        return Harm.KILLED if manner & _words("manner") else Harm.HIT
    return None


def _total_facts(noun: Token, tree: Tree, sentence: int) -> Iterator[CasualtyFact]:
    """Yield the fact of "the death toll rose to 20", "the number of wounded is 40"."""
    counted = {end.lower_ for word, end in tree.prepositions(noun) if word in ("of", "among")}
    if counted & _words("deadly") or "toll" in word_set(noun):
        harm = Harm.KILLED
    elif counted & _words("hurtful"):
        harm = Harm.INJURED
    else:
        return
    count = stated_total(noun, tree)
    if count is not None:
        yield CasualtyFact(harm, count, sentence)


def _is_part_of(token: Token) -> bool:
    """Return whether the word names those of whom a part is counted: "eight of the wounded"."""
    doc = token.doc
    return token.i > 1 and doc[token.i - 1].lower_ == "the" and doc[token.i - 2].lower_ == "of"


def _is_reflexive(token: Token, tree: Tree) -> bool:
    return any(kid.lower_ in _words("reflexive") for kid in tree.objects(token))


def _count(token: Token, tree: Tree, start: int) -> Count | None:
    heads = _sufferers(token, tree)
    totals = [total for head in heads if (total := total_of_people(head, tree)) is not None]
    if totals:
        return totals[0]
    counts = [
        count_of(tree.core(conjunct) if count_of(conjunct, tree) is None else conjunct, tree)
        for head in heads
        for conjunct in tree.with_conjuncts(head)
        if conjunct.lower_ not in _words("not_people")
    ]
    return added(counts) or _bare_number(token, start)


def _sufferers(token: Token, tree: Tree) -> list[Token]:
    if token.lower_ in ("die", "dies", "died", "perish", "perished"):
        return tree.subjects(token)
    if token.pos_ in ("VERB", "AUX"):
        if tree.is_passive(token):
            return tree.passive_subjects(token)
        suffers = token.tag_ in ("VBN", "VBD") or token.lower_ == "hurt"  # "14 dead, dozens hurt"
        return tree.objects(token) or (tree.subjects(token) if suffers else [])
    governor = tree.parent(token)
    if governor is None:
        return tree.subjects(token)
    if token.dep_ == "amod" or governor.pos_ in ("NOUN", "PROPN", "NUM"):
        return [governor]
    return tree.objects(governor) or tree.subjects(governor)


def _bare_number(token: Token, start: int) -> Count | None:
    """Return the number just before ("3 dead", "two people shot") or after ("injuring 4")."""
    doc = token.doc
    for step in range(1, NEAR + 1):
        index = token.i - step
        if index < start or doc[index].text in ".;:|":
            break
        if _counts_people(doc[index]):
            return numeral_count([doc[index]], list(doc[max(index - 3, start) : index]))
        if doc[index].lower_ in _words("deadly") | _words("hurtful") | _words("hitting"):
            break
    after = token.i + 1
    if token.lower_.endswith(("ing", "s")) and after < len(doc) and _counts_people(doc[after]):
        return numeral_count([doc[after]], [])
    return None


def _counts_people(token: Token) -> bool:
    value = number_in(token.text)
    if value is None or value > 10_000:
        return False
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return following not in _words("not_people") and before not in (
        "age",
        "aged",
        "ages",
        "$",
        ",",
        "at",
    )
