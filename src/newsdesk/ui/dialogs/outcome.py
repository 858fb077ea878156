"""The lower part of the Publish sheet: what will happen or did, how far it is, what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import tr
from newsdesk.publish import Report
from newsdesk.ui.dialogs.site_report import left_out_text, paths_text, written_text
from newsdesk.ui.kit.widgets import button, label

PATHS_HEIGHT = 160


class Outcome(QWidget):
    """One sentence or a trouble, a bar, and the files. `unfold` shows these; it stands elsewhere in the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._summary = label("", "soft", wrap=True)
        self._fault = label("", "bad", wrap=True)
        self._fault.hide()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        self.files = QPlainTextEdit(readOnly=True)
        self.files.setProperty("field", True)
        self.files.setAccessibleName(tr("Files"))
        self.files.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        # Paths read from left to right in every language.
        self.files.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.files.setFixedHeight(PATHS_HEIGHT)
        self.files.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._summary, self._fault, self.bar, self.files):
            column.addWidget(widget)
        self.unfold = button(tr("&What will be written…"), self._toggle_files, "link")
        self.unfold.hide()

    @property
    def summary(self) -> str:
        """What it says will happen, or did."""
        return self._summary.text()

    @property
    def fault(self) -> str:
        """What stands in the way, or nothing."""
        return self._fault.text()

    @property
    def paths(self) -> str:
        """The files that are written, one a line."""
        return self.files.toPlainText()

    def say(self, text: str) -> None:
        """Say what goes on; nothing stands in the way."""
        self._set(text, "")

    def tell(self, error: BaseException) -> None:
        """Say what stands in the way; anything but a Trouble is our bug and is raised."""
        if not isinstance(error, Trouble):
            raise error
        self._set("", str(error))

    def report(self, report: Report, before: str = "", *, done: bool) -> None:
        """Say what an export did or would do, after the sentence `before`."""
        said = (before, written_text(report, done=done), left_out_text(report))
        self.say(" ".join(text for text in said if text))
        self.files.setPlainText(paths_text(report))
        self.unfold.setText(tr("&What was written…") if done else tr("&What will be written…"))
        self.unfold.setVisible(bool(self.paths))

    def forget(self) -> None:
        """No files are known."""
        self.files.clear()
        self.files.hide()
        self.unfold.hide()

    def _set(self, summary: str, fault: str) -> None:
        for shown, text in ((self._summary, summary), (self._fault, fault)):
            shown.setText(text)
            shown.setVisible(bool(text))

    def _toggle_files(self) -> None:
        self.files.setVisible(self.files.isHidden())
