"""The Bin: deleted articles, which can be read, put back, or deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import ntr, tr
from newsdesk.model.article import Article
from newsdesk.model.binned import Binned
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom.history import binned, empty_bin, take_from_bin
from newsdesk.store import Step
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.bin_rows import BinList
from newsdesk.ui.dialogs.compare_dialog import show_compared
from newsdesk.ui.dialogs.sheet import button_row, made_sheet, while_open
from newsdesk.ui.kit.banner import Banner, Kind
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.widgets import button, label
from newsdesk.ui.models.undo_offer import UndoOffer

WIDTH = 560
HEIGHT = 320
"""Pixels of the list at least."""


class BinDialog(QDialog):
    """`put_back` names the article that came back, or the first of several."""

    put_back = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.banner = Banner(context.look)
        self._offer = UndoOffer(context, self.banner)
        self.rows = BinList(context, self)
        self.look = button(tr("&Look"), self._look)
        self.remove = button(tr("&Delete for Good…"), self._ask)
        self.back = button(tr("&Put Back"), self._put_back, "primary")
        self.keep = button(tr("&Keep in the Bin"), self._show_ready)
        self.sure = button(tr("&Delete for Good"), self._remove, "primary")
        self.close_bin = button(tr("&Close"), self.reject)
        self._said = label(
            tr("Kept for 30 days. What you put back reaches readers when you publish it."),
            "soft",
            wrap=True,
        )
        self._question = label("", "bad", wrap=True)
        self._lay_out()
        self.rows.chosen.connect(self._show_ready)
        self.rows.entered.connect(self._look)
        self.rows.remove_wanted.connect(self._ask)
        context.stepped.connect(self._stepped)
        self._read()

    def _lay_out(self) -> None:
        column = made_sheet(self, tr("Bin"), WIDTH)
        self._stack = QStackedLayout()
        for page in (self.rows, self._empty()):
            page.setMinimumHeight(HEIGHT)
            self._stack.addWidget(page)
        column.addWidget(self._said)
        column.addWidget(self.banner)
        column.addLayout(self._stack, 1)
        column.addWidget(self._question)
        column.addLayout(button_row(self.look, self.remove, None, self.keep, self.sure, self.close_bin, self.back))
        self.rows.setFocus()

    def _empty(self) -> QWidget:
        text = tr("An article that you delete stays here for 30 days. Until then it can be put back.")
        return empty_state(self._context.look, "trash", tr("The bin is empty"), text)

    def _stepped(self, step: Step) -> None:
        if step.touches(Binned):
            self._read()

    def _read(self) -> None:
        self.rows.show_binned(binned(self._context.read))
        self._show_ready()

    def _show_ready(self) -> None:
        """What can be done with what is selected; nothing is asked any more."""
        chosen, any_there = self.rows.selected(), bool(self.rows.binned)
        writable = self._context.refusal is None
        self._said.setVisible(any_there)
        self._stack.setCurrentIndex(0 if any_there else 1)
        self._ask_shown(False)
        for widget in (self.look, self.remove, self.back):
            widget.setVisible(any_there)
        self.look.setEnabled(len(chosen) == 1)
        self.remove.setEnabled(bool(chosen) and writable)
        self.back.setEnabled(bool(chosen) and writable)

    def _ask_shown(self, on: bool) -> None:
        for widget in (self.look, self.remove, self.back, self.close_bin):
            widget.setVisible(not on)
        self._question.setVisible(on)
        for widget in (self.keep, self.sure):
            widget.setVisible(on)

    def _look(self) -> None:
        chosen = self.rows.selected()
        if len(chosen) == 1:
            show_compared(self._context, chosen[0].id, chosen[0].revision, chosen[0].revision, self)

    def _ask(self) -> None:
        """The one question: this cannot be undone."""
        chosen = self.rows.selected()
        if not chosen or self._context.refusal is not None:
            return
        if len(chosen) == 1:
            headline = chosen[0].headline or tr("Untitled")
            said = tr("Delete “{headline}” with all its versions? Nothing brings it back.", headline=headline)
        else:
            said = ntr(
                "Delete {count} article with all its versions? Nothing brings it back.",
                "Delete {count} articles with all their versions? Nothing brings them back.",
                len(chosen),
            )
        self._question.setText(said)
        self._ask_shown(True)
        self.keep.setFocus()

    def _remove(self) -> None:
        ids = self._ids()
        self._context.do(
            lambda store: empty_bin(store, ids),
            while_open(self, lambda _result: self.rows.setFocus()),
            while_open(self, self._failed),
        )

    def _put_back(self) -> None:
        ids = self._ids()

        def came(articles: Sequence[Article]) -> None:
            self.put_back.emit(articles[0].id)
            said = ntr(
                "“{headline}” is back.", "{count} articles are back.", len(articles), headline=_name(articles[0])
            )
            self._offer.tell(said)
            self.rows.setFocus()

        self._context.do(
            lambda store: take_from_bin(store, ids), while_open(self, came), while_open(self, self._failed)
        )

    def _ids(self) -> list[ArticleId]:
        return [each.id for each in self.rows.selected()]

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.banner.show_text(Kind.TROUBLE, str(error))


def _name(article: Article) -> str:
    return article.headline or tr("Untitled")
