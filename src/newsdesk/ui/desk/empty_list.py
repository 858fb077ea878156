"""What the article list says when it has nothing to list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.look import Look

Act = Callable[[], object]


def empty_list(look: Look, words: str, title: str, write: Act, clear: Act) -> QWidget:
    """For a search for `words`, else for a list narrowed to what `title` names, else for an empty newsroom."""
    if words:
        return empty_state(
            look,
            "search",
            tr("Nothing here is called “{words}”", words=words),
            tr("No headline, text, caption or credit has these words."),
            tr("Clear the search"),
            clear,
        )
    if title:
        return empty_state(
            look,
            "articles",
            tr("Nothing in “{title}”", title=title),
            tr("Articles come here as soon as they belong here."),
            tr("New article"),
            write,
        )
    return empty_state(
        look,
        "edit",
        tr("Write your first article"),
        tr("It is saved while you type, and readers see nothing until you publish."),
        tr("New article"),
        write,
    )
