"""Settings from one `tocsin.toml`. Nothing is read from the environment here."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat, PositiveInt, ValidationError

from tocsin.core.config import CollectSettings, OutputSettings, ReadSettings, Settings
from tocsin.core.errors import BadConfig

MAX_REDIRECTS_ALLOWED = 20  # browsers stop at about this number


class _Table(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    def given(self) -> dict[str, object]:
        """Return only what the file says; the rest keeps the defaults of `core.config`."""
        return self.model_dump(exclude_unset=True)


class CollectTable(_Table):
    """The table `[collect]`."""

    max_item_bytes: PositiveInt = 0
    max_expanded_bytes: PositiveInt = 0
    fetch_timeout_seconds: PositiveFloat = 0
    max_redirects: Annotated[int, Field(ge=0, le=MAX_REDIRECTS_ALLOWED)] = 0
    allow_private_addresses: bool = False
    user_agent: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[ -~]+$")] = ""


class ReadTable(_Table):
    """The table `[read]`."""

    max_characters: PositiveInt = 0
    places: tuple[str, ...] = Field(default=(), strict=False)
    gazetteer: Annotated[str, Field(min_length=1)] = ""
    triage: Annotated[float, Field(ge=0, le=1)] = 0
    jobs: PositiveInt = 1


class OutputTable(_Table):
    """The table `[output]`."""

    mask_private_persons: bool = True


class ConfigFile(_Table):
    """The whole file."""

    collect: CollectTable = CollectTable()
    read: ReadTable = ReadTable()
    output: OutputTable = OutputTable()


def load_settings(path: Path) -> Settings:
    """Return the settings of the file. Raises: BadConfig, naming the key.

    Paths in it are taken from the file's own folder.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        raise BadConfig(str(path), reason=_why_unread(failure)) from failure
    return settings_of(text, path=path)


def settings_of(text: str, *, path: Path) -> Settings:
    """Return the settings that the text of a `tocsin.toml` gives. Raises: BadConfig."""
    try:
        file = ConfigFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as failure:
        raise BadConfig(str(path), reason=f"not TOML: {failure}") from failure
    except ValidationError as failure:
        raise BadConfig(str(path), reason=_first_complaint(failure)) from failure
    read = file.read.given() | {
        "places": tuple(path.parent / place for place in file.read.places),
        "gazetteer": path.parent / file.read.gazetteer if file.read.gazetteer else None,
    }
    return Settings(
        collect=CollectSettings(**file.collect.given()),  # type: ignore[arg-type]
        read=ReadSettings(**read),  # type: ignore[arg-type]
        output=OutputSettings(**file.output.given()),  # type: ignore[arg-type]
    )


def _why_unread(failure: OSError | UnicodeDecodeError) -> str:
    if isinstance(failure, UnicodeDecodeError):
        return "not UTF-8"
    return (failure.strerror or "cannot be opened").lower()


def _first_complaint(failure: ValidationError) -> str:
    complaint = failure.errors()[0]
    key = ".".join(str(part) for part in complaint["loc"])
    if complaint["type"] == "extra_forbidden":
        return f"unknown key {key}"
    return f"{key}: {complaint['msg']}"


EXAMPLE = """\
# Settings of this desk. Every line that is commented out shows its default.

[collect]
# max_item_bytes = 20_000_000
# max_expanded_bytes = 100_000_000    # what a compressed item may grow to
# fetch_timeout_seconds = 20.0
# max_redirects = 5
# allow_private_addresses = false
# user_agent = "tocsin/0.1 (early-warning desk; reads pages a person named)"

[read]
# max_characters = 5_000_000          # text past this is kept, not read
# jobs = 2                            # processes that read; without it, one for each core
# places = ["places.csv"]             # your own place names
# gazetteer = "gazetteer"             # folder of imported ground; without it the user's own
# triage = 0.02                       # reports that score less are kept unread; 0 reads all.
#                                     # Without it: 0.02 for "add", 0 for "read" and "brief"

[output]
# mask_private_persons = true
"""
