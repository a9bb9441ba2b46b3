"""The seams: what a stage needs from outside, as protocols. The desk plugs the real ones in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from tocsin.core.ids import CaptureId
from tocsin.core.place import Place
from tocsin.core.types import Capture, Reading, Report


class Gazetteer(Protocol):
    """Known places by name."""

    def candidates(self, name: str) -> Sequence[Place]:
        """Return the places that bear the name, the most prominent first; () if none."""
        ...


class Reader(Protocol):
    """Turns a report into a reading. A trained reader replaces the rules behind this seam."""

    def read(self, reports: Sequence[Report]) -> Iterator[Reading]:
        """Yield one reading for each report, in order. Raises nothing on odd text."""
        ...


class Vault(Protocol):
    """Keeps captures by the hash of their content."""

    def keep(self, capture: Capture) -> CaptureId:
        """Store the bytes once and return the capture's id."""
        ...

    def content(self, sha256: str) -> bytes:
        """Return the bytes with the hash. Raises: KeyError where there are none."""
        ...
