"""Notices: what publishers take back or correct."""
