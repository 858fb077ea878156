"""Scenes of the open sea: the lighthouse at dusk, the regatta, the storm wall."""

from __future__ import annotations

import math

from PIL import Image

from sample_pictures import burst
from sample_pictures.canvas import Canvas, Fade
from sample_pictures.parts import gull, stars
from sample_pictures.shapes import Point, curve, down_to, moved, oval, points, ridge, turned


def lighthouse() -> Image.Image:
    """A tall lighthouse on a headland at dusk, its beam reaching out over the sea."""
    sheet, sea = Canvas(1500, 2000, 41), 1430.0
    sheet.box(0, 0, 1500, 2000, Fade(0, sea, ("#141c45", "#2a2f66", "#5a4a82", "#a5638a", "#e58a7c", "#f9bf86")))
    stars(sheet, 900, 200)
    sheet.glow((260, sea), 900, "#ffc27c", 0.75, 0.5)
    sheet.mist(860, 1180, "#f0988c", 0.5, (2, 14))
    sheet.mist(1060, 1380, "#6a4f80", 0.5, (2, 18))
    sheet.shape(down_to(ridge(1500, 1416, 26, 5), sea), "#9a5f7d")
    sheet.box(0, sea, 1500, 570, Fade(sea, 2000, ("#e39a82", "#8d5f86", "#3d3f73", "#1c2450")))
    sheet.ripples(sea + 4, 1990, "#ffd7a0", 0.6, 190, (300, 130))
    sheet.ripples(sea + 4, 1990, "#2b2f62", 0.45, 240)
    sheet.ripples(sea + 4, 1990, "#f2a998", 0.35, 220)
    lantern = (1010.0, 452.0)
    sheet.beam(
        [(lantern[0], 440), (lantern[0], 466), (-80, 700), (-80, 280)],
        "#fff0c0",
        0.8,
        10,
        Fade(-60, 1010, ("#1c1c1c", "#fff"), across=True),
    )
    sheet.beam(
        [(lantern[0], 444), (lantern[0], 462), (1600, 520), (1600, 396)],
        "#fff0c0",
        0.5,
        8,
        Fade(1010, 1560, ("#fff", "#333"), across=True),
    )
    sheet.glow(lantern, 430, "#fff0bc", 0.85)
    _headland(sheet)
    _tower(sheet, lantern)
    for x, y, size in ((330, 980, 40), (470, 1040, 26), (240, 1080, 22)):
        gull(sheet, (x, y), size, "#3a2f5c")
    return sheet.finished()


def _headland(sheet: Canvas) -> None:
    """Rock and grass, the keeper's cottage, the path to it."""
    edge: list[Point] = [(300, 2010), (372, 1900), (356, 1836), (452, 1764), (470, 1690), (560, 1650), (600, 1590)]
    grass = curve([(600, 1590), (720, 1548), (880, 1516), (1100, 1502), (1320, 1516), (1510, 1490)])
    sheet.shape([*edge, *grass, (1510, 2010)], Fade(1480, 2000, ("#54446f", "#2c2a55", "#12163a")))
    facets: list[list[Point]] = [
        [(372, 1900), (356, 1836), (452, 1764), (486, 1830), (430, 1930)],
        [(452, 1764), (470, 1690), (560, 1650), (576, 1730), (486, 1830)],
        [(560, 1650), (600, 1590), (690, 1566), (664, 1680), (576, 1730)],
        [(430, 1930), (486, 1830), (576, 1730), (590, 1860), (520, 2010), (400, 2010)],
        [(576, 1730), (664, 1680), (720, 1790), (660, 1930), (590, 1860)],
    ]
    for facet, light in zip(facets, (0.5, 0.62, 0.72, 0.2, 0.28), strict=True):
        sheet.shape(facet, Fade(1600, 2000, ("#d98a86", "#5c4a80")), light)
    sheet.line([*edge, *grass[:40]], 3, "#f2b09a", 0.55)
    for _tuft in range(260):
        part = sheet.chance.random()
        x, ground = 640 + 870 * part, grass[int(part * (len(grass) - 1))][1] + 6 + sheet.chance.random() ** 2 * 130
        for lean in (-5, 0, 4):
            sheet.line(
                [(x + lean / 2, ground), (x + lean, ground - sheet.chance.uniform(8, 17))], 1.6, "#7a5f8c", 0.55
            )
    path = curve([(980, 1516), (950, 1590), (1030, 1690), (960, 1830), (1060, 2010)])
    right = [(x + 30 + (y - 1500) * 0.22, y) for x, y in path]
    sheet.shape([*path, *reversed(right)], Fade(1500, 2000, ("#d79c92", "#6a5480")), 0.7, 1)
    _cottage(sheet)


