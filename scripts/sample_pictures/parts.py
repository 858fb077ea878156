"""Small things that stand in more than one scene: gulls, roofs, lamps, stars, trees."""

from __future__ import annotations

from random import Random

from sample_pictures.canvas import Canvas, Fill
from sample_pictures.shapes import Point, curve, moved, rectangle, turned


def gull(sheet: Canvas, at: Point, size: float, fill: Fill, tips: Fill = "") -> None:
    """A gull on the wing; `size` is half its span, `tips` the colour of its wing ends."""
    upper: list[Point] = [
        (-1, 0.12),
        (-0.62, -0.3),
        (-0.2, -0.12),
        (0, 0.02),
        (0.2, -0.14),
        (0.6, -0.36),
        (1, -0.02),
    ]
    lower: list[Point] = [(0.58, -0.22), (0.2, 0.04), (0.02, 0.16), (-0.18, 0.06), (-0.6, -0.17), (-1, 0.12)]
    tilt = sheet.chance.uniform(-14, 14)
    outline = [*curve(upper, 8), *curve(lower, 8)]
    body = curve([(-0.2, 0.1), (-0.05, 0.02), (0.14, 0.04), (0.25, 0.12), (0.1, 0.19), (-0.1, 0.18), (-0.2, 0.1)])
    for part in (outline, body):
        sheet.shape(turned(moved(part, *at, size), tilt, at), fill)
    if tips:
        for tip in ([(-1, 0.12), (-0.8, -0.12), (-0.74, -0.06)], [(1, -0.02), (0.78, -0.24), (0.74, -0.16)]):
            sheet.shape(turned(moved(tip, *at, size), tilt, at), tips)
        shade: list[Point] = [
            (-0.6, -0.2),
            (-0.18, 0.02),
            (0.02, 0.12),
            (0.2, 0),
            (0.58, -0.26),
            (0.2, 0.06),
            (0.02, 0.17),
            (-0.18, 0.07),
        ]
        sheet.shape(turned(moved(shade, *at, size), tilt, at), tips, 0.35)


def house_row(
    chance: Random, left: float, right: float, ground: float, low: float, high: float
) -> list[list[Point]]:
    """The outlines of a row of far houses with flat and pitched roofs."""
    outlines = []
    x = left
    while x < right:
        width, height = chance.uniform(0.5, 1.3) * high * 0.7, chance.uniform(low, high)
        body = rectangle(x, ground - height, width + 1, height)
        if chance.random() < 0.5:
            body.insert(1, (x + width / 2, ground - height - width * 0.28))
        outlines.append(body)
        x += width
    return outlines


def stars(sheet: Canvas, bottom: float, count: int) -> None:
    """Stars over the upper part of the sheet, fewer towards `bottom`."""
    for _star in range(count):
        part = sheet.chance.random() ** 1.7
        at = (sheet.chance.uniform(0, sheet.width), part * bottom)
        bright = sheet.chance.random() ** 2
        sheet.disc(at, 0.8 + 1.5 * bright, "#fff6e2", (0.35 + 0.65 * bright) * (1 - part))


def lamp(sheet: Canvas, at: Point, size: float, colour: str = "#ffd590") -> None:
    """A point of lamplight with its halo."""
    sheet.glow(at, size * 9, colour, 0.5)
    sheet.glow(at, size * 3.4, colour, 0.8)
    sheet.disc(at, size * 0.55, "#fff6dd")
