"""What the platform without a screen says of every window that has a least size, and means nothing by."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_SAID = "This plugin does not support propagateSizeHints()"


@contextmanager
def windows_with_sizes() -> Iterator[None]:
    """Pass on all that Qt says but this one sentence."""

    def pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text != _SAID and before is not None:
            before(kind, context, text)

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
