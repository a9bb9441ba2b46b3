"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, chunks: Iterable[str]) -> int:
    """Write the chunks as UTF-8 and return how many there were.

    What was there before stays until all is written. Only the owner may read the file: it holds
    testimony. Raises: OSError.
    """
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    number = 0
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk.encode("utf-8"))
                number += 1
        os.replace(part, path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return number
