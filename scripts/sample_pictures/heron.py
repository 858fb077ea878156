"""The grey heron of the salt marsh."""

from __future__ import annotations

from collections.abc import Sequence

from sample_pictures.canvas import Canvas, Fade, Fill
from sample_pictures.shapes import Point, curve, moved, oval, points

# Outlines in pixels from the place where it stands; it faces left.
BODY = points("-86,-330 -70,-262 -10,-206 70,-204 140,-226 214,-248 150,-300 60,-352 -20,-376 -70,-366 -86,-330")
WING = points("-40,-350 40,-340 130,-284 222,-244 130,-246 40,-262 -20,-300 -40,-350")
FEATHERS = (
    points("20,-290 120,-262 226,-242 120,-252 20,-290"),
    points("-10,-316 90,-292 170,-262 80,-284 -10,-316"),
    points("60,-262 140,-246 216,-236 130,-240 60,-262"),
)
NECK = points(
    "-20,-372 -62,-420 -104,-470 -92,-530 -58,-570 -74,-612 -110,-620 -92,-600 -90,-574 -126,-530 -142,-466"
    " -112,-400 -88,-330 -50,-300 -20,-372"
)
PLUMES = (points("-84,-330 -70,-286 -58,-236 -46,-290"), points("-70,-316 -48,-276 -34,-228 -30,-290"))
HEAD = points("-62,-620 -84,-640 -124,-640 -150,-618 -140,-600 -104,-594 -70,-602 -62,-620")
BILL = points("-142,-626 -262,-600 -142,-604")
CREST = points("-128,-636 -100,-640 -60,-618 34,-566 -50,-598 -96,-622 -128,-636")
LEGS = (points("8,-210 22,-110 10,6"), points("-26,-210 -36,-104 -22,6"))


def heron(sheet: Canvas, foot: Point) -> None:
    """A grey heron in shallow water; `foot` is where it stands."""

    def fill(outline: Sequence[Point], tone: Fill, alpha: float = 1) -> None:
        sheet.shape(moved(curve(outline, 8), *foot), tone, alpha)

    _in_the_water(sheet, foot)
    for leg in LEGS:
        sheet.line(moved(leg, *foot), 7, "#6a5a3c")
    x, y = foot
    fill(BODY, Fade(y - 376, y - 200, ("#a9b7bd", "#74868f", "#526570")))
    fill(WING, Fade(y - 350, y - 240, ("#8fa1aa", "#56697a")))
    for feather in FEATHERS:
        fill(feather, "#33424e", 0.85)
    fill(NECK, Fade(x - 140, x - 20, ("#f4f1e8", "#dfe2e0", "#a3b0b6"), across=True))
    for speck in range(9):
        part = speck / 8
        sheet.shape(oval((x - 124 + 44 * part**2, y - 520 + 190 * part), 4, 10), "#3a4852", 0.8)
    for plume in PLUMES:
        sheet.shape(moved(plume, *foot), "#e9ebe6")
    fill(HEAD, "#f2f0e8")
    sheet.shape(moved(BILL, *foot), Fade(y - 626, y - 600, ("#e0a040", "#b3702a")))
    fill(CREST, "#2a3640")
    sheet.disc((x - 122, y - 619), 6, "#f0c23c")
    sheet.disc((x - 123, y - 619), 3.2, "#1a1a1a")


def _in_the_water(sheet: Canvas, foot: Point) -> None:
    """The legs again, upside down and broken by the water, and the rings around them."""
    for first, second in ((-22, -36), (10, 22)):
        waves = [
            (first + (second - first) * step / 20 + (4 if step % 2 else -4), 8.0 + step * 12) for step in range(20)
        ]
        sheet.line(moved(curve(waves, 6), *foot), 6, "#4a4a3c", 0.5)
    for ring in range(3):
        rings = oval((foot[0] - 6, foot[1] + 6), 46 + 34 * ring, 7 + 5 * ring)
        sheet.line(rings, 2, "#fff4d8", 0.6 - 0.17 * ring)
