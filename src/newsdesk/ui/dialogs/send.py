"""Sending one article to a person: by the clipboard, or as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QWidget

from newsdesk.errors import Trouble
from newsdesk.exchange import Copied
from newsdesk.i18n import N_, message, tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import EXTENSIONS, Delivery, Format, copied, deliver, needs_reason, note_sending
from newsdesk.store import Reader, open_reader
from newsdesk.ui.context import Context

R = TypeVar("R")


def copy_article(context: Context, id: ArticleId) -> None:
    """Put an article onto the clipboard, as HTML and as plain text, with its captions and credits."""

    def work() -> tuple[Copied, Article]:
        with open_reader(context.folder) as reader, reader.moment():
            return copied(reader, context.folder, id, context.clock()), _expected(reader, id)

    def came(sent: tuple[Copied, Article]) -> None:
        made, article = sent
        context.do(lambda store: note_sending(store, article))
        data = QMimeData()
        data.setHtml(made.html)
        data.setText(made.text)
        QApplication.clipboard().setMimeData(data)
        context.tell(message(N_("Copied the article with its captions and credits.")))

    _after_saving(context, work, came)


def send_article(context: Context, id: ArticleId, form: Format, parent: QWidget) -> None:
    """Ask where to, and write an article there. One that is held, spiked or killed needs a reason first."""
    article = context.read.get(Article, id)
    if article is None:
        return
    reason = ""
    if needs_reason(article):
        reason, sure = QInputDialog.getText(parent, tr("Send"), tr("It is kept from readers. Why do you send it?"))
        if not sure or not reason.strip():
            return
    suggested = Path.home() / (article.slug + EXTENSIONS[form])
    name, _ = QFileDialog.getSaveFileName(parent, tr("Send"), str(suggested), f"*{EXTENSIONS[form]}")
    if name:
        write_article(context, id, form, Path(name), reason.strip())


def write_article(context: Context, id: ArticleId, form: Format, out: Path, reason: str = "") -> None:
    """Write an article to a file, as it is on the disk when all that was typed is there."""

    def work() -> tuple[Delivery, Article]:
        with open_reader(context.folder) as reader:
            article = _expected(reader, id)
            return deliver(reader, context.folder, article, out, form, now=context.clock()), article

    def came(sent: tuple[Delivery, Article]) -> None:
        done, article = sent
        context.do(lambda store: note_sending(store, article, reason))
        context.tell(message(N_("Sent to {path}. {version}"), path=str(done.paths[0]), version=str(done.version)))

    _after_saving(context, work, came)


def _expected(reader: Reader, id: ArticleId) -> Article:
    article = reader.get(Article, id)
    if article is None:
        raise Trouble(N_("The article is gone."), N_("Undo brings back what was deleted."))
    return article


def _after_saving(context: Context, work: Callable[[], R], came: Callable[[R], None]) -> None:
    """Work once all that is typed is on the disk, behind what the writing lane was handed before."""

    def saved(_none: None) -> None:
        trouble = context.saving.standing.trouble
        if trouble is not None:
            # What would go out is not what is on the screen.
            context.tell_failure(trouble)
            return
        context.work(work, came)

    context.flush()
    context.do(lambda _store: None, saved)
