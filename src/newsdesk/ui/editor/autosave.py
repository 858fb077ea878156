"""Typed text gets onto the disk by itself: when it is quiet, soon while it is not, and at once when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, tr
from newsdesk.model.article import TEXT_FIELDS, Article
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import edit_text
from newsdesk.newsroom.rescuing import Typed, fingerprint
from newsdesk.ui.context import Context
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.entries import trouble_of
from newsdesk.ui.kit.saving import AGAIN, LONGEST, QUIET

LABELS = {
    "kicker": N_("Kicker"),
    "headline": N_("Headline"),
    "standfirst": N_("Standfirst"),
    "body": N_("Text"),
}
"""What the fields are called for people."""


class Autosave(QObject):
    """Saves the text fields of the open article that a person changed, and no others.

    `texts` gives the fields as they are shown. What is typed during a save is unsaved until the next. What could
    not be saved is kept here, also after another article was opened, and tried again until it is on the disk.
    `settled` follows when no save is under way any more.
    """

    settled = Signal()

    def __init__(self, context: Context, texts: Callable[[], Mapping[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = texts
        self._id: ArticleId | None = None
        self._stored: dict[str, str] = {}
        self._typed: set[str] = set()
        # What was handed over and is not known to be on the disk, by article; the text it was typed over; whose
        # save failed, and who was deleted meanwhile.
        self._pending: dict[ArticleId, dict[str, str]] = {}
        self._based_on: dict[tuple[ArticleId, str], str] = {}
        self._failed: set[ArticleId] = set()
        self._deleted: set[ArticleId] = set()
        self._under_way = 0
        self._debounce = Debounce(self.flush, quiet=QUIET, longest=LONGEST, parent=self)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._try_again)
        context.saving.add_holder(self, self._held)
        context.stepped.connect(lambda _step: self._adopt())

    @property
    def busy(self) -> bool:
        """Whether a save is under way."""
        return self._under_way > 0

    def begin(self, article: Article | None) -> Mapping[str, str]:
        """Another article was opened: gives those of its texts that are newer than what the disk has."""
        self.flush()
        self._id = article.id if article else None
        self._typed = set()
        self._stored = _texts_of(article) if article else {}
        newer = dict(self._pending.get(article.id, {})) if article else {}
        for name in newer:
            self.note(name)
        return newer

    def note(self, field: str) -> None:
        """A person changed a field."""
        if self._id is None:
            return
        self._typed.add(field)
        self._based_on.setdefault((self._id, field), self._stored[field])
        self._context.saving.typed(_place(self._id, field))
        self._debounce.note()

    def flush(self) -> None:
        """Hand over at once what is typed and not saved."""
        self._debounce.drop()
        if self._id is None or not self._typed:
            return
        texts = self._texts()
        # As it is now: what is typed while this is written is noted anew.
        changed = {name: texts[name] for name in self._typed}
        self._typed = set()
        self._save(self._id, changed)

    def foreign(self, article: Article) -> Mapping[str, str]:
        """The texts of the open article that were changed elsewhere and that nobody types here."""
        texts = _texts_of(article)
        changed = {name: text for name, text in texts.items() if text != self._stored[name]}
        self._stored |= changed
        return {name: text for name, text in changed.items() if name not in self._typed}

    def _held(self) -> Iterator[Typed]:
        """What is typed and not on the disk, as it reads now."""
        shown = self._texts() if self._id is not None and self._typed else {}
        typed = {name: shown[name] for name in self._typed} if shown else {}
        for id in sorted({*self._pending, *([self._id] if self._id and typed else [])}):
            texts = self._pending.get(id, {}) | (typed if id == self._id else {})
            for name in sorted(texts):
                based_on = fingerprint(self._based_on[id, name])
                yield Typed(tr(LABELS[name]), texts[name], id, name, based_on=based_on)

    def _save(self, id: ArticleId, changed: dict[str, str]) -> None:
        for name in changed:
            self._context.saving.handed_over(_place(id, name))
        self._under_way += 1
        self._failed.discard(id)
        self._pending.setdefault(id, {}).update(changed)
        self._context.do(
            lambda store: edit_text(store, id, changed),
            lambda article: self._kept(id, changed, article),
            lambda error: self._lost(id, changed, error),
        )

    def _kept(self, id: ArticleId, changed: dict[str, str], article: Article) -> None:
        pending = self._pending.get(id, {})
        for name, text in changed.items():
            if pending.get(name) == text:
                del pending[name]
                self._based_on.pop((id, name), None)
                if id == self._id and name in self._typed:
                    self._based_on[id, name] = text
        if not pending:
            self._pending.pop(id, None)
        if id == self._id:
            # The store may write a link in another way than it was typed: that is no change from elsewhere.
            texts = _texts_of(article)
            self._stored |= {name: texts[name] for name in changed}
        for name in changed:
            self._context.saving.kept(_place(id, name))
        self._ended()

    def _lost(self, id: ArticleId, changed: dict[str, str], error: BaseException) -> None:
        if not isValid(self):
            # The pane is gone; what happened must still be known.
            self._context.tell_failure(error)
            return
        if isinstance(error, Trouble) and self._context.is_gone(id):
            # Deleted, or its making undone, while it was typed in: what was typed waits for its coming back.
            self._deleted.add(id)
            for name in changed:
                self._context.saving.kept(_place(id, name))
            self._context.tell_failure(error)
            self._ended()
            return
        if id == self._id:
            self._typed |= set(changed)
        else:
            self._failed.add(id)
        for name in changed:
            self._context.saving.lost(_place(id, name), trouble_of(error))
        self._ended()
        if not isinstance(error, Trouble):
            # Our bug: the next keystroke tries again, and no timer makes one report after the other.
            raise error
        self._again.start()

    def _try_again(self) -> None:
        self.flush()
        for id in sorted(self._failed):
            self._save(id, dict(self._pending[id]))

    def _adopt(self) -> None:
        """Something changed in the newsroom: save what was typed in an article that is there again."""
        for id in sorted(id for id in self._deleted if not self._context.is_gone(id)):
            self._deleted.discard(id)
            self._save(id, dict(self._pending[id]))

    def _ended(self) -> None:
        self._under_way -= 1
        if not self._under_way and isValid(self):
            self.settled.emit()


def _place(id: ArticleId, field: str) -> str:
    return f"{id} {field}"


def _texts_of(article: Article) -> dict[str, str]:
    return {name: getattr(article, name) for name in sorted(TEXT_FIELDS)}
