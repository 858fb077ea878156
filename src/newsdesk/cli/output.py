"""What goes where: data to stdout, messages to stderr."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from shutil import get_terminal_size

import click

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_ISOLATE, _POP = "\u2068", "\u2069"
_GAP = "  "
_LEAST = 20
"""Of the last column this much is shown even where the line is too long for it."""


def print_data(text: str) -> None:
    """Print what was asked for, and a line end. Raises `Trouble` when it cannot be written."""
    try:
        click.echo(text)
    except BrokenPipeError:  # the reader has seen enough
        raise
    except OSError as error:
        # What is not written yet would be tried again at the end, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Trouble(
            N_("What you asked for could not be written: {reason}."),
            way_out=N_("Check where the output goes, and that there is room for it."),
            reason=error.strerror or str(error),
        ) from error


def print_json(value: Json) -> None:
    """Print a value as JSON in UTF-8."""
    print_data(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: Message | str) -> None:
    """Tell the person something that is not the data asked for."""
    click.echo(printable(str(text)), err=True)


def tell_trouble(trouble: Trouble, about: str = "") -> None:
    """Say what is wrong, and on a line of its own the way out. `about` is the file that it is about."""
    what = str(trouble.what)
    named = f"{about}: {what}" if about and about not in what else what
    say(f"newsdesk: {named}")
    if trouble.way_out.text:
        say(f"  {trouble.way_out}")


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns. On a terminal the last column is cut to its width, and names keep their direction."""
    if not rows:
        return
    on_terminal = sys.stdout.isatty()
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    room = max(_LEAST, get_terminal_size().columns - sum(widths[:-1]) - len(_GAP) * (len(widths) - 1))
    lines = []
    for *first, last in cells:
        shown = cut(last, room) if on_terminal else last
        padded = [
            _isolated(cell, on_terminal) + " " * (w - width(cell)) for cell, w in zip(first, widths, strict=False)
        ]
        lines.append(_GAP.join([*padded, _isolated(shown, on_terminal)]).rstrip())
    print_data("\n".join(lines))


def width(text: str) -> int:
    """How many columns a terminal takes for a text (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, room: int) -> str:
    """The text, or as much of it as fits into `room` columns with an ellipsis."""
    if width(text) <= room:
        return text
    taken, used = [], 1
    for char in text:
        used += _width(char)
        if used > room:
            break
        taken.append(char)
    return "".join(taken).rstrip() + "…"


def printable(text: str) -> str:
    """The text without characters that would steer the terminal; a tab becomes a space."""
    if text.isprintable():
        return text
    plain = text.replace("\t", " ")
    return "".join(char if char == "\n" or unicodedata.category(char) != "Cc" else "\ufffd" for char in plain)


def one_line(text: str) -> str:
    """The text as `printable` has it, on one line."""
    return " ".join(printable(text).split("\n"))


def _isolated(text: str, on_terminal: bool) -> str:
    """A right-to-left name moves what stands beside it, unless it is isolated (Unicode Standard Annex 9)."""
    mixed = any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
    return f"{_ISOLATE}{text}{_POP}" if on_terminal and mixed else text
