"""Triage: a fast first pass that tells which reports can concern violence against people."""

from tocsin.read.triage.gate import ADVISED_THRESHOLD, READ_ANYWAY, Gate, set_aside

__all__ = ["ADVISED_THRESHOLD", "READ_ANYWAY", "Gate", "set_aside"]
