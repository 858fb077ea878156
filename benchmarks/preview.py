"""The preview after a pause in typing, beside the bare engine that is given the same page anew; and its memory."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus import stories
from timing import percentile, table

WORDS = (600, 10_000)
EDITS = 40
STORY = 640
"""Words of one text of the corpus."""


def contest(work: Path) -> str:
    """Run it in a process of its own, which must have no window system, and give the table."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    home = {f"XDG_{name}_HOME": str(work / name.lower()) for name in ("DATA", "STATE", "CACHE", "CONFIG")}
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    ran = subprocess.run(
        [sys.executable, __file__, str(work)], env=environment, capture_output=True, text=True, check=True
    )
    rows = json.loads(ran.stdout.splitlines()[-1])
    return table("Preview", ["what", "ours", "beside", "ratio"], rows)


def measure(work: Path) -> list[list[str]]:
    """The rows of the table."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    from newsdesk.app.opened import Opened
    from newsdesk.model.article import Article
    from newsdesk.model.ids import id_maker
    from newsdesk.newsroom import create_sample, now
    from newsdesk.settings import Preferences
    from newsdesk.ui.kit.look import Look
    from newsdesk.ui.preview import PreviewPane

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication([])
    create_sample(work / "newsroom", clock=now, ids=id_maker(now), author="bench").close()
    opened = Opened(work / "newsroom", Look(application, Preferences()))
    pane = PreviewPane(opened.context)
    pane.resize(430, 800)
    article = next(each for each in opened.context.read.every(Article) if each.released_revision)
    before = memory()
    began = time.perf_counter()
    pane.show_article(article)
    pane.show()
    _wait(lambda: pane.is_up_to_date)
    rows = [["first page, engine cold", _ms(time.perf_counter() - began), "", ""]]
    _rest(1)
    beside = memory()
    pane.hide()
    _rest(2)
    hidden = memory()
    pane.show()
    rows += [_typing(pane, replace(article, body=_text(words)), words) for words in WORDS]
    rows.append(["memory, PSS of all processes", f"{beside:.0f} MB", f"without preview {before:.0f} MB", ""])
    rows.append(["memory after hiding it", f"{hidden:.0f} MB", f"without preview {before:.0f} MB", ""])
    pane.close()
    pane.deleteLater()
    opened.close()
    return rows


def _typing(pane: object, article: object, words: int) -> list[str]:
    """Time each of several edits in the middle of a text, and the bare engine with the same pages."""
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from newsdesk.model.article import Article
    from newsdesk.ui.preview import PreviewPane

    assert isinstance(pane, PreviewPane)
    assert isinstance(article, Article)
    middle = article.body.index("\n\n", len(article.body) // 2) + 2
    times, pages = [], []
    pane.refresh(article)
    pane.flush()
    _wait(lambda: pane.is_up_to_date)
    view = pane.findChild(QWebEngineView)
    assert isinstance(view, QWebEngineView)
    for number in range(EDITS + 3):
        body = f"{article.body[:middle]}Word {number} {article.body[middle:]}"
        pane.refresh(replace(article, body=body))
        began = time.perf_counter()
        pane.flush()
        _wait(lambda: pane.is_up_to_date)
        times.append(time.perf_counter() - began)
        pages.append(_html(view))
    times, pages = times[3:], pages[3:]
    bare = _bare(pages[:10])
    half, most = percentile(times, 0.5), percentile(times, 0.95)
    return [
        f"up to date after a pause, {words:,} words, p50 / p95",
        f"{_ms(half)} / {_ms(most)}",
        f"bare setHtml {_ms(bare)}",
        f"{half / bare:.2f}",
    ]


def _bare(pages: list[str]) -> float:
    """The median of what the engine alone takes for whole pages, warm."""
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = QWebEngineView()
    view.resize(390, 786)
    view.show()
    times = []
    for page in pages:
        finished: list[bool] = []
        connection = view.loadFinished.connect(finished.append)
        began = time.perf_counter()
        view.setHtml(page)
        _wait(lambda finished=finished: finished)  # type: ignore[misc]
        times.append(time.perf_counter() - began)
        view.loadFinished.disconnect(connection)
    view.close()
    view.deleteLater()
    return statistics.median(times[2:])


def _html(view: object) -> str:
    from PySide6.QtWebEngineWidgets import QWebEngineView

    assert isinstance(view, QWebEngineView)
    found: list[str] = []
    view.page().toHtml(found.append)
    _wait(lambda: found)
    return found[0]


def memory() -> float:
    """The proportional set size of this process and those that it started, in MB."""
    return sum(map(_share, [os.getpid(), *_children(os.getpid())])) / 1024


def _children(pid: int) -> list[int]:
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found += [child, *_children(child)]
    return found


def _share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it ended meanwhile
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _wait(holds: Callable[[], object]) -> None:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    limit = time.monotonic() + 30
    while not holds():
        if time.monotonic() > limit:
            raise TimeoutError("it does not come")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _rest(seconds: float) -> None:
    """Let the engine come to rest."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _text(words: int) -> str:
    return "\n\n".join(story.body for story in stories(max(1, round(words / STORY))))


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
