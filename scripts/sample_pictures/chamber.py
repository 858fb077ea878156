"""The council chamber."""

from __future__ import annotations

import math

from PIL import Image

from sample_pictures.canvas import Canvas, Fade
from sample_pictures.parts import lamp
from sample_pictures.shapes import Point, curve, moved, oval, rectangle


def council_chamber() -> Image.Image:
    """A council chamber with curved rows of empty benches facing a large round window."""
    sheet = Canvas(1800, 1200, 113)
    sheet.box(0, 0, 1800, 1200, Fade(0, 1200, ("#3a2a22", "#5f4330", "#4a3326")))
    _panelling(sheet)
    _round_window(sheet, (900, 330), 250)
    _dais(sheet)
    for row in range(5):
        _bench_row(sheet, row)
    sheet.beam(
        [(700, 250), (1100, 250), (1420, 1200), (300, 1200)],
        "#ffe3a6",
        0.34,
        40,
        Fade(250, 1180, ("#fff", "#444")),
    )
    for x in (-1, 1):
        _hanging_lamp(sheet, 900 + x * 560)
    for _mote in range(130):
        at = (sheet.chance.gauss(900, 190), sheet.chance.uniform(260, 900))
        sheet.disc(at, sheet.chance.uniform(0.8, 2.2), "#fff3d0", sheet.chance.uniform(0.15, 0.5))
    return sheet.finished()


def _panelling(sheet: Canvas) -> None:
    """A plastered vault above, wooden panels below, pilasters between."""
    sheet.box(0, 0, 1800, 470, Fade(0, 470, ("#6a5140", "#b3906a", "#d9b688")))
    sheet.glow((900, 330), 900, "#ffe8b8", 0.75)
    for radius in (330, 430, 545, 675):
        sheet.line(oval((900, 340), radius, radius), 5, "#7a5c42", 0.35)
        sheet.line(oval((900, 343), radius, radius), 2, "#fff0cc", 0.3)
    for spoke in range(24):
        angle = math.radians(15 * spoke + 7.5)
        sheet.line(
            [
                (900 + 330 * math.cos(angle), 340 + 330 * math.sin(angle)),
                (900 + 1100 * math.cos(angle), 340 + 1100 * math.sin(angle)),
            ],
            3,
            "#7a5c42",
            0.26,
        )
    sheet.box(0, 470, 1800, 300, Fade(470, 770, ("#8a5c36", "#5f3d24")))
    sheet.box(0, 462, 1800, 14, "#b88a56")
    sheet.box(0, 476, 1800, 6, "#3a2414", 0.7)
    for panel in range(15):
        x = panel * 124 - 28
        sheet.box(x, 500, 96, 180, Fade(500, 680, ("#6a4426", "#7f5430")))
        sheet.box(x + 9, 509, 78, 162, Fade(509, 671, ("#8f6238", "#74491f")))
        sheet.line([(x, 500), (x + 96, 500)], 3, "#3a2414", 0.7)
    for x in (110, 470, 1330, 1690):
        sheet.box(x - 26, 90, 52, 600, Fade(x - 26, x + 26, ("#e6c698", "#c49a68", "#8a653f"), across=True))
        sheet.box(x - 38, 74, 76, 20, "#e9cfa4")
        sheet.box(x - 44, 62, 88, 14, "#f3dcb4")


def _round_window(sheet: Canvas, middle: Point, radius: float) -> None:
    """Sky and harbour seen through a wheel of panes."""
    x, y = middle
    sheet.glow(middle, radius * 2.3, "#fff2cc", 0.9)
    sheet.disc(middle, radius + 34, Fade(y - radius, y + radius, ("#a87c50", "#6a4628")))
    sheet.disc(middle, radius + 20, Fade(y - radius, y + radius, ("#e3bf8c", "#a87c50")))
    sheet.disc(middle, radius + 4, "#5a3a22")
    sheet.disc(middle, radius, Fade(y - radius, y + radius, ("#a8d0df", "#dcecdf", "#fff0c8", "#f6d6a0")))
    hills = oval(middle, radius, radius, 18, 162)
    sheet.shape(hills, Fade(y + 70, y + radius, ("#9fbfb4", "#7fa79f")))
    sheet.shape(oval(middle, radius, radius, 30, 150), Fade(y + 120, y + radius, ("#7fb2b4", "#4f8c94")))
    for mast in (-96, -54, 30, 88):
        sheet.line([(x + mast, y + 150), (x + mast, y + 60)], 3, "#5f7a78", 0.9)
        sheet.shape([(x + mast + 3, y + 66), (x + mast + 30, y + 132), (x + mast + 3, y + 136)], "#fffaf0", 0.9)
    for spoke in range(12):
        angle = math.radians(30 * spoke + 15)
        inner = (x + radius * 0.3 * math.cos(angle), y + radius * 0.3 * math.sin(angle))
        sheet.line([inner, (x + radius * math.cos(angle), y + radius * math.sin(angle))], 8, "#6a4628")
    for ring, width in ((0.3, 10), (0.68, 7)):
        sheet.line(oval(middle, radius * ring, radius * ring), width, "#6a4628")
    for petal in range(12):
        angle = math.radians(30 * petal)
        at = (x + radius * 0.84 * math.cos(angle), y + radius * 0.84 * math.sin(angle))
        sheet.line(oval(at, radius * 0.125, radius * 0.125), 5, "#6a4628")
    sheet.glow((x, y - 40), radius * 1.3, "#fff8e0", 0.5)


