"""How the engine draws: by the graphics card, or without one where there is none to rely on."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QOffscreenSurface, QOpenGLContext

BACKEND = "QT_QUICK_BACKEND"
"""Where Qt reads what the engine draws by."""
RENDERER = 0x1F01
"""OpenGL’s number for the name of what draws."""
WITHOUT_CARD = ("llvmpipe", "softpipe", "swrast", "software", "swiftshader", "basic render", "gdi generic")
"""Names, in small letters, of what only plays a graphics card: with these the engine takes the window down."""


def choose_drawing() -> None:
    """Let the engine draw without a card if there is none and nothing else is wished; it asks only once."""
    if BACKEND not in os.environ and not is_card(renderer()):
        os.environ[BACKEND] = "software"


def is_refused_as_root() -> bool:
    """Whether the engine would end the whole program: it does as root, unless its sandbox was switched off."""
    return sys.platform == "linux" and os.geteuid() == 0 and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ


def is_card(name: str) -> bool:
    """Whether the name of a renderer is that of a graphics card."""
    return bool(name) and not any(known in name.casefold() for known in WITHOUT_CARD)


def renderer() -> str:
    """The name of what draws for OpenGL here, empty if nothing does."""
    surface, context = QOffscreenSurface(), QOpenGLContext()
    surface.create()
    if not context.create() or not context.makeCurrent(surface):
        return ""
    try:
        return str(context.functions().glGetString(RENDERER) or "")
    finally:
        context.doneCurrent()
