"""Libraries kept from writing to the user's streams."""

from __future__ import annotations

import logging
import sys
import warnings


def quiet_libraries() -> None:
    """Drop what libraries log or warn of: it holds addresses and text of pages."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
