"""The rows of a damaged SQLite file: along its trees as far as they hold, and page by page beyond."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.store.rows import Raw
from newsdesk.store.salvage_pages import Pages

TABLE_LEAF, INDEX_LEAF = 0x0D, 0x0A
_TABLE_INTERIOR, _INDEX_INTERIOR = 0x05, 0x02
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""How many bytes a value of each of the first serial types takes."""

_NOTHING = "\0" * 16
_MOST_COLUMNS = 200
_MOST_BYTES = 1_000_000_000
"""SQLite's own bound of a row."""


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one row or index entry as they were stored.

    Not `whole`: the row goes on behind its last value, or a text in it has lost characters. `page` is where
    it stands.
    """

    page: int
    rowid: int | None
    values: tuple[Raw | float, ...]
    whole: bool


class Trees:
    """Reads rows. `reached` are the pages that were met on the way along a tree; `broken`: some led nowhere."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self.reached: set[int] = set()
        self.broken = False

    def rows(self, root: int) -> Iterator[Row]:
        """The rows of the tree that begins at page `root`, as far as they can be reached."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = self._pages.get(number)
            if page is None or number in self.reached:
                self.broken = True
                continue
            self.reached.add(number)
            start = 100 if number == 1 else 0
            kind = page[start]
            if kind in (_TABLE_INTERIOR, _INDEX_INTERIOR):
                waiting += reversed([*self._children(page, start)])
            elif kind not in (TABLE_LEAF, INDEX_LEAF):
                self.broken = True
            if kind != _TABLE_INTERIOR:
                yield from self._cells(number, page, start)

    def rows_of_page(self, number: int) -> Iterator[Row]:
        """The rows that stand in one page, whichever tree it belongs to."""
        page = self._pages.get(number)
        if page is not None and page[0] in (TABLE_LEAF, INDEX_LEAF, _INDEX_INTERIOR):
            yield from self._cells(number, page, 0)

    def _children(self, page: bytes, start: int) -> Iterator[int]:
        for place in _places(page, start, 12):
            if place + 4 <= len(page):
                yield struct.unpack_from(">I", page, place)[0]
        yield struct.unpack_from(">I", page, start + 8)[0]

    def _cells(self, number: int, page: bytes, start: int) -> Iterator[Row]:
        kind = page[start]
        head = 12 if kind == _INDEX_INTERIOR else 8
        if kind not in (TABLE_LEAF, INDEX_LEAF, _INDEX_INTERIOR):
            return
        for place in _places(page, start, head):
            row = self._row(number, page, place + (4 if kind == _INDEX_INTERIOR else 0), kind == TABLE_LEAF)
            if row is None:
                self.broken = True
            else:
                yield row

    def _row(self, number: int, page: bytes, place: int, of_table: bool) -> Row | None:
        """The row of a cell; None when it makes no sense."""
        try:
            length, place = _number(page, place)
            rowid = None
            if of_table:
                rowid, place = _number(page, place)
                rowid -= (rowid >> 63) << 64
            payload, whole = self._payload(page, place, length, of_table)
            values, sound = _values(payload, length)
        except (IndexError, struct.error, OverflowError):
            return None
        return Row(number, rowid, values, whole and sound) if values else None

    def _payload(self, page: bytes, place: int, length: int, of_table: bool) -> tuple[bytes, bool]:
        """The bytes of a row as far as they can be trusted, and whether that is all of them."""
        if not 0 < length < _MOST_BYTES:
            return b"", False
        usable = self._pages.usable
        least = (usable - 12) * 32 // 255 - 23
        most = usable - 35 if of_table else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return page[place : place + length], place + length <= usable
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
        found = bytearray(page[place : place + local])
        (number,) = struct.unpack_from(">I", page, place + local)
        seen: set[int] = set()
        while len(found) < length:
            part = None if number in seen else self._pages.get(number)
            if part is None:
                return bytes(found), False
            seen.add(number)
            (following,) = struct.unpack_from(">I", part)
            last = length - len(found) <= usable - 4
            if last != (following == 0) or following > self._pages.count:
                # It was overwritten: what it holds is not of this row.
                return bytes(found), False
            found += part[4 : 4 + min(usable - 4, length - len(found))]
            number = following
        self.reached |= seen
        return bytes(found), True


def _places(page: bytes, start: int, head: int) -> Iterator[int]:
    """Where the cells of a page begin."""
    (count,) = struct.unpack_from(">H", page, start + 3)
    for index in range(min(count, (len(page) - start - head) // 2)):
        (place,) = struct.unpack_from(">H", page, start + head + 2 * index)
        if start + head <= place < len(page):
            yield place


def _number(data: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for index in range(8):
        byte = data[place + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + index + 1
    return value << 8 | data[place + 8], place + 9


def _values(payload: bytes, length: int) -> tuple[tuple[Raw | float, ...], bool]:
    """The values of a row; false when there are more, or when a text was damaged."""
    end, place = _number(payload, 0)
    if not 1 < end <= min(length, 9 * _MOST_COLUMNS):
        return (), False
    types = []
    while place < end:
        kind, place = _number(payload, place)
        types.append(kind)
    if place != end or len(types) > _MOST_COLUMNS:
        return (), False
    values: list[Raw | float] = []
    sound = True
    for kind in types:
        if kind in (10, 11):
            return (), False
        width = _WIDTHS[kind] if kind < 10 else (kind - 12) // 2
        part = payload[place : place + width]
        place += width
        if len(part) < width:
            if kind > 12 and kind % 2:
                values.append(part.decode("utf-8", "ignore"))
            return tuple(values), False
        value = _value(kind, part)
        # A whole page of nothing, or bytes that were never text, came in the place of what was written.
        sound = sound and not (isinstance(value, str) and (_NOTHING in value or value.encode() != part))
        values.append(value)
    return tuple(values), sound and place == length


def _value(kind: int, part: bytes) -> Raw | float:
    if kind >= 12:
        return part.decode("utf-8", "replace") if kind % 2 else part
    if kind == 7:
        (number,) = struct.unpack(">d", part)
        return float(number)
    return None if kind == 0 else kind - 8 if kind >= 8 else int.from_bytes(part, "big", signed=True)
