"""Scenes of the harbour: the north quay at dawn, the ferry in the morning, the bridge at night."""

from __future__ import annotations

from PIL import Image

from sample_pictures.canvas import Canvas, Fade
from sample_pictures.parts import gull, house_row, lamp, stars
from sample_pictures.shapes import Point, curve, down_to, oval, ridge, sag


def north_quay_dawn() -> Image.Image:
    """Cranes and a moored cargo ship in dark outline before a low sun."""
    sheet, sea = Canvas(2000, 1125, 11), 700.0
    sky = Fade(0, sea, ("#1f3a5f", "#3d5175", "#7a647f", "#c4775f", "#eb9c5c", "#f7c983"))
    sheet.box(0, 0, 2000, 1125, sky)
    sheet.glow((900, 650), 900, "#ffb469", 0.55, 0.6)
    for top, bottom, alpha in ((40, 300, 0.16), (230, 440, 0.32), (430, 600, 0.38)):
        sheet.mist(top, bottom, "#f4a27a", alpha, (3, 14))
        sheet.mist(top + 20, bottom + 30, "#3a3f5e", alpha * 0.8, (3, 16))
    sheet.glow((900, 640), 420, "#ffdf9a", 0.9)
    sheet.disc((900, 640), 92, Fade(545, 735, ("#fff3cd", "#ffe1a1")))
    sheet.shape(down_to(ridge(2000, 668, 26, 4), sea), Fade(620, sea, ("#a9695f", "#cf8a68")))
    sheet.shapes(house_row(sheet.chance, 1480, 2010, sea, 14, 46), "#8d5a5c")
    sheet.shape(down_to(ridge(2000, 690, 9, 9), sea), "#8a5659")
    for x, size, tone in (
        (730, 150, "#8a5d5f"),
        (640, 200, "#6d4b58"),
        (520, 260, "#523f52"),
        (380, 340, "#3d374d"),
    ):
        _crane(sheet, (x, sea - 34), size, tone)
    sheet.box(0, sea - 36, 830, 40, Fade(660, 704, ("#4a3a4d", "#2c2b40")))
    _cargo_ship(sheet, (940, sea + 6))
    for x, size, tone in ((190, 470, "#2a2d45"), (-60, 640, "#1a2439")):
        _crane(sheet, (x, sea - 4), size, tone)
    sheet.box(0, sea - 10, 560, 26, "#1a2439")
    sheet.mirror(sea + 8, 1125, 9, 620)
    sheet.box(0, sea + 8, 2000, 425, Fade(sea, 1125, ("#c07a5e", "#6a5468", "#273753", "#14233b")), 0.5)
    sheet.glow((900, sea + 20), 640, "#ffbe78", 0.5, 0.9)
    sheet.ripples(sea + 12, 1120, "#ffe2a6", 0.75, 150, (905, 90))
    sheet.ripples(sea + 12, 1120, "#f0a870", 0.3, 260)
    sheet.ripples(sea + 30, 1120, "#0f1b30", 0.35, 160)
    _near_quay(sheet)
    for place in ((760, 250, 30), (850, 290, 22), (700, 320, 18), (1620, 330, 26), (1700, 300, 17)):
        gull(sheet, (place[0], place[1]), place[2], "#2a2d45")
    return sheet.finished()


def _crane(sheet: Canvas, foot: Point, size: float, tone: str) -> None:
    """A ship-to-shore crane: portal, boom out over the water on the right, mast and stays, a load."""
    x, ground = foot
    boom, left, right = ground - 0.60 * size, x + 0.05 * size, x + 0.36 * size
    thick = 0.026 * size
    for leg in (left, right):
        sheet.box(leg, boom, thick, ground - boom, tone)
        sheet.box(leg - thick, ground - thick, thick * 3, thick * 1.6, tone)
    sheet.box(left, ground - 0.34 * size, right - left, thick, tone)
    sheet.line([(left, ground - 0.33 * size), (right + thick, boom)], thick * 0.5, tone)
    sheet.line([(right, ground - 0.33 * size), (left, boom)], thick * 0.5, tone)
    sheet.box(x - 0.22 * size, boom, 1.28 * size, thick * 1.3, tone)
    sheet.box(x - 0.22 * size, boom - thick * 1.6, 1.28 * size, thick * 0.3, tone)
    for post in range(32):
        sheet.line(
            [(x + (0.04 * post - 0.21) * size, boom), (x + (0.04 * post - 0.19) * size, boom - thick * 1.5)],
            thick * 0.18,
            tone,
        )
    top = (right - 0.02 * size, ground - size)
    sheet.line([(right + thick / 2, boom), top], thick, tone)
    sheet.line([(left + thick, boom), top], thick * 0.7, tone)
    for end in (-0.2, 0.62, 1.0):
        sheet.line([top, (x + end * size, boom)], max(1.2, thick * 0.24), tone)
    sheet.box(x - 0.2 * size, boom - 0.07 * size, 0.15 * size, 0.07 * size, tone)
    trolley, load = x + 0.70 * size, boom + 0.24 * size
    sheet.box(trolley - 0.05 * size, boom + thick, 0.10 * size, 0.035 * size, tone)
    for side in (-0.03, 0.03):
        sheet.line([(trolley + side * size, boom), (trolley + side * size, load)], max(1, thick * 0.14), tone)
    sheet.box(trolley - 0.075 * size, load, 0.15 * size, 0.055 * size, tone)
    sheet.glow(top, 0.05 * size, "#ff8a5c", 0.9)


