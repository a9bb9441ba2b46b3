"""Names of what lies in a store's folder."""

from __future__ import annotations

DATABASE = "tocsin.db"
VAULT = "vault"
CONFIG = "tocsin.toml"
OWN_FILES = frozenset({DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", VAULT, CONFIG})
