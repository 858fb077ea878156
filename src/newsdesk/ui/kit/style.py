"""The style sheet and the palette of the whole window, made from the tokens."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from newsdesk.ui.kit.tokens import CONTROL, ROW, Tokens

_SHEET = Template(
    """
QMainWindow, QDialog { background: $pane; }
QToolTip { background: $text; color: $paper; border: 0; padding: 4px 8px; }
QLabel { background: transparent; color: $text; }
QLabel[tone="soft"] { color: $soft; }
QLabel[tone="label"] { color: $soft; font-size: 12px; }
QLabel[tone="head"] { color: $soft; font-size: 11px; font-weight: 600; }
QLabel[tone="title"] { font-size: 20px; font-weight: 700; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QWidget[ground="ground"] { background: $ground; }
QWidget[ground="pane"] { background: $pane; }
QWidget[ground="paper"] { background: $paper; }
QFrame[rule="true"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[rule="upright"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }
QFrame[card="true"] { background: $pane; border: 1px solid $line; border-radius: 9px; }

QPushButton { min-height: ${inner}px; padding: 0 12px; border: 1px solid $edge; border-radius: 7px;
    background: $paper; color: $text; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $wash; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: ${focused}px; }
QPushButton:disabled { color: $faint; border-color: $line; background: $pane; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $chip; color: $faint; border-color: $line; }
QPushButton[role="link"] { border: 1px solid transparent; background: transparent; color: $accent; padding: 0 4px; min-height: 24px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 0 3px; min-height: 22px; }
QPushButton::menu-indicator { image: none; width: 0; }

QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; background: transparent;
    color: $soft; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:checked { background: $wash; color: $accent; }
QToolButton:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton:disabled { color: $faint; }
QToolButton[strong="true"] { color: $text; font-weight: 600; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit[field="true"], QTextEdit[field="true"], QComboBox, QDateTimeEdit, QSpinBox {
    min-height: ${inner}px; border: 1px solid $edge; border-radius: 7px; background: $paper; color: $text; padding: 0 10px;
    selection-background-color: $accent; selection-color: $accent_text; }
QPlainTextEdit[field="true"], QTextEdit[field="true"] { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit[field="true"]:focus, QTextEdit[field="true"]:focus, QComboBox:focus,
QDateTimeEdit:focus, QSpinBox:focus { border: 2px solid $accent; padding: 0 9px; min-height: ${focused}px; }
QPlainTextEdit[field="true"]:focus, QTextEdit[field="true"]:focus { padding: 3px 5px; }
QLineEdit:disabled, QComboBox:disabled, QDateTimeEdit:disabled { color: $faint; border-color: $line; background: $pane; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"] {
    border: 0; border-radius: 0; background: transparent; padding: 0; min-height: 0; }
QPlainTextEdit { border: 0; background: $paper; color: $text; selection-background-color: $select;
    selection-color: $text; }
QComboBox { padding-right: 26px; }
QComboBox::drop-down { border: 0; width: 24px; subcontrol-position: center right; subcontrol-origin: padding; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $paper; color: $text; border: 1px solid $edge; border-radius: 0; outline: 0;
    selection-background-color: $wash; selection-color: $text; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 8px; }
QSpinBox::up-button, QSpinBox::down-button, QDateTimeEdit::up-button, QDateTimeEdit::down-button { width: 0; border: 0; }
QDateTimeEdit::drop-down { border: 0; width: 24px; }
QDateTimeEdit::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QCheckBox, QRadioButton { spacing: 10px; color: $text; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $edge; border-radius: 4px; background: $paper; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:disabled { background: $pane; border-color: $line; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 8px; background: $paper; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }

QMenuBar { background: $pane; color: $soft; border: 0; padding: 0 8px; }
QMenuBar::item { padding: 5px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $wash; color: $text; }
QMenu { background: $paper; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $wash; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::indicator:checked { image: url("$tick_text"); }
QMenu::indicator:non-exclusive:checked, QMenu::indicator:exclusive:checked { image: url("$tick_text"); }

QListView, QTreeView, QListWidget, QTableView, QScrollArea { border: 0; background: transparent; color: $text; outline: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QListWidget::item { min-height: ${row}px; border-radius: 6px; padding: 0 8px; }
QListWidget::item:selected { background: $wash; color: $text; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:hover { background: $accent; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { border: 0; padding: 0 7px; height: 36px; color: $soft; background: transparent; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QProgressBar { border: 0; border-radius: 3px; background: $chip; min-height: 6px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent;
    border: 0; width: 0; height: 0; }
QCalendarWidget QWidget { background: $paper; color: $text; alternate-background-color: $pane; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $accent_text; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""
)


def style_sheet(tokens: Tokens, pictures: dict[str, str]) -> str:
    """The style sheet in these colours; `pictures` are files by their names."""
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__ if isinstance(getattr(tokens, name), str)}
    mixed = {
        "accent_hover": _mixed(tokens.accent, tokens.text, 0.14),
        "select": _mixed(tokens.paper, tokens.accent, 0.28),
        "scroll": _mixed(tokens.line, tokens.faint, 0.35),
    }
    measures = {"inner": CONTROL - 2, "focused": CONTROL - 4, "row": ROW}
    return _SHEET.substitute(**colours, **mixed, **measures, **pictures)


def palette(tokens: Tokens) -> QPalette:
    """The palette in these colours, for what no style sheet reaches."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, tokens.pane),
        (role.WindowText, tokens.text),
        (role.Base, tokens.paper),
        (role.AlternateBase, tokens.pane),
        (role.Text, tokens.text),
        (role.Button, tokens.paper),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.bad),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_text),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.PlaceholderText, tokens.faint),
        (role.ToolTipBase, tokens.text),
        (role.ToolTipText, tokens.paper),
        (role.Mid, tokens.line),
        (role.Light, tokens.paper),
        (role.Dark, tokens.edge),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    return made


def _mixed(one: str, other: str, share: float) -> str:
    """`one` with a share of `other`."""
    first, second = QColor(one), QColor(other)
    parts = [
        round(a + (b - a) * share)
        for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[misc]
    ]
    return QColor(*parts).name()
