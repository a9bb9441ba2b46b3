"""The model's attributions as drafts, and the rules' drafts brought together with them.

The model was trained on thousands of articles and knows better where a content ends and who
speaks; the rules know the cue's stance and frames that newspapers do not have (transcripts).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import Span, Stance
from tocsin.read.attribution.cues import CueList
from tocsin.read.attribution.draft import Draft
from tocsin.read.document import Document
from tocsin.read.encoder.attributions import attributions
from tocsin.read.encoder.marks import Marks
from tocsin.read.encoder.schema import OUTSIDE, ROLES
from tocsin.read.span_index import SpanIndex

SAME_CONTENT: Final = 0.5  # share of characters in common, as the field scores it
FAR: Final = 10**9  # characters: farther than any speaker
NOBODY: Final = re.compile(r"(?:nobody|no one|none|neither|no [^\W\d]\w*)\b", re.IGNORECASE)
DOUBTED: Final = 0.15  # a rule's assertion that the model gives less is dropped


def learned_drafts(document: Document, cues: CueList) -> Iterator[Draft]:
    """Yield the model's attributions whose cue stands in prose."""
    doc = document.doc
    text = doc.text
    for found in attributions(text, document.marks):
        phrase = doc.char_span(found.cue.start, found.cue.end, alignment_mode="expand")
        if phrase is None or document.sentence_of(found.cue.start) is None:
            continue
        if found.source and NOBODY.match(text, found.source[0].start, found.source[0].end):
            continue
        head = _cue_head(phrase, cues)
        if _is_no_saying(head, document, found.content, cues):
            continue
        yield Draft(
            at=head.idx,
            source=_source_head(document, found.source),
            speaker=found.source,
            cue=(found.cue,),
            content=found.content,
            stance=_stance(head, cues),
            score=found.score,
        )


def together(
    rules: Sequence[Draft], learned: Sequence[Draft], document: Document, cues: CueList
) -> list[Draft]:
    """Return one draft for each attribution that either found, in text order.

    Where both found it, the spans are the model's and the stance is the rule's. A rule's draft
    that the model does not have stays unless the model holds it unlikely.
    """
    heard = SpanIndex((number, rule.content) for number, rule in enumerate(rules))
    own = [_own_part(draft, [rules[n] for n in _beside(draft, heard)]) for draft in learned]
    where = SpanIndex((number, draft.content) for number, draft in enumerate(own))
    unmatched = dict(enumerate(own))
    result: list[Draft] = []
    for rule in rules:
        beside = _beside(rule, where)
        match = next((n for n in beside if n in unmatched and is_same(rule, unmatched[n])), None)
        if match is not None:
            found = unmatched.pop(match)
            result.append(rule if _rests_on_evidence(rule, cues) else _merged(rule, found))
        elif is_rare(rule, document, cues) or support(rule, document.marks) >= DOUBTED:
            result.append(rule)
    return sorted([*result, *unmatched.values()], key=lambda draft: draft.start)


def _beside(draft: Draft, where: SpanIndex) -> list[int]:
    """Return the drafts with a content that touches the draft's."""
    return sorted({number for span in draft.content for number in where.touching(span)})


def _own_part(draft: Draft, rules: Sequence[Draft]) -> Draft:
    """Return the draft without the parts of its content that a rule gives to another cue.

    "They repeated lies that they are armed, though the envoys declared that they are not": what
    the envoys declared is not repeated. A part that holds the other cue itself is an outer link.
    """
    others = [rule for rule in rules if not any(c.start <= rule.at < c.end for c in draft.cue)]
    kept = tuple(
        part
        for part in draft.content
        if not any(
            _shared([part], rule.content) >= SAME_CONTENT and not part.start <= rule.at < part.end
            for rule in others
        )
    )
    return replace(draft, content=kept) if kept and kept != draft.content else draft