def _cargo_ship(sheet: Canvas, stern: Point) -> None:
    """A container ship lying with its bow to the right; `stern` is its left end at the waterline."""
    x, sea = stern
    hull = [(x, sea - 92), (x + 700, sea - 84), (x + 770, sea - 110), (x + 722, sea), (x + 24, sea)]
    colours = ("#3b2c3b", "#45303b", "#2f3146", "#4d333a", "#38324a")
    for column, high in enumerate((3, 4, 5, 5, 4, 5, 5, 3, 4, 3, 2)):
        sheet.box(x + 167 + column * 47, sea - 90 - high * 27, 48, high * 27 + 24, "#241f31")
        for row in range(high):
            sheet.box(x + 168 + column * 47, sea - 116 - row * 27, 45, 25, sheet.chance.choice(colours))
    tower = Fade(sea - 300, sea - 80, ("#39354b", "#22273c"))
    sheet.box(x + 40, sea - 258, 104, 180, tower)
    sheet.box(x + 22, sea - 268, 140, 22, tower)
    sheet.box(x + 60, sea - 318, 34, 60, "#2b2c42")
    sheet.line([(x + 118, sea - 268), (x + 118, sea - 346)], 4, "#22273c")
    for row in range(4):
        for column in range(5):
            if sheet.chance.random() < 0.6:
                sheet.box(x + 52 + column * 18, sea - 232 + row * 34, 8, 7, "#ffd38a", 0.9)
    sheet.shape(hull, Fade(sea - 112, sea, ("#242a41", "#151f34")))
    sheet.shape([(x + 10, sea - 26), (x + 732, sea - 26), (x + 722, sea), (x + 24, sea)], "#6b2f33", 0.8)
    sheet.line([(x + 700, sea - 84), (x + 700, sea - 150)], 4, "#242a41")
    sheet.line([(x + 118, sea - 330), (x + 700, sea - 150)], 1.4, "#242a41", 0.8)
    for light in ((x + 118, sea - 346), (x + 700, sea - 150), (x + 90, sea - 250)):
        sheet.glow(light, 26, "#ffd79a", 1)
        sheet.disc(light, 2.6, "#fff3d4")


def _near_quay(sheet: Canvas) -> None:
    """The edge of the quay at the viewer's feet, with bollards and a mooring rope."""
    sheet.shape([(0, 1010), (660, 1052), (700, 1125), (0, 1125)], Fade(1010, 1125, ("#16233a", "#0b1424")))
    sheet.line([(0, 1010), (660, 1052)], 4, Fade(0, 660, ("#3c4560", "#b07a62"), across=True))
    for x in (180.0, 500.0):
        y = 1018 + x * 0.062
        sheet.shape(
            curve(
                [
                    (x - 22, y + 14),
                    (x - 15, y - 22),
                    (x - 30, y - 40),
                    (x + 30, y - 40),
                    (x + 15, y - 22),
                    (x + 22, y + 14),
                ]
            ),
            "#0a1322",
        )
        sheet.line([(x - 28, y - 42), (x + 28, y - 42)], 3, "#c98a67", 0.8)
    sheet.line(sag((508, 1012), (952, 622), 90), 3, "#0f1a2d")


