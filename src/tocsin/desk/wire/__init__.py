"""Readings and briefs in their JSON form (`schema: tocsin/1`, docs/interfaces.md)."""

from tocsin.desk.wire.brief import brief_json
from tocsin.desk.wire.line import SCHEMA, as_line
from tocsin.desk.wire.reading import reading_json

__all__ = ["SCHEMA", "as_line", "brief_json", "reading_json"]
