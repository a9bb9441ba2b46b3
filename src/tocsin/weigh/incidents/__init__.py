"""Incidents: what linked events, their voices and their counts come to."""
