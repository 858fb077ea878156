"""The pages of a damaged SQLite file, read by ourselves: what cannot be read is a page that is not there.

The formats of the file and of the write-ahead log are those of https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_FRACTIONS = b"\x40\x20\x20"
"""What stands behind the page size in every file's header: how much of a page one cell may take."""

_USUAL = 4096
"""The page size of every newsroom that we made."""

_LOG_HEADER, _FRAME_HEADER = 32, 24
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_MASK = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Header:
    """What the first page says of the file: bytes of a page, those at its end that are not used, the version."""

    page_size: int
    reserved: int
    version: int
    free: int


class Pages:
    """The pages of a file by number, from 1, each as it was written last; the file stays open until `close`."""

    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        log = file.with_name(f"{file.name}-wal")
        self._log = log.read_bytes() if log.is_file() else b""
        start = self._read(0, _HEADER)
        logged = _page_size_of_log(self._log)
        header = _header(start)
        self.size = logged or (header.page_size if header else _USUAL)
        self._frames, in_log = _frames(self._log, self.size) if logged else ({}, 0)
        self.count = max(-(-os.fstat(self._file).st_size // self.size), in_log)
        self.header = _header((self.get(1) or b"")[:_HEADER]) or header
        self.usable = self.size - (self.header.reserved if self.header else 0)

    def get(self, number: int) -> bytes | None:
        """The page of that number; None when it is not there or cannot be read whole."""
        offset = self._frames.get(number)
        if offset is not None:
            return self._log[offset : offset + self.size]
        if not 1 <= number <= self.count:
            return None
        page = self._read((number - 1) * self.size, self.size)
        return page if len(page) == self.size else None

    def free(self) -> set[int]:
        """The numbers of the pages that hold nothing any more, as far as their list can be read."""
        found: set[int] = set()
        trunk = self.header.free if self.header else 0
        while trunk and trunk not in found and (page := self.get(trunk)):
            found.add(trunk)
            trunk, count = struct.unpack_from(">II", page)
            if count > self.usable // 4 - 2:
                break
            found.update(struct.unpack_from(f">{count}I", page, 8))
        return found

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _read(self, offset: int, length: int) -> bytes:
        try:
            os.lseek(self._file, offset, os.SEEK_SET)
            return os.read(self._file, length)
        except OSError:  # the disk cannot read it either
            return b""


def _header(start: bytes) -> Header | None:
    """What the first bytes of a file say; None when they are damaged."""
    if len(start) < _HEADER or start[:16] != _MAGIC or start[21:24] != _FRACTIONS:
        return None
    size = struct.unpack_from(">H", start, 16)[0]
    size = 65536 if size == 1 else size
    if not _is_page_size(size) or start[20] > size - 480:
        return None
    return Header(size, start[20], struct.unpack_from(">I", start, 60)[0], struct.unpack_from(">I", start, 32)[0])


def _is_page_size(size: int) -> bool:
    return 512 <= size <= 65536 and size & (size - 1) == 0


def _page_size_of_log(log: bytes) -> int:
    """The page size that a write-ahead log names; 0 when it holds nothing that could be used."""
    if len(log) < _LOG_HEADER:
        return 0
    magic, _, size = struct.unpack_from(">III", log)
    return size if magic in (_LITTLE, _BIG) and _is_page_size(size) else 0


def _frames(log: bytes, size: int) -> tuple[dict[int, int], int]:
    """Where in the log each page's last committed state begins, and how many pages the file then has."""
    magic = struct.unpack_from(">I", log)[0]
    order = ">" if magic == _BIG else "<"
    salts = log[16:24]
    sums = _summed(order, log[:24], (0, 0))
    if sums != struct.unpack_from(">II", log, 24):
        return {}, 0
    committed: dict[int, int] = {}
    pending: dict[int, int] = {}
    count = 0
    for offset in range(_LOG_HEADER, len(log) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        number, after, *_ = struct.unpack_from(">II", log, offset)
        page = offset + _FRAME_HEADER
        sums = _summed(order, log[offset : offset + 8], sums)
        sums = _summed(order, log[page : page + size], sums)
        if log[offset + 8 : offset + 16] != salts or sums != struct.unpack_from(">II", log, offset + 16):
            break
        pending[number] = page
        if after:
            committed.update(pending)
            pending.clear()
            count = after
    return committed, count


def _summed(order: str, data: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    """The checksum of the log over more data."""
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & _MASK
        second = (second + two + first) & _MASK
    return first, second