def is_rare(rule: Draft, document: Document, cues: CueList) -> bool:
    """Return whether the draft is of a kind that the articles the model learnt from hardly hold.

    That is a turn of a talk, a saying without a sayer, a promise, threat or demand, what rests on
    signs or information, or a toll put at a figure.
    """
    if rule.source is None or rule.stance is not Stance.ASSERTS or rule.is_turn:
        return True
    if _rests_on_evidence(rule, cues):
        return True
    phrase = document.doc.char_span(rule.at, rule.at + 1, alignment_mode="expand")
    cue = cues.verbs.get(phrase.root.lemma_.lower()) if phrase is not None else None
    return cue is not None and bool(cue.objects)


def _rests_on_evidence(rule: Draft, cues: CueList) -> bool:
    """Return whether signs or information speak, behind whom the rules look for a person."""
    evidence = cues.evidence_nouns | cues.documents
    return rule.source is not None and rule.source.lemma_.lower() in evidence


def is_same(rule: Draft, learned: Draft) -> bool:
    """Return whether both read one attribution: one cue, or one content beside it."""
    same_cue = any(span.start <= rule.at < span.end for span in learned.cue)
    shared = _shared(rule.content, learned.content)
    return shared > 0 if same_cue else shared >= SAME_CONTENT


def support(draft: Draft, marks: Marks) -> float:
    """Return how likely the model holds the draft's cue and content, 0 to 1."""
    cue = _inside(marks, "cue", draft.cue, mean=False)
    content = _inside(marks, "content", draft.content, mean=True)
    return math.sqrt(cue * content)


def _inside(marks: Marks, role: str, spans: Sequence[Span], *, mean: bool) -> float:
    column = 1 - marks.roles[:, ROLES.index(role), OUTSIDE]
    values: list[float] = [
        value for span in spans for value in column[marks.pieces_in(span)].tolist()
    ]
    if not values:
        return 0.0
    return sum(values) / len(values) if mean else max(values)


def _merged(rule: Draft, learned: Draft) -> Draft:
    beside = any(a.overlaps(b) for a in rule.speaker for b in learned.speaker)
    named = rule.source is not None and any(
        span.start <= rule.source.idx < span.end for span in learned.speaker
    )
    own = beside or _gap(rule.speaker, rule.at) < _gap(learned.speaker, rule.at)
    return replace(
        learned,
        at=rule.at,
        source=rule.source if own or learned.source is None else learned.source,
        speaker=rule.speaker if own and not named else learned.speaker or rule.speaker,
        stance=rule.stance,
        score=max(rule.score, learned.score),
    )


def _gap(speaker: Sequence[Span], offset: int) -> int:
    """Return how many characters lie between a cue and the nearest part of its speaker."""
    return min((abs(span.start - offset) for span in speaker), default=FAR)


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the characters in common as a share of those in either."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(span.end - span.start for span in (*one, *other)) - common
    return common / total if total else 0.0


def _is_no_saying(head: Token, document: Document, content: Sequence[Span], cues: CueList) -> bool:
    """Return whether the verb only has an object that it does not say: "swear revenge"."""
    cue = cues.verbs.get(head.lemma_.lower())
    if cue is None or "object" in cue.frames:
        return False
    phrases = (document.doc.char_span(s.start, s.end, alignment_mode="expand") for s in content)
    return not any(token.pos_ in {"VERB", "AUX"} for p in phrases if p is not None for token in p)


def _cue_head(phrase: Phrase, cues: CueList) -> Token:
    """Return the token of the cue that the cue list knows, else its grammatical head."""
    for token in phrase:
        lemma = token.lemma_.lower()
        if lemma in cues.verbs or lemma in cues.nouns or lemma in cues.adjectives:
            return token
    return phrase.root


def _source_head(document: Document, spans: Sequence[Span]) -> Token | None:
    for span in spans:
        phrase = document.doc.char_span(span.start, span.end, alignment_mode="expand")
        if phrase is not None:
            return phrase.root
    return None


def _stance(head: Token, cues: CueList) -> Stance:
    lemma = head.lemma_.lower()
    table = {"NOUN": cues.nouns, "PROPN": cues.nouns, "ADJ": cues.adjectives}
    cue = table.get(head.pos_, cues.verbs).get(lemma)
    return cue.stance_in("that") if cue is not None else Stance.ASSERTS
