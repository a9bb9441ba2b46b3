"""One file of settings; what is wrong in it is named."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import pytest

from tocsin.core.config import CollectSettings, OutputSettings, ReadSettings, Settings
from tocsin.core.errors import BadConfig
from tocsin.desk.config import (
    EXAMPLE,
    CollectTable,
    ConfigFile,
    OutputTable,
    ReadTable,
    load_settings,
    settings_of,
)
from tocsin.read.triage import ADVISED_THRESHOLD

PATH = Path("desk/tocsin.toml")


def test_an_empty_file_and_the_example_give_the_defaults() -> None:
    assert settings_of("", path=PATH) == Settings()
    assert settings_of(EXAMPLE, path=PATH) == Settings()


def test_the_example_names_every_setting_with_its_default() -> None:
    uncommented = "\n".join(
        line.removeprefix("# ") if "=" in line else line for line in EXAMPLE.splitlines()[2:]
    )
    example = tomllib.loads(uncommented)
    assert set(example["read"].pop("places")) == {"places.csv"}
    assert example["read"].pop("gazetteer") == "gazetteer"
    assert example["read"].pop("triage") == ADVISED_THRESHOLD
    defaults = dataclasses.asdict(Settings())
    assert example["read"].pop("jobs") == 2
    names = ("places", "gazetteer", "triage", "jobs")
    unset = {name: defaults["read"].pop(name) for name in names}
    assert unset == {"places": (), "gazetteer": None, "triage": None, "jobs": None}
    assert example == defaults


@pytest.mark.parametrize(
    ("table", "settings"),
    [
        (ConfigFile, Settings),
        (CollectTable, CollectSettings),
        (ReadTable, ReadSettings),
        (OutputTable, OutputSettings),
    ],
)
def test_each_setting_can_be_given_in_the_file(table: type, settings: type) -> None:
    names = {field.name for field in dataclasses.fields(settings)}
    assert set(table.model_fields) == names  # type: ignore[attr-defined]


def test_what_the_file_says_replaces_the_default() -> None:
    text = (
        "[collect]\nmax_item_bytes = 5\n"
        "[read]\nplaces = ['local.csv']\ngazetteer = 'ground'\ntriage = 0.5\njobs = 3\n"
    )
    settings = settings_of(text, path=PATH)
    assert settings.collect.max_item_bytes == 5
    assert settings.collect.max_redirects == CollectSettings().max_redirects
    assert settings.read.places == (Path("desk/local.csv"),)
    assert settings.read.gazetteer == Path("desk/ground")
    assert settings.read.triage == 0.5
    assert settings.read.jobs == 3


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[collect]\nmax_item_byte = 5", "unknown key collect.max_item_byte"),
        ("[colect]\nmax_item_bytes = 5", "unknown key colect"),
        ("[collect]\nmax_item_bytes = '5'", "collect.max_item_bytes"),
        ("[collect]\nmax_item_bytes = 0", "collect.max_item_bytes"),
        ("[collect]\nuser_agent = 'a\\nb'\n[read]\nplaces = 3", "read.places"),
        ('[collect]\nuser_agent = "a\\nX-Header: b"', "collect.user_agent"),
        ("[output]\nmask_private_persons = 1", "output.mask_private_persons"),
        ("[read]\ntriage = 1.5", "read.triage"),
        ("[read]\njobs = 0", "read.jobs"),
        ("[read]\ntriage = -0.1", "read.triage"),
        ("[collect", "not TOML"),
    ],
)
def test_a_wrong_key_is_named(text: str, named: str) -> None:
    with pytest.raises(BadConfig) as refused:
        settings_of(text, path=PATH)
    assert named in str(refused.value)
    assert "tocsin.toml" in str(refused.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")
    for name in ("missing.toml", "latin.toml"):
        with pytest.raises(BadConfig, match=name):
            load_settings(tmp_path / name)
