"""Scenes of the town: the fish market and the customs house."""

from __future__ import annotations

from PIL import Image

from sample_pictures.canvas import Canvas, Fade
from sample_pictures.parts import gull
from sample_pictures.shapes import Point, curve, down_to, moved, oval, ridge, turned


def fish_market() -> Image.Image:
    """A quayside market: striped awnings over stalls of fish laid out for sale."""
    sheet = Canvas(1800, 1200, 71)
    sheet.box(0, 0, 1800, 1200, Fade(0, 620, ("#7fb6d3", "#b6d6dc", "#f3e8d0", "#f8d8ae")))
    sheet.glow((1500, 520), 640, "#ffe6b0", 0.8)
    sheet.mist(20, 300, "#ffffff", 0.7, (3, 6))
    _facades(sheet)
    sheet.box(0, 700, 1800, 500, Fade(700, 1200, ("#cdb596", "#b79a7c", "#96795f")))
    _paving(sheet)
    for x, width, colours in (
        (-70, 600, ("#c9443a", "#fbf3e2")),
        (600, 600, ("#1f7a78", "#f7f1e0")),
        (1270, 600, ("#e0a02f", "#fbf4e4")),
    ):
        _stall(sheet, x, width, colours)
    for x, coat, trousers in ((560, "#2f4f6b", "#2a2f3a"), (1228, "#8a3b34", "#3a3532")):
        _shopper(sheet, (x, 1010), coat, trousers)
    for x, y, size in ((420, 120, 40), (520, 170, 26), (1330, 110, 30)):
        gull(sheet, (x, y), size, "#ffffff", "#6a7c88")
    return sheet.finished()


def _facades(sheet: Canvas) -> None:
    """Narrow houses behind the market, their walls in old colours."""
    x = -40.0
    walls = ("#e3b68f", "#d98f73", "#ead9b4", "#a9c0b4", "#dfa98a", "#f0dcc0", "#b7c7cf", "#d9a07c", "#e9cf9f")
    for index in range(12):
        width = sheet.chance.uniform(140, 190)
        top = sheet.chance.uniform(230, 350)
        wall = walls[index % len(walls)]
        sheet.box(x, top, width, 480, wall)
        sheet.box(x, top, width, 480, Fade(top, 710, ("#f8ecd8", "#8a7260")), 0.28)
        sheet.shape(
            [(x - 6, top + 4), (x + width / 2, top - sheet.chance.uniform(36, 70)), (x + width + 6, top + 4)],
            "#a8553f",
        )
        sheet.box(x - 6, top, width + 12, 9, "#8f4635")
        shutter = sheet.chance.choice(("#3f6f6a", "#5a7a8a", "#7a4a3a", "#4f7a5a"))
        for row in range(3):
            for column in range(2):
                left, high = x + width * (0.17 + 0.4 * column), top + 46 + row * 112
                sheet.box(left, high, 38, 62, "#f6efe0")
                sheet.box(left + 4, high + 4, 30, 54, Fade(high, high + 60, ("#4d6b7a", "#87a3a8")))
                sheet.box(left + 17, high + 4, 3, 54, "#f6efe0")
                sheet.box(left - 13, high, 12, 62, shutter)
                sheet.box(left + 39, high, 12, 62, shutter)
        x += width
    for start, end, y in ((240, 620, 330), (980, 1380, 345)):
        _washing(sheet, start, end, y)


def _washing(sheet: Canvas, start: float, end: float, y: float) -> None:
    sheet.line(curve([(start, y), ((start + end) / 2, y + 26), (end, y)]), 2, "#5a4a40")
    for step in range(6):
        x = start + (end - start) * (0.14 + 0.13 * step)
        sheet.box(
            x,
            y + 20,
            32,
            sheet.chance.uniform(36, 60),
            sheet.chance.choice(("#fbf7ee", "#d9786a", "#7fa6b8", "#f0c673")),
        )


def _paving(sheet: Canvas) -> None:
    """Stones in perspective, wet in places."""
    for row in range(12):
        y = 712 + row * row * 3.1 + row * 8
        sheet.line([(0, y), (1800, y)], 1.6 + row * 0.12, "#7a614c", 0.4)
        for column in range(-14, 16):
            x = 900 + column * (80 + row * 13) + (row % 2) * 42
            below = 712 + (row + 1) ** 2 * 3.1 + (row + 1) * 8
            sheet.line([(x, y), (x + column * 5, below)], 1.6, "#7a614c", 0.34)
    for _pool in range(34):
        y = 760 + 430 * sheet.chance.random()
        size = sheet.chance.uniform(30, 140)
        sheet.shape(oval((sheet.chance.uniform(0, 1800), y), size, size * 0.07), "#f6e3c2", 0.3, 2)


