"""The commands of the Article menu that have to do with its versions, and with what was deleted."""

from __future__ import annotations

from newsdesk.i18n import N_
from newsdesk.model.ids import ArticleId
from newsdesk.ui.commands.command import Command, Menu
from newsdesk.ui.commands.editing import with_article
from newsdesk.ui.commands.parts import Parts


def _with_version(parts: Parts) -> str:
    """The article that is open must have a version."""
    reason = with_article(parts)
    if reason or parts.editor.article_id is None:
        return reason
    last = parts.context.read.last_revision(parts.editor.article_id)
    return "" if last else N_("No version of this article was kept yet.")


def _keep_version(parts: Parts) -> None:
    parts.window.show_history(keep=True)


def _compare(parts: Parts) -> None:
    id = parts.editor.article_id
    last = parts.context.read.last_revision(id) if id else None
    if id is not None and last is not None:
        parts.window.compare(id, last.id, None)


def show_bin(parts: Parts) -> None:
    """Open the bin."""
    from newsdesk.ui.dialogs.bin import BinDialog

    def show(id: ArticleId) -> None:
        parts.articles.show_new(id)
        parts.editor.open_article(id)

    parts.context.flush()
    dialog = BinDialog(parts.context, parts.frame)
    dialog.put_back.connect(show)
    dialog.open()


HISTORY = (
    Command(
        "article.keep_version",
        N_("&Keep a Version…"),
        Menu.ARTICLE,
        _keep_version,
        with_article,
        ("Ctrl+Shift+S",),
        "add",
        4,
        writes=True,
    ),
    Command(
        "article.history",
        N_("&History"),
        Menu.ARTICLE,
        lambda parts: parts.window.show_history(),
        with_article,
        ("Ctrl+Shift+H",),
        "clock",
        4,
    ),
    Command(
        "article.compare",
        N_("&Compare with the Last Version"),
        Menu.ARTICLE,
        _compare,
        _with_version,
        ("Ctrl+Shift+E",),
        group=4,
    ),
    Command("article.bin", N_("&Bin…"), Menu.ARTICLE, show_bin, icon="trash", group=5),
)
