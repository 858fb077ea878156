"""The documents of the command line and of files name every verb, option, field and key that there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from newsdesk.cli import newsdesk
from newsdesk.cli.verbs import Verbs
from newsdesk.exchange import KEYS
from newsdesk.model.article import Status
from newsdesk.newsroom import FIELDS, SETTINGS, Format

DOCS = Path(__file__).parents[3] / "docs"


def commands(group: click.Group = newsdesk, name: str = "newsdesk") -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name."""
    context = click.Context(group)
    for verb in group.list_commands(context):
        command = group.get_command(context, verb)
        assert command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {verb}")
        else:
            yield f"{name} {verb}", command


def sections() -> dict[str, str]:
    """What docs/cli.md says of each command, by its whole name."""
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    found = re.findall(r"^## `(newsdesk [^`]*)`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return {re.sub(r" [\[A-Z].*", "", heading): said for heading, said in found}


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_verb_and_option_is_described(name: str, command: click.Command) -> None:
    said = sections()[name]
    options = {option for each in command.params for option in each.opts if option.startswith("--")}
    assert sorted(option for option in options - {"--newsroom"} if f"`{option}" not in said) == []
    described = set(re.findall(r"^\| `(--[a-z-]+)", said, re.MULTILINE))
    assert described - options == set()


def test_no_verb_is_described_that_is_not_there() -> None:
    assert set(sections()) == {name for name, _ in commands()}


def test_the_table_of_verbs_says_what_their_help_says() -> None:
    for group in (newsdesk, *(command for _, command in groups())):
        assert isinstance(group, Verbs)
        for verb in group.verbs:
            command = group.get_command(click.Context(group), verb.name)
            assert command
            assert command.name == verb.name
            assert command.help


def groups() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(newsdesk)
    for verb in newsdesk.list_commands(context):
        command = newsdesk.get_command(context, verb)
        if isinstance(command, click.Group):
            yield verb, command


def test_every_field_key_status_and_format_is_described() -> None:
    cli, files = ((DOCS / name).read_text(encoding="utf-8") for name in ("cli.md", "import.md"))
    assert [field for field in FIELDS if f"`{field}`" not in sections()["newsdesk set"]] == []
    assert [name for name in SETTINGS if f"`{name}`" not in sections()["newsdesk settings"]] == []
    assert [key for key in (*KEYS, "title") if f"`{key}`" not in files] == []
    assert [status for status in Status if f"`{status}`" not in cli or f"`{status}`" not in files] == []
    assert [form for form in Format if f"`--format {form}`" not in cli] == []
