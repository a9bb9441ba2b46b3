"""Shared by all tests."""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

# The same examples on every run, and no time limit on one: the first loads the language model.
settings.register_profile("tocsin", derandomize=True, deadline=None)
settings.load_profile("tocsin")

# A developer's own imported ground must not change what tests read; of a process started too.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="tocsin-tests-")