def _dais(sheet: Canvas) -> None:
    """The mayor's table under the window, three high chairs behind it."""
    for x, height in ((-150, 120), (0, 158), (150, 120)):
        top = 690 - height
        sheet.shape([*oval((900 + x, top), 44, 40, 180, 360), (944 + x, 720), (856 + x, 720)], "#4a2c18")
        sheet.shape(
            [*oval((900 + x, top + 4), 34, 31, 180, 360), (934 + x, 714), (866 + x, 714)],
            Fade(top - 30, 714, ("#a83a34", "#6f2424")),
        )
        for button in range(3):
            sheet.disc((900 + x, top + 22 + button * 28), 3.4, "#e0a85c")
    sheet.shape([(590, 690), (1210, 690), (1240, 712), (560, 712)], "#c08f58")
    sheet.box(560, 710, 680, 74, Fade(710, 784, ("#8f5f36", "#593819")))
    for panel in range(6):
        sheet.box(580 + panel * 109, 722, 92, 50, "#7a4c28")
        sheet.box(588 + panel * 109, 729, 76, 36, "#96663a")
    for x in (740, 900, 1060):
        sheet.line(curve([(x - 20, 694), (x - 22, 672), (x - 8, 660)]), 3, "#2a1c14")
        sheet.disc((x - 7, 659), 5, "#2a1c14")
        sheet.shape([(x + 10, 692), (x + 50, 692), (x + 44, 682), (x + 16, 682)], "#fbf4e2")


def _bench_row(sheet: Canvas, row: int) -> None:
    """One curved row, seen from the public gallery; row 0 is the farthest."""
    middle, level = (900.0, 690.0), 800 + row * 62 + row * row * 11
    across, down = 560 + row * 190, 74 + row * 30
    thick = 40 + row * 13

    def arc(shift: float, start: float = 16, end: float = 164) -> list[Point]:
        return oval((middle[0], level + shift - down), across, down, start, end)

    sheet.shape([*arc(thick * 1.5), *reversed(arc(thick * 0.5))], "#22140c", 0.5, 6)
    sheet.shape(
        [*arc(thick), *reversed(arc(-thick * 0.12))],
        Fade(level - down, level + thick, ("#b07a44", "#7a4c28", "#5a361b")),
    )
    sheet.shape(
        [*arc(-thick * 0.12), *reversed(arc(-thick * 0.34))], Fade(level - down, level, ("#f0c98c", "#d09a5c"))
    )
    sheet.line(arc(-thick * 0.34), 2 + row * 0.5, "#ffe9be", 0.8)
    sheet.line(arc(thick * 0.22), 2, "#3f2513", 0.7)
    sheet.line(arc(thick * 0.86), 2, "#3f2513", 0.7)
    seats = 9 + row
    for seat in range(seats):
        angle = math.radians(24 + 132 * (seat + 0.5) / seats)
        x = middle[0] + across * math.cos(angle)
        y = level - down + down * math.sin(angle)
        size = thick / 44
        sheet.line(
            [(x + 0.5 * 132 / seats * 3, y + thick * 0.24), (x + 0.5 * 132 / seats * 3, y + thick * 0.84)],
            2,
            "#3f2513",
            0.5,
        )
        sheet.shape(moved(rectangle(-17, -16, 34, 9), x, y - thick * 0.12, size), "#fbf6e6")
        sheet.line(moved([(26, -10), (24, -34), (14, -44)], x, y - thick * 0.1, size), 2.6 * size, "#2a1c14")
        sheet.disc((x + 13 * size, y - thick * 0.1 - 45 * size), 4 * size, "#2a1c14")


def _hanging_lamp(sheet: Canvas, x: float) -> None:
    sheet.line([(x, 0), (x, 190)], 4, "#3a2a1c")
    sheet.shape(oval((x, 214), 92, 12), "#4a3420")
    for step in range(-2, 3):
        sheet.line([(x, 150), (x + step * 42, 208)], 2.4, "#4a3420")
        at = (x + step * 42, 198 + 6 * (2 - abs(step)))
        sheet.box(at[0] - 5, at[1] - 16, 10, 20, "#f6e8c8")
        lamp(sheet, (at[0], at[1] - 22), 11)
