"""Scenes from inland: crates of oranges, a heron in the salt marsh."""

from __future__ import annotations

from PIL import Image

from sample_pictures.canvas import Canvas, Fade
from sample_pictures.heron import heron
from sample_pictures.parts import gull
from sample_pictures.shapes import Point, curve, down_to, moved, oval, rectangle, ridge, turned


def orange_crates() -> Image.Image:
    """Wooden crates filled with bright oranges, stacked close together."""
    sheet = Canvas(1600, 1600, 97)
    sheet.box(0, 0, 1600, 1600, Fade(0, 700, ("#2f4f54", "#5f7a62", "#b39a62")))
    sheet.glow((1250, 60), 900, "#ffe0a0", 0.7)
    for _blur in range(26):
        at = (sheet.chance.uniform(0, 1600), sheet.chance.uniform(-20, 330))
        sheet.disc(
            at,
            sheet.chance.uniform(24, 70),
            sheet.chance.choice(("#5f8068", "#ffe6a8", "#3f6458", "#f0a850")),
            0.28,
            8,
        )
    for row, (base, size, dim) in enumerate(
        ((425, 0.6, 0.32), (715, 0.74, 0.22), (1050, 0.9, 0.12), (1430, 1.1, 0))
    ):
        width = 706 * size
        start = 800 - width * (3 if row % 2 else 2.5)
        for column in range(6):
            _crate(sheet, (start + column * width, base), size)
        if dim:
            sheet.shape(rectangle(-200, -200, 2000, base + 290), "#3a2a18", dim, 50)
    sheet.glow((1450, 180), 1250, "#ffdf9c", 0.42)
    return sheet.finished(2)


def _crate(sheet: Canvas, at: Point, size: float) -> None:
    """A crate whose upper front edge begins at `at`, heaped with oranges."""
    x, y = at
    width, height = 700 * size, 330 * size
    radius = 66 * size
    sheet.shape(
        [(x + 40 * size, y - 150 * size), (x + width - 40 * size, y - 150 * size), (x + width, y), (x, y)],
        "#3a2414",
    )
    for layer in range(4):
        count = 6 - layer % 2
        inset = (44 - layer * 6) * size + (radius * 0.9 if layer % 2 else 0)
        for place in range(count):
            px = x + inset + radius * 0.6 + (width - 2 * inset - radius * 1.2) * place / (count - 1)
            py = (
                y
                - (150 - layer * 52) * size
                - sheet.chance.uniform(0, 22) * size
                - 34 * size * (1 - abs(px - x - width / 2) / width)
            )
            _orange(
                sheet, (px + sheet.chance.uniform(-6, 6) * size, py), radius * sheet.chance.uniform(0.93, 1.07)
            )
    _slats(sheet, x, y, width, height, size)


def _slats(sheet: Canvas, x: float, y: float, width: float, height: float, size: float) -> None:
    sheet.box(x, y - 6 * size, width, height, "#2a180c")
    for slat in range(3):
        top = y - 8 * size + slat * 112 * size
        tone = sheet.chance.choice((("#e9c48c", "#c79a60"), ("#e2b97e", "#bd8f57"), ("#edcb96", "#cda268")))
        sheet.box(x, top, width, 96 * size, Fade(top, top + 96 * size, tone))
        for _grain in range(7):
            gy = top + sheet.chance.uniform(8, 88) * size
            gx = x + sheet.chance.uniform(0, 0.6) * width
            end = gx + sheet.chance.uniform(0.2, 0.4) * width
            sheet.line(
                curve([(gx, gy), ((gx + end) / 2, gy + sheet.chance.uniform(-5, 5)), (end, gy)]),
                1.6 * size,
                "#8f6236",
                0.5,
            )
        sheet.box(x, top, width, 4 * size, "#fbe6bd", 0.7)
    for post in (x + 8 * size, x + width - 66 * size):
        sheet.box(
            post,
            y - 22 * size,
            58 * size,
            height + 14 * size,
            Fade(post, post + 58 * size, ("#d9ae72", "#a87a44"), across=True),
        )
        for slat in range(3):
            for nail in (20, 72):
                sheet.disc((post + 29 * size, y + (slat * 112 + nail - 8) * size), 5 * size, "#5f4226")
    middle = x + width / 2
    sheet.text((middle, y + 40 * size), "CAMPO ALTO", 54 * size, "#a3401f", 0.85)
    sheet.text((middle, y + 152 * size), "NAVEL  ·  15 KG", 38 * size, "#6a4a2a", 0.8)
    _leaf(sheet, (middle - 236 * size, y + 40 * size), 34 * size, -20)
    _leaf(sheet, (middle + 236 * size, y + 40 * size), 34 * size, 200)


