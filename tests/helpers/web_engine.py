"""What tests of the preview share: the engine started once, a place to show it, and questions to its page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from helpers.waiting import wait_until
from newsdesk.ui.preview.serving import register_scheme


def start_engine() -> None:
    """Start the engine for this process, which says then, and only then, that there is no graphics card."""
    register_scheme()
    holder = QWidget()
    view = QWebEngineView(holder)
    page = QWebEnginePage(QWebEngineProfile(holder), view)
    view.setPage(page)
    loaded: list[bool] = []
    page.loadFinished.connect(loaded.append)
    holder.show()
    view.setHtml("<p>Started")
    wait_until(lambda: loaded, "the engine")
    holder.close()
    holder.deleteLater()


def placed(widget: QWidget, width: int = 430, height: int = 700) -> QWidget:
    """A window with the widget in it, shown."""
    window = QWidget()
    window.resize(width, height)
    widget.setParent(window)
    widget.setGeometry(0, 0, width, height)
    window.show()
    widget.show()
    return window


def answer(page: QWebEnginePage, script: str) -> object:
    """What a script says in our own world of the page."""
    answers: list[object] = []
    page.runJavaScript(script, QWebEngineScript.ScriptWorldId.ApplicationWorld, answers.append)
    wait_until(lambda: answers, "an answer of the page")
    return answers[0]


def page_of(widget: QWidget) -> QWebEnginePage:
    """The engine's page inside a widget."""
    return view_in(widget).page()


def press_at(widget: QWidget, place: QPoint) -> None:
    """Click at a place of the page inside a widget."""
    inner = view_in(widget).focusProxy()
    assert inner is not None
    QTest.mouseClick(inner, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def view_in(widget: QWidget) -> QWebEngineView:
    """The engine's view inside a widget."""
    view = widget.findChild(QWebEngineView)
    assert isinstance(view, QWebEngineView), "no page is shown"
    return view
