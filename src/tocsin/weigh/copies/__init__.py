"""Copies: which reports print one text, whole or in part."""