def _stall(sheet: Canvas, x: float, width: float, colours: tuple[str, str]) -> None:
    """Posts, a striped awning with a scalloped edge, a table of fish on ice."""
    top, edge, table, foot = 470.0, 640.0, 850.0, 1052.0
    sheet.shape(oval((x + width / 2, foot + 4), width * 0.53, 26), "#4a3626", 0.4, 8)
    sheet.box(x + 40, edge, width - 80, foot - edge - 30, Fade(edge, foot, ("#3d2f2a", "#5f4a3d")), 0.72)
    for post in (x + 26, x + width - 42):
        sheet.box(
            post, edge - 40, 16, foot - edge + 40, Fade(post, post + 16, ("#8a6647", "#5a4030"), across=True)
        )
    for lamp_at in (x + width * 0.3, x + width * 0.7):
        sheet.line([(lamp_at, edge), (lamp_at, edge + 44)], 3, "#2a211d")
        sheet.shape(
            [
                (lamp_at - 8, edge + 42),
                (lamp_at + 8, edge + 42),
                (lamp_at + 24, edge + 62),
                (lamp_at - 24, edge + 62),
            ],
            "#2f4a52",
        )
        sheet.glow((lamp_at, edge + 84), 190, "#ffdc96", 0.75)
        sheet.disc((lamp_at, edge + 66), 9, "#fff2cc")
    _fish_table(sheet, x + 8, width - 16, table, foot)
    stripes = 10
    for stripe in range(stripes):
        left, right = stripe / stripes, (stripe + 1) / stripes
        upper = (x + 44 + left * (width - 88), x + 44 + right * (width - 88))
        lower = (x - 10 + left * (width + 20), x - 10 + right * (width + 20))
        tone = colours[stripe % 2]
        sheet.shape([(upper[0], top), (upper[1], top), (lower[1], edge), (lower[0], edge)], tone)
        middle, half = (lower[0] + lower[1]) / 2, (lower[1] - lower[0]) / 2
        sheet.shape(
            [(lower[0], edge - 1), (lower[1], edge - 1), *oval((middle, edge + 14), half, 24, 0, 180)], tone
        )
        sheet.shape(
            [(lower[0], edge - 1), (lower[1], edge - 1), *oval((middle, edge + 14), half, 24, 0, 180)],
            "#3a2620",
            0.16,
        )
    slope = [(x + 44, top), (x + width - 44, top), (x + width + 10, edge), (x - 10, edge)]
    sheet.shape(slope, Fade(top, edge, ("#ffffff", "#f5d8b0")), 0.16)
    sheet.shape(
        [(x + 44, top), (x + width - 44, top), (x + width - 40, top + 16), (x + 40, top + 16)], "#ffffff", 0.3
    )
    sheet.box(x - 10, edge - 3, width + 20, 4, "#3a2620", 0.3)


