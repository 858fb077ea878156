"""The commands of the File menu: newsrooms, import, publish, send.

What draws pages and writes sites is slow to load: it is loaded by the first command that needs it, not before.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog

from newsdesk import newsroom
from newsdesk.i18n import N_, message, tr
from newsdesk.ui.commands.command import Command, Menu
from newsdesk.ui.commands.editing import with_article
from newsdesk.ui.commands.parts import Parts

Key = QKeySequence.StandardKey
SEND = N_("Sen&d")


def import_articles(parts: Parts) -> None:
    """Ask for Markdown files and take them in."""
    names, _ = QFileDialog.getOpenFileNames(
        parts.frame, tr("Import articles"), "", tr("Markdown files (*.md *.markdown *.txt)")
    )
    if not names:
        return
    parts.context.flush()
    files = [Path(name) for name in names]

    def came(report: newsroom.ImportReport) -> None:
        count, total = len(report.imported), len(files)
        if not report.imported:
            parts.context.tell_failure(report.refused[0].trouble)
            return
        parts.articles.show_new(report.imported[0].id)
        said = message(N_("Imported {count} of {total} files."), count=count, total=total)
        if report.refused:
            said = message(
                N_("Imported {count} of {total} files. Not taken in: {names}. {why}"),
                count=count,
                total=total,
                names=", ".join(refused.file.name for refused in report.refused),
                why=str(report.refused[0].trouble),
            )
        parts.context.tell(said, undo=True)

    parts.context.do(lambda store: newsroom.import_files(store, files), came)


def publish(parts: Parts) -> None:
    """Open the Publish sheet over what is chosen."""
    from newsdesk.ui.dialogs.publish_sheet import PublishSheet

    parts.context.flush()
    PublishSheet(parts.context, parts.chosen(), parts.frame).open()


def _copy(parts: Parts) -> None:
    from newsdesk.ui.dialogs.send import copy_article

    if parts.editor.article_id:
        parts.context.flush()
        copy_article(parts.context, parts.editor.article_id)


def _send(form: str) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        from newsdesk.ui.dialogs.send import send_article

        if parts.editor.article_id:
            parts.context.flush()
            send_article(parts.context, parts.editor.article_id, newsroom.Format(form), parts.frame)

    return run


def _set_newsroom(parts: Parts) -> None:
    from newsdesk.ui.dialogs.newsroom_settings import NewsroomDialog

    NewsroomDialog(parts.context, parts.frame).open()


def _set_preferences(parts: Parts) -> None:
    from newsdesk.ui.dialogs.preferences import PreferencesDialog

    PreferencesDialog(parts.context, parts.frame).open()


def _open(parts: Parts) -> None:
    name = QFileDialog.getExistingDirectory(parts.frame, tr("Open a newsroom’s folder"))
    if name:
        parts.window.doors.open(Path(name))


def _quit(parts: Parts) -> None:
    # Once the command is done: what comes after each looks into the newsroom, which is closed then.
    QTimer.singleShot(0, parts.frame, parts.frame.close)


def _show_backups(parts: Parts) -> None:
    from newsdesk.ui.dialogs.backups_sheet import BackupsDialog

    BackupsDialog(parts.context, parts.window.doors, parts.frame).open()


FILE = (
    Command(
        "file.import",
        N_("&Import…"),
        Menu.FILE,
        import_articles,
        keys=("Ctrl+Shift+O",),
        icon="import",
        writes=True,
    ),
    Command("file.publish", N_("&Publish…"), Menu.FILE, publish, keys=("Ctrl+Return",), icon="publish", group=1),
    Command(
        "send.copy",
        N_("&Copy the Article"),
        Menu.FILE,
        _copy,
        with_article,
        ("Ctrl+Shift+C",),
        "copy",
        1,
        SEND,
    ),
    Command(
        "send.single",
        N_("&One-File Page…"),
        Menu.FILE,
        _send("single"),
        with_article,
        group=1,
        submenu=SEND,
    ),
    Command(
        "send.fragment",
        N_("&HTML Fragment…"),
        Menu.FILE,
        _send("fragment"),
        with_article,
        group=1,
        submenu=SEND,
    ),
    Command(
        "send.zip",
        N_("&Zip with Photos…"),
        Menu.FILE,
        _send("zip"),
        with_article,
        group=1,
        submenu=SEND,
    ),
    Command("file.backups", N_("&Backups…"), Menu.FILE, _show_backups, group=2),
    Command("file.open", N_("&Open Newsroom…"), Menu.FILE, _open, keys=(Key.Open,), icon="folder", group=2),
    Command(
        "file.newsroom",
        N_("Newsroom &Settings…"),
        Menu.FILE,
        _set_newsroom,
        icon="home",
        group=3,
        writes=True,
    ),
    Command(
        "file.preferences",
        N_("Pr&eferences…"),
        Menu.FILE,
        _set_preferences,
        keys=("Ctrl+,",),
        icon="settings",
        group=3,
    ),
    Command("file.quit", N_("&Quit"), Menu.FILE, _quit, keys=("Ctrl+Q",), group=4),
)
