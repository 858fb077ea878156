"""The commands of the Edit and Text menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from newsdesk.i18n import N_, message
from newsdesk.ui.commands.command import Command, Menu, writing
from newsdesk.ui.commands.parts import Parts
from newsdesk.ui.editor.body import Body, Style

Key = QKeySequence.StandardKey
NO_ARTICLE = N_("Open an article first.")
NO_FIELD = N_("Put the caret into a text first.")


def with_article(parts: Parts) -> str:
    """An article must be open."""
    return "" if parts.editor.article_id else NO_ARTICLE


def field() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The text field that has the keyboard."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) else None


def _in_field(_parts: Parts) -> str:
    return "" if field() else NO_FIELD


def typed(*, undone: bool) -> bool:
    """Whether the field with the keyboard has typing that can be taken back (or, `undone`, done again)."""
    where = field()
    if where is None:
        return False
    if isinstance(where, QLineEdit):
        return where.isRedoAvailable() if undone else where.isUndoAvailable()
    document = where.document()
    return document.isRedoAvailable() if undone else document.isUndoAvailable()


def _undo(parts: Parts) -> None:
    where = field()
    if where is None:
        parts.context.undo()
    elif typed(undone=False):
        where.undo()
    else:
        # Whoever holds the key down must not take back what was done elsewhere.
        said = N_("There is no more typing to undo here. Before it: {step}")
        parts.context.typing_undone.emit(message(said, step=str(parts.context.undo_name)))


def _redo(parts: Parts) -> None:
    where = field()
    if where is not None and typed(undone=True):
        where.redo()
    else:
        parts.context.redo()


def _can_undo(parts: Parts) -> str:
    return "" if typed(undone=False) or parts.context.undo_name else N_("There is nothing to undo.")


def _can_redo(parts: Parts) -> str:
    return "" if typed(undone=True) or parts.context.redo_name else N_("There is nothing to do again.")


def _on_field(act: str) -> Callable[[Parts], None]:
    def run(_parts: Parts) -> None:
        where = field()
        if where is not None:
            getattr(where, act)()

    return run


def _in_body(act: Callable[[Body], object]) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        act(parts.editor.body)
        parts.editor.focus_body()

    return run


def _style(style: Style) -> Callable[[Parts], None]:
    return _in_body(lambda body: body.set_style(style))


EDIT = (
    Command("edit.undo", N_("&Undo"), Menu.EDIT, _undo, _can_undo, (Key.Undo,), "undo"),
    Command("edit.redo", N_("&Redo"), Menu.EDIT, _redo, _can_redo, (Key.Redo,), "redo"),
    Command("edit.cut", N_("Cu&t"), Menu.EDIT, _on_field("cut"), _in_field, (Key.Cut,), "", 1),
    Command("edit.copy", N_("&Copy"), Menu.EDIT, _on_field("copy"), _in_field, (Key.Copy,), "copy", 1),
    Command("edit.paste", N_("&Paste"), Menu.EDIT, _on_field("paste"), _in_field, (Key.Paste,), "", 1),
    Command(
        "edit.select_all", N_("Select &All"), Menu.EDIT, _on_field("selectAll"), _in_field, (Key.SelectAll,), "", 1
    ),
    Command(
        "edit.search",
        N_("&Search Articles"),
        Menu.EDIT,
        lambda parts: parts.window.search(),
        keys=("Ctrl+Shift+F",),
        icon="search",
        group=2,
    ),
)

STYLES = N_("&Paragraph")

TEXT = writing(
    Command("text.bold", N_("&Bold"), Menu.TEXT, _in_body(Body.toggle_bold), with_article, (Key.Bold,), "bold"),
    Command(
        "text.italic",
        N_("&Italic"),
        Menu.TEXT,
        _in_body(Body.toggle_italic),
        with_article,
        (Key.Italic,),
        "italic",
    ),
    Command(
        "text.link",
        N_("&Link…"),
        Menu.TEXT,
        lambda parts: parts.editor.pick_link(),
        with_article,
        ("Ctrl+K",),
        "link",
    ),
    Command(
        "text.paragraph",
        N_("&Text"),
        Menu.TEXT,
        _style(Style.PARAGRAPH),
        with_article,
        ("Ctrl+Alt+0",),
        group=1,
        submenu=STYLES,
    ),
    Command(
        "text.heading",
        N_("&Heading"),
        Menu.TEXT,
        _style(Style.HEADING_2),
        with_article,
        ("Ctrl+Alt+2",),
        "heading",
        1,
        STYLES,
    ),
    Command(
        "text.subheading",
        N_("&Smaller Heading"),
        Menu.TEXT,
        _style(Style.HEADING_3),
        with_article,
        ("Ctrl+Alt+3",),
        group=1,
        submenu=STYLES,
    ),
    Command(
        "text.quote",
        N_("&Quotation"),
        Menu.TEXT,
        _style(Style.QUOTE),
        with_article,
        ("Ctrl+Alt+Q",),
        "quote",
        1,
        STYLES,
    ),
    Command(
        "text.pull_quote",
        N_("P&ull Quote"),
        Menu.TEXT,
        _style(Style.PULL_QUOTE),
        with_article,
        group=1,
        submenu=STYLES,
    ),
    Command(
        "text.bullets",
        N_("&Bulleted List"),
        Menu.TEXT,
        _style(Style.BULLETS),
        with_article,
        ("Ctrl+Shift+L",),
        "list",
        1,
        STYLES,
    ),
    Command(
        "text.numbers",
        N_("&Numbered List"),
        Menu.TEXT,
        _style(Style.NUMBERS),
        with_article,
        ("Ctrl+Shift+7",),
        "list-numbered",
        1,
        STYLES,
    ),
    Command(
        "text.photo",
        N_("P&hoto…"),
        Menu.TEXT,
        lambda parts: parts.editor.choose_photo(),
        with_article,
        ("Ctrl+Shift+I",),
        "photo",
        2,
    ),
    Command(
        "text.read",
        N_("&READ Line…"),
        Menu.TEXT,
        lambda parts: parts.editor.pick_read(),
        with_article,
        ("Ctrl+Shift+R",),
        "read",
        2,
    ),
    Command(
        "text.note",
        N_("&Footnote"),
        Menu.TEXT,
        _in_body(Body.insert_note),
        with_article,
        ("Ctrl+Alt+F",),
        "note",
        2,
    ),
)
