"""The rescue copy: a file outside the newsroom that holds what is typed while the newsroom cannot be written.

The file is JSON: `version`, `newsroom`, the `folder` where that lies, and `rescued`, which lists for each article,
and last for what belongs to none, its id, edition and headline, the moment of writing, and the texts. It is
written aside, through to the disk, and then renamed, so that there is the old copy or the new one, always whole.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from newsdesk.disks import settle
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import ArticleId, NewsroomId, PhotoId
from newsdesk.model.placement import Role
from newsdesk.newsroom.rescuing.others import forsaken

VERSION = 1
FOLDER = "rescue"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Typed:
    """One text that is typed and not in the newsroom yet.

    `label` names its place for people. `field` names it for us: a field of the article or, with a `photo`, one of
    what is said of that; it is empty for what is no value yet, such as half a name. `based_on` is the fingerprint
    of the text that the newsroom had when typing began; empty: not known.
    """

    label: str
    text: str
    article: ArticleId | None = None
    field: str = ""
    photo: PhotoId | None = None
    role: Role | None = None
    based_on: str = ""


@dataclass(frozen=True, slots=True)
class Rescued:
    """What is typed in one article (None: elsewhere), as it stood at a moment."""

    article: ArticleId | None
    edition: str
    headline: str
    written: datetime
    texts: tuple[Typed, ...]


def fingerprint(text: str) -> str:
    """What tells a text from any other: its SHA-256 in hex."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def rescue_path(data: Path, newsroom: NewsroomId, folder: Path) -> Path:
    """Where the rescue copy of the newsroom in `folder` lies, under this person's data folder.

    A copy of a newsroom is the same newsroom in another folder, and has a rescue copy of its own.
    """
    place = fingerprint(os.path.normcase(folder.resolve()))
    return data / FOLDER / f"{newsroom}-{place[:12]}.json"


class RescueFile:
    """The rescue copy of the newsroom in `folder`. What was found stays in it until somebody decided on it."""

    def __init__(self, file: Path, newsroom: NewsroomId, folder: Path) -> None:
        self.file = file
        self._newsroom = newsroom
        self._folder = folder
        self._undecided: tuple[Rescued, ...] = ()
        self._written: tuple[object, ...] | None = None
        self._read = False

    def found(self) -> tuple[Rescued, ...]:
        """What an earlier run left here, or in a copy that nobody else asks for, which goes into this one.

        A copy that cannot be read is put aside; Trouble says where.
        """
        self._read = True
        troubles = []
        try:
            self._undecided = self._content(self.file)
            self._written = _said(self._undecided)
        except Trouble as trouble:
            troubles.append(trouble)
        taken = []
        for other in forsaken(self.file, self._newsroom, self._folder):
            try:
                found = self._content(other)
            except Trouble as trouble:
                troubles.append(trouble)
            else:
                self._undecided += tuple(one for one in found if one not in self._undecided)
                taken.append(other)
        self._take_over(taken)
        if troubles:
            raise troubles[0]
        return self._undecided

    def leave(self, undecided: Sequence[Rescued]) -> None:
        """Of what was found, only these wait for a decision now."""
        self._undecided = tuple(undecided)
        self.write(())

    def write(self, rescued: Sequence[Rescued]) -> None:
        """Let the copy hold this and what waits for a decision; without either there is no copy any more.

        Raises `Trouble` when it cannot be written.
        """
        if not self._read:
            with suppress(Trouble):
                self.found()
        everything = (*self._undecided, *rescued)
        if not everything:
            self._remove()
            return
        if _said(everything) == self._written:
            return
        try:
            write_through(self.file, _to_json(everything, self._newsroom, self._folder))
        except OSError as error:
            raise Trouble(
                N_("The rescue copy {file} cannot be written either ({reason})."),
                N_("Save a copy to another disk now."),
                file=str(self.file),
                reason=error.strerror or type(error).__name__,
            ) from error
        self._written = _said(everything)

    def close(self) -> None:
        """Nothing is held open."""

    def _content(self, file: Path) -> tuple[Rescued, ...]:
        try:
            content = file.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise _unreadable(_put_aside(file), error.strerror or str(error)) from error
        try:
            return _from_json(content, self._newsroom)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise _unreadable(_put_aside(file), type(error).__name__) from error

    def _take_over(self, others: Sequence[Path]) -> None:
        """Have what was found in other copies in this one, and only then no more there."""
        if others:
            # What cannot be taken over now is found there again at the next start.
            with suppress(Trouble, OSError):
                self.write(())
                for other in others:
                    other.unlink(missing_ok=True)

    def _remove(self) -> None:
        try:
            self.file.unlink(missing_ok=True)
        except OSError as error:
            # It holds only what the newsroom has by now: at the next start that is seen, and nobody is asked.
            _LOG.warning("the rescue copy cannot be removed: %s", error.strerror)
        self._written = None