def _orange(sheet: Canvas, at: Point, radius: float) -> None:
    x, y = at
    deep, warm, light = sheet.chance.choice(
        (("#b8500c", "#ee8a1c", "#ffb648"), ("#bd5510", "#f0921f", "#ffbd55"), ("#ad4709", "#e87d16", "#ffab3c"))
    )
    sheet.shape(
        oval((x + radius * 0.06, y + radius * 0.16), radius * 1.03, radius), "#2a1206", 0.45, radius * 0.07
    )
    sheet.disc(at, radius, Fade(y - radius, y + radius, (warm, warm, deep)))
    sheet.disc((x + radius * 0.1, y - radius * 0.14), radius * 0.68, light, 0.75, radius * 0.14)
    sheet.disc((x + radius * 0.3, y - radius * 0.38), radius * 0.17, "#fff3d6", 0.85, radius * 0.07)
    for _pore in range(16):
        angle_x, angle_y = sheet.chance.gauss(0, 0.38), sheet.chance.gauss(0, 0.38)
        if angle_x**2 + angle_y**2 < 0.7:
            sheet.disc((x + angle_x * radius, y + angle_y * radius), radius * 0.022, deep, 0.35)
    pick = sheet.chance.random()
    if pick < 0.28:
        hub = (x + sheet.chance.uniform(-0.4, 0.3) * radius, y + sheet.chance.uniform(-0.4, 0.2) * radius)
        sheet.disc(hub, radius * 0.11, "#5f7a2a")
        sheet.disc(hub, radius * 0.05, "#38501a")
        if pick < 0.12:
            _leaf(sheet, (hub[0] + radius * 0.55, hub[1] - radius * 0.2), radius * 0.62, -24)
    elif pick < 0.5:
        hub = (x - radius * 0.2, y + radius * 0.15)
        sheet.line(oval(hub, radius * 0.14, radius * 0.11, 20, 300), radius * 0.03, deep, 0.5)


def _leaf(sheet: Canvas, at: Point, size: float, degrees: float) -> None:
    outline: list[Point] = [(-1, 0), (-0.4, -0.36), (0.3, -0.34), (1, 0), (0.3, 0.3), (-0.4, 0.28), (-1, 0)]
    sheet.shape(turned(moved(curve(outline, 5), *at, size), degrees, at), "#3f6a2c")
    upper: list[Point] = [(-1, 0), (-0.4, -0.36), (0.3, -0.34), (1, 0)]
    sheet.shape(turned(moved(curve(upper, 5), *at, size), degrees, at), "#6a9440")
    sheet.line(turned(moved([(-1.1, 0), (0.9, 0)], *at, size), degrees, at), max(1, size * 0.05), "#a9c46a", 0.8)


def salt_marsh() -> Image.Image:
    """A heron standing in shallow water at the edge of a reed bed."""
    sheet, line = Canvas(1800, 1350, 101), 640.0
    sheet.box(0, 0, 1800, 1350, Fade(0, line, ("#8fb0b5", "#bccbc0", "#ecdcb8", "#f6cf98")))
    sheet.glow((560, 560), 900, "#ffe6ae", 0.85, 0.7)
    sheet.disc((560, 540), 58, "#fff4d2", 0.95, 1)
    sheet.mist(60, 380, "#fff6e0", 0.7, (2, 9))
    for level, height, seed, colours in (
        (560, 40, 5, ("#b9bfa4", "#e0cda2")),
        (604, 26, 13, ("#96a489", "#d0c096")),
        (632, 14, 19, ("#75866a", "#b9ad80")),
    ):
        sheet.shape(down_to(ridge(1800, level, height, seed), line), Fade(level - height, line + 10, colours))
    sheet.mist(560, 690, "#fdebc4", 0.8, (3, 3))
    _far_reeds(sheet, line)
    sheet.mirror(line + 4, 1350, 6, 640)
    sheet.box(0, line + 4, 1800, 710, Fade(line, 1350, ("#e8cf9c", "#a9b09a", "#5f8286", "#2f5660")), 0.42)
    for left, right, y, tone in (
        (1160, 1860, 700, "#8a8a5c"),
        (-60, 420, 760, "#7a8058"),
        (1300, 1860, 860, "#5f6a48"),
    ):
        _mud_bank(sheet, left, right, y, tone)
    sheet.ripples(line + 10, 1345, "#fff0c8", 0.5, 150, (560, 120))
    sheet.ripples(line + 10, 1345, "#ffffff", 0.22, 200)
    sheet.ripples(line + 30, 1345, "#24464e", 0.26, 190)
    heron(sheet, (1010, 1120))
    _near_reeds(sheet)
    for step in range(9):
        gull(sheet, (1140 + step * 44, 190 + abs(step - 4) * 17), 17, "#4f5f5c")
    return sheet.finished(2)


