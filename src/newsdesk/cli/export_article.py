"""`newsdesk export article`: write one article to send to somebody."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import print_data, say
from newsdesk.cli.surroundings import PLACE, TEXT, Surroundings, newsroom_option
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.article import Article
from newsdesk.newsroom import EXTENSIONS, Delivery, Format, deliver, find_article, needs_reason, note_sending, now

_ENDINGS = {
    ".zip": (Format.ZIP,),
    ".txt": (Format.TEXT,),
    ".html": (Format.SINGLE, Format.FRAGMENT),
    ".htm": (Format.SINGLE, Format.FRAGMENT),
}
"""What the ending of a file’s name says of its form; the first is meant when nothing else is said."""


@click.command("article")
@click.argument("ref", type=TEXT)
@click.argument("out", type=PLACE)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    help="A page with its files in the folder OUT, or one file; otherwise as the ending of OUT says, else a page.",
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
    form: str | None,
    released: bool,
    reason: str,
) -> None:
    """Write the article REF to OUT: the working copy, whatever its status.

    An embargoed article says so on top. A held, spiked or killed one needs a reason, which goes into the log.
    """
    meant = surroundings.named(newsroom)
    folder, wanted = meant.folder(), _form_of(out, form)
    with meant.read() as reader:
        article = find_article(reader, ref)
        withheld = needs_reason(article)
        if withheld and not reason.strip():
            raise Trouble(
                N_("“{name}” is {status}."),
                way_out=N_("To send it all the same, say why: --reason “…”. The reason goes into the log."),
                name=article.headline or article.slug,
                status=article.status.value,
            )
        if not withheld:
            done = deliver(reader, folder, article, out, wanted, now=now(), released=released)
    if withheld:
        done = _with_reason(meant, folder, ref, out, wanted, released, reason.strip())
    elif not released:
        _keep(meant, article)
    say(done.version)
    for path in done.paths:
        print_data(str(path))


def _form_of(out: Path, stated: str | None) -> Format:
    """The form that was asked for, or that the ending of `out` names; wrong use when the two contradict."""
    ending = out.suffix.lower()
    fitting = () if _is_folder(out) else _ENDINGS.get(ending, ())
    if stated is None:
        return fitting[0] if fitting else Format.PAGE
    form = Format(stated)
    if fitting and form not in fitting:
        forms = " or ".join(f"--format {one}" for one in fitting)
        what = f"A file that ends in {ending} is made by {forms}, not by --format {form}."
        other = "a name without an ending" if form is Format.PAGE else f"a name that ends in {EXTENSIONS[form]}"
        way_out = f"Leave --format out, or give OUT {other}."
        raise click.UsageError(f"{what} {way_out}")
    return form


def _is_folder(out: Path) -> bool:
    try:
        return out.is_dir()
    except OSError:  # what stands in the way is told when it is written
        return False


def _keep(meant: Surroundings, article: Article) -> None:
    """Keep the version that was sent; where nothing can be written, say that it was not."""
    try:
        with meant.write() as store:
            note_sending(store, article)
    except Trouble as trouble:
        say(
            message(
                N_("It was sent, but its version could not be kept in the history: {why}"), why=str(trouble.what)
            )
        )


def _with_reason(
    meant: Surroundings, folder: Path, ref: str, out: Path, form: Format, released: bool, reason: str
) -> Delivery:
    """Deliver an article that is withheld, and note why."""
    with meant.write() as store:
        article = find_article(store.read, ref)
        done = deliver(store.read, folder, article, out, form, now=now(), released=released)
        note_sending(store, article, reason)
    return done
