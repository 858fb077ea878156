"""The slim bar over the text: what someone who knows Word looks for, and no more than what works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from newsdesk.i18n import N_, NX_, tr, trx
from newsdesk.model.marking import Style
from newsdesk.model.spans import Mark
from newsdesk.ui.editor.body import Body
from newsdesk.ui.editor.body_marks import has_mark
from newsdesk.ui.kit.icons import icon
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import BAR
from newsdesk.ui.kit.widgets import on_ground, on_look, rule

STYLES = (
    (Style.PARAGRAPH, N_("Paragraph"), "Ctrl+Alt+0"),
    (Style.HEADING_2, N_("Heading"), "Ctrl+Alt+2"),
    (Style.HEADING_3, N_("Smaller heading"), "Ctrl+Alt+3"),
    (Style.QUOTE, N_("Quotation"), "Ctrl+Alt+Q"),
    (Style.PULL_QUOTE, N_("Pull quote"), ""),
    (Style.BULLETS, N_("Bulleted list"), "Ctrl+Shift+L"),
    (Style.NUMBERS, N_("Numbered list"), "Ctrl+Shift+7"),
)
"""Each style with its name and its keys."""


@dataclass(frozen=True, slots=True)
class Item:
    """One button: what it says (nothing: its icon alone), what it does, and when it is on."""

    name: str
    says: str
    icon: str
    keys: str
    act: Callable[[], object]
    is_on: Callable[[], bool] | None = None
    strong: bool = False


class FormatBar(QWidget):
    """Acts on the text, and shows what is at its caret. What it cannot do alone it asks for.

    Where the bar is too narrow its last buttons are in a menu at its end, the strong ones last of all.
    """

    photo_wanted = Signal()
    read_wanted = Signal()
    link_wanted = Signal()

    def __init__(self, look: Look, body: Body) -> None:
        super().__init__()
        self._look = look
        self._body = body
        on_ground(self, "paper")
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 10, 1)
        self._row.setSpacing(0)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.style_button = self._style_menu()
        self._row.addWidget(self.style_button)
        self._items: list[tuple[Item, QToolButton]] = []
        for group in self._groups():
            line = rule(upright=True)
            line.setFixedHeight(18)
            self._row.addSpacing(6)
            self._row.addWidget(line)
            self._row.addSpacing(6)
            for item in group:
                self._items.append((item, self._button(item)))
        self.more = self._more_menu()
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        body.style_changed.connect(self.refresh)
        on_look(self, look, self._paint)
        self.refresh()

    def refresh(self) -> None:
        """Show what is at the caret."""
        style = self._body.style_at_caret()
        name = next(tr(text) for one, text, _keys in STYLES if one is style)
        if self.style_button.text() != (said := f"{name} ▾"):
            self.style_button.setText(said)
            self.style_button.setAccessibleName(tr("Paragraph style: {style}", style=name))
            self._fit()
        for item, shown in self._items:
            if item.is_on is not None:
                shown.setChecked(item.is_on())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons that there is room for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def _groups(self) -> tuple[tuple[Item, ...], ...]:
        body = self._body
        return (
            (
                Item(tr("Bold"), "", "bold", "Ctrl+B", body.toggle_bold, body.bold_at_caret),
                Item(tr("Italic"), "", "italic", "Ctrl+I", body.toggle_italic, self._is_italic),
                Item(tr("Link"), tr("Link"), "", "Ctrl+K", self.link_wanted.emit),
                Item(
                    tr("Quotation"),
                    tr("Quote"),
                    "quote",
                    "Ctrl+Alt+Q",
                    self._style(Style.QUOTE),
                    self._is(Style.QUOTE),
                ),
                Item(
                    tr("List"),
                    tr("List"),
                    "list",
                    "Ctrl+Shift+L",
                    self._style(Style.BULLETS),
                    self._is(Style.BULLETS),
                ),
            ),
            (
                Item(tr("Photo"), tr("Photo"), "photo", "Ctrl+Shift+I", self.photo_wanted.emit, strong=True),
                Item(
                    tr("Link to another article"),
                    trx(*NX_("the line that links to another article", "READ")),
                    "",
                    "Ctrl+Shift+R",
                    self.read_wanted.emit,
                    strong=True,
                ),
                Item(tr("Footnote"), tr("Note"), "", "Ctrl+Alt+F", body.insert_note),
            ),
        )

    def _button(self, item: Item) -> QToolButton:
        made = QToolButton(self)
        made.setText(item.says)
        made.setAccessibleName(item.name)
        made.setToolTip(
            f"{item.name} ({QKeySequence(item.keys).toString(QKeySequence.SequenceFormat.NativeText)})"
        )
        made.setCheckable(item.is_on is not None)
        made.setProperty("strong", item.strong)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setIconSize(QSize(16, 16))
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        alone = Qt.ToolButtonStyle.ToolButtonIconOnly if item.icon else Qt.ToolButtonStyle.ToolButtonTextOnly
        made.setToolButtonStyle(beside if item.says and item.icon else alone)
        made.clicked.connect(lambda: self._act(item.act))
        self._row.addWidget(made)
        return made

    def _style_menu(self) -> QToolButton:
        made = QToolButton(self)
        made.setToolTip(tr("Paragraph style"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(made)
        for style, name, keys in STYLES:
            action = menu.addAction(tr(name))
            action.triggered.connect(lambda _checked=False, style=style: self._act(lambda: self._choose(style)))
            if keys:
                # Shown only: the keys themselves are the commands'.
                action.setText(f"{tr(name)}\t{_shown(keys)}")
        made.setMenu(menu)
        return made

    def _more_menu(self) -> QToolButton:
        made = QToolButton(self)
        made.setAccessibleName(tr("More"))
        made.setToolTip(tr("More"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(made)
        menu.aboutToShow.connect(self._fill_more)
        made.setMenu(menu)
        return made

    def _fill_more(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for item, shown in self._items:
            if shown.isHidden():
                action = QAction(item.name, menu)
                action.setCheckable(item.is_on is not None)
                action.setChecked(item.is_on is not None and item.is_on())
                action.triggered.connect(lambda _checked=False, item=item: self._act(item.act))
                menu.addAction(action)

    def _fit(self) -> None:
        """Hide buttons from the end as long as the others have no room, the strong ones last of all."""
        for _item, shown in self._items:
            # Before a button is shown first it does not know its font, and so not its width.
            shown.ensurePolished()
            shown.show()
        self.more.hide()
        from_the_end = self._items[::-1]
        for _item, shown in sorted(from_the_end, key=lambda one: one[0].strong):
            if self._row.minimumSize().width() <= self.width():
                break
            shown.hide()
            self.more.show()

    def _paint(self) -> None:
        for item, shown in self._items:
            if item.icon:
                shown.setIcon(icon(self._look, item.icon, "text" if item.strong else "soft"))
        self.more.setIcon(icon(self._look, "more", "soft"))
        self._fit()

    def _act(self, act: Callable[[], object]) -> None:
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)
        act()
        self.refresh()

    def _choose(self, style: Style) -> None:
        if style is not self._body.style_at_caret():
            self._body.set_style(style)

    def _style(self, style: Style) -> Callable[[], None]:
        return lambda: self._body.set_style(style)

    def _is(self, style: Style) -> Callable[[], bool]:
        return lambda: self._body.style_at_caret() is style

    def _is_italic(self) -> bool:
        return has_mark(self._body.reading, self._body.textCursor(), Mark.EMPHASIS)


def _shown(keys: str) -> str:
    """Keys as the platform writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
