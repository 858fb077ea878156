"""What every pane of the window works with: the open newsroom, the lane that writes it, jobs, the look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from pathlib import Path
from time import monotonic_ns
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from newsdesk import newsroom
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message
from newsdesk.jobs import Failed, Jobs, Lane
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, Clock
from newsdesk.newsroom.rescuing import Rescued, RescueFile, Typed, grouped, rescue_path
from newsdesk.settings import Preferences
from newsdesk.store import Reader, Step, Store
from newsdesk.ui.kit.entries import Entries
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.rescuing import Rescuing
from newsdesk.ui.kit.saving import Saving
from newsdesk.ui.kit.thumbnails import Thumbnails

R = TypeVar("R")


def _nothing(_result: object) -> None:
    """What came home needs no answer."""


class Context(QObject):
    """One open newsroom, as all panes share it. It belongs to the main thread.

    `read` is for short reads on the main thread. `stepped` brings every finished step; `undo_name` and `redo_name`
    are then those of what can be undone and done again. `refusal` says why nothing can be written, or is None.
    `troubled` asks the window to show a trouble in a banner, `told` a message with, perhaps, a way to undo;
    `typing_undone` says that a text has no more typing to undo, and offers the last step.
    `kept` follows a new backup or copy of one, and another place for them; `closing` comes before the newsroom is
    closed: who works long stops then.
    """

    stepped = Signal(object)
    troubled = Signal(object)
    told = Signal(object, bool)
    typing_undone = Signal(object)
    kept = Signal()
    closing = Signal()

    def __init__(
        self,
        folder: Path,
        read: Reader,
        lane: Lane[Store],
        jobs: Jobs,
        look: Look,
        *,
        clock: Clock,
        state: Path,
        rescue: Lane[RescueFile],
        data: Path,
        refusal: Trouble | None = None,
    ) -> None:
        super().__init__()
        self.folder = folder
        self.read = read
        self.look = look
        self.clock = clock
        self.state = state
        self.refusal = refusal
        self.undo_name: Message | None = None
        self.redo_name: Message | None = None
        self._undo_before: Message | None = None
        self.newsroom_id = read.newsroom().id
        self.saving = Saving(ticks, self)
        self.entries = Entries(self.do, self.saving, self.tell_failure, self)
        copy = rescue_path(data, self.newsroom_id, folder)
        self.rescuing = Rescuing(self.saving, rescue, copy, self._packed, ticks, self)
        self.thumbnails = Thumbnails(self._picture, jobs, self)
        self._lane = lane
        self._jobs = jobs
        self._flushers: list[tuple[QObject, Callable[[], None]]] = []
        self._enterers: list[tuple[QObject, Callable[[], None]]] = []
        self._facts: dict[ArticleId, tuple[str, str]] = {}

    @property
    def preferences(self) -> Preferences:
        """This person's preferences as they are now."""
        return self.look.preferences

    @property
    def made(self) -> Message | None:
        """The name of the undoable step that was made by the work that just comes home; None: it made none."""
        return self.undo_name if self.undo_name is not self._undo_before else None

    def do(
        self,
        function: Callable[[Store], R],
        done: Callable[[R], None] = _nothing,
        failed: Failed | None = None,
    ) -> Future[R]:
        """Run `function` on the writing lane; the result comes home. Without `failed` a banner shows Trouble."""
        self.saving.began()

        def came(result: R) -> None:
            self.saving.ended()
            self._answer(lambda: done(result))

        def went_wrong(error: BaseException) -> None:
            self.saving.ended()
            self._answer(lambda: (failed or self.tell_failure)(error))

        return self._lane.do(function, came, went_wrong)

    def _answer(self, answer: Callable[[], None]) -> None:
        """Answer work that came home: what it wrote came before it, and what comes next is not its."""
        try:
            answer()
        finally:
            self._undo_before = self.undo_name

    def work(
        self, work: Callable[[], R], done: Callable[[R], None] = _nothing, failed: Failed | None = None
    ) -> Future[R]:
        """Run `work` in a thread: reads with a reader of their own, pictures, files."""
        return self._jobs.run(work, done, failed or self.tell_failure)

    def tell(self, text: Message, *, undo: bool = False) -> None:
        """Show a message in the window's banner, with a button that undoes what it tells of."""
        self.told.emit(text, undo)

    def tell_failure(self, error: BaseException) -> None:
        """Show a Trouble in the window's banner; anything else is our bug and is raised."""
        if not isinstance(error, Trouble):
            raise error
        self.troubled.emit(error)

    def add_flusher(self, owner: QObject, flush: Callable[[], None]) -> None:
        """Have `flush` hand over what is typed, whenever it must be saved, as long as `owner` lives."""
        self._flushers.append((owner, flush))

    def add_enterer(self, owner: QObject, enter: Callable[[], None]) -> None:
        """Have `enter` make a value of what is half typed, as Enter does, before all is saved to leave it."""
        self._enterers.append((owner, enter))

    def flush(self) -> None:
        """Have every pane hand what is typed to the writing lane, before what is asked of the lane next."""
        try:
            _call_all(self._enterers)
        finally:
            self.flush_texts()

    def flush_texts(self) -> None:
        """Have what is typed handed over, but for what waits for Enter: somebody looks away for a moment."""
        try:
            _call_all(self._flushers)
        finally:
            self.rescuing.hurry()

    def is_gone(self, article: ArticleId) -> bool:
        """Whether the article was deleted; a newsroom that cannot be read does not say so."""
        try:
            return self.read.get(Article, article) is None
        except Trouble:
            return False

    def undo(self) -> None:
        """Take the last step back, after what is typed was saved."""
        self.flush()
        self.do(lambda store: store.undo())

    def undo_step(self, name: Message) -> None:
        """Take back the step of this very name; Trouble, and nothing is undone, when another one came after it."""
        self.flush_texts()
        self.do(lambda store: _undo(store, name))

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self.flush()
        self.do(lambda store: store.redo())

    def _picture(self, hash: str, extension: str) -> bytes:
        # Loaded when the first picture is wanted, beside the window: what reads pictures is slow to load.
        return newsroom.thumbnail(self.folder, self.newsroom_id, hash, extension)

    def take_step(self, step: Step, undo_name: Message | None, redo_name: Message | None) -> None:
        """Tell the panes of a finished step; called on the main thread by whoever opened the newsroom."""
        self.undo_name, self.redo_name = undo_name, redo_name
        self.saving.wrote(step.time)
        self.stepped.emit(step)
        self.entries.adopt()

    def unsaved(self) -> Sequence[Rescued]:
        """All that is typed and not on the disk, by its articles."""
        return self._packed(self.saving.held())

    def _packed(self, typed: Iterable[Typed]) -> Sequence[Rescued]:
        """What is typed, by its articles; what is said of these was read when they were typed in first."""
        texts = list(typed)
        for id in {text.article for text in texts if text.article and text.article not in self._facts}:
            with suppress(Trouble):
                article = self.read.get(Article, id)
                if article is not None:
                    self._facts[id] = article.edition, article.headline
        return grouped(texts, self._facts, self.clock())


def _undo(store: Store, name: Message) -> None:
    # Told apart by identity: two steps may well have the same name.
    if store.undo_name is not name:
        raise Trouble(
            N_("“{name}” was not undone: something else was done since."),
            N_("Undo in the Edit menu goes back step by step."),
            name=str(name),
        )
    store.undo()


def ticks() -> int:
    """Milliseconds on a clock that nobody sets."""
    return monotonic_ns() // 1_000_000


def _call_all(owned: Sequence[tuple[QObject, Callable[[], None]]]) -> None:
    """Call all whose owners live, in order, even if one fails: its fault must not cost another's text."""

    def call(owner: QObject, function: Callable[[], None]) -> None:
        if isValid(owner):
            function()

    with ExitStack() as stack:
        for owner, function in reversed(owned):
            stack.callback(call, owner, function)