def _cottage(sheet: Canvas) -> None:
    sheet.glow((1276, 1450), 260, "#ffb870", 0.5)
    sheet.box(1322, 1276, 30, 60, Fade(1322, 1352, ("#c98f8c", "#6a4f72"), across=True))
    sheet.box(1150, 1392, 250, 124, Fade(1150, 1400, ("#f6d8c4", "#a98aa6"), across=True))
    sheet.shape(
        [(1130, 1398), (1180, 1316), (1372, 1316), (1422, 1398)],
        Fade(1130, 1422, ("#9a4f56", "#5a3050"), across=True),
    )
    sheet.box(1150, 1396, 250, 8, "#4a2c48", 0.5)
    for x in (1180, 1328):
        sheet.box(x - 4, 1422, 50, 52, "#7a4a52")
        sheet.box(x, 1426, 42, 44, Fade(1426, 1470, ("#fff0bc", "#ffc56e")))
        sheet.box(x + 19, 1426, 4, 44, "#8a5a50")
        sheet.box(x, 1446, 42, 4, "#8a5a50")
        sheet.glow((x + 21, 1448), 70, "#ffd890", 0.6)
    sheet.shape([*oval((1277, 1440), 22, 22, 180, 360), (1299, 1516), (1255, 1516)], "#5a3448")


def _tower(sheet: Canvas, lantern: Point) -> None:
    """White with two red bands, its lit side towards the evening."""
    x, foot, neck = lantern[0], 1524.0, 530.0

    def half(y: float) -> float:
        return 62 + 62 * math.pow((y - neck) / (foot - neck), 1.25)

    def band(top: float, bottom: float) -> list[Point]:
        levels = [top + (bottom - top) * step / 16 for step in range(17)]
        return [*[(x - half(y), y) for y in levels], *[(x + half(y), y) for y in reversed(levels)]]

    white = Fade(x - 120, x + 120, ("#ffe9d2", "#fff6ea", "#cdb9cc", "#77689a"), across=True)
    red = Fade(x - 120, x + 120, ("#ea7a5c", "#dc5a4c", "#a53a4c", "#5f2a50"), across=True)
    sheet.shape(band(neck, foot), white)
    for top in (690.0, 1010.0, 1330.0):
        sheet.shape(band(top, top + 150), red)
    for y in (620, 900, 1210):
        sheet.shape([*oval((x - 4, y), 14, 18, 180, 360), (x + 10, y + 30), (x - 18, y + 30)], "#3a2c56")
    sheet.shape([*oval((x - 6, 1450), 30, 34, 180, 360), (x + 24, foot), (x - 36, foot)], "#43305a")
    sheet.shape([(x - 62, neck), (x + 62, neck), (x + 92, neck - 16), (x - 92, neck - 16)], "#3a2f5a")
    sheet.box(x - 96, neck - 24, 192, 10, "#2c2550")
    for post in range(13):
        sheet.line([(x - 92 + post * 15.3, neck - 24), (x - 92 + post * 15.3, neck - 54)], 2.2, "#2c2550")
    sheet.line([(x - 93, neck - 54), (x + 93, neck - 54)], 3, "#2c2550")
    sheet.box(x - 44, neck - 124, 88, 100, Fade(neck - 124, neck - 24, ("#fff8dc", "#ffe08e")))
    for post in (-44, -15, 15, 44):
        sheet.line([(x + post, neck - 124), (x + post, neck - 24)], 3.4, "#2c2550")
    sheet.shape([*oval((x, neck - 124), 56, 56, 180, 360)], Fade(neck - 180, neck - 124, ("#c2524e", "#7a3050")))
    sheet.box(x - 60, neck - 130, 120, 9, "#2c2550")
    sheet.line([(x, neck - 176), (x, neck - 230)], 4, "#2c2550")
    sheet.disc((x, neck - 184), 8, "#2c2550")
    sheet.glow(lantern, 120, "#fffbe8", 0.9)


