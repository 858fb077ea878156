"""`newsdesk export site`: write the whole site into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from newsdesk.cli.output import print_data, say
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.surroundings import PLACE, TEXT, Surroundings, newsroom_option
from newsdesk.exchange import write_moment
from newsdesk.i18n import N_, Message, message
from newsdesk.newsroom import checked_base_url, export_site, now, zone_of
from newsdesk.publish import LeftOut, Report, Written


@click.command("site")
@click.argument("out", type=PLACE)
@click.option(
    "--base-url", type=TEXT, metavar="URL", help="Where the site will be; otherwise what the newsroom has."
)
@click.option("--dry-run", is_flag=True, help="Only list the files that would be written or removed.")
@newsroom_option
@click.pass_obj
def command(
    surroundings: Surroundings, newsroom: Path | None, out: Path, base_url: str | None, dry_run: bool
) -> None:
    """Write the site into the folder OUT: what is published, and nothing that is not.

    Only files that changed are written, and no file that Newsdesk did not write is touched.
    """
    if base_url:
        base_url = checked_base_url(base_url)
    meant = surroundings.named(newsroom)
    folder = meant.folder()
    with meant.read() as reader, Bar() as bar:
        zone = zone_of(reader.newsroom())
        report = export_site(reader, folder, out, now=now(), base_url=base_url, dry_run=dry_run, progress=bar)
    if dry_run:
        _list(report.written)
    print_data(_counts(report))
    for left in _left_out(report.left_out, zone):
        print_data(str(left))
    for remark in report.remarks:
        say(remark.text)
    for path, kept in report.written.set_aside:
        say(message(N_("{path} had been changed by someone: that file is now {kept}."), path=path, kept=kept))
    for path in report.written.left:
        say(message(N_("{path} is not needed any more, but was changed by someone: it stays."), path=path))


def _list(written: Written) -> None:
    marked = [("+", written.new), ("~", written.changed), ("-", written.removed)]
    lines = [f"{mark} {path}" for mark, paths in marked for path in sorted(paths)]
    if lines:
        print_data("\n".join(lines))


def _counts(report: Report) -> str:
    """How many articles are in the site, and what became of its files."""
    written, new = report.written, len(report.written.new)
    articles = message(N_("1 article") if report.online == 1 else N_("{count} articles"), count=report.online)
    one = N_("1 file new, {changed} changed, {removed} removed, {unchanged} unchanged.")
    more = N_("{new} files new, {changed} changed, {removed} removed, {unchanged} unchanged.")
    files = message(
        one if new == 1 else more,
        new=new,
        changed=len(written.changed),
        removed=len(written.removed),
        unchanged=len(written.unchanged),
    )
    return f"{articles}: {files}"


def _left_out(left: LeftOut, zone: ZoneInfo) -> Iterator[Message]:
    """What is not in the site, and why."""
    if left.drafts:
        one = N_("1 unpublished article is not in this site.")
        more = N_("{count} unpublished articles are not in this site.")
        yield message(one if left.drafts == 1 else more, count=left.drafts)
    for waiting in left.waiting:
        text = N_("“{name}” is not in this site before {time}.")
        yield message(text, name=waiting.headline, time=write_moment(waiting.opens, zone))
    if left.withheld:
        one = N_("1 published article is held, spiked or killed, and not in this site.")
        more = N_("{count} published articles are held, spiked or killed, and not in this site.")
        yield message(one if left.withheld == 1 else more, count=left.withheld)
