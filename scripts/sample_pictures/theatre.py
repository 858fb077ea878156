"""The stage door of the theatre at night."""

from __future__ import annotations

import math

from PIL import Image

from sample_pictures.canvas import Canvas, Fade
from sample_pictures.parts import lamp
from sample_pictures.shapes import Point, curve, moved, oval, rectangle


def theatre_door() -> Image.Image:
    """A dark street wall with one lit doorway and a theatre poster next to it."""
    sheet, ground = Canvas(1600, 2000, 127), 1590.0
    sheet.box(0, 0, 1600, 2000, Fade(0, ground, ("#141a30", "#1d2540", "#2a2f4a")))
    _bricks(sheet, ground)
    sheet.glow((560, 780), 900, "#ffb45c", 0.6)
    _doorway(sheet, ground)
    _poster(sheet, (1110, 770))
    sheet.box(0, ground, 1600, 410, Fade(ground, 2000, ("#232941", "#141a2e", "#0b1020")))
    sheet.box(0, ground - 6, 1600, 14, "#3a415c")
    for row in range(7):
        y = ground + 20 + row * 22 + row * row * 5
        sheet.line([(0, y), (1600, y)], 2, "#0b1020", 0.6)
        for column in range(-9, 22):
            x = 560 + (column - 3) * (92 + row * 20) + (row % 2) * 46
            sheet.line([(x, y), (x + (x - 560) * 0.05, y + 26 + row * 10)], 2, "#0b1020", 0.5)
    sheet.mirror(ground + 10, 2000, 9, 620, alpha=0.34)
    sheet.beam(
        [(400, ground), (720, ground), (1040, 2000), (110, 2000)],
        "#ffc878",
        0.6,
        14,
        Fade(ground, 2010, ("#fff", "#333")),
    )
    sheet.ripples(ground + 14, 1990, "#ffdc9c", 0.5, 120, (560, 130))
    _cat(sheet, (1330, ground + 150))
    return sheet.finished()


def _bricks(sheet: Canvas, ground: float) -> None:
    """Courses of brick in many dark tones."""
    tones = ("#222a46", "#283050", "#1d243e", "#2f3454", "#262a48", "#33324e")
    height = 38.0
    for row in range(int(ground / height) + 1):
        for column in range(-1, 19):
            x = column * 92 + (row % 2) * 46
            sheet.box(x + 2, row * height + 2, 88, height - 4, sheet.chance.choice(tones), 0.9)
    sheet.box(0, 0, 1600, 420, Fade(0, 420, ("#0a0e1e", "#1d2540")), 0.45)
    sheet.box(0, ground - 70, 1600, 70, Fade(ground - 70, ground, ("#39405c", "#2a3048")))
    sheet.box(0, ground - 74, 1600, 6, "#4a5270")


def _doorway(sheet: Canvas, ground: float) -> None:
    """The arch of stone, the open door, warm light inside."""
    left, right, top = 390.0, 730.0, 800.0
    middle = (left + right) / 2
    sheet.shape(
        [*oval((middle, top), 218, 226, 180, 360), (middle + 218, ground), (middle - 218, ground)],
        Fade(left - 50, right + 50, ("#8f8478", "#6a6470", "#4a4860"), across=True),
    )
    for stone in range(9):
        angle = math.radians(180 + 20 * stone + 10)
        start = (middle + 176 * math.cos(angle), top + 184 * math.sin(angle))
        sheet.line([start, (middle + 218 * math.cos(angle), top + 226 * math.sin(angle))], 3, "#2a2c40", 0.8)
    for row in range(1, 9):
        for x in (middle - 218, middle + 172):
            sheet.line([(x, top + row * 90), (x + 46, top + row * 90)], 3, "#2a2c40", 0.8)
    _inside(sheet, (left, right), top, ground)
    _actor(sheet, (left + 236, ground - 112))
    sheet.glow((middle, 900), 380, "#ffe9b0", 0.6)
    _sign_and_lantern(sheet, middle)


