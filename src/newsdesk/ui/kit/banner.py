"""A banner inside a pane: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.icons import pixmap
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import button, icon_button, label


class Kind(StrEnum):
    """What sort of news a banner brings."""

    DONE = "good"
    WARNING = "warn"
    TROUBLE = "bad"


ICONS = {Kind.DONE: "check", Kind.WARNING: "warning", Kind.TROUBLE: "warning"}
SHOWN = 12_000
"""Milliseconds that good news stays."""

Action = tuple[str, Callable[[], object]]
"""The text of a button and what it does."""


class Banner(QFrame):
    """Hidden until it has something to show. Good news goes by itself, the rest stays until it is closed.

    One that is `lasting` nobody closes: it goes with what it tells of.
    """

    def __init__(self, look: Look, parent: QWidget | None = None, *, lasting: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._lasting = lasting
        self._kind = Kind.DONE
        self._actions: Sequence[Action] = ()
        self._icon = label("")
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        row = QHBoxLayout(self)
        # A layout mirrors what is in it, but not its margins.
        margins = (16, 16 if lasting else 8)
        left, right = reversed(margins) if self.isRightToLeft() else margins
        row.setContentsMargins(left, 6, right, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        if not lasting:
            row.addWidget(icon_button(look, "close", tr("Close this message"), self.hide))
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self.hide)
        look.changed.connect(self._paint_icon)
        self.hide()

    def show_text(self, kind: Kind, text: str, actions: Sequence[Action] = ()) -> None:
        """Show a text with buttons; a screen reader reads it out."""
        self._kind = kind
        self._text.setText(text)
        self.setAccessibleName(text)
        self._show_buttons(actions)
        self._paint_icon()
        self.update()
        self.show()
        if kind is Kind.DONE and not self._lasting:
            self._timer.start()
        else:
            self._timer.stop()

    def drop_buttons(self) -> None:
        """Leave the text alone, with nothing to be done about it any more."""
        self._show_buttons(())

    def _show_buttons(self, actions: Sequence[Action]) -> None:
        if self._lasting and actions == self._actions:
            # A button that has the keyboard must keep it.
            return
        self._actions = actions
        while (item := self._buttons.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                # It goes later; until then nobody shall click it.
                shown.hide()
                shown.deleteLater()
        for caption, act in actions:
            self._buttons.addWidget(button(caption, act if self._lasting else self._closing(act)))

    @property
    def text(self) -> str:
        """What it shows, or nothing while it is hidden."""
        return self._text.text() if not self.isHidden() else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ground, with a line under it."""
        painter = QPainter(self)
        tokens = self._look.tokens
        wash = {Kind.DONE: tokens.good_wash, Kind.WARNING: tokens.warn_wash, Kind.TROUBLE: tokens.bad_wash}
        painter.fillRect(self.rect(), QColor(wash[self._kind]))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.line))

    def _closing(self, act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            self.hide()
            act()

        return run

    def _paint_icon(self) -> None:
        colour = self._look.colour(self._kind.value)
        self._icon.setPixmap(pixmap(ICONS[self._kind], colour, 18, self.devicePixelRatioF()))
