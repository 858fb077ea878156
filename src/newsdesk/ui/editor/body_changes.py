"""Which blocks of a document an edit replaced."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument


def changed_blocks(document: QTextDocument, blocks_before: int, position: int, added: int) -> tuple[int, int, int]:
    """The number of the first block that changed, how many blocks were there, and how many are there now.

    `position` and `added` are those of `contentsChange`, whose end may lie behind the last block.
    """
    first = document.findBlock(position)
    last = document.findBlock(position + added)
    start = first.blockNumber() if first.isValid() else document.blockCount() - 1
    end = last.blockNumber() if last.isValid() else document.blockCount() - 1
    now = end - start + 1
    before = max(0, blocks_before - (document.blockCount() - now))
    return start, before, now
