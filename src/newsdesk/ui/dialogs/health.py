"""Check Newsroom: everything is looked at beside the work, and what was found is told calmly."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import Message, ntr, tr
from newsdesk.newsroom.checking_up import CheckStopped, Health, Repaired
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.health_job import Check
from newsdesk.ui.dialogs.health_rows import Lines, line_of, line_of_mended
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet, while_open
from newsdesk.ui.kit.icons import pixmap
from newsdesk.ui.kit.widgets import button, label, on_look

WIDTH = 600
MARGINS = 2 * 28
MARK = 28


class HealthDialog(QDialog):
    """Checks as soon as it is there. `repaired` follows a repair when the sheet closes: all was made anew.

    `ways_wanted` follows the wish for the ways out of a damaged newsroom.
    """

    repaired = Signal()
    ways_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._check: Check | None = None
        self._health = Health(())
        self._changed = False
        self.said = label("", wrap=True)
        self.fault = label("", "bad", wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.lines = Lines(context.look)
        self._mark = label("")
        self.thorough = button(tr("Check &Thoroughly"), lambda: self.check(thorough=True), "link")
        self.cancel = button(tr("&Cancel"), self.reject)
        self.shut = button(tr("&Close"), self.reject)
        self.mend = button(tr("&Repair"), self._repair, "primary")
        self.ways = button(tr("&Ways Out…"), self._want_ways, "primary")
        self._lay_out()
        self.finished.connect(self._finish)
        self.check()

    def _lay_out(self) -> None:
        column = made_sheet(self, tr("Check Newsroom"), WIDTH)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self.said, 1)
        look = self._context.look
        on_look(
            self._mark,
            look,
            lambda: self._mark.setPixmap(
                pixmap("check", look.colour("good"), MARK, self._mark.devicePixelRatioF())
            ),
        )
        column.addLayout(row)
        for widget in (self.bar, self.fault, self.lines):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(button_row(self.thorough, None, self.cancel, self.shut, self.mend, self.ways))

    def check(self, *, thorough: bool = False) -> None:
        """Look at everything, once more if need be; `thorough` looks into the indexes too."""
        self._check = Check(self._context)
        self._check.progressed.connect(self._show_progress)
        self._show_busy(tr("Looking at every article, version and photo. You can go on working."), may_stop=True)
        self._check.start(while_open(self, self._found), while_open(self, self._failed), thorough=thorough)

    def _found(self, health: Health) -> None:
        self._health = health
        writable = self._context.refusal is None
        if health.findings:
            said = ntr("{count} thing needs a look.", "{count} things need a look.", len(health.findings))
            if health.mendable and writable:
                said = tr(
                    "{found} A repair makes a backup first, and deletes no article and no photo.", found=said
                )
        else:
            said = tr(
                "All is well: {articles}, {versions} and {photos} are as they should be.",
                articles=ntr("{count} article", "{count} articles", health.articles or 0),
                versions=ntr("{count} version", "{count} versions", health.revisions or 0),
                photos=ntr("{count} photo", "{count} photos", health.photos or 0),
            )
        self._show_done(said, well=not health.findings)
        self.lines.show_lines([line_of(finding) for finding in health.findings], WIDTH - MARGINS)
        self.lines.setVisible(bool(health.findings))
        self.mend.setVisible(health.mendable and writable)
        self.ways.setVisible(health.damaged)
        (self.ways if health.damaged else self.mend if not self.mend.isHidden() else self.shut).setFocus()
        fit(self)

    def _repair(self) -> None:
        if self._check is None:
            return
        self._show_busy(tr("Repairing. What you type meanwhile is saved right after."), may_stop=False)
        self._check.repair(self._health, while_open(self, self._repaired), while_open(self, self._failed))
        # Whatever comes of it, the panes read anew.
        self._changed = True

    def _repaired(self, done: Repaired) -> None:
        said = tr("The newsroom is in order again.")
        if done.left:
            said = ntr("{count} thing is left.", "{count} things are left.", len(done.left))
        self._show_done(said, well=not done.left)
        lines = [line_of_mended(finding) for finding in done.mended]
        lines += [line_of(finding, left=True) for finding in done.left]
        self.lines.show_lines(lines, WIDTH - MARGINS)
        self.lines.setVisible(bool(lines))
        self.shut.setFocus()
        fit(self)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, CheckStopped):
            return
        if not isinstance(error, Trouble):
            raise error
        self._show_done("", well=False)
        self.said.hide()
        self.fault.setText(str(error))
        self.fault.show()
        fit(self)

    def _show_busy(self, said: str, *, may_stop: bool) -> None:
        self.said.setText(said)
        self.said.show()
        self.bar.setRange(0, 0)
        for widget in (self.fault, self.lines, self._mark, self.thorough, self.shut, self.mend, self.ways):
            widget.hide()
        self.bar.show()
        self.cancel.setVisible(may_stop)
        self.cancel.setFocus()
        fit(self)

    def _show_done(self, said: str, *, well: bool) -> None:
        self.said.setText(said)
        for widget in (self.bar, self.cancel, self.mend, self.ways, self.lines, self.fault):
            widget.hide()
        self._mark.setVisible(well)
        self.shut.show()
        self.thorough.show()

    def _show_progress(self, doing: Message, done: int, total: int) -> None:
        if not self.bar.isHidden():
            self.bar.setRange(0, total if total > 1 else 0)
            self.bar.setValue(done)
            self.bar.setAccessibleDescription(str(doing))

    def _want_ways(self) -> None:
        self.accept()
        self.ways_wanted.emit()

    def _finish(self) -> None:
        if self._check is not None:
            self._check.stop()
            self._check.progressed.disconnect(self._show_progress)
        if self._changed:
            self.repaired.emit()
