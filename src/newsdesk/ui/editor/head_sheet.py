"""The sheet on which one writes: the head above the text, which it leaves room by the rule of `head_fold`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import tr
from newsdesk.ui.editor.body import Body
from newsdesk.ui.editor.column import side_margin
from newsdesk.ui.editor.head_fold import FEWEST_LINES, LEAST_LINES, LINE, Page, furthest, height, is_folded
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import ElidedLabel, label, on_ground, on_look

ABOVE = 38
PARTS = 18
"""Pixels above the head, and between and under its parts."""

NOTCH = 3
"""Lines that one notch of the mouse wheel scrolls."""


class FoldedLine(QAbstractButton):
    """Kicker and headline in one line, in place of the head; a click brings it back."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Show the head of the article (Ctrl+Home)"))
        self._kicker, self._headline = label(""), ElidedLabel()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self._kicker)
        self._row.addWidget(self._headline, 1)
        for shown in (self._kicker, self._headline):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._headline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        on_look(self, look, lambda: self._paint())

    def show_words(self, kicker: str, headline: str, font: QFont) -> None:
        """Show what stands in the head, the kicker in its font."""
        self._kicker.setFont(font)
        self._kicker.setText(kicker)
        self._kicker.setVisible(bool(kicker))
        self._headline.setText(headline or tr("Untitled"))
        self.setAccessibleName(tr("Head of the article: {headline}", headline=headline or tr("Untitled")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the column."""
        super().resizeEvent(event)
        margin = side_margin(self._look, self.width())
        self._row.setContentsMargins(margin, 0, margin, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the paper with a line under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("hover" if self.underMouse() else "paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def _paint(self) -> None:
        look = self._look
        headline = look.writing(15, QFont.Weight.Bold)
        self._kicker.setStyleSheet(f"color: {look.tokens.accent}")
        self._headline.setFont(headline)


class Sheet(QWidget):
    """The head, `parts` under one another, over the body.

    Wheel, caret and scroll bar scroll the head away first, and then the text. `passed_top` asks for the last field
    of the head: the caret went up from the first line of the text. `unfolded` comes when a click brought it back.
    """

    passed_top = Signal()
    unfolded = Signal()

    def __init__(self, look: Look, parts: Sequence[QWidget], body: Body) -> None:
        super().__init__()
        on_ground(self, "paper")
        self._look, self._body = look, body
        self._parts = tuple(parts)
        self._head = head = QWidget()
        self._column = QVBoxLayout(head)
        self._column.setSpacing(PARTS)
        for part in parts:
            self._column.addWidget(part)
        self._offset = 0
        self._kept = LEAST_LINES
        self._turned = 0
        self._arranging = False
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in (self._area.setVerticalScrollBarPolicy, self._area.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(head)
        self.line = FoldedLine(look, self)
        self.line.clicked.connect(self.unfold)
        body.setParent(self)
        self._wheels = (body.viewport(), self._area.viewport(), self.line)
        for watched in (head, body, *self._wheels):
            watched.installEventFilter(self)
        body.verticalScrollBar().valueChanged.connect(self._scrolled)
        body.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.arrange())
        self._application().focusChanged.connect(self._focus_moved)
        on_look(self, look, lambda: self.arrange())

    @property
    def folded(self) -> bool:
        """Whether nothing but the line is left of the head."""
        return is_folded(self._page(), self._offset)

    def unfold(self) -> None:
        """Bring the head back; the text stays where it is."""
        self._offset = 0
        self.arrange()
        self.unfolded.emit()

    def start(self) -> None:
        """Another article: head and text from their beginnings."""
        self._offset = 0
        self._kept = FEWEST_LINES if self._head_has_focus() else LEAST_LINES
        self._body.verticalScrollBar().setValue(0)
        self.arrange()

    def arrange(self) -> None:
        """Put head, line and body into their places."""
        if self._arranging or not self.width():
            return
        self._arranging = True
        page = self._page()
        self._offset = max(0, min(self._offset, furthest(page)))
        shown = height(page, self._offset)
        self._area.setGeometry(0, 0, self.width(), shown)
        self._body.lines.leave_foot(self.height() - shown)
        self._body.setGeometry(0, shown, self.width(), self.height() - shown)
        self._area.verticalScrollBar().setValue(self._offset)
        folded = is_folded(page, self._offset)
        self.line.setGeometry(0, 0, self.width(), LINE)
        self.line.setVisible(folded)
        self.line.raise_()
        self._arranging = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another share."""
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll the head before the text, and let the caret leave the text at its top."""
        kind = event.type()
        if kind == QEvent.Type.LayoutRequest and watched is self._head:
            self.arrange()
            self._focus_moved(None, QApplication.focusWidget())
        elif isinstance(event, QWheelEvent) and watched in self._wheels:
            return self._wheeled(event, over_text=watched is self._body.viewport())
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and watched is self._body:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _wheeled(self, event: QWheelEvent, *, over_text: bool) -> bool:
        """Whether the wheel was for the head; over the head, or its line, it scrolls the text as well."""
        pixels = event.pixelDelta().y() or round(event.angleDelta().y() / 120 * NOTCH * self._line_height())
        bar = self._body.verticalScrollBar()
        down = pixels < 0
        more = self._offset < furthest(self._page()) if down else self._offset > 0
        if more and bar.value() == 0:
            self._offset -= pixels
        elif over_text:
            return False
        else:
            # A touchpad brings less than a line at a time.
            self._turned += pixels
            lines = int(self._turned / self._line_height())
            self._turned -= lines * self._line_height()
            bar.setValue(bar.value() - lines)
        self.arrange()
        event.accept()
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        self._keep(LEAST_LINES)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at_top = not self._body.textCursor().movePosition(QTextCursor.MoveOperation.Up)
        if event.key() == Qt.Key.Key_Up and not modifiers and at_top:
            self.passed_top.emit()
            return True
        if event.key() == Qt.Key.Key_Home and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._body.moveCursor(QTextCursor.MoveOperation.Start)
            self.start()
            return True
        return False

    def _scrolled(self, value: int) -> None:
        """The text scrolled: as long as there is a head to scroll away, it is the head that goes."""
        left = furthest(self._page()) - self._offset
        if self._arranging or value <= 0 or left <= 0 or self._head_has_focus():
            return
        bar = self._body.verticalScrollBar()
        first = self._body.cursorForPosition(QPoint(0, 0))
        place = self._place_of(first)
        self._offset += min(left, value * self._line_height())
        self.arrange()
        # What is read stays where it is: lines are not all of one height.
        self._arranging = True
        while bar.value() > 0 and self._place_of(first) < place:
            bar.setValue(bar.value() - 1)
        self._arranging = False

    def _place_of(self, cursor: QTextCursor) -> int:
        return self._body.viewport().mapTo(self, self._body.cursorRect(cursor).topLeft()).y()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Where one writes there is room; what has the keyboard in the head is in sight.

        What the mouse pressed stays under it: head and text move when the keyboard is used.
        """
        by_mouse = QApplication.mouseButtons() is not Qt.MouseButton.NoButton
        if now is None:
            return
        if self._head.isAncestorOf(now):
            self._keep(FEWEST_LINES)
            if not by_mouse:
                self._bring_to_sight(now)
        elif not by_mouse and (now is self._body or self._body.isAncestorOf(now)):
            self._keep(LEAST_LINES)

    def _keep(self, lines: int) -> None:
        if lines != self._kept:
            self._kept = lines
            self.arrange()

    def _bring_to_sight(self, now: QWidget) -> None:
        """All of the part that this widget is in, or the widget alone where there is no room for more."""
        page = self._page()
        shown = height(page, self._offset if not self.folded else 0)
        part = next(part for part in self._parts if part.isAncestorOf(now))
        seen = part if part.height() + PARTS <= shown else now
        top = seen.mapTo(self._head, QPoint(0, 0)).y()
        least, most = top + seen.height() + PARTS - shown, max(0, top - PARTS)
        if not least <= self._offset <= most:
            self._offset = max(0, least) if least > self._offset else most if top > shown else 0
            self.arrange()

    def _page(self) -> Page:
        head = self._head_height()
        if self._body.width() != self.width():
            self._body.resize(self.width(), self._body.height())
        line = self._line_height()
        # The line that is written next has room, too.
        text = line + self._body.lines.written_height(self.height() + head)
        return Page(head, self.height(), text, line, self._kept)

    def _head_height(self) -> int:
        layout = self._column
        width = self.width()
        if self._head.width() != width:
            self._head.resize(width, self._head.height())
        margin = side_margin(self._look, width)
        layout.setContentsMargins(margin, ABOVE, margin, PARTS)
        layout.activate()
        depends = layout.hasHeightForWidth()
        wanted = layout.totalHeightForWidth(width) if depends else layout.totalSizeHint().height()
        if self._head.height() != wanted:
            self._head.resize(width, wanted)
            layout.activate()
        return self._head.height()

    def _line_height(self) -> int:
        chosen = self._look.preferences
        return round(chosen.writing_size * chosen.line_height / 100)

    def _head_has_focus(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self._head.isAncestorOf(now)

    def _application(self) -> QApplication:
        found = QApplication.instance()
        assert isinstance(found, QApplication)
        return found
