"""The roots of the tree: what every error is one of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from tocsin.core.types.capture import Rejected


class TocsinError(Exception):
    """The root. `code` is dotted; facts are keyword attributes and never hold testimony."""

    code: ClassVar[str] = "tocsin"
    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 500
    message: ClassVar[str] = "{subject}"

    def __init__(self, subject: str, **facts: object) -> None:
        self.subject = subject
        self.facts = facts
        super().__init__(self.message.format(subject=subject, **facts))

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make the error again: it also passes between processes."""
        return _made_again, (type(self), self.subject, self.facts)


def _made_again(kind: type[TocsinError], subject: str, facts: Mapping[str, object]) -> TocsinError:
    return kind(subject, **facts)


class ItemError(TocsinError):
    """One item is unusable; the run goes on without it."""

    def as_rejected(self) -> Rejected:
        """Return the value that stands for the item in the run's result."""
        return Rejected(id=self.subject, code=self.code, detail=str(self))


class BadItem(ItemError):
    """The item itself cannot be used."""

    http_status = 422


class FetchFailed(ItemError):
    """A web address did not yield its page."""

    exit_code = 4
    http_status = 502


class FetchRefused(ItemError):
    """A safety rule forbids the fetch."""

    exit_code = 5
    http_status = 403


class JobError(TocsinError):
    """The whole job cannot go on."""
