"""The files of a folder, in order of name, and what in it cannot be taken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tocsin.core.errors import EmptyItem, ItemNotFound, UnreadableFile
from tocsin.core.types import Rejected


def files_in(folder: Path) -> Iterator[Path | Rejected]:
    """Yield each file below the folder, sorted, and a rejection for what cannot be taken.

    Hidden files and folders are passed over. A link to a folder inside is passed over, since the
    folder itself is visited; a link that leads outside is rejected.
    """
    root = folder.resolve()
    empty = True
    for found in _walk(folder, root):
        empty = False
        yield found
    if empty:
        yield EmptyItem(str(folder)).as_rejected()


def _walk(folder: Path, root: Path) -> Iterator[Path | Rejected]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as refused:
            reason = (refused.strerror or "unknown").lower()
            yield UnreadableFile(str(here), reason=reason).as_rejected()
            continue
        seen = [entry for entry in entries if not entry.name.startswith(".")]
        waiting += [here / entry.name for entry in reversed(seen) if _is_real_folder(entry)]
        for entry in seen:
            if not entry.is_dir():
                yield _file_or_rejected(here / entry.name, root)
            elif entry.is_symlink() and not _is_inside(here / entry.name, root):
                yield _leads_out(here / entry.name)


def _is_real_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _file_or_rejected(path: Path, root: Path) -> Path | Rejected:
    if path.is_symlink() and not path.exists():
        return ItemNotFound(str(path)).as_rejected()
    return path if _is_inside(path, root) else _leads_out(path)


def _is_inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root)


def _leads_out(path: Path) -> Rejected:
    reason = "a link that leads out of the folder"
    return UnreadableFile(str(path), reason=reason).as_rejected()
