"""Silence: sources that usually report and stopped."""
