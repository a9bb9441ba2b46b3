"""Drafts of plain text."""

from __future__ import annotations

from tocsin.core.errors import BinaryItem
from tocsin.core.media import binary_kind
from tocsin.core.types import Capture
from tocsin.read.text.draft import Draft
from tocsin.read.text.encoding import decode, tidy_characters


def draft_of_plain(capture: Capture) -> Draft:
    """Return the draft of a text file. Raises: BinaryItem, UnreadableEncoding."""
    kind = binary_kind(capture.content)
    if kind:
        raise BinaryItem(capture.obtained_from, kind=kind)
    decoded, notes = decode(capture.content, charset=capture.charset, subject=capture.obtained_from)
    text, oddities = tidy_characters(decoded)
    return Draft(text=text, notes=(*notes, *oddities), url=capture.url)
