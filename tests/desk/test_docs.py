"""The documents name every error, verb, option and key."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

import tocsin.core.errors as errors
from tocsin.core.errors import TocsinError
from tocsin.desk.cli.main import VERBS, cli
from tocsin.desk.exit_codes import leaf_errors

DOCS = Path(__file__).parents[2] / "docs"
LEAVES = list(leaf_errors())


def cells(line: str) -> list[str]:
    return [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.code)
def test_each_error_is_documented_with_its_exit_code_and_status(leaf: type[TocsinError]) -> None:
    rows = [cells(line) for line in (DOCS / "errors.md").read_text("utf-8").splitlines()]
    (row,) = [row for row in rows if row[0] == leaf.__name__]
    assert (row[1], row[-2], row[-1]) == (leaf.code, str(leaf.exit_code), str(leaf.http_status))


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.code)
def test_each_error_stands_in_the_tree_with_its_code(leaf: type[TocsinError]) -> None:
    tree = errors.__doc__ or ""
    assert re.search(rf"── {leaf.__name__}\s+{re.escape(leaf.code)}\b", tree)


def test_no_two_errors_share_a_code() -> None:
    assert len({leaf.code for leaf in LEAVES}) == len(LEAVES)


def test_the_documents_name_no_error_that_is_not_there() -> None:
    rows = [cells(line) for line in (DOCS / "errors.md").read_text("utf-8").splitlines()]
    named = {row[0] for row in rows if len(row) == 6} - {"Error", "---"}
    assert named == {leaf.__name__ for leaf in LEAVES}


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_documented_with_every_option(verb: str) -> None:
    page = (DOCS / "cli.md").read_text("utf-8")
    (section,) = re.findall(rf"^## `tocsin {verb}\b.*?(?=^## |\Z)", page, flags=re.M | re.S)
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    options = [one for one in command.params if isinstance(one, click.Option)]
    for option in options:
        assert f"`{max(option.opts, key=len)}" in section


def test_the_options_of_tocsin_itself_are_documented() -> None:
    page = (DOCS / "cli.md").read_text("utf-8")
    for option in cli.params:
        for name in option.opts:
            assert f"`{name}`" in page or f"`tocsin {name}`" in page


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_prints_help_with_examples(verb: str) -> None:
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    text = command.get_help(click.Context(command, info_name=verb))
    assert f"  tocsin {verb}" in text
