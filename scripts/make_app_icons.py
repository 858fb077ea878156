"""Draws the program's icon in all sizes of the hicolor theme from its SVG files: make_app_icons.py."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parents[1]
DRAWINGS = ROOT / "resources" / "icons" / "app"
THEME = ROOT / "packaging" / "linux" / "icons" / "hicolor"
APP_ID = "local.newsdesk.Newsdesk"

# A small icon has a drawing of its own, line by line on its pixels; 22 is 24 without its margin.
SIZES = {
    16: ("newsdesk-16.svg", 0),
    22: ("newsdesk-24.svg", 1),
    24: ("newsdesk-24.svg", 0),
    32: ("newsdesk.svg", 0),
    48: ("newsdesk.svg", 0),
    64: ("newsdesk.svg", 0),
    128: ("newsdesk.svg", 0),
    256: ("newsdesk.svg", 0),
    512: ("newsdesk.svg", 0),
}


def draw(drawing: str, size: int, margin: int) -> QImage:
    """A square picture of `size` pixels, without the `margin` of the drawing."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    full = size + 2 * margin
    QSvgRenderer(str(DRAWINGS / drawing)).render(painter, QRectF(-margin, -margin, full, full))
    painter.end()
    return picture


def main() -> None:
    """Write one PNG a size, where a desktop looks for it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    for size, (drawing, margin) in SIZES.items():
        path = THEME / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not draw(drawing, size, margin).save(str(path), quality=0):
            raise OSError(f"cannot write {path}")
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")
    del application


if __name__ == "__main__":
    main()
