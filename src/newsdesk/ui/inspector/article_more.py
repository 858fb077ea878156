"""The fields of the Article tab that are seldom wanted, folded away until they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.article_boxes import Boxed, QuietCombo, TypedText
from newsdesk.ui.inspector.article_moment import MomentField
from newsdesk.ui.kit.growing_text import GrowingText
from newsdesk.ui.kit.icons import icon
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import on_look
from newsdesk.ui.models.filed import Filed

NINE = time(9)


class MoreFields(QWidget):
    """Further sections, embargo, length, comments, the texts for social media and for outlets.

    `changed(field, value)` brings the value as text, `refused(field, Trouble | None)` what is wrong with a text.
    """

    changed = Signal(str, str)
    refused = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        look, clock = context.look, context.clock
        self._filed: Filed | None = None
        self.further = QPushButton()
        side = "right" if self.further.isRightToLeft() else "left"
        self.further.setStyleSheet(f"QPushButton {{ text-align: {side}; padding: 0 10px; font-weight: 400; }}")
        self.sections_menu = QMenu(self.further)
        self.further.clicked.connect(self._open_sections)
        self.embargo = MomentField(look, tr("Embargo"), clock, NINE)
        self.length = QLineEdit()
        self.length.setPlaceholderText(tr("Words"))
        self.comments = QuietCombo()
        self.published = QLineEdit()
        self.published.setPlaceholderText("https://")
        self.social = GrowingText(
            tr("Text for social media"), tr("The standfirst, if nothing is written"), framed=True
        )
        self.note = GrowingText(
            tr("Note for the outlet"), tr("Goes with the article when it is sent"), framed=True
        )
        self._typed = {
            "social_text": TypedText(context, "social_text", tr("Text for social media"), self.social),
            "outlet_note": TypedText(context, "outlet_note", tr("Note for the outlet"), self.note),
        }
        self._boxes = {
            "social_text": Boxed(tr("Text for social media"), self.social),
            "further_sections": Boxed(tr("Further sections"), self.further),
            "embargo": Boxed(tr("Embargo"), self.embargo),
            "length_target": Boxed(tr("Length"), self.length),
            "comments": Boxed(tr("Comments"), self.comments),
            "published_url": Boxed(tr("Published at"), self.published),
            "outlet_note": Boxed(tr("Note for the outlet"), self.note),
        }
        self._lay_out()
        self._connect()

    def boxes(self) -> Mapping[str, Boxed]:
        """The boxes by the names of their fields."""
        return self._boxes

    def show_filed(self, filed: Filed) -> None:
        """Show what is filed; what is being typed stays."""
        self._filed = filed
        article = filed.article
        for field, typed in self._typed.items():
            typed.show(article.id, getattr(article, field))
        self.embargo.show_moment(article.embargo, filed.zone, with_zone=True)
        _show_line(self.length, "" if article.length_target is None else str(article.length_target))
        _show_line(self.published, article.published_url)
        self._show_comments(filed)
        self._show_sections(filed)

    def flush(self) -> None:
        """Hand over what is typed."""
        for typed in self._typed.values():
            typed.flush()

    def take(self) -> None:
        """Make values of what is typed and waits for Enter."""
        self.embargo.take()
        for line in (self.length, self.published):
            if line.isModified():
                line.editingFinished.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        for field, box in self._boxes.items():
            if field in ("length_target", "comments"):
                pair.addWidget(box, 1 if field == "length_target" else 2)
            else:
                column.addWidget(box)
            if field == "comments":
                column.addLayout(pair)

    def _connect(self) -> None:
        for typed in self._typed.values():
            typed.refused.connect(self.refused)
        for field, line in (("length_target", self.length), ("published_url", self.published)):
            line.editingFinished.connect(lambda field=field, line=line: self._line_left(field, line))
        self.comments.activated.connect(lambda row: self.changed.emit("comments", self.comments.itemData(row)))

    def _line_left(self, field: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self.changed.emit(field, line.text().strip())

    def _show_comments(self, filed: Filed) -> None:
        usual = tr("As the newsroom: on") if filed.newsroom.comments else tr("As the newsroom: off")
        self.comments.clear()
        for value, text in (("", usual), ("on", tr("On")), ("off", tr("Off"))):
            self.comments.addItem(text, value)
        self.comments.setCurrentIndex({None: 0, True: 1, False: 2}[filed.article.comments])

    def _show_sections(self, filed: Filed) -> None:
        further = filed.article.further_sections
        self.sections_menu.clear()
        for section, name in filed.sections:
            if section.id != filed.article.section:
                action = self.sections_menu.addAction(name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(section.id in further)
                action.triggered.connect(lambda on, id=section.id: self._toggle_section(id, on))
        chosen = [name for section, name in filed.sections if section.id in further]
        self.further.setText(", ".join(chosen).replace("&", "&&") or tr("None"))
        self.further.setEnabled(not self.sections_menu.isEmpty())

    def _open_sections(self) -> None:
        self.sections_menu.setMinimumWidth(self.further.width())
        self.sections_menu.popup(self.further.mapToGlobal(self.further.rect().bottomLeft()))

    def _toggle_section(self, id: str, on: bool) -> None:
        if self._filed is not None:
            rest = [other for other in self._filed.article.further_sections if other != id]
            self.changed.emit("further_sections", ",".join([*rest, id] if on else rest))


class Folding(QWidget):
    """A head that folds what stands under it away."""

    def __init__(self, look: Look, text: str, content: QWidget) -> None:
        super().__init__()
        self._look = look
        self.content = content
        self.head = QToolButton()
        self.head.setText(text)
        self.head.setStyleSheet(
            "QToolButton { padding: 4px 6px 4px 0; } QToolButton:checked { background: transparent; }"
        )
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.toggled.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(content)
        content.hide()
        on_look(self, look, self._paint)

    def _turn(self, on: bool) -> None:
        self.content.setVisible(on)
        self._paint()

    def _paint(self) -> None:
        closed = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self.head.setIcon(icon(self._look, "chevron-down" if self.head.isChecked() else closed, "soft"))


def _show_line(line: QLineEdit, text: str) -> None:
    if not line.isModified() and line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)
