"""The YAML tables of the ontology: data that an analyst can read and extend."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

# libyaml's loader, where PyYAML has it, reads the tables ten times as fast; both are safe.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_table(name: str) -> Any:
    """Return the table `name`.yaml that ships with Tocsin, as plain lists and mappings."""
    return parse_table(table_text(name))


def table_text(name: str) -> str:
    """Return the table `name`.yaml as it is written."""
    return files("tocsin.ontology").joinpath(f"{name}.yaml").read_text("utf-8")


def parse_table(text: str) -> Any:
    """Return a YAML document as plain lists and mappings.

    >>> parse_table("{a: [1, 2]}")
    {'a': [1, 2]}
    """
    return yaml.load(text, Loader=LOADER)  # noqa: S506  (a safe loader)
