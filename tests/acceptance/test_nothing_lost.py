"""Whatever a person does, in any order and wherever it is cut off: the newsroom agrees with a plain model."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.stores import ENGLISH, START, Clock, Ids, make_store
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId, RevisionId, TopicId
from newsdesk.model.topic import Topic
from newsdesk.newsroom import delete_articles, edit_text, new_article, set_moment, set_status, set_topics
from newsdesk.newsroom.history import binned, keep_version, restore_version, take_from_bin
from newsdesk.store import Store, open_store

STATUSES = (Status.DRAFT, Status.FILED, Status.EDITING, Status.READY, Status.HELD)
TEXTS = ("", "The river rose.", "The river rose at dawn.\n\nNobody slept.", "“Höhe” – שלום, 川.\n\n- one\n- two")
TOPICS: tuple[tuple[str, ...], ...] = ((), ("Floods",), ("Ferries", "Floods"), ("Strike",))
DEADLINES = (None, START, START + timedelta(days=2))
COPY = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2])"

Fields = dict[str, object]
Key = tuple[str, str]
"""Where something is, `article` or `bin`, and which article."""

Made = tuple[Key, str, object, object]
"""A change of one field, before and after; an empty name stands for the whole."""


@dataclass
class Model:
    """What there should be, as dictionaries, and two stacks of changes."""

    there: dict[Key, Fields] = field(default_factory=dict)
    versions: list[tuple[str, RevisionId, Fields]] = field(default_factory=list)
    done: list[list[Made]] = field(default_factory=list)
    undone: list[list[Made]] = field(default_factory=list)

    def step(self, changes: list[Made], *, undo: bool = True) -> None:
        """Make changes, and remember those that are any."""
        made = [change for change in changes if change[2] != change[3]]
        self._make(made)
        if undo and made:
            self.undone.clear()
            self.done = [*self.done, made][-100:]

    def set(self, id: str, after: Fields, *, undo: bool = True) -> None:
        """Give fields of an article other values."""
        before = self.there["article", id]
        self.step([(("article", id), name, before[name], value) for name, value in after.items()], undo=undo)

    def undo(self) -> None:
        """Take the last step back, but for what was changed since."""
        if self.done:
            back = [(key, name, after, before) for key, name, before, after in reversed(self.done.pop())]
            if made := self._again(back):
                self.undone.append([(key, name, after, before) for key, name, before, after in reversed(made)])

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        if self.undone and (made := self._again(self.undone.pop())):
            self.done.append(made)

    def _again(self, changes: list[Made]) -> list[Made]:
        # What comes or goes does so in both places or in none.
        whole = [change for change in changes if not change[1]]
        torn = {key[1] for key, _, before, _ in whole if self.there.get(key) != before}
        made = []
        for change in changes:
            key, name, before, _ = change
            if key[1] not in torn if not name else self.there.get(key, {}).get(name, KeyError) == before:
                self._make([change])
                made.append(change)
        return made

    def _make(self, changes: list[Made]) -> None:
        for key, name, _, after in changes:
            if name:
                self.there[key] = self.there[key] | {name: after}
            elif isinstance(after, dict):
                self.there[key] = after
            else:
                del self.there[key]


class Desk:
    """A newsroom and its model, to which the same things are done."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.model = Model()
        self.copies = 0
        with make_store(room) as store:
            id = new_article(store, ENGLISH, "First").id
            set_topics(store, id, ["Floods", "Ferries", "Strike"])
            set_topics(store, id, [])
        self.model.there["article", id] = fields_of(headline="First")
        self.store = self._open(room)

    def do(self, name: str, choice: int) -> None:
        """Do one thing, as far as there is something to do it to."""
        getattr(self, name)(choice)

    def write(self, choice: int) -> None:
        if id := self._article(choice):
            text = TEXTS[choice % len(TEXTS)]
            edit_text(self.store, id, {"body": text})
            self.model.set(id, {"body": text}, undo=False)

    def headline(self, choice: int) -> None:
        if id := self._article(choice):
            edit_text(self.store, id, {"headline": f"Headline {choice}", "standfirst": f"It is {choice}."})
            self.model.set(id, {"headline": f"Headline {choice}", "standfirst": f"It is {choice}."}, undo=False)

    def topics(self, choice: int) -> None:
        if id := self._article(choice):
            names = TOPICS[choice % len(TOPICS)]
            set_topics(self.store, id, names)
            self.model.set(id, {"topics": names})

    def status(self, choice: int) -> None:
        if id := self._article(choice):
            status = STATUSES[choice % len(STATUSES)]
            set_status(self.store, [id], status)
            self.model.set(id, {"status": status})

    def deadline(self, choice: int) -> None:
        if id := self._article(choice):
            moment = DEADLINES[choice % len(DEADLINES)]
            set_moment(self.store, id, "deadline", moment)
            self.model.set(id, {"deadline": moment})

    def new(self, choice: int) -> None:
        made = new_article(self.store, ENGLISH, f"New {choice}")
        self.model.step([(("article", made.id), "", None, fields_of(headline=f"New {choice}"))])

    def delete(self, choice: int) -> None:
        if id := self._article(choice):
            delete_articles(self.store, [id])
            gone = self.model.there["article", id]
            self.model.step([(("bin", id), "", None, gone), (("article", id), "", gone, None)])

    def back(self, choice: int) -> None:
        if id := self._id("bin", choice):
            take_from_bin(self.store, [id])
            lost = self.model.there["bin", id]
            self.model.step([(("article", id), "", None, lost), (("bin", id), "", lost, None)])

    def keep(self, choice: int) -> None:
        if id := self._article(choice):
            kept = keep_version(self.store, id, f"v{choice}")
            self.model.versions.append((id, kept.id, self.model.there["article", id]))

    def restore(self, choice: int) -> None:
        if self.model.versions:
            id, kept, fields = self.model.versions[choice % len(self.model.versions)]
            if ("article", id) in self.model.there:
                restore_version(self.store, ArticleId(id), kept)
                self.model.set(id, {name: value for name, value in fields.items() if name != "status"})

    def undo(self, _choice: int) -> None:
        self.store.undo()
        self.model.undo()

    def redo(self, _choice: int) -> None:
        self.store.redo()
        self.model.redo()

    def kill(self, _choice: int) -> None:
        """Go on with the folder as the disk has it now, as after a loss of power."""
        self.copies += 1
        crashed = self.room.with_name(f"crashed-{self.copies}")
        # By another process: to open and close the file here would take the locks off it.
        subprocess.run([sys.executable, "-S", "-c", COPY, str(self.store.folder), str(crashed)], check=True)
        self.store.close()
        self.store = self._open(crashed)
        assert self.store.unclean is not None
        self.model.done.clear()
        self.model.undone.clear()

    def agrees(self) -> None:
        """The newsroom is as the model has it, versions and bin too."""
        read = self.store.read
        names = {topic.id: topic.names[0].text for topic in read.every(Topic)}
        found: dict[Key, Fields] = {("article", each.id): shown(each, names) for each in read.every(Article)}
        for each in binned(read):
            snapshot = read.snapshot(
                next(kept.hash for kept in read.revisions(each.id) if kept.id == each.revision)
            )
            found["bin", each.id] = shown(snapshot.article, names)
        assert found == self.model.there
        for id, kept, fields in self.model.versions:
            assert shown(self._version(id, kept), names) == fields

    def _version(self, id: str, revision: RevisionId) -> Article:
        [hash] = [each.hash for each in self.store.read.revisions(ArticleId(id)) if each.id == revision]
        return self.store.read.snapshot(hash).article

    def _open(self, folder: Path) -> Store:
        ids = Ids(f"copy{self.copies}-")
        return open_store(folder, clock=Clock(), ids=ids, author="Ada")

    def _article(self, choice: int) -> ArticleId | None:
        return self._id("article", choice)

    def _id(self, where: str, choice: int) -> ArticleId | None:
        ids = [id for place, id in self.model.there if place == where]
        return ArticleId(ids[choice % len(ids)]) if ids else None