def _fish_table(sheet: Canvas, x: float, width: float, table: float, foot: float) -> None:
    back = table - 70
    sheet.shape([(x + 44, back), (x + width - 44, back), (x + width, table), (x, table)], "#e3eef0")
    for _lump in range(240):
        part = sheet.chance.random()
        at = (x + 14 + (width - 28) * sheet.chance.random(), back + 70 * part)
        if abs(at[0] - x - width / 2) < width / 2 - 46 * (1 - part) - 8:
            sheet.disc(
                at, sheet.chance.uniform(4, 11), sheet.chance.choice(("#ffffff", "#cfe2e8", "#dbeaee")), 0.9
            )
    for row in range(3):
        y = back + 10 + row * 24
        inset = 42 - row * 15
        fishes = 8 - row
        for fish in range(fishes):
            at = (x + inset + (width - 2 * inset) * (fish + 0.5) / fishes, y)
            _fish(
                sheet,
                at,
                26 + row * 7,
                sheet.chance.choice(
                    (
                        ("#6f8fa3", "#dfe8ea"),
                        ("#e28a72", "#f8d6c4"),
                        ("#8f9fa0", "#eef0ea"),
                        ("#4f7288", "#cfdde0"),
                    )
                ),
            )
    sheet.box(x - 4, table, width + 8, 22, Fade(table, table + 22, ("#f2e2c8", "#b99a78")))
    sheet.box(x + 6, table + 22, width - 12, foot - table - 30, Fade(table, foot, ("#a9845f", "#7a5a42")))
    for plank in range(1, 5):
        sheet.box(x + 6, table + 22 + plank * 34, width - 12, 3, "#5f4432", 0.6)
    for crate in range(4):
        left = x + 34 + crate * (width - 60) / 4
        sheet.box(left, foot - 76, width / 4 - 34, 66, Fade(foot - 76, foot, ("#d8b483", "#a47f55")))
        for slat in range(3):
            sheet.box(left, foot - 56 + slat * 20, width / 4 - 34, 3, "#7a5a3a", 0.7)
        sheet.box(left + width / 12 - 34, foot - 96, 54, 30, "#fbf6ea")
        sheet.line([(left + width / 12 - 26, foot - 84), (left + width / 12 + 12, foot - 84)], 3, "#5a4a40", 0.8)
        sheet.line([(left + width / 12 - 26, foot - 75), (left + width / 12 + 2, foot - 75)], 3, "#b5483a", 0.8)


def _fish(sheet: Canvas, at: Point, size: float, tones: tuple[str, str]) -> None:
    body: list[Point] = [
        (-1, 0),
        (-0.55, -0.3),
        (0.1, -0.33),
        (0.72, -0.1),
        (0.72, 0.1),
        (0.1, 0.3),
        (-0.55, 0.28),
        (-1, 0),
    ]
    tilt = sheet.chance.uniform(-9, 9)

    def placed(points: list[Point]) -> list[Point]:
        return turned(moved(points, *at, size), tilt, at)

    sheet.shape(placed([(0.62, 0), (1.08, -0.3), (0.98, 0), (1.08, 0.3)]), tones[0])
    sheet.shape(placed(curve(body, 5)), Fade(at[1] - size * 0.3, at[1] + size * 0.3, tones))
    sheet.shape(placed([(-0.1, -0.31), (0.2, -0.5), (0.36, -0.24)]), tones[0])
    sheet.disc(placed([(-0.68, -0.07)])[0], size * 0.07, "#1f2a33")
    sheet.line(placed([(-0.42, -0.2), (-0.36, 0), (-0.42, 0.2)]), 1.6, "#3a4a55", 0.6)


def _shopper(sheet: Canvas, foot: Point, coat: str, trousers: str) -> None:
    """A person seen from behind with a basket."""
    x, y = foot
    sheet.shape(oval((x, y + 62), 60, 12), "#4a3626", 0.4, 4)
    sheet.shape([(x - 28, y - 60), (x - 4, y - 60), (x - 6, y + 60), (x - 26, y + 60)], trousers)
    sheet.shape([(x + 4, y - 60), (x + 28, y - 60), (x + 26, y + 60), (x + 6, y + 60)], trousers)
    sheet.shape(
        curve(
            [
                (x - 40, y - 40),
                (x - 46, y - 140),
                (x - 34, y - 196),
                (x, y - 208),
                (x + 34, y - 196),
                (x + 46, y - 140),
                (x + 40, y - 40),
            ]
        ),
        Fade(x - 46, x + 46, (coat, coat, "#1f2228"), across=True),
    )
    sleeve = curve(
        [
            (x + 14, y - 190),
            (x + 44, y - 186),
            (x + 66, y - 120),
            (x + 70, y - 84),
            (x + 52, y - 80),
            (x + 40, y - 130),
        ]
    )
    sheet.shape(sleeve, Fade(x + 14, x + 74, (coat, "#1f2228"), across=True))
    sheet.disc((x + 61, y - 82), 10, "#b98a6a")
    sheet.box(x - 9, y - 222, 18, 22, "#b98a6a")
    sheet.disc((x, y - 236), 25, "#4a342a")
    sheet.shape(oval((x, y - 252), 30, 13, 180, 360), "#e8d9b8")
    sheet.shape(oval((x, y - 252), 42, 7), "#d9c59c")
    sheet.shape([(x + 26, y - 62), (x + 96, y - 62), (x + 86, y - 14), (x + 36, y - 14)], "#b3834f")
    sheet.line(oval((x + 61, y - 62), 34, 40, 180, 360), 5, "#8f6338")


