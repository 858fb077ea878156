"""White water: the breaker that strikes the storm wall, its plume, its foam."""

from __future__ import annotations

import math

from sample_pictures.canvas import Canvas, Fade
from sample_pictures.shapes import Point, curve, down_to, oval

_WIND = 210  # how far the top of the plume is carried to the right, in pixels


def plume(sheet: Canvas, foot: Point, size: float, tone: str, streams: int) -> None:
    """Water thrown up from `foot` in so many streams, each thinning out on its way."""
    for stream in range(streams):
        part = (stream + sheet.chance.uniform(-0.4, 0.4)) / (streams - 1)
        angle = math.radians(-148 + 112 * part)
        reach = (300 + 420 * max(0.0, math.sin(math.pi * part)) * sheet.chance.uniform(0.62, 1.08)) * size
        width = sheet.chance.uniform(16, 34) * size
        steps = int(reach / 9)
        for step in range(steps):
            way = step / steps
            at = _thrown(foot, angle, reach * way)
            radius = width * (0.55 + 0.9 * way) * (1 - way**3) + 2.5
            loose = radius * 0.7 * way
            at = (at[0] + sheet.chance.uniform(-loose, loose), at[1] + sheet.chance.uniform(-loose, loose))
            sheet.disc(at, radius, tone)


def _thrown(foot: Point, angle: float, reach: float) -> Point:
    """Where water is that left `foot` at that angle and has come so far: the wind bends its way."""
    bend = (reach / 700) ** 2
    return foot[0] + reach * math.cos(angle) * 0.8 + _WIND * bend, foot[1] + reach * math.sin(angle) + 60 * bend


def drops(sheet: Canvas, foot: Point) -> None:
    """Drops around and beyond the plume, finer the higher they are."""
    for _drop in range(1500):
        angle = math.radians(sheet.chance.gauss(-92, 30))
        reach = 860 * sheet.chance.random() ** 0.45
        at = _thrown(foot, angle, reach)
        if at[1] < 960:
            sheet.disc(
                at, sheet.chance.uniform(1, 6.5) * (1.25 - reach / 900), "#f7fbf8", sheet.chance.uniform(0.5, 1)
            )


def wave(sheet: Canvas) -> None:
    """The breaker that runs against the wall from the left, with lines that follow its rise."""
    crest = curve(
        [
            (-20, 860),
            (240, 842),
            (480, 790),
            (700, 716),
            (880, 690),
            (1020, 640),
            (1130, 560),
            (1230, 520),
            (1320, 560),
            (1380, 700),
            (1440, 860),
        ]
    )
    sheet.shape(down_to(crest, 1125), Fade(540, 1080, ("#6aa39f", "#2f686f", "#143c48", "#0d2833")))
    for line in range(1, 15):
        drop = 16 * line + line**2 * 1.6
        flow = [(x - drop * 0.35, y + drop + 9 * math.sin(x / 90 + line)) for x, y in crest]
        start = sheet.chance.randrange(0, 30)
        length = sheet.chance.randrange(50, 90)
        sheet.line(flow[start : start + length], sheet.chance.uniform(3, 9), "#bcd9d3", 0.55 - line * 0.028)
    for x, y in crest:
        for _puff in range(14):
            fall = abs(sheet.chance.gauss(0, 1))
            at = (x + sheet.chance.uniform(-12, 12), y + fall * 17 - 5)
            sheet.disc(at, sheet.chance.uniform(2, 10) / (0.8 + fall), "#eef4f0", 0.9)
    for _fleck in range(190):
        at = (sheet.chance.uniform(-20, 1260), 1125 - 300 * sheet.chance.random() ** 1.3)
        if at[1] > 900 - at[0] * 0.08:
            size = sheet.chance.uniform(12, 56) * (0.5 + (at[1] - 760) / 400)
            sheet.shape(oval(at, size, size * 0.09), "#e3eeea", sheet.chance.uniform(0.2, 0.6))


def foam_on_wall(sheet: Canvas) -> None:
    """Water that runs back over the wall's edge and boils at its foot."""
    for _run in range(70):
        x = 1330 + 330 * sheet.chance.random() ** 1.5
        top = 832 - (x - 1330) * 0.058
        length = sheet.chance.uniform(20, 230) * (1 - (x - 1330) / 420)
        width = sheet.chance.uniform(1.5, 5)
        sheet.shape([(x, top), (x + width, top), (x - 2, top + length)], "#e6eeea", 0.75)
    for _puff in range(520):
        part = sheet.chance.random()
        at = (1180 + 150 * part + sheet.chance.gauss(-24, 40), 1130 - 300 * part + sheet.chance.gauss(0, 26))
        sheet.disc(
            at,
            sheet.chance.uniform(2, 10),
            sheet.chance.choice(("#eef4f1", "#f8fbf9", "#b9cdcb", "#8fb0b0")),
            0.85,
        )
    for _puff in range(260):
        x = 1340 + abs(sheet.chance.gauss(0, 150))
        y = 812 - (x - 1330) * 0.055 + sheet.chance.gauss(0, 6)
        sheet.disc((x, y), sheet.chance.uniform(1.5, 9) * (1 - (x - 1340) / 900), "#f2f7f4", 0.9)