def _far_reeds(sheet: Canvas, line: float) -> None:
    for tone, low, high, count in (("#a39a68", 20, 52, 420), ("#85834f", 14, 38, 420)):
        for _reed in range(count):
            x = sheet.chance.uniform(-10, 1810)
            if 300 < x < 900 and sheet.chance.random() < 0.85:
                continue
            height = sheet.chance.uniform(low, high)
            sheet.line([(x, line + 8), (x + sheet.chance.uniform(-4, 8), line + 8 - height)], 2.4, tone, 0.9)


def _mud_bank(sheet: Canvas, left: float, right: float, y: float, tone: str) -> None:
    width = right - left
    outline = curve(
        [
            (left, y),
            (left + width * 0.2, y - 16),
            (left + width * 0.55, y - 26),
            (right, y - 20),
            (right, y + 14),
            (left + width * 0.5, y + 18),
            (left, y),
        ]
    )
    sheet.shape(outline, Fade(y - 26, y + 18, (tone, "#4a5240")))
    for _reed in range(int(width / 3.2)):
        x = left + width * (0.16 + 0.84 * sheet.chance.random())
        height = sheet.chance.uniform(30, 120) * (y / 860)
        tip = (x + sheet.chance.uniform(-6, 20), y - 14 - height)
        sheet.line(
            curve([(x, y - 6), ((x + tip[0]) / 2 - 3, y - height / 2), tip], 5),
            2.6,
            sheet.chance.choice((tone, "#b0a268", "#6f7448", "#c9b87c")),
            0.95,
        )


def _near_reeds(sheet: Canvas) -> None:
    """Tall reeds with seed heads at both edges of the picture."""
    clumps = [(sheet.chance.gauss(60, 130), 1) for _reed in range(110)] + [
        (sheet.chance.gauss(1740, 120), -1) for _reed in range(120)
    ]
    for x, side in clumps:
        height = sheet.chance.uniform(320, 980) * (1 - min(0.75, abs(x - (0 if side > 0 else 1800)) / 520))
        lean = sheet.chance.uniform(-20, 90) * side
        tip = (x + lean, 1360 - height)
        tone = sheet.chance.choice(("#3a4228", "#4f5430", "#2c3624", "#6a6438", "#1f2a20"))
        stalk = curve([(x, 1360), (x + lean * 0.2, 1360 - height * 0.55), tip], 8)
        sheet.line(stalk, sheet.chance.uniform(3, 6), tone)
        if sheet.chance.random() < 0.36 and height > 300:
            head = turned(oval((tip[0], tip[1] + 8), 10, 48), lean * 0.16, tip)
            sheet.shape(head, Fade(tip[0] - 10, tip[0] + 10, ("#8a5a34", "#4f3220"), across=True))
            sheet.line([tip, (tip[0] + lean * 0.1, tip[1] - 72)], 2.4, tone)
        elif height > 240:
            bend = [
                (x + lean * 0.4, 1360 - height * 0.6),
                (x + lean * 0.9 + 70 * side, 1360 - height * 0.86),
                (x + lean + 170 * side, 1360 - height * 0.7),
                (x + lean * 0.88 + 66 * side, 1360 - height * 0.84),
            ]
            sheet.shape(curve([*bend, bend[0]], 6), tone)
