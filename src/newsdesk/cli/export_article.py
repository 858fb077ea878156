"""`newsdesk export article`: write one article to send to somebody."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import print_data, say
from newsdesk.cli.surroundings import PLACE, TEXT, Surroundings, newsroom_option
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.newsroom import Delivery, Format, deliver, find_article, needs_reason, note_sending, now


@click.command("article")
@click.argument("ref", type=TEXT)
@click.argument("out", type=PLACE)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.PAGE.value,
    show_default=True,
    help="A page with its files in the folder OUT, or one file.",
)
@click.option("--released", is_flag=True, help="Take what readers get instead of the working copy.")
@click.option(
    "--reason", type=TEXT, metavar="TEXT", default="", help="Why a held, spiked or killed article is sent."
)
@newsroom_option
@click.pass_obj
def command(
    surroundings: Surroundings,
    newsroom: Path | None,
    ref: str,
    out: Path,
    form: str,
    released: bool,
    reason: str,
) -> None:
    """Write the article REF to OUT: the working copy, whatever its status.

    An embargoed article says so on top. A held, spiked or killed one needs a reason, which goes into the log.
    """
    meant = surroundings.named(newsroom)
    folder = meant.folder()
    with meant.read() as reader:
        article = find_article(reader, ref)
        withheld = needs_reason(article)
        if not withheld:
            done = deliver(reader, folder, article, out, Format(form), now=now(), released=released)
    if withheld:
        done = _with_reason(meant, folder, ref, out, Format(form), released, reason)
    say(done.version)
    for path in done.paths:
        print_data(str(path))


def _with_reason(
    meant: Surroundings, folder: Path, ref: str, out: Path, form: Format, released: bool, reason: str
) -> Delivery:
    """Deliver an article that is withheld, and note why."""
    if not reason.strip():
        raise Trouble(
            N_("“{ref}” is held, spiked or killed."),
            way_out=N_("To send it all the same, say why: --reason “…”. The reason goes into the log."),
            ref=ref,
        )
    with meant.write() as store:
        article = find_article(store.read, ref)
        done = deliver(store.read, folder, article, out, form, now=now(), released=released)
        note_sending(store, article, reason.strip())
    return done
