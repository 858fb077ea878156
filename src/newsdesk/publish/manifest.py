"""The list of what we wrote into a site's folder, by which we know our own files again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_

OWN_FOLDER = ".newsdesk"
"""The folder inside the site's that holds the manifest, and all that is being written."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: the SHA-256 of its bytes in hex, its size in bytes, and the key of what it was made from."""

    sha256: str
    size: int
    key: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files by site path, the folders that were made for them, and the id of the newsroom whose site it is.

    Earlier versions of Newsdesk kept no id: it is empty then, and where there is no manifest.
    """

    files: Mapping[str, Entry] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()
    newsroom: str = ""

    def to_bytes(self) -> bytes:
        """The manifest as JSON with one file a line, sorted, with nothing of the day or machine in it."""
        rows = (
            f'{json.dumps(path, ensure_ascii=False)}:["{entry.sha256}",{entry.size},"{entry.key}"]'
            for path, entry in sorted(self.files.items())
        )
        folders = json.dumps(sorted(self.folders), ensure_ascii=False)
        newsroom = json.dumps(self.newsroom, ensure_ascii=False)
        files = ",\n".join(rows)
        head = f'"version":{_VERSION},\n"newsroom":{newsroom},\n"folders":{folders}'
        return f'{{{head},\n"files":{{\n{files}\n}}}}\n'.encode()


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file, empty when there is none; raises `Trouble` when it is not one that we can read."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise _unknown(path) from error
    try:
        stored = json.loads(content)
        if stored["version"] == _VERSION:
            files = {name: Entry(*row) for name, row in stored["files"].items()}
            return Manifest(files, frozenset(stored["folders"]), str(stored.get("newsroom", "")))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise _unknown(path) from error
    raise _unknown(path)


def _unknown(path: Path) -> Trouble:
    return Trouble(
        N_("“{path}”, the list of what was exported here, is damaged or from a newer Newsdesk."),
        way_out=N_("Export into a new, empty folder, or empty this one."),
        path=str(path),
    )