def grouped(typed: Iterable[Typed], facts: Mapping[ArticleId, tuple[str, str]], now: datetime) -> list[Rescued]:
    """The texts by their articles; `facts` has edition and headline of each article that is known."""
    groups: dict[ArticleId | None, list[Typed]] = {}
    for text in typed:
        groups.setdefault(text.article, []).append(text)
    made = []
    for article in sorted(groups, key=lambda id: (id is None, id or "")):
        edition, headline = facts.get(article, ("", "")) if article else ("", "")
        texts = tuple(groups[article])
        headline = next((text.text for text in texts if text.field == "headline"), headline)
        made.append(Rescued(article, edition, headline, now, texts))
    return made


def _said(rescued: Sequence[Rescued]) -> tuple[object, ...]:
    """All but the moments of writing: the same once more need not be written."""
    return tuple((one.article, one.edition, one.headline, one.texts) for one in rescued)


def write_through(file: Path, content: bytes) -> None:
    """Write a file that is there whole, or as it was before, whatever happens, and outlives a loss of power."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(".part")
    try:
        # For this person alone: it is unpublished text.
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        aside.replace(file)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    settle(file.parent)


def _put_aside(file: Path) -> Path:
    """Give what cannot be read a name of its own, so that nothing is written over it; where it lies then."""
    aside, number = file.with_suffix(".unreadable.json"), 1
    while aside.exists():
        number += 1
        aside = file.with_suffix(f".unreadable-{number}.json")
    try:
        return file.rename(aside)
    except OSError:
        return file


def _to_json(rescued: Sequence[Rescued], newsroom: NewsroomId, folder: Path) -> bytes:
    # In ASCII, with escapes: half a pair of UTF-16, which no database takes, is kept like all else.
    entries = [{**asdict(one), "written": one.written.isoformat()} for one in rescued]
    said = {"version": VERSION, "newsroom": newsroom, "folder": str(folder.resolve()), "rescued": entries}
    return json.dumps(said, indent=1).encode("ascii")


def _from_json(content: bytes, newsroom: NewsroomId) -> tuple[Rescued, ...]:
    parts = json.loads(content)
    if parts["version"] != VERSION or parts["newsroom"] != newsroom:
        raise ValueError("another version, or another newsroom")
    return tuple(_rescued(entry) for entry in parts["rescued"])


def _rescued(entry: Mapping[str, object]) -> Rescued:
    article, texts = _text_or_none(entry["article"]), entry["texts"]
    written = datetime.fromisoformat(_text(entry["written"]))
    if not isinstance(texts, list):
        raise TypeError
    return Rescued(
        ArticleId(article) if article else None,
        _text(entry["edition"]),
        _text(entry["headline"]),
        written if written.tzinfo else written.replace(tzinfo=UTC),
        tuple(_typed(text) for text in texts),
    )


def _typed(said: Mapping[str, object]) -> Typed:
    article, photo, role = (_text_or_none(said[name]) for name in ("article", "photo", "role"))
    return Typed(
        label=_text(said["label"]),
        text=_text(said["text"]),
        article=ArticleId(article) if article else None,
        field=_text(said["field"]),
        photo=PhotoId(photo) if photo else None,
        role=Role(role) if role else None,
        based_on=_text(said["based_on"]),
    )


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said


def _text_or_none(said: object) -> str | None:
    return None if said is None else _text(said)


def _unreadable(file: Path, reason: str) -> Trouble:
    return Trouble(
        N_("A rescue copy of text was found that cannot be read ({reason})."),
        N_("It is kept as {file}: a text editor may still show what is in it."),
        file=str(file),
        reason=reason,
    )
