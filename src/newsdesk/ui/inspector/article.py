"""The Article tab: what is filed with the open article. Every change is a step of its own."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import tr
from newsdesk.model.ids import ArticleId
from newsdesk.settings import Way
from newsdesk.store import Step
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.article_address import AddressField
from newsdesk.ui.inspector.article_boxes import Boxed, TypedText
from newsdesk.ui.inspector.article_choices import EditionChoice, SectionChoice, StatusChoice
from newsdesk.ui.inspector.article_moment import MomentField
from newsdesk.ui.inspector.article_more import NINE, Folding, MoreFields
from newsdesk.ui.inspector.article_translations import Translations
from newsdesk.ui.inspector.article_writing import ArticleWriting
from newsdesk.ui.kit.chips import ChipsField
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.growing_text import GrowingText
from newsdesk.ui.models.filed import Filed, read_filed, topic_names
from newsdesk.ui.unsaved import HalfTyped

SIX = time(18)


class ArticleTab(QWidget):
    """Shows what is filed with one article; `open_wanted(ArticleId)` asks for one of its translations."""

    open_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id: ArticleId | None = None
        self._write = ArticleWriting(context, self)
        look = context.look
        self.status = StatusChoice(look)
        self.section = SectionChoice(look)
        self.topics = ChipsField(look, tr("Topics"), tr("Add…"))
        self.edition = EditionChoice()
        self.deadline = MomentField(look, tr("Deadline"), context.clock, SIX)
        self.address = AddressField(look)
        self.not_before = MomentField(look, tr("Not before"), context.clock, NINE)
        self.translations = Translations(look)
        self.search_text = GrowingText(
            tr("Text for search results"), tr("The standfirst, if nothing is written"), framed=True
        )
        self._search_typed = TypedText(context, "search_text", tr("Text for search results"), self.search_text)
        self.more = MoreFields(context)
        self._boxes = {
            "status": Boxed(tr("Status"), self.status),
            "section": Boxed(tr("Section"), self.section),
            "topics": Boxed(tr("Topics"), self.topics),
            "language": Boxed(tr("Edition"), self.edition),
            "deadline": Boxed(tr("Deadline"), self.deadline),
            "slug": Boxed(tr("Address"), self.address),
            "not_before": Boxed(tr("Not before"), self.not_before),
            "translations": Boxed(tr("Translations"), self.translations),
            "search_text": Boxed(tr("Text for search results"), self.search_text),
            **self.more.boxes(),
        }
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            empty_state(look, "article", tr("No article is open"), tr("Choose one in the list."))
        )
        self._stack.addWidget(self._filled())
        self._connect()
        look.changed.connect(self._refresh)
        context.stepped.connect(self._take_step)
        context.add_flusher(self, self.flush)
        context.add_enterer(self, self.take)

    def show_article(self, id: ArticleId | None) -> None:
        """Show what is filed with an article; None: no article is open."""
        if id != self._id:
            self.take()
            self.flush()
            for box in self._boxes.values():
                box.show_fault(None)
            self._id = self._write.article = id
        self._refresh()

    def flush(self) -> None:
        """Hand over what is typed and not yet saved."""
        self._search_typed.flush()
        self.more.flush()

    def take(self) -> None:
        """Make values of what is typed and waits for Enter."""
        for field in (self.topics, self.address, self.deadline, self.not_before, self.more):
            field.take()

    def fault(self, field: str) -> str:
        """What is wrong with what was entered into a field, or nothing."""
        return self._boxes[field].fault

    def _filled(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 24)
        column.setSpacing(12)
        for row in (("status", "section"), ("topics",), ("language", "deadline"), ("slug",), ("not_before",)):
            grid = QGridLayout()
            grid.setHorizontalSpacing(10)
            for place, field in enumerate(row):
                grid.addWidget(self._boxes[field], 0, place, Qt.AlignmentFlag.AlignTop)
                grid.setColumnStretch(place, 1)
            column.addLayout(grid)
        for field in ("translations", "search_text"):
            column.addWidget(self._boxes[field])
        column.addWidget(Folding(self._context.look, tr("More"), self.more))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        return scroll

    def _connect(self) -> None:
        write = self._write
        self.status.chosen.connect(write.set_status)
        self.section.chosen.connect(write.set_section)
        self.section.named.connect(write.make_section)
        self.topics.changed.connect(write.set_topics)
        self.edition.chosen.connect(write.set_edition)
        self.deadline.moment_set.connect(lambda moment: write.set_moment("deadline", moment))
        self.not_before.moment_set.connect(lambda moment: write.set_moment("not_before", moment))
        self.more.embargo.moment_set.connect(lambda moment: write.set_moment("embargo", moment))
        self.deadline.refused.connect(lambda trouble: self._show_fault("deadline", trouble))
        self.not_before.refused.connect(lambda trouble: self._show_fault("not_before", trouble))
        self.more.embargo.refused.connect(lambda trouble: self._show_fault("embargo", trouble))
        self.address.entered.connect(lambda slug: write.change("slug", slug))
        self.more.changed.connect(write.change)
        self.translations.open_wanted.connect(self.open_wanted)
        self.translations.wanted.connect(write.translate)
        write.translated.connect(self.open_wanted)
        write.refused.connect(self._take_refusal)
        self._search_typed.refused.connect(self._show_fault)
        self.more.refused.connect(self._show_fault)
        for line, name in (
            (self.topics.typed, tr("Topics")),
            (self.address.slug, tr("Address")),
            (self.deadline, tr("Deadline")),
            (self.not_before, tr("Not before")),
            (self.more.embargo, tr("Embargo")),
            (self.more.length, tr("Length")),
            (self.more.published, tr("Published at")),
        ):
            HalfTyped(self._context, line, name, lambda: self._id)
        write.arrived.connect(self._refresh)

    def _show_fault(self, field: str, trouble: Trouble | None) -> None:
        self._boxes[field].show_fault(trouble)

    def _take_refusal(self, field: str, trouble: Trouble | None) -> None:
        self._show_fault(field, trouble)
        if trouble is not None:
            self._refresh()

    def _refresh(self) -> None:
        read = self._context.read
        filed = read_filed(read, self._id, self._context.clock()) if self._id else None
        self._stack.setCurrentIndex(0 if filed is None else 1)
        if filed is None:
            return
        self._show(filed)
        self.topics.offer(topic_names(read, filed.article.edition))

    def _show(self, filed: Filed) -> None:
        way = self._context.preferences.way
        article = filed.article
        self.status.show_filed(filed, way)
        self.section.show_filed(filed)
        topics = self._write.topics()
        self.topics.show_names(filed.topics if topics is None else topics)
        self.edition.show_filed(filed)
        self.deadline.show_moment(article.deadline, filed.zone)
        self.address.show_filed(filed)
        self.not_before.show_moment(article.not_before, filed.zone, with_zone=True)
        self.translations.show_filed(filed)
        self._search_typed.show(article.id, article.search_text)
        self.more.show_filed(filed)
        several = len(filed.editions) > 1
        self._boxes["language"].setVisible(several or way is Way.DESK)
        self._boxes["translations"].setVisible(several)

    def _take_step(self, step: Step) -> None:  # noqa: ARG002
        if self._id is not None:
            self._refresh()
