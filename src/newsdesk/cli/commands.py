"""The command `newsdesk`: its verbs, and what they have in common."""

from __future__ import annotations

import gc
import io
import os
import sys
import warnings
from pathlib import Path

import click

from newsdesk import __version__
from newsdesk.cli.surroundings import OpenWindow, Surroundings, newsroom_option
from newsdesk.cli.verbs import Verb, Verbs

VERBS = (
    Verb("open", "Open the window.", "newsdesk.cli.open"),
    Verb("new", "Make a newsroom in a new or empty folder.", "newsdesk.cli.new"),
    Verb("list", "List the articles, the newest changed first.", "newsdesk.cli.list"),
    Verb("show", "Show an article with all its fields.", "newsdesk.cli.show"),
    Verb("history", "Show the versions of an article, and what differs between them.", "newsdesk.cli.history"),
    Verb("search", "Find articles by words in their texts, captions and credits.", "newsdesk.cli.search"),
    Verb("import", "Take in articles from Markdown files.", "newsdesk.cli.import_"),
    Verb("set", "Set fields of an article.", "newsdesk.cli.set"),
    Verb("settings", "Show or change the settings of the newsroom.", "newsdesk.cli.settings"),
    Verb("photos", "Add photos to the newsroom.", "newsdesk.cli.photos"),
    Verb("publish", "Release an article to readers.", "newsdesk.cli.publish"),
    Verb("unpublish", "Take an article back from readers.", "newsdesk.cli.unpublish"),
    Verb("export", "Write the site, or one article to send to somebody.", "newsdesk.cli.export"),
    Verb("backup", "Back the newsroom up, or list its backups.", "newsdesk.cli.backup"),
    Verb("restore", "Bring a newsroom back from a backup.", "newsdesk.cli.restore"),
    Verb("doctor", "Check the newsroom, repair it, or salvage a damaged one.", "newsdesk.cli.doctor"),
)


class Newsdesk(Verbs):
    """The verbs of the newsroom."""

    verbs = VERBS


@click.group(cls=Newsdesk, context_settings={"help_option_names": ["-h", "--help"]})
@newsroom_option
@click.version_option(__version__, prog_name="newsdesk")
@click.pass_context
def newsdesk(context: click.Context, newsroom: Path | None) -> None:
    """Write articles, credit photos, publish a site. Without a verb it opens the window.

    The newsroom is the folder that -n names, else $NEWSDESK_NEWSROOM, else the one opened last. An article is
    named by its slug, by its edition and slug (es/slug), by its id or by the last six characters of its id.

    Exit codes: 0 done, 1 a check failed, 2 wrong use, 3 could not be done.
    """
    context.obj = Surroundings(newsroom, context.obj)


def run(open_window: OpenWindow) -> None:
    """Run the command line of this process and end it with its code; `open_window` opens the window."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Articles are in any script, whatever the locale; and a file name may be no text at all.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    # Records by the ten thousand hold no cycles: looking for some after each 700 costs a tenth of an export.
    gc.set_threshold(20_000, 50, 100)
    # What Pillow thinks of a camera's metadata is for us and not for whoever adds a photo.
    warnings.filterwarnings("ignore", module="PIL")
    # Alone it opens the window, as a click on its icon does.
    newsdesk(sys.argv[1:] or ["open"], prog_name="newsdesk", obj=open_window)
