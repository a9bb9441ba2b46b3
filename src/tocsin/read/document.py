"""A report with its parse: what every rule of the reader looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Phrase

from tocsin.core.types import Report, Span
from tocsin.read.encoder.marks import Marks, marks_of
from tocsin.read.encoder.model import Model
from tocsin.read.headline import with_plain_headline
from tocsin.read.language_model import SENTENCE_EDGES, is_verb_or_adverb

BATCH_DOCUMENTS = 16  # more are parsed no faster together
BATCH_TOKENS = 15_000  # parsed together; the parser holds some 16 kB for each
NO_CHARACTER = re.compile("[\ud800-\udfff]")  # halves of surrogate pairs: no parser takes them


@dataclass(frozen=True)
class Document:
    """A report, the spaCy parse of its text (same offsets), and its sentences of prose.

    `phrases[n]` is the parse of `sentences[n]`; dateline and boilerplate are in neither.
    `datelines` are those that open a paragraph ("VELMORA, May 3 – "): they name places.
    A token's `idx` is its offset in the report's text; a headline in title case was parsed in
    sentence case, so for the words themselves look in the report.
    """

    report: Report
    doc: Doc
    sentences: tuple[Span, ...]
    phrases: tuple[Phrase, ...]
    datelines: tuple[Phrase, ...]
    model: Model

    @cached_property
    def marks(self) -> Marks:
        """What the trained model makes of the text that was parsed."""
        return marks_of(self.doc.text, self.model)

    def sentence_of(self, offset: int) -> int | None:
        """Return the index of the sentence that holds the character, None outside prose."""
        index = bisect_right(self.sentences, offset, key=attrgetter("start")) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return index
        return None

    def tokens(self) -> Iterator[Token]:
        """Yield the tokens of prose, in order."""
        for phrase in self.phrases:
            yield from phrase


def span_of(phrase: Phrase | Token) -> Span:
    """Return the characters that a token or phrase covers."""
    if isinstance(phrase, Token):
        return Span(phrase.idx, phrase.idx + len(phrase.text))
    return Span(phrase.start_char, phrase.end_char)


def parse_reports(
    reports: Iterable[Report], *, pipeline: Language, model: Model
) -> Iterator[Document]:
    """Yield a document for each report, in order; as many as fit in a batch are parsed ahead."""
    pairs = ((_unparsed(report, pipeline), report) for report in reports)
    for batch in _batches(pairs):
        for doc, report in pipeline.pipe(batch, as_tuples=True, batch_size=BATCH_DOCUMENTS):
            phrases = tuple(_prose_phrases(doc, report.skipped))
            sentences = tuple(span_of(phrase) for phrase in phrases)
            yield Document(report, doc, sentences, phrases, tuple(_datelines(doc, report)), model)


def _batches(pairs: Iterable[tuple[Doc, Report]]) -> Iterator[list[tuple[Doc, Report]]]:
    """Yield what is parsed together: few enough documents, and few enough tokens in all."""
    batch: list[tuple[Doc, Report]] = []
    tokens = 0
    for doc, report in pairs:
        if batch and (len(batch) == BATCH_DOCUMENTS or tokens + len(doc) > BATCH_TOKENS):
            yield batch
            batch, tokens = [], 0
        batch.append((doc, report))
        tokens += len(doc)
    if batch:
        yield batch


def _unparsed(report: Report, pipeline: Language) -> Doc:
    """Return the tokens of the text, marked where skipped stretches and the headline end."""
    text = with_plain_headline(report.text, report.title_span, is_verb_or_adverb)
    doc = pipeline.make_doc(NO_CHARACTER.sub("\ufffd", text))
    spans = (*report.skipped, *((report.title_span,) if report.title_span else ()))
    doc.user_data[SENTENCE_EDGES] = {edge for span in spans for edge in (span.start, span.end)}
    return doc


def _prose_phrases(doc: Doc, skipped: tuple[Span, ...]) -> Iterator[Phrase]:
    """Yield the sentences without their skipped tokens, so that an in-line dateline takes none."""
    starts = [span.start for span in skipped]
    for sentence in doc.sents:
        for kept, run in groupby(sentence, lambda token: not _is_in(token, skipped, starts)):
            tokens = list(run)
            phrase = _without_outer_space(doc[tokens[0].i : tokens[-1].i + 1]) if kept else None
            if phrase is not None and any(token.is_alpha for token in phrase):
                yield phrase


def _datelines(doc: Doc, report: Report) -> Iterator[Phrase]:
    """Yield the skipped stretches that prose follows on the same line."""
    for span in report.skipped:
        line_end = report.text.find("\n", span.end)
        rest = report.text[span.end : line_end if line_end >= 0 else None]
        phrase = doc.char_span(span.start, span.end, alignment_mode="contract")
        if rest.strip() and phrase is not None:
            yield phrase


def _is_in(token: Token, skipped: tuple[Span, ...], starts: list[int]) -> bool:
    """Return whether a skipped span covers the token; the spans are in order and apart."""
    index = bisect_right(starts, token.idx) - 1
    return index >= 0 and skipped[index].covers(span_of(token))


def _without_outer_space(phrase: Phrase) -> Phrase | None:
    start, end = phrase.start, phrase.end
    while start < end and phrase.doc[start].is_space:
        start += 1
    while end > start and phrase.doc[end - 1].is_space:
        end -= 1
    return phrase.doc[start:end] if start < end else None