def ferry_morning() -> Image.Image:
    """A small white ferry under way on calm water, gulls above it."""
    sheet, sea = Canvas(2000, 1333, 23), 800.0
    sheet.box(0, 0, 2000, 1333, Fade(0, sea, ("#6fa9c9", "#a5cbd9", "#d8e5dd", "#f8e9cc")))
    sheet.glow((330, 560), 900, "#fff2cf", 0.8)
    sheet.mist(60, 420, "#ffffff", 0.75, (3, 6))
    sheet.mist(380, 690, "#fff7e6", 0.7, (3, 12))
    for level, height, seed, colours in (
        (650, 70, 3, ("#a9c4cb", "#d5dfd6")),
        (715, 48, 8, ("#84aab5", "#b9d0cb")),
        (772, 26, 15, ("#5c8b98", "#93b9b8")),
    ):
        sheet.shape(down_to(ridge(2000, level, height, seed), sea), Fade(level - height, sea, colours))
    sheet.shapes(house_row(sheet.chance, 1330, 1990, sea, 22, 60), Fade(720, sea, ("#f3ece0", "#dfe0d8")))
    sheet.shapes(house_row(sheet.chance, 1380, 1900, sea, 14, 34), Fade(760, sea, ("#d7906c", "#c9aa93")))
    sheet.box(0, sea - 4, 2000, 8, "#e9efe6", 0.5)
    sheet.mirror(sea, 1333, 10, 600)
    sheet.box(0, sea, 2000, 540, Fade(sea, 1333, ("#c5dcd6", "#7fb2b9", "#3a8394", "#1f6678", "#164f63")), 0.72)
    sheet.ripples(sea + 6, sea + 96, "#ffffff", 0.35, 90)
    _ferry(sheet, (500, sea + 96))
    sheet.mirror(sea + 98, 1333, 12, 435, [(500 + x, sea + 97 + y) for x, y in _FERRY_OUTLINE], 0.62)
    sheet.ripples(sea + 104, 1330, "#ffffff", 0.35, 230)
    sheet.ripples(sea + 104, 1330, "#0f4658", 0.28, 230)
    sheet.ripples(sea + 104, 1330, "#fff0c4", 0.55, 130, (330, 120))
    _wake(sheet, (500, sea + 96))
    gulls = ((1240, 250, 92), (1500, 390, 60), (1010, 170, 48), (1690, 210, 44), (820, 330, 34), (1370, 140, 30))
    for x, y, size in (*gulls, (640, 220, 26), (1800, 470, 30)):
        gull(sheet, (x, y), size, "#fdfdfb", "#5a6f7c")
    return sheet.finished()


# Across from its stern and up from the water.
_FERRY_OUTLINE: list[Point] = [
    *((26, 0), (0, 92), (50, 118), (62, 228), (110, 228), (122, 284), (240, 284), (250, 384), (330, 384)),
    *((344, 284), (456, 284), (470, 330), (580, 330), (606, 268), (640, 232), (700, 228), (730, 118)),
    *((872, 150), (800, 60), (770, 0)),
]


def _ferry(sheet: Canvas, stern: Point) -> None:
    """A two-decked ferry with its bow to the right; `stern` is its left end at the waterline."""
    x, sea = stern
    white = Fade(x, x + 900, ("#ffffff", "#f3f5f2", "#d5e0e2"), across=True)
    sheet.shape([(x + 70, sea - 190), (x + 690, sea - 190), (x + 730, sea - 110), (x + 50, sea - 110)], white)
    sheet.shape([(x + 130, sea - 262), (x + 600, sea - 262), (x + 640, sea - 186), (x + 110, sea - 186)], white)
    sheet.shape([(x + 470, sea - 330), (x + 580, sea - 330), (x + 606, sea - 258), (x + 456, sea - 258)], white)
    glass = Fade(sea - 330, sea - 110, ("#23475c", "#3d6f83"))
    sheet.shape([(x + 486, sea - 316), (x + 578, sea - 316), (x + 590, sea - 286), (x + 482, sea - 286)], glass)
    for step in range(9):
        sheet.box(x + 142 + step * 50, sea - 242, 34, 30, glass)
    for step in range(13):
        sheet.box(x + 84 + step * 47, sea - 168, 32, 32, glass)
    for top, start, end in ((sea - 268, 122, 612), (sea - 196, 62, 700)):
        sheet.box(x + start, top, end - start, 8, "#c9d6d8")
    sheet.shape(
        [(x + 250, sea - 372), (x + 330, sea - 372), (x + 344, sea - 262), (x + 240, sea - 262)], "#c8452f"
    )
    sheet.shape(
        [(x + 247, sea - 352), (x + 333, sea - 352), (x + 336, sea - 328), (x + 244, sea - 328)], "#fbf6ea"
    )
    sheet.shape(
        [(x + 250, sea - 384), (x + 330, sea - 384), (x + 330, sea - 368), (x + 250, sea - 368)], "#1d3346"
    )
    sheet.line([(x + 540, sea - 330), (x + 540, sea - 440)], 5, "#e9eeee")
    sheet.line([(x + 512, sea - 404), (x + 568, sea - 404)], 4, "#e9eeee")
    sheet.shape([(x + 540, sea - 438), (x + 592, sea - 426), (x + 540, sea - 412)], "#c8452f")
    for boat in (150.0, 350.0):
        sheet.shape(oval((x + boat + 40, sea - 276), 42, 20, 0, 180), "#e8823a")
    for place in (72, 88, 101, 640, 655, 668, 684):
        at, coat = x + place, sheet.chance.choice(("#b5483a", "#2f5d78", "#d9a441", "#4b5563"))
        sheet.box(at - 5, sea - 222, 10, 26, coat)
        sheet.disc((at, sea - 227), 5.5, "#3a3f4b")
    hull = [
        (x, sea - 118),
        (x + 730, sea - 116),
        (x + 872, sea - 150),
        *curve([(x + 872, sea - 150), (x + 800, sea - 60), (x + 770, sea)], 8),
        (x + 26, sea),
    ]
    sheet.shape(hull, Fade(sea - 150, sea, ("#1f4560", "#12304a")))
    sheet.line([(x + 4, sea - 100), (x + 730, sea - 98), (x + 850, sea - 126)], 9, "#fbf6ea")
    sheet.shape([(x + 22, sea - 18), (x + 776, sea - 18), (x + 770, sea), (x + 26, sea)], "#a3392b")
    sheet.line(
        [(x + 730, sea - 116), (x + 730, sea - 150), (x + 868, sea - 186), (x + 872, sea - 150)], 3, "#e4ebea"
    )


