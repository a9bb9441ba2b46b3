"""One training text with what its heads shall answer, in characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """An attribution: its cue, and the source and content that belong to that cue."""

    cue: Sequence[Bounds]
    source: Sequence[Bounds]
    content: Sequence[Bounds]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A marked trigger: where, of which type, status and polarity, who acts and who suffers."""

    span: Bounds
    type: str
    status: str
    polarity: str
    actor: Sequence[Bounds] = ()
    sufferer: Sequence[Bounds] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of one gold set.

    `roles` names every role the set marks, also those without a span here: an absent key is
    not trained on, an empty list is. `names` likewise. `classes` are of the whole text; with
    `first_window_only` the rest of the text is left out.
    """

    task: str
    text: str
    roles: Mapping[str, Sequence[Bounds]] = field(default_factory=dict)
    names: Sequence[tuple[int, int, str]] | None = None
    classes: Mapping[str, str] = field(default_factory=dict)
    links: Sequence[Link] = ()
    triggers: Sequence[Trigger] = ()
    first_window_only: bool = False
