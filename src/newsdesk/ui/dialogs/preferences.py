"""The preferences dialog, built from the table of preferences; what is changed counts at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import languages, tr
from newsdesk.paths import config_folder
from newsdesk.settings import Kind, PreferenceField, preference_fields, save_preferences
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet
from newsdesk.ui.dialogs.still_combo import StillComboBox
from newsdesk.ui.kit.widgets import button, field, label, number_box

WIDTH = 460


class PreferencesDialog(QDialog):
    """One field for each preference."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.fields: dict[str, QWidget] = {}
        column = made_sheet(self, tr("Preferences"), WIDTH)
        for about in preference_fields():
            widget = self._widget(about)
            widget.setToolTip(tr(about.help))
            self.fields[about.name] = widget
            widget.setAccessibleDescription(tr(about.help))
            column.addWidget(field(tr(about.label), widget))
            if about.kind is Kind.LANGUAGE:
                column.addWidget(label(tr(about.help), "label", wrap=True))
        self._fault = label("", "bad", wrap=True)
        self._fault.hide()
        column.addWidget(self._fault)
        column.addSpacing(8)
        column.addStretch(1)
        column.addLayout(button_row(button(tr("Close"), self.accept, "primary")))
        fit(self)

    def _widget(self, about: PreferenceField) -> QWidget:
        now = getattr(self._context.preferences, about.name)
        if about.bounds is not None:
            number = number_box(about.bounds[0], about.bounds[1], now)
            number.setSuffix(f" {tr(about.unit)}" if about.unit else "")
            number.setSpecialValueText(tr(about.least) if about.least else "")
            number.valueChanged.connect(self._setter(about.name))
            return number
        combo = StillComboBox()
        for value, text in self._choices(about):
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(str(now))))
        combo.activated.connect(lambda _index: self._setter(about.name)(combo.currentData()))
        return combo

    def _choices(self, about: PreferenceField) -> list[tuple[str, str]]:
        match about.kind:
            case Kind.LANGUAGE:
                return [("", tr("As the system")), *languages()]
            case Kind.FONT:
                return [("", tr("Newsdesk’s own choice")), *((name, name) for name in QFontDatabase.families())]
        return [(str(value), tr(text)) for value, text in about.choices or ()]

    def _setter(self, name: str) -> Callable[[object], None]:
        kind = type(getattr(self._context.preferences, name))

        def take(value: object) -> None:
            changed = replace(self._context.preferences, **{name: kind(value)})
            self._context.look.apply(changed)
            try:
                save_preferences(config_folder(), changed)
                self._fault.hide()
            except Trouble as trouble:
                self._fault.setText(str(trouble))
                self._fault.show()

        return take
