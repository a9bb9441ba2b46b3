"""Commands and wishes: deeds that somebody is told, asked or wished to do."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Status
from tocsin.read.events.clause import MAX_STEPS, PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.participant_kinds import kind_of_noun
from tocsin.read.events.threats import depends

OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "SPY", "LEG", "BUS", "PAR", "REB"})
ASKING = frozenset({"ask", "petition"})
COMMON = frozenset({"i", "we", "they", "he", "she"})
UNCHANGING = frozenset({"let", "put", "cut", "set", "hit", "shut", "hurt", "beat"})  # also pasts
PARTIES = SUBJECT | PASSIVE_SUBJECT


def commanded(verb: Token, tree: Tree) -> Status | None:
    """Return the status of an imperative, of "let" and of a decree's "shall", else None."""
    auxiliaries = {kid.lower_ for kid in tree.kids(verb, frozenset({"aux", "auxpass"}))}
    parties = tree.kids(verb, PARTIES)
    told = bool(auxiliaries & {"will", "shall"}) and any(each.lower_ == "you" for each in parties)
    if told and not depends(verb, tree):
        return Status.ORDERED
    if "shall" in auxiliaries and parties and parties[0].lower_ not in ("i", "we"):
        return Status.ORDERED
    governor = tree.parent(verb)
    if governor is not None and governor.lemma_.lower() == "let" and _is_imperative(governor, tree):
        return Status.CALLED_FOR
    return Status.CALLED_FOR if _is_imperative(verb, tree) else None


def _is_imperative(verb: Token, tree: Tree) -> bool:
    for _ in range(MAX_STEPS):
        if not _is_bare(verb, tree):
            return False
        governor = tree.parent(verb)
        if verb.dep_ != "conj" or governor is None:
            return _commands(verb)
        verb = governor
    return False


def _is_bare(verb: Token, tree: Tree) -> bool:
    """Return whether the verb stands without subject, conjunction or auxiliary."""
    if verb.tag_ not in ("VB", "VBP") or verb.dep_ not in ("ROOT", "conj", "ccomp", "parataxis"):
        return False
    if tree.kids(verb, PARTIES) or tree.kids(verb, frozenset({"mark"})):
        return False
    auxiliaries = tree.kids(verb, frozenset({"aux"}))
    return all(kid.lower_ in ("do", "please") for kid in auxiliaries)


def _commands(verb: Token) -> bool:
    """Return whether a bare verb that hangs on none before it opens a command."""
    if verb.dep_ == "ccomp" and verb.nbor(-1 if verb.i else 0).lower_ not in ("“", '"', "‘", ":"):
        return False
    opens = verb.is_sent_start is True
    return opens or (verb.tag_ == "VB" and verb.lower_ not in UNCHANGING)


def wished(child: Token, governor: Token, tree: Tree) -> bool:
    """Return whether somebody wants another to do it: "she wants the army to come"."""
    wishing = frozenset(load("event_status")["wishing"])
    return (
        child.dep_ in ("ccomp", "xcomp")
        and not word_set(governor).isdisjoint(wishing)
        and bool(tree.kids(child, PARTIES))
    )


def urged(governor: Token, tree: Tree) -> bool:
    """Return whether "ask" is the appeal of common people, not the request of an office."""
    if word_set(governor).isdisjoint(ASKING):
        return False
    for subject in tree.subjects(governor)[:1]:
        if subject.lower_ in COMMON:
            return subject.lower_ in ("i", "we")
        kind = kind_of_noun(tree.core(subject))
        return kind is not None and kind.sector not in OFFICIAL
    return False


def demanded(verb: Token, tree: Tree) -> bool:
    """Return whether the deed is what a threat demands: "unless the prisoners are freed"."""
    for child in (verb, *(governor for _, governor in tree.climb(verb))):
        marks = {kid.lower_ for kid in tree.kids(child, frozenset({"mark", "advmod"}))}
        if child.dep_ == "advcl" and marks & {"unless", "if", "until"}:
            negated = bool(tree.kids(child, frozenset({"neg"})))
            return "unless" in marks or ("if" in marks and negated)
        if child.dep_ != "conj":
            return False
    return False
