"""The look that is on now, light or dark with its fonts, and the notice that it changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from newsdesk.paths import resources
from newsdesk.settings import Preferences, Theme
from newsdesk.ui.kit.style import palette, style_sheet
from newsdesk.ui.kit.tokens import ARABIC, DARK, INTERFACE, LIGHT, SERIF, STATUS_COLOURS, Tokens


class Look(QObject):
    """Puts colours and fonts onto the application. Widgets that paint by themselves listen to `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__()
        self._application = application
        self.preferences = preferences
        self.tokens: Tokens = LIGHT
        self._known = frozenset(QFontDatabase.families())
        self._pictures = QTemporaryDir()
        self.apply(preferences)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self, preferences: Preferences) -> None:
        """Take on the look that the preferences ask for."""
        self.preferences = preferences
        self.tokens = DARK if self._wants_dark() else LIGHT
        self._application.setPalette(palette(self.tokens))
        self._application.setFont(self.interface())
        self._application.setStyleSheet(style_sheet(self.tokens, self._tinted()))
        self.changed.emit()

    def interface(self, pixels: int = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of controls."""
        return self._font(INTERFACE, pixels, weight)

    def writing(self, pixels: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of what is written; without `pixels` in the size that the person chose."""
        chosen = (self.preferences.writing_font,) if self.preferences.writing_font else ()
        return self._font((*chosen, *SERIF), pixels or self.preferences.writing_size, weight)

    def colour(self, name: str) -> QColor:
        """A colour of the tokens by its name."""
        return QColor(getattr(self.tokens, name))

    def status_colour(self, status: str) -> QColor:
        """The colour of the dot beside a status."""
        return QColor(STATUS_COLOURS[status] or self.tokens.text)

    def _font(self, wanted: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
        families = [name for name in wanted if name in self._known] or [wanted[0]]
        font = QFont([*families[:1], *(name for name in ARABIC if name in self._known)])
        font.setPixelSize(pixels)
        font.setWeight(weight)
        return font

    def _tinted(self) -> dict[str, str]:
        """Files of the icons that the style sheet shows, in the colours of now: it takes no others."""
        shade = "dark" if self.tokens.dark else "light"
        files = {}
        for name, icon, colour in (
            ("chevron", "chevron-down", self.tokens.soft),
            ("tick", "check", self.tokens.accent_text),
            ("tick_text", "check", self.tokens.text),
        ):
            file = Path(self._pictures.path()) / f"{name}-{shade}.svg"
            drawn = (resources() / "icons" / f"{icon}.svg").read_text(encoding="utf-8")
            file.write_text(drawn.replace("currentColor", colour), encoding="utf-8")
            files[name] = file.as_posix()
        return files

    def _wants_dark(self) -> bool:
        if self.preferences.theme is Theme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.preferences.theme is Theme.DARK

    def _follow_system(self) -> None:
        if self.preferences.theme is Theme.SYSTEM and (self.tokens is DARK) != self._wants_dark():
            self.apply(self.preferences)


def with_alpha(colour: QColor, alpha: float) -> QColor:
    """The colour, let through so much (0 to 1)."""
    faded = QColor(colour)
    faded.setAlphaF(alpha)
    return faded