def _wake(sheet: Canvas, stern: Point) -> None:
    """White water at the bow and behind."""
    x, sea = stern
    sheet.shape(
        curve(
            [
                (x + 640, sea + 12),
                (x + 770, sea - 26),
                (x + 815, sea + 2),
                (x + 905, sea + 18),
                (x + 760, sea + 22),
            ]
        ),
        "#ffffff",
        0.9,
        2,
    )
    for _fleck in range(220):
        part = sheet.chance.random()
        at = (x + 780 - part * 1350, sea + 6 + sheet.chance.gauss(8, 5 + 10 * part))
        sheet.shape(
            oval(at, sheet.chance.uniform(6, 34), sheet.chance.uniform(1, 3.2)), "#ffffff", 0.75 - 0.5 * part
        )


def old_bridge_night() -> Image.Image:
    """A suspension bridge at night, its cables hung with lamps that the river mirrors."""
    sheet, river = Canvas(2000, 1125, 37), 760.0
    sheet.box(0, 0, 2000, 1125, Fade(0, river, ("#0a0b24", "#171338", "#35204f", "#6b335c", "#a94f60")))
    stars(sheet, 560, 260)
    sheet.glow((1000, river), 1100, "#d0606a", 0.5, 0.34)
    sheet.mist(360, 640, "#8a4468", 0.35, (3, 12))
    sheet.glow((1230, 180), 300, "#f4dfc0", 0.42)
    sheet.disc((1230, 180), 46, Fade(134, 226, ("#fdf3dc", "#ecd2b0")))
    sheet.disc((1214, 170), 9, "#e0c6a4", 0.6, 2)
    sheet.disc((1244, 196), 13, "#e0c6a4", 0.5, 3)
    sheet.shape(down_to(ridge(2000, 690, 46, 21), river), "#3d1f4a")
    _skyline(sheet, river, 40, 120, "#2f1942", 0.25)
    _skyline(sheet, river, 20, 74, "#231338", 0.5)
    _bridge(sheet, river)
    sheet.mirror(river + 4, 1125, 8, 540)
    sheet.box(0, river + 4, 2000, 365, Fade(river, 1125, ("#7a3a5e", "#2d1a45", "#120d2b", "#07071a")), 0.45)
    for step in range(19):
        x = 60 + step * 104.0
        reach = sheet.chance.uniform(150, 300)
        sheet.beam(
            [(x - 5, river + 10), (x + 5, river + 10), (x + 12, river + reach), (x - 12, river + reach)],
            "#ffb968",
            0.75,
            5,
            Fade(river, river + reach, ("#fff", "#000")),
        )
    sheet.ripples(river + 8, 1120, "#05051a", 0.5, 300)
    sheet.ripples(river + 8, 1120, "#ffcf8c", 0.4, 110)
    sheet.ripples(river + 8, 1120, "#f3e0c8", 0.6, 60, (1230, 50))
    _near_bank(sheet)
    return sheet.finished()


