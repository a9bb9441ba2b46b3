"""Grades: Admiralty grades from the record of sources and from independent origins."""
