"""Writes deliveries: each file whole, and nothing overwritten but what an earlier delivery wrote."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from newsdesk.errors import Trouble
from newsdesk.exchange import Files
from newsdesk.i18n import N_
from newsdesk.model.ids import ArticleId

_FILE = "deliveries.json"


@dataclass(frozen=True, slots=True)
class Written:
    """A file that a delivery wrote: the SHA-256 of its bytes in hex, its article, and the main file beside it."""

    sha256: str
    article: str
    main: str


class Deliveries:
    """Remembers in `cache` what was written where. When that cannot be kept, no file there is overwritten."""

    def __init__(self, cache: Path) -> None:
        self._file = cache / _FILE
        self._written = _read(self._file)

    def write(self, folder: Path, files: Files, article: ArticleId) -> list[Path]:
        """Write an article’s files into a folder and give their paths; the one that names the others goes last.

        What an earlier delivery of the article wrote to this place and this one does not need is removed, unless
        someone changed it. Raises `Trouble` before anything is written when a file that is not ours stands at one
        of the names, when the place holds another article, and when the disk does not let us.
        """
        places = {folder / name: content for name, content in files}
        main = str(next(iter(places)).absolute())
        self._refuse_other_article(places, main, article)
        for path, content in places.items():
            self._refuse_foreign(path, content)
        try:
            for path, content in reversed(places.items()):
                _put(path, content)
                self._written[str(path.absolute())] = Written(sha256(content).hexdigest(), article, main)
            self._remove_old(folder, places, main)
        finally:
            self._keep()
        return list(places)

    def _refuse_other_article(self, places: Mapping[Path, bytes], main: str, article: ArticleId) -> None:
        """Refuse a place where files of another article are: they would go out with this one."""
        wanted = {str(path.absolute()) for path in places}
        for path, written in self._written.items():
            meant = written.main == main or path in wanted
            if meant and written.article != article and os.path.lexists(path):
                raise Trouble(
                    N_("“{path}” belongs to another article that was written there."),
                    way_out=N_("Choose another place, or remove what is there first."),
                    path=path,
                )

    def _remove_old(self, folder: Path, places: Mapping[Path, bytes], main: str) -> None:
        """Remove what was written with this main file before and is not needed now, if nobody changed it."""
        needed = {str(path.absolute()) for path in places}
        old = [path for path, written in self._written.items() if written.main == main and path not in needed]
        for path in map(Path, old):
            written = self._written.pop(str(path))
            try:
                if path.is_file() and sha256(path.read_bytes()).hexdigest() == written.sha256:
                    path.unlink()
            except OSError as error:
                raise _cannot_write(path, error) from error
            with suppress(OSError):  # a folder that holds something stays
                if path.parent != folder.absolute():
                    path.parent.rmdir()

    def _refuse_foreign(self, path: Path, content: bytes) -> None:
        try:
            # What is no file, such as a device, could be read for ever.
            found = path.read_bytes() if S_ISREG(path.stat().st_mode) else None
        except FileNotFoundError:
            return
        except OSError as error:
            raise _cannot_write(path, error) from error
        written = self._written.get(str(path.absolute()))
        ours = found is not None and written is not None and written.sha256 == sha256(found).hexdigest()
        if found != content and not ours:
            raise Trouble(
                N_("“{path}” is there already, and Newsdesk did not write it."),
                way_out=N_("Choose another name, or move what is there away."),
                path=str(path),
            )

    def _keep(self) -> None:
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            aside = self._file.with_suffix(".part")
            kept = {path: asdict(written) for path, written in self._written.items()}
            aside.write_text(json.dumps(kept, indent=0), encoding="utf-8")
            aside.replace(self._file)


def _read(file: Path) -> dict[str, Written]:
    """What was kept; nothing when that cannot be read."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {str(path): Written(**written) for path, written in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _put(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == content:
            return
        try:
            aside.write_bytes(content)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> Trouble:
    return Trouble(
        N_("“{path}” cannot be written: {reason}."),
        way_out=N_("Check that there is room on the disk and that you may write there."),
        path=str(path),
        reason=error.strerror or str(error),
    )
