"""Names of places that no gazetteer holds: by the parser's word, or by a generic word beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.places.cues import PlaceCues, place_cues
from tocsin.read.places.evidence import Setting
from tocsin.read.places.folding import fold_name
from tocsin.read.places.lookup import is_capitalised
from tocsin.read.places.toponyms import Toponym

NAMED_EVIDENCE = 1.2  # decades of odds: as a known name with one good sign
NAMED_LABELS = frozenset({"GPE", "LOC", "FAC"})
TELLS_NOTHING = frozenset(
    {"capital", "port", "resort"}
)  # "the Interior Ministry capital" is no name
LONGEST_NAME = 6  # tokens; longer ones are run-on headlines
LONGEST_RUN = 3  # tokens before or after a generic word


def unknown_names(document: Document, known: Sequence[Toponym], setting: Setting) -> list[Toponym]:
    """Return names of places that are not among the known ones, in order, none overlapping."""
    found: list[Toponym] = []
    taken: set[int] = set()
    known_at = {i: toponym for toponym in known for i in _indices(toponym)}
    proposals = [*_by_generic_word(document), *_by_label(document)]
    for tokens in sorted(proposals, key=lambda run: (run[0].i, -len(run))):
        indices = range(tokens[0].i, tokens[-1].i + 1)
        if len(tokens) > LONGEST_NAME or not taken.isdisjoint(indices):
            continue
        if document.sentence_of(tokens[0].idx) is None or not _is_name(tokens, setting):
            continue
        inside = [known_at[i] for i in indices if i in known_at]
        if not inside or (_is_site(tokens) and not any(_fills(t, tokens) for t in inside)):
            found.append(_toponym(tokens))
            taken.update(indices)
    return found


def echoes_of(
    document: Document, unknown: Sequence[Toponym], known: Sequence[Toponym], setting: Setting
) -> list[Toponym]:
    """Return the unknown names and every other mention of them, bare ones too ("Lindral")."""
    bare = {key for toponym in unknown for key in (toponym.key, bare_name(toponym)) if key}
    taken = {i for toponym in (*known, *unknown) for i in _indices(toponym)}
    echoes = [
        _toponym([token])
        for token in document.tokens()
        if is_capitalised(token)
        and token.i not in taken
        and fold_name(token.text) in bare
        and not _is_part_of_person(token, setting)
    ]
    return sorted([*unknown, *echoes], key=lambda toponym: toponym.span)


def bare_name(toponym: Toponym) -> str:
    """Return the name of a site that people live in or are held at, without its generic word."""
    cues, words = place_cues(), toponym.key.split()
    if len(words) == 2 and (words[-1] in cues.inhabited or words[-1] in cues.kinds):
        return words[0]
    return words[1] if len(words) == 2 and words[0] in cues.inhabited else ""


def _toponym(tokens: Sequence[Token]) -> Toponym:
    return Toponym(
        first=tokens[0],
        last=tokens[-1],
        key=fold_name("".join(token.text_with_ws for token in tokens)),
        candidates=(),
        evidence=NAMED_EVIDENCE,
    )


def _indices(toponym: Toponym) -> range:
    return range(toponym.first.i, toponym.last.i + 1)


def _by_label(document: Document) -> Iterator[list[Token]]:
    for entity in document.doc.ents:
        if entity.label_ in NAMED_LABELS:
            tokens = _trimmed(entity)
            if tokens:
                yield tokens


def _trimmed(entity: Phrase) -> list[Token]:
    """Return the entity's tokens without article, possessive or loose punctuation."""
    tokens = list(entity)
    while tokens and (not is_capitalised(tokens[0]) or tokens[0].lower_ == "the"):
        tokens.pop(0)
    while tokens and not (is_capitalised(tokens[-1]) or tokens[-1].lower_ in place_cues().sites):
        tokens.pop()
    return tokens


def _by_generic_word(document: Document) -> Iterator[list[Token]]:
    """Yield "Lindral Camp", "Camp Lindral", "Dessin" of "Dessin province" or "town of Dessin"."""
    cues = place_cues()
    for token in document.tokens():
        word = token.lower_
        if word in cues.inhabited and is_capitalised(token):
            before, after = _run_before(token), _run_after(token)
            if before:
                yield [*before, token]
            elif after and word in cues.leading_sites:
                yield [token, *after[:1]]
        elif word in cues.kinds and not is_capitalised(token):
            yield from _beside_kind(token, cues)


def _beside_kind(token: Token, cues: PlaceCues) -> Iterator[list[Token]]:
    before = _run_before(token)
    if before and token.lower_ not in TELLS_NOTHING:
        yield before
    if cues.kinds[token.lower_] == "PPL":
        yield from _before_apposition(token)
    if token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "of":
        after = _run_after(token.nbor(1))
        if after:
            yield after


def _before_apposition(kind: Token) -> Iterator[list[Token]]:
    """Yield "Ninefold" of "Ninefold, a small town"."""
    for back in (2, 3):
        if kind.i - kind.sent.start > back and kind.nbor(-back).text == ",":
            article = kind.nbor(1 - back).lower_ in {"a", "an", "the"}
            run = _run_before(kind.nbor(-back))
            if article and run:
                yield run


def _run_before(token: Token) -> list[Token]:
    run: list[Token] = []
    while token.i > 0 and len(run) < LONGEST_RUN and not token.is_sent_start:
        token = token.nbor(-1)
        if not _is_bare_name(token):
            break
        run.insert(0, token)
    return run


def _run_after(token: Token) -> list[Token]:
    run: list[Token] = []
    while token.i + 1 < len(token.doc) and len(run) < LONGEST_RUN:
        token = token.nbor(1)
        if not _is_bare_name(token) or token.is_sent_start:
            break
        run.append(token)
    return run


def _is_bare_name(token: Token) -> bool:
    return is_capitalised(token) and token.is_alpha and token.pos_ == "PROPN"


def _is_name(tokens: Sequence[Token], setting: Setting) -> bool:
    cues = place_cues()
    key = fold_name(" ".join(token.text for token in tokens))
    if len(key) < 3 or key in cues.never or any("\n" in token.text for token in tokens):
        return False
    if len(tokens) == 1:
        token = tokens[0]
        common = token.pos_ != "PROPN" or key in cues.homographs or key in cues.sites
        if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in cues.bearers:
            return False
        return not (common or token.lower_ in setting.surnames or key in cues.abbreviated)
    previous = tokens[0].nbor(-1) if tokens[0].i else None
    return not (previous is not None and previous.lower_.rstrip(".") in cues.titles)


def _is_site(tokens: Sequence[Token]) -> bool:
    cues = place_cues()
    return len(tokens) > 1 and (
        tokens[-1].lower_ in cues.sites or tokens[0].lower_ in cues.leading_sites
    )


def _fills(toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """Return whether the known name is all of the run."""
    return toponym.first.i <= tokens[0].i and toponym.last.i >= tokens[-1].i


def _is_part_of_person(token: Token, setting: Setting) -> bool:
    entity = setting.entities.get(token.i)
    return entity is not None and entity.label_ == "PERSON" and len(entity) > 1
