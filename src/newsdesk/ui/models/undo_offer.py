"""What was done, told in a banner with an Undo, which is there as long as it undoes just that."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from newsdesk.i18n import Message, tr
from newsdesk.store import Direction, Step
from newsdesk.ui.context import Context
from newsdesk.ui.kit.banner import Banner, Kind


class UndoOffer(QObject):
    """Tells in one banner what work did, when it has come home.

    Another step takes the Undo away, since it would undo that one; undoing takes the text away, too.
    """

    def __init__(self, context: Context, banner: Banner) -> None:
        super().__init__(banner)
        self._context = context
        self._banner = banner
        self._step: Message | None = None
        self._said = ""
        context.stepped.connect(self._look)

    def tell(self, said: str) -> None:
        """Show the text, with an Undo if the work that just comes home made a step that can be undone."""
        self._show(said, self._context.made)

    def offer(self, said: str) -> None:
        """Show the text, with an Undo of the step that was made last."""
        self._show(said, self._context.undo_name)

    def _show(self, said: str, step: Message | None) -> None:
        self._said, self._step = said, step
        undo = [] if self._step is None else [(tr("Undo"), partial(self._context.undo_step, self._step))]
        self._banner.show_text(Kind.DONE, said, undo)

    def _look(self, step: Step) -> None:
        if self._step is None or self._context.undo_name is self._step:
            return
        self._step = None
        if self._banner.text != self._said:
            return
        if step.direction is Direction.UNDO:
            self._banner.hide()
        else:
            self._banner.drop_buttons()