def fields_of(**known: object) -> Fields:
    """The fields that the model follows, as in a new article."""
    new: Fields = {"body": "", "headline": "", "standfirst": "", "topics": ()}
    return new | {"status": Status.DRAFT, "deadline": None} | known


def shown(article: Article, names: Mapping[TopicId, str]) -> Fields:
    """The same of a real article."""
    values = {name: getattr(article, name) for name in fields_of()}
    return values | {"topics": tuple(names[topic] for topic in article.topics)}


@contextmanager
def a_desk() -> Iterator[Desk]:
    """A desk in a folder of its own."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "newsroom")
        try:
            yield desk
        finally:
            desk.store.close()


OFTEN = "write headline topics status deadline new delete back keep restore undo undo redo redo".split()
ACTIONS = st.tuples(st.sampled_from([*OFTEN * 3, "kill"]), st.integers(0, 11))


@settings(max_examples=15, deadline=None)
@given(st.lists(ACTIONS, max_size=60))
def test_any_sequence_agrees_with_the_model(actions: list[tuple[str, int]]) -> None:
    with a_desk() as desk:
        for name, choice in actions:
            desk.do(name, choice)
        desk.agrees()


@pytest.mark.parametrize("seed", range(5))
def test_two_hundred_random_actions_agree_with_the_model(seed: int) -> None:
    chance = random.Random(seed)
    with a_desk() as desk:
        for number in range(200):
            desk.do(chance.choice([*OFTEN * 3, "kill"]), chance.randrange(12))
            if number % 20 == 19:
                desk.agrees()
