"""What is asked: each thing separately, as short as the sentence allows."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.read.attribution.extent import is_outer

CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
LEFT_OUT = frozenset({"aux", "mark", "advmod", "nsubj", "punct"})
TAKES_OBJECT = frozenset({"demand", "request", "require", "seek"})


def asked_things(cue: Token) -> list[Token]:
    """Return the heads of what the cue asks for: verbs of clauses, or nouns."""
    clause = next((child for child in cue.rights if is_asked_clause(child)), None)
    if clause is not None:
        return list(coordinated(clause))
    things = [noun for child in cue.rights if child.lower_ == "for" for noun in child.rights]
    if not things and cue.lemma_.lower() in TAKES_OBJECT:
        things = [child for child in cue.rights if child.dep_ == "dobj"]
    if not things and cue.pos_ == "NOUN":
        things = [child for child in cue.rights if child.dep_ in {"acl", "relcl"}]
    return [part for thing in things for part in coordinated(thing)]


def is_asked_clause(child: Token) -> bool:
    """Return whether the complement is a clause that says what to do."""
    if child.dep_ not in CLAUSES or child.pos_ not in {"VERB", "AUX"}:
        return False
    lefts = {left.lower_ for left in child.lefts}
    return "to" in lefts or ("that" in lefts and child.tag_ in {"VB", "VBP"}) or "should" in lefts


def coordinated(token: Token) -> Iterator[Token]:
    """Yield the token and those joined to it by "and" or commas."""
    while True:
        yield token
        following = next((child for child in token.rights if child.dep_ == "conj"), None)
        if following is None:
            return
        token = following


def ask_text(token: Token) -> str:
    """Return the words of one asked thing, without "to", adverbs and what is joined to it."""
    doc = token.doc
    first = token.i
    if token.pos_ not in {"VERB", "AUX"}:
        first = token.left_edge.i
    else:
        kept = [c.left_edge.i for c in token.lefts if c.dep_ not in LEFT_OUT or c.dep_ == "neg"]
        first = min([token.i, *kept])
    last = token.right_edge.i
    for child in token.rights:
        if child.dep_ in {"cc", "conj"}:
            last = min(last, child.left_edge.i - 1)
            break
    while last > first and is_outer(doc[last]):
        last -= 1
    return " ".join(doc[first : last + 1].text.split())
