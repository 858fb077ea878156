"""A group of commands that loads the module of a command when it is called, not before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

import click

from newsdesk.cli.output import tell_trouble
from newsdesk.errors import Trouble

FAILED = 3
INTERRUPTED = 130
"""The exit code of a process that was stopped by Ctrl-C, as shells have it."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A command: its name, one sentence on it, and the module whose `command` it is."""

    name: str
    help: str
    module: str


class Verbs(click.Group):
    """A group over a table of verbs. A `Trouble` of any of them becomes a message and exit code 3."""

    verbs: Sequence[Verb] = ()

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return [verb.name for verb in self.verbs]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        for verb in self.verbs:
            if verb.name == cmd_name:
                command = import_module(verb.module).command
                if not isinstance(command, click.Command):
                    raise TypeError(f"{verb.module}.command is no command")
                return command
        return None

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with their sentences, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb.name, verb.help) for verb in self.verbs])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; wrong use when there is none, with what is nearly called so."""
        word, known = args[0], self.list_commands(ctx)
        if word not in known and not word.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(word, known, 3)
            meant = f"Perhaps you mean: {', '.join(near)}." if near else f"There are: {', '.join(known)}."
            ctx.fail(f"There is no verb “{word}”. {meant}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what stands in its way is told on stderr."""
        try:
            return super().invoke(ctx)
        except Trouble as trouble:
            tell_trouble(trouble)
            ctx.exit(FAILED)
        except KeyboardInterrupt:
            click.echo("\nnewsdesk: stopped; nothing was left half-written.", err=True)
            ctx.exit(INTERRUPTED)
