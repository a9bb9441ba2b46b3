"""Settings of a desk, frozen. Read from one `tocsin.toml` by `tocsin.desk.config`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectSettings:
    """Limits on what is taken in."""

    max_item_bytes: int = 20_000_000
    max_expanded_bytes: int = 100_000_000
    fetch_timeout_seconds: float = 20.0
    max_redirects: int = 5
    allow_private_addresses: bool = False
    user_agent: str = "tocsin/0.1 (early-warning desk; reads pages a person named)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Bounds and additions for the reader.

    `places` are CSV files of local names; `gazetteer` is the folder of imported ground, None for
    the one in the user's data folder. `triage` is the score under which a report is kept without
    being read; 0 reads every report, None leaves it to the verb: `add`, which takes in whole
    feeds, triages; `read` and `brief` of named reports read them all. `jobs` is how
    many processes read, None for as many as the machine has room for where there is enough to read.
    """

    max_characters: int = 5_000_000
    places: tuple[Path, ...] = ()
    gazetteer: Path | None = None
    triage: float | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputSettings:
    """How outputs treat names of private persons."""

    mask_private_persons: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of one desk."""

    collect: CollectSettings = field(default_factory=CollectSettings)
    read: ReadSettings = field(default_factory=ReadSettings)
    output: OutputSettings = field(default_factory=OutputSettings)
