"""spaCy's tokens in linear time, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST_RUN = 200  # characters without a space; the longest web address worth keeping whole
LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
RULE = re.compile(r"[^\w\s]+")
LONG_RULE = 20  # marks in a row that say nothing apart: one token, where spaCy makes one of each

Tokenize = Callable[[str], Doc]


class BoundedTokenizer:
    """A tokenizer that takes long unspaced runs in pieces, and a row of marks in them as a token.

    spaCy peels punctuation off a run one mark at a time and looks at the whole rest each time:
    100,000 quotation marks in a row would take hours. The tokens still spell the text exactly.
    """

    def __init__(self, tokenize: Tokenize, vocab: Vocab) -> None:
        self._tokenize = tokenize
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the tokens of the text."""
        if LONG_RUN.search(text) is None:
            return self._tokenize(text)
        words: list[str] = []
        spaces: list[bool] = []
        for piece in pieces(text):
            if len(piece) >= LONG_RULE and RULE.fullmatch(piece):
                words.append(piece)
                spaces.append(False)
            else:
                tokens = self._tokenize(piece)
                words.extend(token.text for token in tokens)
                spaces.extend(bool(token.whitespace_) for token in tokens)
        return Doc(self._vocab, words=words, spaces=spaces)


def pieces(text: str) -> Iterator[str]:
    """Yield the text in pieces in which no run is longer than the bound.

    >>> [len(piece) for piece in pieces("before " + "!" * 450 + " after")]
    [7, 200, 200, 50, 6]
    """
    done = 0
    for run in LONG_RUN.finditer(text):
        if run.start() > done:
            yield text[done : run.start()]
        for start in range(run.start(), run.end(), LONGEST_RUN):
            yield text[start : min(start + LONGEST_RUN, run.end())]
        done = run.end()
    if done < len(text):
        yield text[done:]
