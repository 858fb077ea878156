"""Chooses one of the photos that are in the newsroom already."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import tr
from newsdesk.model.photo import Photo
from newsdesk.ui.context import Context
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.thumbnails import filled
from newsdesk.ui.kit.widgets import label

SHOWN = 120
"""How many photos it shows at most, the newest."""

PICTURE = QSize(136, 96)
_PHOTO = Qt.ItemDataRole.UserRole


class PhotoPicker(QDialog):
    """A grid of pictures under a search field. `picked` brings the chosen Photo."""

    picked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The newsroom’s photos"))
        self.resize(680, 520)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search captions, alt texts, credits and file names…"))
        self.words.setAccessibleName(tr("Search photos"))
        self.words.setClearButtonEnabled(True)
        self._wait = Debounce(self._search, quiet=150, longest=500, parent=self)
        self.words.textChanged.connect(lambda _text: self._wait.note())
        self.grid = QListWidget()
        self.grid.setAccessibleName(tr("Photos"))
        self.grid.setViewMode(QListView.ViewMode.IconMode)
        self.grid.setMovement(QListView.Movement.Static)
        self.grid.setResizeMode(QListView.ResizeMode.Adjust)
        self.grid.setIconSize(PICTURE)
        self.grid.setGridSize(QSize(PICTURE.width() + 16, PICTURE.height() + 48))
        self.grid.setWordWrap(True)
        self.grid.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.grid.itemActivated.connect(self._take)
        self._none = label(tr("No photo has these words."), "soft")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._use = buttons.addButton(tr("Use this photo"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._use.setProperty("role", "primary")
        buttons.accepted.connect(lambda: self._take(self.grid.currentItem()))
        buttons.rejected.connect(self.reject)
        self.grid.currentItemChanged.connect(lambda now, _before: self._use.setEnabled(now is not None))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.words, self._none, self.grid, buttons):
            column.addWidget(widget)
        context.thumbnails.arrived.connect(self._arrived)
        self._search()

    def _search(self) -> None:
        self.grid.clear()
        photos = self._context.read.photos(self.words.text(), SHOWN)
        for photo in photos:
            item = QListWidgetItem(photo.caption or photo.file_name or tr("No caption"))
            item.setData(_PHOTO, photo)
            item.setToolTip(item.text())
            self.grid.addItem(item)
            self._show_picture(item)
        self._none.setVisible(not photos)
        self.grid.setCurrentRow(0)
        self._use.setEnabled(bool(photos))

    def _arrived(self, hash: str) -> None:
        for row in range(self.grid.count()):
            item = self.grid.item(row)
            if item.data(_PHOTO).hash == hash:
                self._show_picture(item)

    def _show_picture(self, item: QListWidgetItem) -> None:
        photo: Photo = item.data(_PHOTO)
        ratio = self.devicePixelRatioF()
        found = self._context.thumbnails.pixmap(photo.hash, photo.extension, PICTURE, ratio)
        item.setIcon(QIcon(found if found is not None else self._place_held(ratio)))

    def _place_held(self, ratio: float) -> QPixmap:
        empty = QImage(PICTURE, QImage.Format.Format_RGB32)
        empty.fill(self._context.look.colour("chip"))
        return filled(empty, PICTURE, ratio)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(_PHOTO))
            self.accept()