def customs_house() -> Image.Image:
    """A broad stone building by the water, its front carried by a row of tall columns."""
    sheet, quay = Canvas(1800, 1350, 83), 1010.0
    sheet.box(0, 0, 1800, 1350, Fade(0, quay, ("#9fb8c4", "#c4d2d3", "#e6e1d3", "#f0dfc4")))
    sheet.glow((300, 260), 800, "#fff4da", 0.7)
    sheet.mist(20, 420, "#ffffff", 0.9, (2, 3))
    sheet.mist(300, 640, "#f7ecd9", 0.6, (3, 8))
    sheet.shape(down_to(ridge(1800, 840, 60, 12), quay), Fade(780, quay, ("#a9bab6", "#c9cbbd")))
    for x, width in ((150, 430), (1220, 430)):
        _wing(sheet, x, width, quay)
    _portico(sheet, quay)
    sheet.box(0, quay - 8, 1800, 60, Fade(quay, quay + 50, ("#b3a68f", "#7f7464")))
    sheet.box(0, quay - 10, 1800, 9, "#e2d7c0")
    for x in range(-30, 1800, 118):
        sheet.line([(x, quay), (x, quay + 52)], 3, "#5f5648", 0.5)
    for x in (90, 560, 1240, 1710):
        _lamp_post(sheet, x, quay - 8)
    sheet.mirror(quay + 52, 1350, 7, 560)
    sheet.box(0, quay + 52, 1800, 290, Fade(quay + 52, 1350, ("#8fa6a4", "#5f8084", "#2f5560")), 0.58)
    sheet.ripples(quay + 54, 1345, "#f6ead2", 0.5, 240)
    sheet.ripples(quay + 54, 1345, "#1f4450", 0.35, 200)
    for x, y, size in ((1380, 240, 34), (1460, 280, 22), (520, 300, 20)):
        gull(sheet, (x, y), size, "#fbfbf8", "#6a7c88")
    return sheet.finished()


STONE = ("#f1e4cb", "#dcc9a8", "#bda684")


def _wing(sheet: Canvas, x: float, width: float, ground: float) -> None:
    """A side wing of two storeys with shuttered windows."""
    top = 560.0
    sheet.box(x, top, width, ground - top, Fade(x, x + width, STONE[:2], across=True))
    for row in range(20):
        sheet.box(x, top + 30 + row * 22, width, 1.5, "#a8916f", 0.28)
    sheet.shape(
        [(x - 12, top - 14), (x + 30, top - 62), (x + width - 30, top - 62), (x + width + 12, top - 14)],
        Fade(top - 62, top, ("#7a8a88", "#5f706f")),
    )
    sheet.box(x - 14, top - 18, width + 28, 20, "#f4e9d3")
    sheet.box(x - 6, top + 2, width + 12, 8, "#a8916f", 0.7)
    sheet.box(x - 4, 780, width + 8, 12, "#f0e3ca")
    for row, height in ((606, 130), (826, 150)):
        for column in range(4):
            left = x + 38 + column * (width - 60) / 4
            sheet.box(left - 9, row - 10, 70, height + 22, "#f6ecd8")
            sheet.box(left, row, 52, height, Fade(row, row + height, ("#4f6a68", "#6f8a84")))
            sheet.box(left + 25, row, 2, height, "#33494a")
            for slat in range(int(height / 9)):
                sheet.box(left + 3, row + 4 + slat * 9, 46, 2, "#3f5857", 0.55)
            sheet.box(left - 14, row - 18, 80, 9, "#e2d2b2")
            sheet.box(left, row, 52, 12, "#2a2a22", 0.28)


