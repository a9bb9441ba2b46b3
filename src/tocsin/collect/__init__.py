"""Captures from what the user names: files, folders, standard input, web addresses.

`collect` yields every item, repeats too: the same bytes give the same `Capture.id`, and the caller
counts and passes over the repeats. Heavy parsers are loaded when their kind is first met.
"""

from tocsin.collect.inputs import Fetch, collect
from tocsin.collect.item import Item

__all__ = ["Fetch", "Item", "collect"]
