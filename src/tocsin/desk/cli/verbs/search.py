"""`tocsin search`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tocsin.desk.cli.options import (
    config_option,
    json_option,
    names_option,
    since_option,
    store_option,
    until_option,
)

DEFAULT_HITS = 20


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@store_option
@config_option
@since_option
@until_option
@click.option("--limit", type=click.IntRange(min=1), default=DEFAULT_HITS, show_default=True)
@names_option
@json_option
def command(
    words: tuple[str, ...],
    folder: Path,
    config: Path | None,
    since: date | None,
    until: date | None,
    limit: int,
    show_names: bool,
    as_json: bool,
) -> None:
    """Search the reports of the store, the best match first.

    A report matches when it holds every word and every "phrase". Accents, case and the variants
    of Arabic and Persian letters do not matter.

    \b
    Examples:
      tocsin search massacre
      tocsin search '"Lindral Camp" deadline' --since 2031-04-01
    """
    from tocsin.desk.cli.terminal import one_line
    from tocsin.desk.cli.verbs.list import listed_words
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.wire.listing import hit_json
    from tocsin.store.folding import search_phrases
    from tocsin.store.found import Wanted
    from tocsin.store.snippets import snippet
    from tocsin.store.store import open_store

    place = open_workplace(folder=folder, config=config, show_names=show_names)
    query = " ".join(words)
    if not search_phrases(query):
        raise click.UsageError("WORDS hold no letter or digit to search for")
    with open_store(folder) as store:
        wanted = Wanted(since=since, until=until, query=query, limit=limit)
        for line in store.listed(wanted):
            reading = place.shown_with_text(store.reading(line.id))
            stretch = snippet(reading.report.text, query)
            if as_json:
                print_json(hit_json(line, stretch, masks=place.masks))
            else:
                print_words(f"{listed_words(line, masks=place.masks)}\n    {one_line(stretch)}")
