"""Copies of text that could not be saved: on the clipboard, or as Markdown files anywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message, tr
from newsdesk.model.article import Article
from newsdesk.newsroom.rescuing import copies, write_copies
from newsdesk.ui.context import Context

MARKDOWN = ".md"


def copy_text(context: Context, shown: Article | None) -> None:
    """Put the text of the open article onto the clipboard, and behind it what else is not saved."""
    texts = []
    if shown is not None:
        texts += [shown.headline, shown.standfirst, shown.body]
    others = [one for one in context.unsaved() if shown is None or one.article != shown.id]
    texts += [copy.text for copy in copies(others, None)]
    QApplication.clipboard().setText("\n\n".join(part for part in texts if part))
    context.tell(message(N_("Your text is on the clipboard. Paste it somewhere safe.")))


def ask_and_save_copy(context: Context, shown: Article | None, parent: QWidget) -> None:
    """Ask where to, and save there what is not saved in the newsroom, and the open article."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = shown.slug if shown is not None else "newsdesk"
    suggested = Path(documents) / (name + MARKDOWN)
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Save a Copy"), str(suggested), tr("Markdown files (*.md *.markdown *.txt)")
    )
    if chosen:
        save_copy(context, shown, Path(chosen))


def save_copy(context: Context, shown: Article | None, file: Path) -> None:
    """Save the open article, and all that is not saved, as Markdown: from memory, whatever is broken."""
    file = file if file.suffix else file.with_suffix(MARKDOWN)
    try:
        written = write_copies(copies(context.unsaved(), shown), file)
    except Trouble as trouble:
        context.tell_failure(trouble)
        return
    names = ", ".join(str(path) for path in written)
    context.tell(message(N_("A copy of your text is in {file}."), file=names))
