"""What is asked: each thing separately, as short as the sentence allows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from tocsin.read.attribution.extent import is_outer

CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "relcl", "acl"})
LEFT_OUT = frozenset({"aux", "mark", "advmod", "nsubj", "punct"})
TAKES_OBJECT = frozenset({"demand", "request", "require", "seek", "recommend", "beg"})
MOST_CHILDREN = 40
LOST_WITHIN = 14  # words: "asked the governor's office on Monday for leave"
STOPS = frozenset({".", ";", ":", "!", "?", "—", "–"})


def asked_things(cue: Token) -> list[Token]:
    """Return the heads of what the cue asks for: verbs of clauses, or nouns."""
    rights = list(islice(cue.rights, MOST_CHILDREN))
    clause = next((child for child in rights if is_asked_clause(child)), None)
    if clause is not None:
        return list(coordinated(clause))
    things = [noun for child in rights for noun in _after_for(child)]
    if not things and cue.lemma_.lower() in TAKES_OBJECT:
        things = [child for child in rights if child.dep_ == "dobj"]
    if not things and cue.pos_ in ("NOUN", "PROPN"):
        things = [child for child in rights if child.dep_ in {"acl", "relcl", "appos"}]
    return [part for thing in things for part in coordinated(thing)]


def _after_for(child: Token) -> Iterator[Token]:
    """Yield the nouns after "for", also where it hangs on the one asked."""
    if child.lower_ == "for":
        yield from child.rights
    elif child.dep_ in ("dobj", "dative", "prep", "npadvmod", "pobj"):
        for inner in islice(child.rights, MOST_CHILDREN):
            if inner.lower_ == "for":
                yield from inner.rights
            elif child.dep_ == "prep" and inner.dep_ == "pobj":
                yield from (n for c in inner.rights if c.lower_ == "for" for n in c.rights)


def asked_in_words(cue: Token) -> list[Token]:
    """Return what is asked where the parse lost it: the verb after "to", the noun after "for"."""
    doc = cue.doc
    for token in doc[cue.i + 1 : cue.i + 1 + LOST_WITHIN]:
        if token.is_sent_start or token.text in STOPS:
            break
        follower = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.lower_ == "to" and follower is not None and follower.tag_ == "VB":
            return [follower]
        if token.lower_ == "for" and follower is not None and token.n_rights:
            return list(token.rights)
        if token.tag_ == "VB" and token.i > cue.i + 1:  # "request Halvik hold two ferries"
            return [token]
    return []


def is_asked_clause(child: Token) -> bool:
    """Return whether the complement is a clause that says what to do."""
    if child.dep_ not in CLAUSES or child.pos_ not in {"VERB", "AUX"}:
        return False
    lefts = {left.lower_ for left in child.lefts}
    if "to" in lefts:
        return child.dep_ not in ("relcl",)
    if child.dep_ in ("relcl", "acl"):
        return "that" in lefts and child.tag_ == "VB"
    subjunctive = child.tag_ == "VB" and child.dep_ == "ccomp"
    return subjunctive or ("that" in lefts and child.tag_ == "VBP") or "should" in lefts


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
