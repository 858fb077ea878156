"""The four fields in which a photo is described: caption, alt text, photographer, agency."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.credit import Credit
from newsdesk.model.placement import Role
from newsdesk.newsroom import Described, PhotoUse
from newsdesk.store import Reader
from newsdesk.ui.kit.completion import offer_names
from newsdesk.ui.kit.growing_text import GrowingText
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import button, field, label, on_look
from newsdesk.ui.photo_words import alt_text_hint

NEWEST = 200
"""How many photos, the newest, we take names from."""


class PhotoFields(QWidget):
    """Shows what is said of a photo; `edited` names the field that a person changed, `done` comes at the end.

    What was touched since `show_use` is what `described` tells of; the rest stays as it was.
    """

    edited = Signal(str)
    done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._touched: set[str] = set()
        self._emptied: set[str] = set()
        self.caption = GrowingText(tr("Caption"), framed=True)
        self.alt_text = GrowingText(tr("Alt text"), framed=True)
        self._texts = {"caption": self.caption, "alt_text": self.alt_text}
        self.decorative = QCheckBox(tr("Decorative: it tells readers nothing"))
        self.person, self.agency, self.distributor = QLineEdit(), QLineEdit(), QLineEdit()
        self._hint = label("", "label", wrap=True)
        self._passed_on = field(tr("Distributor"), self.distributor)
        self._pass_on = button(tr("Add a distributor"), self._add_distributor, "link")
        self._place()
        for name, text in self._texts.items():
            text.edited.connect(self._noting(name))
            text.submitted.connect(self.focusNextChild)
        self.decorative.toggled.connect(self._noting("decorative"))
        for line in (self.person, self.agency, self.distributor):
            line.textEdited.connect(self._noting("credit"))
        on_look(self, look, lambda: self._paint(look))

    def show_use(self, use: PhotoUse) -> None:
        """Show what is said of the photo here. A field that was emptied stays so where the photo's own counts."""
        self._touched.clear()
        self._show_text("caption", use.caption, use.photo.caption)
        self._show_text("alt_text", use.alt_text, use.photo.alt_text)
        self.decorative.blockSignals(True)
        self.decorative.setChecked(use.decorative)
        self.decorative.blockSignals(False)
        credit = use.photo.credit
        for line, text in (
            (self.person, credit.person),
            (self.agency, credit.agency),
            (self.distributor, credit.distributor),
        ):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        self._show_distributor(bool(credit.distributor) or self.distributor.hasFocus())
        self._follow()

    def offer(self, reader: Reader, people: list[str]) -> None:
        """Offer names that are known."""
        credits = [photo.credit for photo in reader.photos("", NEWEST)]
        offer_names(self.person, _sorted({*people, *(credit.person for credit in credits)}))
        suppliers = {name for credit in credits for name in (credit.agency, credit.distributor)}
        offer_names(self.agency, _sorted(suppliers))
        offer_names(self.distributor, _sorted(suppliers))

    def described(self, role: Role) -> Described:
        """What was said here since the photo was shown; the caption of an inline photo stands in the text."""
        touched = self._touched
        credit = Credit(self.person.text().strip(), self.agency.text().strip(), self.distributor.text().strip())
        return Described(
            caption=self.caption.text().strip() if "caption" in touched and role is Role.LEAD else None,
            alt_text=self.alt_text.text().strip() if "alt_text" in touched else None,
            decorative=self.decorative.isChecked() if "decorative" in touched else None,
            credit=credit if "credit" in touched else None,
        )

    def enter(self, name: str = "caption") -> None:
        """Put the caret into a field: caption, alt_text, person or agency."""
        chosen: dict[str, QWidget] = {
            "caption": self.caption,
            "alt_text": self.alt_text,
            "person": self.person,
            "agency": self.agency,
        }
        chosen[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(field(tr("Caption"), self.caption))
        column.addWidget(field(tr("Alt text"), self.alt_text))
        column.addWidget(self._hint)
        column.addWidget(self.decorative)
        names = QGridLayout()
        names.setSpacing(8)
        names.addWidget(field(tr("Photographer"), self.person), 0, 0)
        names.addWidget(field(tr("Agency"), self.agency), 0, 1)
        names.addWidget(self._passed_on, 1, 0, 1, 2)
        column.addLayout(names)
        last = QHBoxLayout()
        last.addWidget(self._pass_on)
        last.addStretch(1)
        last.addWidget(button(tr("Done"), self.done.emit))
        column.addLayout(last)

    def _noting(self, name: str) -> Callable[..., None]:
        def note(*_value: object) -> None:
            self._touched.add(name)
            self._emptied = {text for text, shown in self._texts.items() if not shown.text()} & self._touched
            self._follow()
            self.edited.emit(name)

        return note

    def _follow(self) -> None:
        decorative = self.decorative.isChecked()
        self.alt_text.setEnabled(not decorative)
        self._hint.setText(str(alt_text_hint(self.alt_text.text(), self.caption.text(), decorative=decorative)))

    def _show_text(self, name: str, said: str, own: str) -> None:
        text = self._texts[name]
        text.setPlaceholderText(own)
        if name not in self._emptied or said != own:
            self._emptied.discard(name)
            text.set_text(said)

    def _add_distributor(self) -> None:
        self._show_distributor(True)
        self.distributor.setFocus()

    def _show_distributor(self, shown: bool) -> None:
        self._passed_on.setVisible(shown)
        self._pass_on.setVisible(not shown)

    def _paint(self, look: Look) -> None:
        for text in self._texts.values():
            text.set_writing(look.interface(13))
        self._hint.setFont(look.interface(12, QFont.Weight.Normal))


def _sorted(names: set[str]) -> list[str]:
    return sorted(filter(None, names), key=str.casefold)
