"""The words of the written text, kept by block, so that a key costs the count of one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextDocument


class Counting:
    """Knows how many words there are. `count` gives those of one line."""

    def __init__(self, document: QTextDocument, count: Callable[[str], int]) -> None:
        self._document = document
        self._count = count
        self._words = [0] * document.blockCount()
        self.total = 0

    def changed(self, first: int, removed: int, added: int) -> None:
        """Blocks were replaced, counted from `first`."""
        new = []
        block = self._document.findBlockByNumber(first)
        for _ in range(added):
            new.append(self._count(block.text()))
            block = block.next()
        self.total += sum(new) - sum(self._words[first : first + removed])
        self._words[first : first + removed] = new

    def selected(self, cursor: QTextCursor) -> int:
        """The words that are selected, parts of words as one each."""
        if not cursor.hasSelection():
            return 0
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first, last = self._document.findBlock(start), self._document.findBlock(end)
        low, high = first.blockNumber(), last.blockNumber()
        begin, stop = start - first.position(), end - last.position()
        if low == high:
            return self._count(first.text()[begin:stop])
        between = sum(self._words[low + 1 : high])
        return self._count(first.text()[begin:]) + between + self._count(last.text()[:stop])
