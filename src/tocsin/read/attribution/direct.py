"""Direct speech: contents grown to the quotations they touch, and quotations given a speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.attribution.cues import CueList, cue_list
from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.extent import cue_of
from tocsin.read.attribution.quotations import Quotation, Quotations
from tocsin.read.attribution.sources import source_of, speaker_spans
from tocsin.read.document import Document

NEAR_CHARACTERS = 120  # between a quotation and its speech verb: "…, the minister of X told Y on Z"
SHORTEST_QUOTED_WORDS = 3  # below it, quotation marks mostly set off a title or a borrowed word
SPOKEN_SCORE = 0.8  # share right on PolNeAR's training part


def grow_to_quotations(draft: Draft, quotations: Quotations) -> Draft:
    """Return the draft with each content that ends inside a quotation grown to all of it."""
    grown: list[Span] = []
    for span in draft.content:
        for quotation in quotations.between(span.start, span.end):
            if not holds(quotation, draft.at) and crosses(span, quotation.span):
                span = Span(
                    min(span.start, quotation.span.start), max(span.end, quotation.span.end)
                )
        grown.append(span)
    return replace(draft, content=joined(grown))


def holds(quotation: Quotation, offset: int) -> bool:
    """Return whether the character stands inside the quotation."""
    return quotation.span.start <= offset < quotation.span.end


def crosses(content: Span, quoted: Span) -> bool:
    """Return whether a content takes in enough of a quotation to be its content too."""
    shared = min(content.end, quoted.end) - max(content.start, quoted.start)
    return 2 * shared >= min(content.end - content.start, quoted.end - quoted.start)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def spoken_drafts(
    document: Document, quotations: Quotations, cues: CueList, taken: frozenset[int]
) -> Iterator[Draft]:
    """Yield a draft for each speech verb beside a quotation that the parse did not join to it.

    `taken` are the offsets of the verbs that carry a content already.
    """
    for verb, sentence in sentence_tokens(document):
        if verb.lemma_.lower() not in cues.speech_verbs or verb.idx in taken:
            continue
        if verb.pos_ != "VERB" or quotations.at(verb.idx) is not None:
            continue
        quotation = beside(verb, sentence, quotations)
        source = source_of(verb) or inverted_source(verb)
        if quotation is not None and source is not None and goes_on_speaking(verb, source):
            yield Draft(
                at=verb.idx,
                source=source,
                speaker=speaker_spans(source, without=verb),
                cue=cue_of(verb),
                content=(quotation.span,),
                stance=cues.spoken_stance(verb.lemma_.lower()),
                score=SPOKEN_SCORE,
            )


def goes_on_speaking(verb: Token, source: Token) -> bool:
    """Return whether "went on" is said of somebody: a shooting goes on without words."""
    if verb.lemma_.lower() not in {"go", "continue", "begin"}:
        return True
    return source.pos_ in {"PRON", "PROPN"} or source.lemma_.lower() in cue_list().person_nouns


def sentence_tokens(document: Document) -> Iterator[tuple[Token, Span]]:
    """Yield each token of prose with its sentence."""
    for phrase, sentence in zip(document.phrases, document.sentences, strict=True):
        for token in phrase:
            yield token, sentence


def inverted_source(verb: Token) -> Token | None:
    """Return the subject that the parse took for an object ("said the minister")."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "npadvmod", "attr"} and child.i - verb.i <= 3:
            return child
    return None


def beside(verb: Token, sentence: Span, quotations: Quotations) -> Quotation | None:
    """Return the quotation right after the verb's clause, or right before it."""
    after = next(iter(quotations.between(verb.idx, verb.idx + NEAR_CHARACTERS)), None)
    if after is not None and after.span.start > verb.idx:
        between = quotations.text[verb.idx : after.span.start]
        if between.rstrip().endswith((":", ",")) or (
            after.span.start < sentence.end and len(between) < NEAR_CHARACTERS // 3
        ):
            return after if is_speech(after, quotations) else None
    start = max(0, sentence.start - 3, verb.idx - NEAR_CHARACTERS)
    before = [q for q in quotations.between(start, verb.idx) if q.span.end <= verb.idx]
    return before[-1] if before and is_speech(before[-1], quotations) else None


def is_speech(quotation: Quotation, quotations: Quotations) -> bool:
    """Return whether the quotation is long enough to be something said."""
    return len(quotation.span.within(quotations.text).split()) >= SHORTEST_QUOTED_WORDS


def carry_speakers(drafts: Sequence[Draft], quotations: Quotations) -> list[Draft]:
    """Return the drafts, with quotations that go on later joined to whom they go on from.

    A quotation goes on where it opens a sentence, nobody else is named for it, and the last
    quotation of the same or the paragraph before has a speaker.
    """
    result = list(drafts)
    holder = quotation_holders(drafts, quotations)
    previous: int | None = None
    for index, quotation in enumerate(quotations.all):
        if index in holder:
            previous = holder[index]
        elif previous is not None and goes_on(quotations, index):
            result[previous] = replace(
                result[previous], content=joined((*result[previous].content, quotation.span))
            )
        elif is_speech(quotation, quotations):
            previous = None
    return result


def quotation_holders(drafts: Sequence[Draft], quotations: Quotations) -> dict[int, int]:
    """Return, for each quotation that a draft outside it holds, the draft."""
    starts = [quotation.span.start for quotation in quotations.all]
    holder: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        for span in draft.content:
            for quotation in quotations.between(span.start, span.end):
                if not holds(quotation, draft.at) and crosses(span, quotation.span):
                    holder.setdefault(bisect_right(starts, quotation.span.start) - 1, number)
    return holder


def goes_on(quotations: Quotations, index: int) -> bool:
    """Return whether a quotation follows from the one before it."""
    quotation, before = quotations.all[index], quotations.all[index - 1]
    if not is_speech(quotation, quotations):
        return False
    gap = quotations.text[before.span.end : quotation.span.start]
    opens_sentence = not gap.strip() or gap.rstrip()[-1] in ".!?"
    if before.paragraph == quotation.paragraph:
        return opens_sentence and len(gap) <= NEAR_CHARACTERS
    paragraph = quotations.paragraphs[quotation.paragraph]
    fills = quotation.span.start == paragraph.start
    return fills and quotation.paragraph == before.paragraph + 1 and before.continues
