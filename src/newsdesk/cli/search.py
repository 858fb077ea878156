"""`newsdesk search`: find articles by their words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsdesk.cli.output import one_line, print_data, print_json, printable, say
from newsdesk.cli.records import row_record
from newsdesk.cli.surroundings import TEXT, Surroundings, json_option, newsroom_option
from newsdesk.i18n import N_, message
from newsdesk.model.query import HIT_END, HIT_START, Hit
from newsdesk.newsroom import Taxonomy, readable_snippet, short_ids

_LIMIT = 50
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


@click.command("search")
@click.argument("words", type=TEXT, nargs=-1, required=True)
@json_option
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, words: tuple[str, ...], as_json: bool) -> None:
    """Find the articles in which all WORDS occur, the newest first: "in quotes" side by side, -without a word.

    A word may be left unfinished. At most 50 articles are shown.
    """
    with surroundings.named(newsroom).read() as reader:
        hits = reader.search(" ".join(words), _LIMIT)
        taxonomy = Taxonomy(reader)
        if as_json:
            print_json([row_record(hit.row, taxonomy) | {"snippet": _marked(hit, "", "")} for hit in hits])
            return
        if not hits:
            say(message(N_("Nothing found.")))
        ends = short_ids(reader, [hit.row.id for hit in hits])
        for hit in hits:
            prefix = taxonomy.edition(hit.row.edition).prefix
            print_data(f"{ends[hit.row.id]}  {prefix}{'/' if prefix else ''}{hit.row.slug}")
            print_data(f"        {one_line(hit.row.headline)}")
            print_data(f"        {_marked(hit, _BOLD, _PLAIN) if sys.stdout.isatty() else _marked(hit, '', '')}")


def _marked(hit: Hit, start: str, end: str) -> str:
    text = printable(readable_snippet(hit.snippet))
    return text.replace(HIT_START, start).replace(HIT_END, end)