def _portico(sheet: Canvas, ground: float) -> None:
    """Steps, eight columns, the beam and the gable they carry, a clock that stands still."""
    left, right, top = 540.0, 1260.0, 500.0
    sheet.box(
        left + 10, top, right - left - 20, ground - top, Fade(top, ground, ("#6f5f4c", "#8f7c63", "#a8947a"))
    )
    for column in range(5):
        x = left + 76 + column * 130
        sheet.shape(
            [*oval((x + 26, top + 250), 34, 40, 180, 360), (x + 60, ground - 70), (x - 8, ground - 70)], "#3f3a33"
        )
        sheet.shape(
            [*oval((x + 26, top + 250), 26, 32, 180, 360), (x + 52, ground - 70), (x, ground - 70)],
            Fade(top + 200, ground, ("#4a5c5a", "#38403c")),
        )
        sheet.box(x + 25, top + 216, 3, 230, "#2a2c28")
    for column in range(8):
        x = left + 36 + column * (right - left - 72) / 7
        _column(sheet, x, top, ground - 66)
    for step in range(4):
        sheet.box(
            left - 14 - step * 18,
            ground - 66 + step * 15,
            right - left + 28 + step * 36,
            16,
            Fade(left, right, ("#f4ead6", "#cdb998"), across=True),
        )
        sheet.box(left - 14 - step * 18, ground - 53 + step * 15, right - left + 28 + step * 36, 3, "#8f7c60", 0.7)
    sheet.box(left - 20, top - 60, right - left + 40, 62, Fade(left, right, ("#f8eed9", "#d6c29e"), across=True))
    sheet.box(left - 20, top - 2, right - left + 40, 5, "#8f7c60", 0.8)
    sheet.text(((left + right) / 2, top - 28), "M · D C C C · L X X X · I V", 30, "#7f6c50")
    gable = [(left - 44, top - 60), ((left + right) / 2, top - 226), (right + 44, top - 60)]
    sheet.shape(gable, "#f8eed9")
    inner = [(left + 46, top - 78), ((left + right) / 2, top - 196), (right - 46, top - 78)]
    sheet.shape(inner, Fade(top - 200, top - 70, ("#b9a482", "#d9c6a3")))
    sheet.box(left - 48, top - 66, right - left + 96, 14, Fade(left, right, ("#fdf5e4", "#d9c7a6"), across=True))
    middle = (left + right) / 2
    sheet.disc((middle, top - 122), 36, "#f8eed9")
    sheet.disc((middle, top - 122), 29, "#4f5f5e")
    sheet.line([(middle, top - 122), (middle, top - 144)], 4, "#f8eed9")
    sheet.line([(middle, top - 122), (middle - 15, top - 113)], 4, "#f8eed9")
    sheet.line([(middle, top - 222), (middle, top - 330)], 6, "#6a5f50")
    for x, height in ((left - 40, 30), (right + 40, 30)):
        sheet.shape(
            [(x - 16, top - 66), (x - 10, top - 66 - height), (x + 10, top - 66 - height), (x + 16, top - 66)],
            "#e8dabd",
        )


def _column(sheet: Canvas, x: float, top: float, foot: float) -> None:
    """A fluted column that swells a little, lit from the left."""
    shaft = [
        (x - 19, top + 30),
        (x + 19, top + 30),
        (x + 25, (top + foot) / 2),
        (x + 26, foot - 24),
        (x - 26, foot - 24),
        (x - 25, (top + foot) / 2),
    ]
    sheet.shape([(x + 24, top + 30), (x + 62, top + 30), (x + 66, foot), (x + 26, foot)], "#3f3426", 0.3, 5)
    sheet.shape(shaft, Fade(x - 26, x + 26, ("#fff7e6", "#f2e4c8", "#cdb68f", "#94805f"), across=True))
    for flute in (-15, -7, 1, 9, 17):
        sheet.line([(x + flute * 0.8, top + 36), (x + flute, foot - 28)], 2, "#9a8563", 0.4)
    sheet.box(x - 30, top + 16, 60, 15, Fade(x - 30, x + 30, ("#fff7e6", "#b8a17c"), across=True))
    sheet.box(x - 37, top, 74, 17, Fade(x - 37, x + 37, ("#fff7e6", "#c4ae89"), across=True))
    sheet.box(x - 31, foot - 26, 62, 13, Fade(x - 31, x + 31, ("#fff7e6", "#b8a17c"), across=True))
    sheet.box(x - 37, foot - 14, 74, 15, Fade(x - 37, x + 37, ("#fff7e6", "#b8a17c"), across=True))


def _lamp_post(sheet: Canvas, x: float, foot: float) -> None:
    sheet.line([(x, foot), (x, foot - 190)], 7, "#2f3a3c")
    sheet.box(x - 12, foot - 16, 24, 18, "#2f3a3c")
    sheet.line([(x - 34, foot - 168), (x + 34, foot - 168)], 4, "#2f3a3c")
    for at in ((x - 34, foot - 180), (x + 34, foot - 180), (x, foot - 204)):
        sheet.disc(at, 13, "#fbf6e8")
        sheet.disc((at[0] + 3, at[1] + 3), 8, "#e6dcc4", 0.6, 2)
