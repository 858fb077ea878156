"""All commands of the window, in the order of its menus."""

from __future__ import annotations

from newsdesk.ui.commands.articles import ARTICLE
from newsdesk.ui.commands.command import Command
from newsdesk.ui.commands.editing import EDIT, TEXT
from newsdesk.ui.commands.files import FILE
from newsdesk.ui.commands.history import HISTORY
from newsdesk.ui.commands.viewing import HELP, VIEW

COMMANDS: tuple[Command, ...] = (*FILE, *EDIT, *ARTICLE, *HISTORY, *TEXT, *VIEW, *HELP)
