"""Writes deliveries: each file whole, and nothing overwritten but what an earlier delivery wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from newsdesk.errors import Trouble
from newsdesk.exchange import Files
from newsdesk.i18n import N_

_FILE = "deliveries.json"


class Deliveries:
    """Remembers in `cache` what was written where. When that cannot be kept, no file there is overwritten."""

    def __init__(self, cache: Path) -> None:
        self._file = cache / _FILE
        self._written = _read(self._file)

    def write(self, folder: Path, files: Files) -> list[Path]:
        """Write files into a folder and give their paths; the one that names the others goes last.

        Raises `Trouble` before anything is written when a file that is not ours stands at one of the names, and
        when the disk does not let us.
        """
        places = {folder / name: content for name, content in files}
        for path, content in places.items():
            self._refuse_foreign(path, content)
        for path, content in reversed(places.items()):
            _put(path, content)
            self._written[str(path.absolute())] = sha256(content).hexdigest()
        self._keep()
        return list(places)

    def _refuse_foreign(self, path: Path, content: bytes) -> None:
        try:
            # What is no file, such as a device, could be read for ever.
            found = path.read_bytes() if S_ISREG(path.stat().st_mode) else None
        except FileNotFoundError:
            return
        except OSError as error:
            raise _cannot_write(path, error) from error
        ours = found is not None and self._written.get(str(path.absolute())) == sha256(found).hexdigest()
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
            aside.write_text(json.dumps(self._written, indent=0), encoding="utf-8")
            aside.replace(self._file)


def _read(file: Path) -> dict[str, str]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, Mapping):
        return {}
    return {str(path): str(digest) for path, digest in kept.items()}


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
