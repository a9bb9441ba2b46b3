"""A statement in the making: its spans and stance, before speakers are resolved and nested."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import Span, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one cue yields.

    `at` is where the cue's head word starts. `source` is the head of the speaker's phrase, None
    where the wording gives no speaker.
    """

    at: int
    source: Token | None
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    score: float

    @property
    def start(self) -> int:
        """Return the first character that belongs to the draft."""
        return min(span.start for span in self.speaker + self.cue + self.content)

    @property
    def is_turn(self) -> bool:
        """Return whether a mark alone carries it: "Orlo: We saw trucks"."""
        return all(span.end - span.start == 1 for span in self.cue)

    @property
    def content_characters(self) -> int:
        """Return how many characters the content holds."""
        return sum(span.end - span.start for span in self.content)
