"""Captures and rejects from the inputs that a user names, in order."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from tocsin.collect.folders import files_in
from tocsin.collect.item import Item, peek, read_whole
from tocsin.collect.kinds import Container, kind_of
from tocsin.core.config import CollectSettings
from tocsin.core.errors import ForbiddenScheme, ItemError, ItemNotFound, UnreadableFile
from tocsin.core.types import Capture, Rejected

STANDARD_INPUT = "-"


class Fetch(Protocol):
    """Gets a web address; `tocsin.collect.fetch.Fetcher` is the guarded one."""

    def __call__(self, address: str, *, now: datetime) -> Item:
        """Return the page as an item. Raises: FetchFailed, FetchRefused, ItemTooLarge."""
        ...


def collect(
    inputs: Sequence[str],
    *,
    settings: CollectSettings,
    now: Callable[[], datetime],
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Capture | Rejected]:
    """Yield a capture or a rejection for each item of each input; a bad item stops nothing.

    An input is a file, a folder, "-" for standard input, or an http(s) address. Without `fetch`,
    addresses are fetched by the guarded fetcher under the settings' limits.
    """
    for named in inputs:
        try:
            yield from _collect_one(named, settings, now, stdin, fetch)
        except ItemError as unusable:
            yield unusable.as_rejected()


def captures_of_item(item: Item, *, settings: CollectSettings) -> Iterator[Capture | Rejected]:
    """Yield what one open item holds. Raises: an ItemError leaf where it holds nothing usable."""
    head, item = peek(item)
    kind = kind_of(head, suffix=item.suffix, declared=item.declared, subject=item.name)
    limit_bytes = settings.max_item_bytes
    if kind is Container.JSON_LINES:
        from tocsin.collect.json_lines import captures_of_lines

        yield from captures_of_lines(item, limit_bytes=limit_bytes)
    elif kind is Container.JSON_DOCUMENT:
        from tocsin.collect.json_lines import captures_of_document

        yield from captures_of_document(item, limit_bytes=limit_bytes)
    elif kind is Container.FEED:
        from tocsin.collect.feeds import captures_of_feed

        yield from captures_of_feed(item, limit_bytes=limit_bytes)
    elif kind is Container.WARC:
        from tocsin.collect.archives import captures_of_warc

        yield from captures_of_warc(item, limit_bytes=limit_bytes)
    else:
        yield item.capture(read_whole(item, limit_bytes=limit_bytes), kind)


def _collect_one(
    named: str,
    settings: CollectSettings,
    now: Callable[[], datetime],
    stdin: BinaryIO | None,
    fetch: Fetch | None,
) -> Iterator[Capture | Rejected]:
    if named == STANDARD_INPUT:
        item = Item(name=STANDARD_INPUT, stream=stdin or io.BytesIO(), obtained_at=now())
        yield from captures_of_item(item, settings=settings)
    elif "://" in named:
        yield from _captures_at_address(named, settings, now, fetch)
    elif Path(named).is_dir():
        for found in files_in(Path(named)):
            yield from _captures_found(found, settings, now)
    else:
        yield from _captures_in_file(Path(named), settings, now)


def _captures_at_address(
    address: str,
    settings: CollectSettings,
    now: Callable[[], datetime],
    fetch: Fetch | None,
) -> Iterator[Capture | Rejected]:
    scheme = address.partition("://")[0].lower()
    if scheme not in ("http", "https"):
        raise ForbiddenScheme(address, scheme=scheme)
    if fetch is None:
        from tocsin.collect.fetch import Fetcher

        fetch = Fetcher(settings)
    yield from captures_of_item(fetch(address, now=now()), settings=settings)


def _captures_found(
    found: Path | Rejected, settings: CollectSettings, now: Callable[[], datetime]
) -> Iterator[Capture | Rejected]:
    if isinstance(found, Rejected):
        yield found
        return
    try:
        if not stat.S_ISREG(os.stat(found).st_mode):
            raise UnreadableFile(str(found), reason="not a regular file")
        yield from _captures_in_file(found, settings, now)
    except ItemError as unusable:
        yield unusable.as_rejected()
    except OSError as refused:
        reason = (refused.strerror or "unknown").lower()
        yield UnreadableFile(str(found), reason=reason).as_rejected()


def _captures_in_file(
    path: Path, settings: CollectSettings, now: Callable[[], datetime]
) -> Iterator[Capture | Rejected]:
    try:
        stream = path.open("rb")
    except FileNotFoundError as missing:
        raise ItemNotFound(str(path)) from missing
    except (OSError, ValueError) as refused:
        reason = getattr(refused, "strerror", None) or "not a file name"
        raise UnreadableFile(str(path), reason=reason.lower()) from refused
    with stream:
        item = Item(name=str(path), stream=stream, obtained_at=now())
        yield from captures_of_item(item, settings=settings)
