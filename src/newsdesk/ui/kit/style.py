"""The style sheet and the palette of the whole window, made from the tokens."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from newsdesk.paths import resources
from newsdesk.ui.kit.tokens import CONTROL, ROW, Tokens


def style_sheet(tokens: Tokens, pictures: dict[str, str]) -> str:
    """The style sheet in these colours; `pictures` are files by their names."""
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__ if isinstance(getattr(tokens, name), str)}
    mixed = {
        "accent_hover": _mixed(tokens.accent, tokens.text, 0.14),
        "select": _mixed(tokens.paper, tokens.accent, 0.28),
        "scroll": _mixed(tokens.line, tokens.faint, 0.35),
    }
    measures = {"inner": CONTROL - 2, "focused": CONTROL - 4, "row": ROW}
    sheet = Template((resources() / "look" / "window.qss").read_text(encoding="utf-8"))
    return sheet.substitute(**colours, **mixed, **measures, **pictures)


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
    pairs = (
        (first.red(), second.red()),
        (first.green(), second.green()),
        (first.blue(), second.blue()),
    )
    return QColor(*(round(a + (b - a) * share) for a, b in pairs)).name()
