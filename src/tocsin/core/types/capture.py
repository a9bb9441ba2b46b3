"""Capture: the bytes as received; Rejected: an item that could not become one, or be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from tocsin.core.ids import CaptureId, content_id, sha256_hex


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of one item as received, never changed.

    `obtained_from` is the path, address or record the user named; `url` the web address the
    item itself claims, when there is one. `charset` is what the carrier declared, not a guess.
    """

    id: CaptureId
    sha256: str
    content: bytes = field(repr=False)
    media_type: str
    obtained_from: str
    obtained_at: datetime
    charset: str | None = None
    url: str | None = None

    @classmethod
    def of(
        cls,
        content: bytes,
        *,
        media_type: str,
        obtained_from: str,
        obtained_at: datetime,
        charset: str | None = None,
        url: str | None = None,
    ) -> Self:
        """Return the capture of the bytes; equal bytes give an equal id."""
        digest = sha256_hex(content)
        return cls(
            id=CaptureId(content_id("cap", digest)),
            sha256=digest,
            content=content,
            media_type=media_type,
            obtained_from=obtained_from,
            obtained_at=obtained_at,
            charset=charset,
            url=url,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An item that could not be used, as a value: the run goes on.

    `id` names the item as the user would (path, address, `file.jsonl:12`); `code` is dotted and
    documented in docs/errors.md; `detail` holds facts, never testimony.
    """

    id: str
    code: str
    detail: str
