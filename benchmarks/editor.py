"""Writing in the text pane, beside a bare `QPlainTextEdit` with the same text in the same run."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

from corpus import stories
from timing import percentile, table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, PhotoId
from newsdesk.settings import Preferences
from newsdesk.ui.editor.body import Body
from newsdesk.ui.kit.look import Look

SIZE = (860, 900)
KEYS = 120
LINES = 40


def contest(words: tuple[int, ...] = (1_000, 10_000, 100_000), rounds: int = 5) -> str:
    """Type, scroll and open texts of so many words, and give the table of times and their ratios."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look(application, Preferences())
    rows = [row for count in words for row in _rows(look, count, rounds)]
    head = ["what", "ours ms", "p95", "bare QPlainTextEdit ms", "p95", "ours / bare"]
    return table("Writing", head, rows)


def _rows(look: Look, count: int, rounds: int) -> list[list[str]]:
    """All rows for a text of `count` words."""
    text = _text(count)
    bare, body = QPlainTextEdit(), Body(look, _card)
    bare.setFont(look.writing())
    for pane in (bare, body):
        pane.resize(*SIZE)
        pane.show()
    rows = [
        _row(
            f"open, {count:,} words",
            *_in_turn(rounds, lambda: _open_bare(bare, text), lambda: _open_body(body, text)),
        )
    ]
    for place in (QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End):
        bare.moveCursor(place)
        body.moveCursor(place)
        keys = _in_turn(KEYS, lambda: _key(bare), lambda: _key(body))
        rows.append(_row(f"key at the {place.name.lower()}, {count:,} words", *keys))
    scrolls = _in_turn(KEYS, lambda: _scroll(bare), lambda: _scroll(body))
    rows.append(_row(f"{LINES} lines on, {count:,} words", *scrolls))
    bare.close()
    body.close()
    return rows


def _text(words: int) -> str:
    parts: list[str] = []
    have = 0
    for story in stories(words):
        parts.append(story.body)
        have += len(story.body.split())
        if have >= words:
            break
    return "\n\n".join(parts)


def _in_turn(
    rounds: int, first: Callable[[], float], second: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """The seconds of both, taken in turn."""
    one, other = [], []
    for _ in range(rounds):
        one.append(first())
        other.append(second())
    return one, other


def _painted(pane: QPlainTextEdit, act: Callable[[], object]) -> float:
    """Seconds from an act until the whole pane is painted and nothing waits."""
    began = time.perf_counter()
    act()
    pane.viewport().repaint()
    QApplication.processEvents()
    return time.perf_counter() - began


def _open_bare(pane: QPlainTextEdit, text: str) -> float:
    return _painted(pane, lambda: pane.setPlainText(text))


def _open_body(pane: Body, text: str) -> float:
    edition = Edition(EditionId("en"), "en", "English", "ltr")
    return _painted(pane, lambda: pane.show_text(text, edition))


def _key(pane: QPlainTextEdit) -> float:
    return _painted(pane, lambda: QTest.keyClick(pane, Qt.Key.Key_A))


def _scroll(pane: QPlainTextEdit) -> float:
    bar = pane.verticalScrollBar()
    onward = bar.value() + LINES if bar.value() + LINES <= bar.maximum() else 0
    return _painted(pane, lambda: bar.setValue(onward))


def _card(photo: PhotoId, caption: str, change: Callable[[str], None]) -> QWidget:  # noqa: ARG001
    return QFrame()


def _row(what: str, bare: list[float], ours: list[float]) -> list[str]:
    middle, least = statistics.median(ours), statistics.median(bare)
    return [
        what,
        f"{middle * 1000:.2f}",
        f"{percentile(ours, 0.95) * 1000:.2f}",
        f"{least * 1000:.2f}",
        f"{percentile(bare, 0.95) * 1000:.2f}",
        f"{middle / least:.1f}",
    ]


if __name__ == "__main__":
    print(contest())
