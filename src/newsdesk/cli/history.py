"""`newsdesk history`: the versions of an article, and what differs between two of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from newsdesk.cli.output import print_data, print_json, print_table, printable, say
from newsdesk.cli.records import in_utc, local_minute
from newsdesk.cli.surroundings import TEXT, Surroundings, json_option, newsroom_option
from newsdesk.comparing import Comparison, FieldChange, Kind, Piece
from newsdesk.i18n import N_, message, tr
from newsdesk.model.article import Article
from newsdesk.newsroom import find_article, zone_of
from newsdesk.newsroom.history import (
    FIELD_NAMES,
    REASONS,
    Version,
    compare_versions,
    find_version,
    version_ends,
    versions,
)
from newsdesk.store import Reader

Marks = Mapping[Kind, tuple[str, str]]

_SIGNS: Marks = {Kind.SAME: ("", ""), Kind.REMOVED: ("[-", "-]"), Kind.ADDED: ("{+", "+}")}
_COLOURS: Marks = {
    Kind.SAME: ("", ""),
    Kind.REMOVED: ("\x1b[31;9m", "\x1b[0m"),
    Kind.ADDED: ("\x1b[32;4m", "\x1b[0m"),
}
"""Red and struck through, green and underlined: to be told apart without seeing colours too."""
_PHOTOS = {
    Kind.ADDED: N_("Photo added: {photo}"),
    Kind.REMOVED: N_("Photo taken out: {photo}"),
    Kind.CHANGED: N_("Photo: {photo}"),
}


@click.command("history")
@click.argument("ref", type=TEXT)
@click.argument("later", type=TEXT, required=False, metavar="[B]")
@click.option(
    "--diff", "earlier", type=TEXT, metavar="A [B]", help="Show what differs from version A to B, or to now."
)
@json_option
@newsroom_option
@click.pass_obj
def command(
    surroundings: Surroundings,
    newsroom: Path | None,
    ref: str,
    later: str | None,
    earlier: str | None,
    as_json: bool,
) -> None:
    """Show the versions of the article REF that were kept, the last first, and what changed in each.

    A version is named by its name or by the end of its id.
    """
    if later is not None and earlier is None:
        raise click.UsageError("Name the earlier version too: --diff A B.")
    with surroundings.named(newsroom).read() as reader:
        article = find_article(reader, ref)
        if earlier is not None:
            before = find_version(reader, article.id, earlier).id
            after = find_version(reader, article.id, later).id if later is not None else None
            _show_difference(compare_versions(reader, article.id, before, after, raw=as_json), as_json)
        else:
            _list(reader, article, as_json)


def _list(reader: Reader, article: Article, as_json: bool) -> None:
    listed = versions(reader, article.id)
    if as_json:
        print_json([_record(version) for version in listed])
    elif listed:
        print_table(_rows(reader, article, listed))
    else:
        say(message(N_("No version of this article has been kept yet.")))


def _record(version: Version) -> dict[str, str | list[str]]:
    revision = version.revision
    return {
        "id": revision.id,
        "created": in_utc(revision.created),
        "author": revision.author,
        "reason": revision.reason.value,
        "name": revision.name,
        "words": [str(each) for each in version.words],
    }


def _rows(reader: Reader, article: Article, listed: Sequence[Version]) -> list[list[str]]:
    ends, zone = version_ends(reader, article.id), zone_of(reader.newsroom())
    return [
        [
            ends[version.revision.id],
            local_minute(version.revision.created, zone),
            version.revision.author,
            version.revision.name or tr(REASONS[version.revision.reason]),
            "; ".join(str(each) for each in version.words),
        ]
        for version in listed
    ]


def _show_difference(comparison: Comparison, as_json: bool) -> None:
    if as_json:
        print_json(asdict(comparison))
    elif comparison.same:
        say(message(N_("Nothing differs.")))
    else:
        coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        print_data("\n\n".join(_parts(comparison, _COLOURS if coloured else _SIGNS)))


def _parts(comparison: Comparison, marks: Marks) -> Iterator[str]:
    """The fields, the passages that differ, with dots for those between them, and the photos."""
    if comparison.fields:
        yield "\n".join(_field(change, marks) for change in comparison.fields)
    yield from _passages(comparison, marks)
    for photo in comparison.photos:
        lines = [tr(_PHOTOS[photo.kind], photo=printable(photo.file_name))]
        yield "\n".join(lines + [f"  {_field(change, marks)}" for change in photo.fields])


def _passages(comparison: Comparison, marks: Marks) -> Iterator[str]:
    if all(passage.kind is Kind.SAME for passage in comparison.passages):
        return
    left_out = False
    for passage in comparison.passages:
        if passage.kind is Kind.SAME:
            if not left_out:
                yield "…"
            left_out = True
        else:
            yield _marked(passage.pieces, marks)
            left_out = False


def _field(change: FieldChange, marks: Marks) -> str:
    return f"{tr(FIELD_NAMES[change.field])}: {_marked(change.pieces, marks)}"


def _marked(pieces: Sequence[Piece], marks: Marks) -> str:
    return "".join(printable(piece.text).join(marks[piece.kind]) for piece in pieces)
