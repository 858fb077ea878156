"""`newsdesk show`: one article with all its fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from newsdesk.cli.output import Json, print_data, print_json, printable
from newsdesk.cli.records import article_record, local_minute
from newsdesk.cli.surroundings import TEXT, Surroundings, json_option, newsroom_option
from newsdesk.exchange import write_markdown
from newsdesk.model.photo import Photo
from newsdesk.newsroom import Taxonomy, find_article, manuscript_of_article, zone_of


@click.command("show")
@click.argument("ref", type=TEXT)
@click.option("--markdown", is_flag=True, help="Print Markdown with front matter, as import reads it.")
@json_option
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, ref: str, markdown: bool, as_json: bool) -> None:
    """Show the article REF: its fields, the photos in it, the articles it is linked with, its text."""
    if markdown and as_json:
        raise click.UsageError("Use either --markdown or --json.")
    with surroundings.named(newsroom).read() as reader:
        article = find_article(reader, ref)
        taxonomy = Taxonomy(reader)
        if markdown:
            placements = reader.placements(article.id)
            photos = reader.get_all(Photo, [placed.photo for placed in placements])
            manuscript = manuscript_of_article(article, placements, photos, taxonomy)
            print_data(write_markdown(manuscript, zone_of(reader.newsroom())).removesuffix("\n"))
        elif as_json:
            print_json(article_record(article, reader, taxonomy))
        else:
            zone = zone_of(reader.newsroom())
            _print(article_record(article, reader, taxonomy, lambda time: local_minute(time, zone)))


def _print(record: Mapping[str, Json]) -> None:
    """A line for each field that is not empty, one for each photo and linked article, then the text."""
    lines = [(name, line) for name, value in record.items() if name != "body" for line in _lines(value)]
    wide = max(len(name) for name, _ in lines)
    shown = [f"{name.replace('_', ' '):{wide}}  {line}" for name, line in lines]
    print_data(printable("\n".join([*shown, "", str(record["body"])])))


def _lines(value: Json) -> list[str]:
    """What stands behind the name of a field; several lines for a list of records, none for nothing."""
    if value in (None, "", []):
        return []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, str):
        return [value.strip().replace("\n", " / ")]
    if isinstance(value, Mapping):
        return [" · ".join(_in_short(value))]
    if isinstance(value, Sequence):
        lines = [line for part in value for line in _lines(part)]
        return lines if isinstance(value[0], Mapping) else ["; ".join(lines)]
    return [str(value)]


def _in_short(record: Mapping[str, Json]) -> list[str]:
    """What tells a record from others at a glance."""
    photo = record.get("photo")
    if isinstance(photo, Mapping):
        credit = photo["credit"]
        line = credit["line"] if isinstance(credit, Mapping) else ""
        own = record["caption"] or photo["caption"]
        parts = [record["role"], f"photo:{photo['id']}", photo["file_name"], own, line]
    else:
        parts = list(record.values())
    return [str(part) for part in parts if part]