def regatta() -> Image.Image:
    """Many sailing boats across a wide bay, their sails leaning one way."""
    sheet, sea = Canvas(2200, 1100, 53), 430.0
    sheet.box(0, 0, 2200, 1100, Fade(0, sea, ("#3f8fc9", "#7fbadd", "#bfe0e8", "#eef3e6")))
    sheet.mist(20, 250, "#ffffff", 0.95, (3, 3))
    sheet.mist(200, 420, "#ffffff", 0.8, (4, 8))
    for level, height, seed, colours in (
        (370, 56, 6, ("#9fc3cf", "#c9dcd8")),
        (402, 34, 14, ("#6f9fae", "#a4c3bf")),
    ):
        sheet.shape(down_to(ridge(2200, level, height, seed), sea), Fade(level - height, sea, colours))
    sheet.shape(
        down_to(curve([(1690, sea), (1790, 392), (1900, 372), (2040, 340), (2210, 326)]), sea),
        Fade(320, sea, ("#4f7f78", "#7ba093")),
    )
    sheet.box(1905, 286, 16, 90, "#fbf7ee")
    sheet.box(1905, 312, 16, 18, "#cf4a3c")
    sheet.box(1900, 274, 26, 14, "#2d4a5c")
    sheet.box(0, sea, 2200, 670, Fade(sea, 1100, ("#9fd0d6", "#4fa3bd", "#2279a3", "#125a88", "#0c4170")))
    sheet.ripples(sea + 2, 1098, "#ffffff", 0.38, 420)
    sheet.ripples(sea + 2, 1098, "#0a3a66", 0.35, 380)
    sheet.ripples(sea + 2, 1098, "#fff6d2", 0.6, 170, (760, 210))
    for part in sorted(sheet.chance.random() ** 1.5 for _boat in range(30)):
        y = sea + 6 + 330 * part
        _boat(sheet, (sheet.chance.uniform(40, 2160), y), 34 + 150 * part)
    for x, y, size in ((330, 800, 330), (1880, 870, 400), (1120, 985, 500)):
        _boat(sheet, (x, y), size)
    for x, y, size in ((700, 130, 34), (780, 170, 22), (1500, 110, 26)):
        gull(sheet, (x, y), size, "#ffffff", "#567")
    return sheet.finished()


# Outlines of a sloop whose height is 1, from its middle at the water; the sails before they lean.
MAINSAIL = points("0.03,-0.98 0.03,-0.15 -0.42,-0.14 -0.35,-0.42 -0.19,-0.74 0.03,-0.98")
JIB = points("0.06,-0.88 0.24,-0.6 0.37,-0.32 0.42,-0.12 0.1,-0.15 0.06,-0.88")
HULL = points("-0.46,-0.085 0.1,-0.07 0.54,-0.115 0.44,0 0.3,0.045 -0.36,0.045 -0.46,-0.085")
SAIL_COLOURS = ("#e2543f", "#f2a33a", "#1f6f8b", "#f7d154", "#fdf8ec", "#fdf8ec", "#2f4f7f")


def _boat(sheet: Canvas, at: Point, size: float) -> None:
    """A sloop with its sails leaning to the right; `size` is its height, `at` its middle at the water."""
    lean, colour = sheet.chance.uniform(0.2, 0.3), sheet.chance.choice(SAIL_COLOURS)
    _sails(sheet, at, size, lean, colour)
    x, y = at

    def level(outline: list[Point]) -> list[Point]:
        return turned(moved(outline, *at, size), -2, at)

    for crew, coat in ((-0.3, "#e2543f"), (-0.22, "#f2b33a"), (-0.12, "#2f5d78")):
        sheet.shape(level(oval((crew, -0.09), 0.024, 0.045)), coat)
        sheet.shape(level(oval((crew + 0.006, -0.15), 0.017, 0.017)), "#6b4636")
    sheet.shape(level(curve(HULL, 6)), sheet.chance.choice(("#fdfaf2", "#1d3c5e", "#c8402f", "#fdfaf2")))
    stripe = colour if colour != "#fdf8ec" else "#1f6f8b"
    sheet.line(level(points("-0.44,-0.05 0.1,-0.04 0.49,-0.075")), max(0.8, size * 0.012), stripe)
    sheet.shape(oval((x + size * 0.02, y + size * 0.045), size * 0.46, size * 0.014), "#ffffff", 0.9)
    sheet.shape(moved(curve(points("0.3,0.05 0.42,0 0.56,0.05"), 6), x, y, size), "#ffffff", 0.9)


def _sails(sheet: Canvas, at: Point, size: float, lean: float, colour: str) -> None:
    """Mast and sails, and their image in the water."""
    x, y = at

    def leaning(outline: list[Point]) -> list[Point]:
        return moved([(px - lean * py, py) for px, py in outline], *at, size)

    for sail, strength in ((MAINSAIL, 0.2), (JIB, 0.14)):
        image = [(px, y + (y - py) * 0.55 + size * 0.04) for px, py in leaning(sail)]
        sheet.shape(image, "#e8f6f4", strength, size * 0.012)
    sheet.shape(oval((x + size * 0.04, y + size * 0.055), size * 0.52, size * 0.04), "#08304f", 0.55)
    cloth = Fade(x - size * 0.35, x + size * 0.25, ("#fffdf6", "#f4eee0", "#cfcabd"), across=True)
    sheet.shape(leaning(curve(MAINSAIL, 6)), cloth)
    for rise in (-0.35, -0.57, -0.77):
        seam = leaning([(0.03, rise), (-0.44 - (rise + 0.12) * 0.36, rise + 0.02)])
        sheet.line(seam, max(0.8, size * 0.004), "#b9b3a4", 0.7)
    sheet.shape(leaning(curve(JIB, 6)), colour)
    sheet.shape(leaning(points("0.06,-0.88 0.18,-0.5 0.1,-0.15")), "#ffffff", 0.22)
    sheet.line(leaning(points("0.04,-1.02 0.04,-0.05")), max(1, size * 0.012), "#3a4a55")


