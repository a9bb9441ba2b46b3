"""Captures from JSON in the designed form: one report a line, or one document."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.collect.item import Item, read_whole
from tocsin.core.errors import BadJsonLine
from tocsin.core.media import MediaType
from tocsin.core.types import Capture, Rejected

LONGEST_LINE_BYTES = 5_000_000  # one report; a novel has 1 MB


def captures_of_lines(item: Item, *, limit_bytes: int) -> Iterator[Capture | Rejected]:
    """Yield a capture for each line that is not blank, holding one line at a time."""
    limit_bytes = min(limit_bytes, LONGEST_LINE_BYTES)
    number = 0
    while line := item.stream.readline(limit_bytes + 1):
        number += 1
        if len(line) > limit_bytes and not line.endswith(b"\n"):
            _pass_over_line(item)
            reason = f"longer than {limit_bytes} bytes"
            yield BadJsonLine(f"{item.name}:{number}", reason=reason).as_rejected()
        elif line.strip():
            yield item.part(f":{number}", line.rstrip(b"\r\n"), MediaType.REPORT_JSON)


def captures_of_document(item: Item, *, limit_bytes: int) -> Iterator[Capture | Rejected]:
    """Yield the capture of one JSON object, or of each object in a list.

    An object alone keeps its bytes; those of a list are written anew, keys in order.
    Raises: EmptyItem, ItemTooLarge, BadJsonLine.
    """
    import orjson

    content = read_whole(item, limit_bytes=limit_bytes)
    try:
        document = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as broken:
        reason = f"no JSON (at character {broken.pos})"
        raise BadJsonLine(item.name, reason=reason) from broken
    if not isinstance(document, list):
        yield item.capture(content, MediaType.REPORT_JSON)
        return
    for number, element in enumerate(document, start=1):
        line = orjson.dumps(element, option=orjson.OPT_SORT_KEYS)
        yield item.part(f":{number}", line, MediaType.REPORT_JSON)


def _pass_over_line(item: Item) -> None:
    while (rest := item.stream.readline(65_536)) and not rest.endswith(b"\n"):
        continue
