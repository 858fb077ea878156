"""The bar over the preview: on which device, in light or dark, and whether it is up to date."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from newsdesk.i18n import N_, tr
from newsdesk.ui.kit.icons import icon
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import BAR
from newsdesk.ui.kit.widgets import ElidedLabel, icon_button, on_ground, on_look
from newsdesk.ui.preview.stage import Device

NAMES = {Device.PHONE: N_("Phone"), Device.TABLET: N_("Tablet"), Device.DESKTOP: N_("Desktop")}


class PreviewBar(QWidget):
    """Says what was chosen: `device_chosen`, `dark_chosen`, `close_wanted`."""

    device_chosen = Signal(object)
    dark_chosen = Signal(bool)
    close_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(BAR)
        on_ground(self, "pane")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        for device in Device:
            made = _choice(tr(NAMES[device]))
            made.setChecked(device is Device.PHONE)
            made.clicked.connect(lambda _checked=False, device=device: self.device_chosen.emit(device))
            group.addButton(made)
            row.addWidget(made)
        self._state = ElidedLabel("", "soft")
        self._state.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._state, 1)
        row.addSpacing(8)
        self._dark = QToolButton()
        self._dark.setCheckable(True)
        self._dark.setIconSize(QSize(18, 18))
        self._dark.toggled.connect(self._choose_dark)
        on_look(self._dark, look, self._paint_dark)
        row.addWidget(self._dark)
        row.addWidget(icon_button(look, "close", tr("Close the preview"), self.close_wanted.emit))

    @property
    def state(self) -> str:
        """How the page stands to the text."""
        return self._state.text()

    def set_state(self, text: str) -> None:
        """Say how the page stands to the text."""
        self._state.setText(text)
        self._state.setAccessibleName(text)
        self._state.update()

    def _choose_dark(self, dark: bool) -> None:
        self._paint_dark()
        self.dark_chosen.emit(dark)

    def _paint_dark(self) -> None:
        """The button shows what a click leads to."""
        dark = self._dark.isChecked()
        text = tr("Show the page in light") if dark else tr("Show the page in dark")
        self._dark.setIcon(icon(self._look, "sun" if dark else "moon", "soft"))
        self._dark.setAccessibleName(text)
        self._dark.setToolTip(text)


def _choice(text: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setCheckable(True)
    return made
