"""Reads a text file that somebody wrote, and says plainly when it is not one."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from stat import S_ISREG

from newsdesk.errors import Trouble
from newsdesk.i18n import N_

MAX_BYTES = 10 * 1024 * 1024
"""No article is longer: ten million letters are twenty novels."""


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, without byte order mark and with `\\n` at the end of lines.

    Raises `Trouble` naming the file when it cannot be read, is larger than `MAX_BYTES` or is not UTF-8 text.
    """
    try:
        found = path.stat()
        readable = S_ISREG(found.st_mode) and found.st_size <= MAX_BYTES
        data = path.read_bytes() if readable else b""
    except OSError as error:
        raise Trouble(
            N_("“{file}” could not be read: {reason}."),
            way_out=N_("Check the name of the file, and that you may read it."),
            file=str(path),
            reason=error.strerror or str(error),
        ) from error
    if not S_ISREG(found.st_mode):  # a pipe or a device could be read for ever
        raise Trouble(
            N_("“{file}” is not a file."),
            way_out=N_("Name the text of one article, saved as a file."),
            file=str(path),
        )
    if not readable:
        raise Trouble(
            N_("“{file}” is too large for an article: {size} MB, where {limit} MB are allowed."),
            way_out=N_("Name the text of one article. Pictures lie in files of their own."),
            file=str(path),
            size=found.st_size // (1024 * 1024),
            limit=MAX_BYTES // (1024 * 1024),
        )
    return decode(data, path)


def decode(data: bytes, path: Path) -> str:
    """The text in `data`, which was read from `path`; see `read_text`."""
    is_utf16 = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if b"\0" in data and not is_utf16:
        raise Trouble(
            N_("“{file}” is not a text file."),
            way_out=N_("Name a Markdown file. Photos are added with “newsdesk photos add”."),
            file=str(path),
        )
    try:
        if is_utf16:
            raise UnicodeDecodeError("utf-8", data, 0, 1, "UTF-16")
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Trouble(
            N_("“{file}” is not UTF-8 text: the first strange byte is in line {line}."),
            way_out=N_("Open it in your editor and save it again with the encoding UTF-8."),
            file=str(path),
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
