"""Linking: which events of many reports are one incident."""
