"""What tests of the text pane write with: editions, and cards that show a caption."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, PhotoId
from newsdesk.model.labels import direction_of, labels_for

LABELLED = QLineEdit
"""What a caption stands in."""


def edition(language: str) -> Edition:
    """An edition in a language, with its labels."""
    return Edition(EditionId(language), language, language, direction_of(language), labels=labels_for(language))


def card(photo: PhotoId, caption: str, change: Callable[[str], None]) -> QWidget:
    """A card with nothing but a caption."""
    made = QFrame()
    made.setProperty("card", True)
    made.setFixedHeight(92)
    made.setAccessibleName(photo)
    field = QLineEdit(caption)
    field.editingFinished.connect(lambda: change(field.text()))
    QHBoxLayout(made).addWidget(field)
    return made
