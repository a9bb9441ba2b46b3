"""Antecedents: whom "they", "he" or "it" as a subject stands for."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import NameKind
from tocsin.read.document import Document
from tocsin.read.events.clause import PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.mentions import Mentions
from tocsin.read.events.participant_kinds import can_take_part, kind_of_noun

PERSONAL = frozenset({"he", "she"})
PLURAL = frozenset({"they"})
COLLECTIVE = frozenset({NameKind.ORGANISATION, NameKind.FORCE, NameKind.GROUP})


def antecedents(document: Document, tree: Tree, mentions: Mentions) -> dict[int, Token]:
    """Return the head that each subject pronoun stands for, by the pronoun's token.

    The nearest fitting subject of the same sentence, else the first of the sentence before.
    """
    found: dict[int, Token] = {}
    before: list[Token] = []
    for phrase in document.phrases:
        subjects: list[Token] = []
        for token in phrase:
            if token.dep_ not in SUBJECT | PASSIVE_SUBJECT:
                continue
            if token.lower_ in PERSONAL | PLURAL | {"it"}:
                fitting = _last_fitting(token, subjects, before, tree, mentions)
                if fitting is not None:
                    found[token.i] = fitting
                    subjects.append(fitting)
            elif can_take_part(tree.core(token), mentions):
                subjects.append(token)
        before = subjects or before
    return found


def _last_fitting(
    pronoun: Token, here: list[Token], before: list[Token], tree: Tree, mentions: Mentions
) -> Token | None:
    for subject in [*reversed(here[-4:]), *before[:4]]:
        if _agrees(pronoun.lower_, subject, tree, mentions):
            return subject
    return None


def _agrees(pronoun: str, subject: Token, tree: Tree, mentions: Mentions) -> bool:
    plural = subject.tag_ in ("NNS", "NNPS") or len(tree.with_conjuncts(subject)) > 1
    kind = _kind(subject, tree, mentions)
    if pronoun in PLURAL:
        return plural or kind in COLLECTIVE
    if pronoun in PERSONAL:
        return not plural and kind is NameKind.PERSON
    return not plural and kind is not NameKind.PERSON


def _kind(subject: Token, tree: Tree, mentions: Mentions) -> NameKind:
    name = mentions.names.get(subject.i)
    if name is not None:
        return name.kind
    noun = kind_of_noun(tree.core(subject))
    if noun is not None:
        return noun.kind
    return NameKind.PERSON if subject.ent_type_ == "PERSON" else NameKind.ORGANISATION
