"""Words made safe for a terminal, and a progress display on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
BIDI_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
LINE_SEPARATORS = (0x2028, 0x2029)

# One character for one, so that spans still fit. A control becomes visible, since it hides
# something; a bidi control becomes the invisible word joiner, since honest pages have them too.
SAFE = dict.fromkeys(CONTROLS, "\ufffd") | dict.fromkeys(BIDI_CONTROLS, "\u2060")
SAFE |= {code: chr(code) for code in (0x09, 0x0A)} | dict.fromkeys(LINE_SEPARATORS, "\n")


def safe(words: str) -> str:
    """Return the words without terminal commands and direction overrides, as long as before.

    >>> safe("red\\x1b[31m")
    'red�[31m'
    """
    return words.translate(SAFE)


def one_line(words: str) -> str:
    """Return the words, safe, on one line."""
    return " ".join(safe(words).split())


def counted(items: Iterable[Item], *, doing: str) -> Iterator[Item]:
    """Yield the items, with a running count on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # data that goes to a file is no part of the display
    ) as progress:
        task = progress.add_task(doing)
        for number, item in enumerate(items, start=1):
            progress.update(task, description=f"{doing}: {number}")
            yield item
