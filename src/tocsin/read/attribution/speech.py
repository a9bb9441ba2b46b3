"""Every draft of a document: verbs, nouns, prepositions, direct speech."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.core.types import Stance
from tocsin.read.attribution.cues import Cue, CueList
from tocsin.read.attribution.direct import carry_speakers, grow_to_quotations, spoken_drafts
from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.phrases import (
    according_drafts,
    adjective_drafts,
    based_drafts,
    noun_drafts,
)
from tocsin.read.attribution.quotations import Quotations, quotations_of
from tocsin.read.attribution.sources import is_nobody
from tocsin.read.attribution.transcripts import turn_drafts
from tocsin.read.attribution.verbs import Complement, complements_of
from tocsin.read.document import Document

EMPTY = frozenset({"that", "which", "it", "this", "so", "what", "them"})
OWN_VOICE = frozenset({"i", "we", "you"})


def drafts_of(document: Document, cues: CueList) -> list[Draft]:
    """Return the drafts of a document, in text order."""
    quotations = quotations_of(document.doc.text)
    drafts = [
        grow_to_quotations(draft, quotations)
        for token in document.tokens()
        for draft in token_drafts(token, cues, quotations)
    ]
    taken = frozenset(draft.at for draft in drafts)
    drafts.extend(turn_drafts(document, quotations))
    drafts.extend(spoken_drafts(document, quotations, cues, taken))
    return sorted(carry_speakers(drafts, quotations), key=lambda draft: draft.start)


def token_drafts(token: Token, cues: CueList, quotations: Quotations) -> Iterator[Draft]:
    """Yield the drafts whose cue the token heads."""
    yield from verb_drafts(token, cues, quotations)
    yield from noun_drafts(token, cues)
    yield from adjective_drafts(token, cues)
    yield from according_drafts(token)
    yield from based_drafts(token, cues)


def verb_drafts(token: Token, cues: CueList, quotations: Quotations) -> Iterator[Draft]:
    """Yield the draft of a verb in the first frame that its cue has."""
    lemma = token.lemma_.lower()
    cue = cues.verbs.get(lemma)
    if cue is None or token.pos_ not in {"VERB", "AUX"}:
        return
    for complement in complements_of(token):
        if complement.frame not in cue.frames or not says_something(complement, quotations):
            continue
        stance = stance_of(cue, complement, token, cues)
        if not takes_object(cue, token) or is_purpose(token, complement.source):
            continue
        if is_asked(token) or is_nobody(complement.source):
            continue
        if stance is Stance.DENIES and is_withholding(token):
            continue
        if stance is Stance.ASSERTS and is_own_voice(complement.source, quotations):
            continue
        yield Draft(
            at=token.idx,
            source=complement.source,
            speaker=complement.speaker,
            cue=complement.cue,
            content=complement.content,
            stance=stance,
            score=cue.frames[complement.frame],
        )
        return


def says_something(complement: Complement, quotations: Quotations) -> bool:
    """Return whether there is a content of more than a pronoun ("a raid that was announced")."""
    text = " ".join(span.within(quotations.text) for span in complement.content)
    return bool(text) and text.lower() not in EMPTY


def is_purpose(verb: Token, source: Token | None) -> bool:
    """Return whether the verb only says what something is for ("in order to deny it")."""
    return source is None and any(child.lower_ == "to" for child in verb.lefts)


def is_asked(verb: Token) -> bool:
    """Return whether the verb only says what the speaker was asked: "Asked about it, she …"."""
    return verb.tag_ == "VBN" and verb.dep_ in {"csubj", "advcl"} and verb.lemma_ == "ask"


def is_withholding(verb: Token) -> bool:
    """Return whether the verb keeps something from somebody ("denied journalists access")."""
    return sum(child.dep_ in {"dobj", "dative"} for child in verb.rights) > 1


def takes_object(cue: Cue, verb: Token) -> bool:
    """Return whether the verb's object is one it carries statements with ("claimed lives")."""
    objects = [child.lemma_.lower() for child in verb.rights if child.dep_ == "dobj"]
    return not cue.objects or not objects or any(noun in cue.objects for noun in objects)


def stance_of(cue: Cue, complement: Complement, verb: Token, cues: CueList) -> Stance:
    """Return the stance of a verb as used: a promise to do harm is a threat."""
    stance = cue.stance_in(complement.frame)
    if stance is Stance.PROMISES and any(
        child.dep_ in {"xcomp", "ccomp"} and child.lemma_.lower() in cues.hostile_verbs
        for child in verb.rights
    ):
        return Stance.THREATENS
    return stance


def is_own_voice(source: Token | None, quotations: Quotations) -> bool:
    """Return whether somebody quoted speaks of himself: the quotation says it all."""
    return source is not None and source.lower_ in OWN_VOICE and bool(quotations.at(source.idx))
