"""`newsdesk list`: the articles, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from newsdesk.cli.output import print_json, print_table, say
from newsdesk.cli.records import local_minute, row_record
from newsdesk.cli.surroundings import TEXT, Surroundings, json_option, newsroom_option
from newsdesk.i18n import N_, message
from newsdesk.model.article import Status
from newsdesk.model.query import ArticleRow, ListQuery
from newsdesk.newsroom import Taxonomy, every_row, short_ids, zone_of
from newsdesk.store import Reader


@click.command("list")
@click.option(
    "--status", type=click.Choice([status.value for status in Status]), help="Only articles in this status."
)
@click.option("--section", type=TEXT, metavar="NAME", help="Only articles in this section.")
@click.option("--topic", type=TEXT, metavar="NAME", help="Only articles on this topic.")
@click.option("--edition", type=TEXT, metavar="TAG", help="Only articles of this edition: en, es …")
@json_option
@newsroom_option
@click.pass_obj
def command(
    surroundings: Surroundings,
    newsroom: Path | None,
    as_json: bool,
    status: str | None,
    section: str | None,
    topic: str | None,
    edition: str | None,
) -> None:
    """List the articles: end of the id, status, edition, section, time of the last change, slug and headline."""
    with surroundings.named(newsroom).read() as reader:
        taxonomy = Taxonomy(reader)
        found = taxonomy.expect_edition(edition) if edition else None
        named_in = found.id if found else taxonomy.main_edition
        query = ListQuery(
            status=Status(status) if status else None,
            section=taxonomy.sections.expect(section, named_in).id if section else None,
            topic=taxonomy.topics.expect(topic, named_in).id if topic else None,
            edition=found.id if found else None,
        )
        rows = every_row(reader, query)
        if as_json:
            print_json([row_record(row, taxonomy) for row in rows])
        elif rows:
            print_table(_cells(rows, reader, taxonomy))
        else:
            say(message(N_("There are no articles yet.") if query == ListQuery() else N_("Nothing found.")))


def _cells(rows: Sequence[ArticleRow], reader: Reader, taxonomy: Taxonomy) -> list[list[str]]:
    ends = short_ids(reader, [row.id for row in rows])
    zone = zone_of(reader.newsroom())
    return [_line(row, ends[row.id], zone, taxonomy) for row in rows]


def _line(row: ArticleRow, end: str, zone: ZoneInfo, taxonomy: Taxonomy) -> list[str]:
    return [
        end,
        f"{row.status.value} *" if row.changed_since_release else row.status.value,
        taxonomy.edition(row.edition).language,
        taxonomy.sections.name_of(row.section, row.edition) if row.section else "",
        local_minute(row.updated, zone),
        row.slug,
        row.headline,
    ]