def _inside(sheet: Canvas, sides: tuple[float, float], top: float, ground: float) -> None:
    """What is seen through the arch: a passage, steps up, the door leaf folded in."""
    left, right = sides
    middle = (left + right) / 2
    inside = [*oval((middle, top), 172, 180, 180, 360), (right, ground), (left, ground)]
    sheet.shape(
        [*oval((middle, top), 172, 180, 180, 360), (middle + 172, ground), (middle - 172, ground)], "#2a1a14"
    )
    sheet.shape(inside, Fade(top - 180, ground, ("#fff3cc", "#ffd98a", "#f0a850", "#c9763a")))
    sheet.shape(
        [(left + 96, 900), (right - 86, 900), (right - 86, ground - 60), (left + 96, ground - 60)], "#f6c878", 0.8
    )
    sheet.shape(
        [(left + 120, 940), (right - 110, 940), (right - 110, ground - 70), (left + 120, ground - 70)],
        "#d98f4a",
        0.6,
    )
    for step in range(5):
        sheet.box(
            left + 70 - step * 16,
            ground - 118 + step * 24,
            right - left - 130 + step * 30,
            26,
            Fade(ground - 120, ground, ("#e0a05c", "#9a5a30")),
        )
        sheet.box(left + 70 - step * 16, ground - 118 + step * 24, right - left - 130 + step * 30, 4, "#ffe3ac")
    sheet.shape(
        [(left, 800), (left - 0, ground), (left + 84, ground - 40), (left + 84, 850)],
        Fade(left, left + 84, ("#7a2f2c", "#a8463a"), across=True),
    )
    for panel in (880, 1130, 1340):
        sheet.shape(
            [(left + 14, panel), (left + 70, panel + 14), (left + 70, panel + 160), (left + 14, panel + 172)],
            "#5f2424",
            0.6,
        )
    sheet.disc((left + 72, 1200), 9, "#f0c878")


def _sign_and_lantern(sheet: Canvas, middle: float) -> None:
    sheet.box(middle - 190, 452, 380, 76, "#121626")
    sheet.line([*rectangle(middle - 182, 460, 364, 60), (middle - 182, 460)], 3, "#e0a85c", 0.9)
    sheet.text((middle, 490), "STAGE  DOOR", 44, "#ffd98a")
    sheet.box(middle - 26, 236, 52, 14, "#0d1120")
    sheet.line([(middle, 240), (middle, 320)], 7, "#0d1120")
    sheet.shape(
        [(middle - 32, 336), (middle + 32, 336), (middle + 22, 426), (middle - 22, 426)],
        Fade(336, 426, ("#fff6d8", "#ffce78")),
    )
    sheet.shape([(middle - 44, 338), (middle, 300), (middle + 44, 338)], "#0d1120")
    sheet.box(middle - 27, 424, 54, 8, "#0d1120")
    sheet.line([(middle, 338), (middle, 426)], 3, "#0d1120")
    lamp(sheet, (middle, 384), 34)


def _actor(sheet: Canvas, foot: Point) -> None:
    """Someone in a hat and a long coat who is about to come out, against the light."""
    x, y = foot
    tone = Fade(y - 400, y, ("#6a3020", "#3f1c18"))
    for leg in (-30, 6):
        sheet.box(x + leg, y - 110, 25, 106, tone)
        sheet.shape(oval((x + leg + 10, y - 4), 22, 8), tone)
    coat: list[Point] = [
        (-16, -318),
        (-46, -300),
        (-56, -236),
        (-50, -150),
        (-56, -76),
        (56, -76),
        (50, -150),
        (56, -236),
        (46, -300),
        (16, -318),
    ]
    sheet.shape(moved(curve(coat, 5), *foot), tone)
    sheet.line([(x - 34, y - 262), (x - 36, y - 150)], 3, "#2f1412", 0.6)
    sheet.line([(x + 34, y - 262), (x + 36, y - 150)], 3, "#2f1412", 0.6)
    sheet.box(x - 10, y - 336, 20, 26, tone)
    sheet.shape(oval((x, y - 352), 24, 29), tone)
    sheet.shape(oval((x, y - 368), 44, 8), tone)
    sheet.shape([*oval((x, y - 372), 27, 32, 180, 360)], tone)


