"""What every verb works with: which newsroom is meant, opened for reading or for writing."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from newsdesk.cli.output import say
from newsdesk.i18n import N_, message
from newsdesk.paths import data_folder, state_folder

if TYPE_CHECKING:
    from newsdesk.store import Reader, Store

F = TypeVar("F", bound=Callable[..., object])

OpenWindow = Callable[[Path | None, Path | None], int]
"""Opens the window on a newsroom's folder, or saves a picture of it into a file; gives the exit code."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`newsroom` is the folder that was named so far, if any; `open_window` is None where there is no window."""

    newsroom: Path | None
    open_window: OpenWindow | None = None

    def named(self, newsroom: Path | None) -> Surroundings:
        """The same with the folder that was named after the verb, if one was."""
        return replace(self, newsroom=newsroom) if newsroom else self

    def folder(self) -> Path:
        """The folder of the newsroom that is meant."""
        from newsdesk.newsroom import choose_newsroom, memory_damage

        damage = memory_damage(state_folder())
        if damage is not None:
            say(message(N_("newsdesk: {warning}"), warning=str(damage)))
        return choose_newsroom(self.newsroom, os.environ, state_folder(), data_folder())

    def read(self) -> Reader:
        """The newsroom, opened for reading beside whoever writes it."""
        from newsdesk.newsroom import read_newsroom

        return read_newsroom(self.folder(), state_folder())

    def write(self) -> Store:
        """The newsroom, opened for writing, which one process at a time may do."""
        from newsdesk.newsroom import now, write_newsroom

        folder = self.folder()
        store = write_newsroom(folder, state_folder(), now)
        tell_of_place(folder)
        return store


def tell_of_place(folder: Path) -> None:
    """Say in one line why a newsroom should not lie in `folder`, if something is against it."""
    from newsdesk.newsroom import place_warning

    warning = place_warning(folder)
    if warning is not None:
        say(message(N_("newsdesk: {warning}"), warning=str(warning.what)))


def newsroom_option(command: F) -> F:
    """Give a command the option -n, which may stand before or after the verb."""
    return click.option(
        "-n",
        "--newsroom",
        metavar="FOLDER",
        type=PLACE,
        help="The folder of the newsroom.",
    )(command)


class _Text(click.ParamType[str]):
    """A word of a person's: what is no UTF-8, as an argument may be that names a file, is wrong use."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself."""
        if not value.isascii() and any(unicodedata.category(char) == "Cs" for char in value):
            self.fail(f"“{value}” is not text in UTF-8.", param, ctx)
        return value


TEXT = _Text()


class _Place(click.ParamType[Path]):
    """A file or folder. An empty name, as of a variable that is not set, is wrong use and not this folder."""

    name = "path"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path as given; whether it will do is seen when it is used."""
        if not str(value).strip():
            self.fail("The name is empty.", param, ctx)
        return Path(value)


PLACE = _Place()

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")