def storm_wall() -> Image.Image:
    """Waves striking a sea wall and throwing spray high above it, under a dark sky."""
    sheet = Canvas(2000, 1125, 67)
    sheet.box(0, 0, 2000, 1125, Fade(0, 700, ("#1b242e", "#34434e", "#5d6f76", "#98a6a2")))
    sheet.glow((430, 560), 700, "#e6dcb8", 0.45, 0.5)
    sheet.mist(-60, 330, "#10171f", 0.85, (2, 4))
    sheet.mist(150, 560, "#26323b", 0.7, (3, 8))
    for level, height, seed, colours in (
        (610, 20, 3, ("#5b7176", "#4a6269")),
        (668, 36, 9, ("#3d575f", "#2f4851")),
        (740, 50, 27, ("#2a4650", "#1c343e")),
    ):
        _swell(sheet, level, height, seed, colours)
    burst.plume(sheet, (1330, 850), 1.0, "#8ea7aa", 34)
    burst.wave(sheet)
    burst.plume(sheet, (1300, 830), 0.88, "#bccfce", 30)
    _wall(sheet)
    burst.plume(sheet, (1316, 870), 0.72, "#dfe9e6", 26)
    burst.plume(sheet, (1300, 880), 0.55, "#f8fbf9", 22)
    burst.drops(sheet, (1310, 860))
    burst.foam_on_wall(sheet)
    _rain(sheet)
    return sheet.finished()


def _swell(sheet: Canvas, level: float, height: float, seed: int, colours: tuple[str, str]) -> None:
    crest = ridge(2000, level, height, seed, 0.62)
    sheet.shape(down_to(crest, 1125), Fade(level - height, level + 130, colours))
    for offset, alpha in ((0, 0.55), (7, 0.25)):
        sheet.line([(x, y + offset) for x, y in crest], 3, "#dfe6df", alpha)
    for _fleck in range(60):
        x, y = crest[sheet.chance.randrange(len(crest))]
        sheet.shape(
            oval(
                (x + sheet.chance.uniform(-20, 20), y + sheet.chance.uniform(4, 50)),
                sheet.chance.uniform(10, 46),
                2,
            ),
            "#dfe8e4",
            0.35,
        )


def _wall(sheet: Canvas) -> None:
    """The storm wall of cut stone, its top wet, a lamp on it."""
    top = [(1180.0, 1125.0), (1330.0, 800.0), (2010.0, 760.0), (2010.0, 1125.0)]
    sheet.line([(1790, 780), (1790, 470)], 9, "#12181d")
    sheet.line([(1790, 480), (1752, 456), (1726, 478)], 7, "#12181d")
    sheet.glow((1724, 492), 300, "#ffd894", 0.75)
    sheet.disc((1724, 492), 14, "#fff1cc")
    sheet.shape(top, Fade(760, 1125, ("#4a5052", "#2a3034", "#171c20")))
    sheet.shape(
        [(1330, 800), (2010, 760), (2010, 796), (1316, 838)], Fade(1330, 2010, ("#a7b0ab", "#7d8683"), across=True)
    )
    for row in range(1, 6):
        y = 838 + row * 58
        left = 1330 - (y - 800) * 0.46
        sheet.line([(left, y + 4), (2010, y - 42 + row * 7)], 3, "#0f1417", 0.8)
        for block in range(9):
            x = left + 30 + block * 96 + (row % 2) * 44
            sheet.line([(x, y + 2 - block * 5), (x - 8, y + 58 - block * 5)], 3, "#0f1417", 0.7)
    for post in range(1420, 2010, 120):
        sheet.box(post, 749 - (post - 1420) * 0.058, 12, 52, "#171d21")
    sheet.line([(1420, 752), (2010, 718)], 4, "#171d21")
    sheet.line([(1420, 772), (2010, 738)], 4, "#171d21")


def _rain(sheet: Canvas) -> None:
    for _streak in range(330):
        x, y, length = (
            sheet.chance.uniform(-60, 2000),
            sheet.chance.uniform(-40, 1100),
            sheet.chance.uniform(18, 54),
        )
        sheet.line([(x, y), (x + length * 0.42, y + length)], 1, "#dfe7e8", sheet.chance.uniform(0.06, 0.22))
