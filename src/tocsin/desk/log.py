"""Logs on standard error: events and ids, never testimony."""

from __future__ import annotations

import logging
import sys

import structlog

LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)

_chosen = 0


def configure_logging(verbosity: int) -> None:
    """Send Tocsin's own events to standard error, from WARNING on, lower with `verbosity`."""
    global _chosen
    _chosen = min(verbosity, len(LEVELS) - 1)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[_chosen]),
        logger_factory=_standard_error,
    )


def verbosity() -> int:
    """Return the verbosity that was chosen last, for the processes that this one starts."""
    return _chosen


def _standard_error(*_: object) -> structlog.PrintLogger:
    return structlog.PrintLogger(file=sys.stderr)