def _skyline(sheet: Canvas, ground: float, low: float, high: float, tone: str, lit: float) -> None:
    """The far bank: houses, some windows lit."""
    for outline in house_row(sheet.chance, -20, 2000, ground, low, high):
        sheet.shape(outline, tone)
        left, right = outline[0][0], max(x for x, _y in outline)
        for _window in range(int((right - left) / 9)):
            if sheet.chance.random() < lit:
                at = (
                    sheet.chance.uniform(left + 3, right - 6),
                    sheet.chance.uniform(outline[0][1] + 4, ground - 8),
                )
                sheet.box(*at, 3.4, 4.4, sheet.chance.choice(("#ffcf87", "#ffb36b", "#ffe3b0")), 0.9)


def _bridge(sheet: Canvas, river: float) -> None:
    """Two towers, the deck with its street lamps, the main cables with bulbs, the hangers."""
    deck, top, towers = river - 132, 170.0, (470.0, 1530.0)
    tone, edge = "#160d2a", "#c9707a"
    cables = [
        sag((-180, deck - 30), (towers[0], top), 120),
        sag((towers[0], top), (towers[1], top), 410),
        sag((towers[1], top), (2180, deck - 30), 120),
    ]
    for cable in cables:
        for x, y in cable[1:-1]:
            sheet.line([(x, y), (x, deck)], 1.6, "#5a3358", 0.9)
    for tower in towers:
        for side in (-34, 34):
            sheet.shape(
                [
                    (tower + side - 11, top - 14),
                    (tower + side + 11, top - 14),
                    (tower + side * 1.25 + 15, river + 6),
                    (tower + side * 1.25 - 15, river + 6),
                ],
                Fade(top, river, ("#2a1840", "#120a24")),
            )
            sheet.line([(tower + side + 10, top - 14), (tower + side * 1.25 + 14, river)], 2, edge, 0.5)
        for beam in (top - 6, top + 130, deck - 110, deck + 40):
            sheet.box(tower - 44, beam, 88, 16, "#1c1133")
        sheet.box(tower - 76, river - 26, 152, 34, "#0f0920")
        sheet.glow((tower, top - 22), 60, "#ff6a5a", 0.9)
        sheet.disc((tower, top - 22), 5, "#ffd0bc")
    for cable in cables:
        sheet.line(cable, 6, tone)
        sheet.line([(x, y - 2.5) for x, y in cable], 1.6, edge, 0.7)
    sheet.box(0, deck, 2000, 20, "#160d2a")
    sheet.box(0, deck - 3, 2000, 3, edge, 0.75)
    for step in range(67):
        sheet.line([(step * 30, deck + 20), (step * 30 + 15, deck + 38), (step * 30 + 30, deck + 20)], 2.4, tone)
    sheet.box(0, deck + 36, 2000, 6, tone)
    for cable in cables:
        for at in cable[::2]:
            lamp(sheet, at, 5.5)
    for step in range(27):
        x = 20 + step * 76.0
        sheet.line([(x, deck), (x, deck - 30)], 2, tone)
        lamp(sheet, (x, deck - 32), 4.4, "#ffb45c")
    for x, colour in ((640, "#ffe9c4"), (800, "#ff5a4a"), (1130, "#ffe9c4"), (1310, "#ff5a4a")):
        sheet.box(x, deck - 13, 30, 11, "#2a1a3c")
        sheet.glow((x + 30, deck - 7), 20, colour, 0.9)


def _near_bank(sheet: Canvas) -> None:
    """Reeds, a railing and a lamp on the viewer's side."""
    bank = down_to(curve([(-10, 1040), (300, 1052), (620, 1086), (900, 1120), (1000, 1126)]), 1130)
    sheet.shape(bank, Fade(1035, 1125, ("#120c22", "#05040f")))
    for x in range(20, 560, 66):
        sheet.line([(x, 1046 + x * 0.045), (x, 984 + x * 0.05)], 4, "#0a0718")
    for height in (986, 1010):
        sheet.line([(0, height), (550, height + 28)], 3, "#0a0718")
    sheet.line([(250, 1060), (250, 800)], 7, "#0a0718")
    sheet.line([(250, 806), (290, 790), (312, 812)], 5, "#0a0718")
    sheet.shape([(298, 812), (326, 812), (334, 828), (290, 828)], "#0a0718")
    lamp(sheet, (312, 834), 12)
    sheet.beam([(300, 830), (324, 830), (470, 1062), (160, 1054)], "#ffca80", 0.22, 16)
