"""A brief as one self-contained HTML file: no script, no network, prints on A4."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tocsin.core.types import Brief
from tocsin.warn.outline import outline_brief
from tocsin.warn.wording import ahead_words


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("tocsin.warn"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["ahead"] = ahead_words
    return environment.get_template("brief.html.j2")


def brief_html(brief: Brief) -> str:
    """Return the brief as an HTML document; every text of a report is escaped."""
    return _template().render(brief=outline_brief(brief))