def _poster(sheet: Canvas, corner: Point) -> None:
    """The bill for the play: a bell over dark water."""
    x, y = corner
    sheet.shape(rectangle(x + 10, y + 16, 356, 536), "#05070f", 0.55, 10)
    sheet.box(x - 16, y - 16, 372, 552, Fade(x - 16, x + 356, ("#c99a5a", "#7f5a34"), across=True))
    sheet.box(x - 4, y - 4, 348, 528, "#2a1c14")
    sheet.box(x, y, 340, 520, Fade(y, y + 520, ("#e8d9b4", "#e6b878", "#c85a3c")))
    sheet.disc((x + 170, y + 216), 122, "#f6e8c4", 0.8)
    bell: list[Point] = [
        (-14, -100),
        (-46, -78),
        (-58, -20),
        (-70, 40),
        (-104, 78),
        (104, 78),
        (70, 40),
        (58, -20),
        (46, -78),
        (14, -100),
    ]
    sheet.shape(
        moved(curve(bell, 6), x + 170, y + 208),
        Fade(x + 70, x + 270, ("#3f5f66", "#1f3440", "#14222e"), across=True),
    )
    sheet.box(x + 66, y + 280, 208, 14, "#14222e")
    sheet.disc((x + 170, y + 308), 20, "#14222e")
    sheet.line(oval((x + 170, y + 98), 18, 18), 9, "#14222e")
    for wave in range(4):
        at = y + 346 + wave * 20
        sheet.line(
            curve(
                [
                    (x + 20, at),
                    (x + 80, at - 9),
                    (x + 140, at),
                    (x + 200, at - 9),
                    (x + 260, at),
                    (x + 322, at - 9),
                ]
            ),
            5,
            "#14222e",
            0.75 - wave * 0.14,
        )
    sheet.text((x + 170, y + 440), "TOLL", 92, "#fbf0d4")
    sheet.text((x + 170, y + 495), "LANTERN THEATRE  ·  JANUARY", 17, "#fbf0d4")
    sheet.shape([(x, y), (x + 130, y), (x, y + 330)], "#ffffff", 0.12)
    sheet.glow((x + 40, y + 120), 420, "#ffcf88", 0.3)


def _cat(sheet: Canvas, at: Point) -> None:
    """A cat that waits for the actors."""
    body: list[Point] = [
        (-52, 0),
        (-60, -60),
        (-40, -120),
        (-20, -146),
        (-30, -190),
        (-24, -232),
        (-8, -208),
        (16, -208),
        (32, -232),
        (36, -188),
        (26, -150),
        (46, -90),
        (56, -30),
        (52, 0),
    ]
    sheet.shape(oval((at[0], at[1] + 2), 84, 10), "#05070f", 0.6, 5)
    sheet.line(
        curve(
            [
                (at[0] + 40, at[1] - 8),
                (at[0] + 100, at[1] - 4),
                (at[0] + 118, at[1] - 44),
                (at[0] + 96, at[1] - 66),
            ]
        ),
        15,
        "#0a0e1a",
    )
    sheet.shape(moved(curve(body, 5), *at), "#0a0e1a")
    sheet.line(
        moved(curve([(-52, -4), (-60, -60), (-40, -120), (-22, -146), (-31, -190), (-25, -228)], 6), *at),
        3.4,
        "#f0a860",
        0.75,
    )
    for eye in (-9, 13):
        sheet.shape(oval((at[0] + eye, at[1] - 178), 6, 4), "#ffdf8a")
