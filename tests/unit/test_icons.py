"""The window's icons are one family: one grid, one stroke, and no colour but the one that the theme gives."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ICONS = Path(__file__).parents[2] / "resources" / "icons"
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"path": {"d"}, "circle": {"cx", "cy", "r"}, "rect": {"x", "y", "width", "height", "rx"}}

NAMES = """
    add article articles bold calendar check chevron-down chevron-left chevron-right clock close copy desk desktop
    down drag edit eye eye-off find focus folder heading home import info italic language lead link list
    list-numbered menu moon more note open-external person phone photo photos preview publish quote read redo
    search section send settings star sun tablet tag trash undo up warning
""".split()


def test_the_icons_are_the_ones_we_name() -> None:
    assert sorted(path.stem for path in ICONS.glob("*.svg")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_strokes_of_the_theme_colour_on_the_grid(name: str) -> None:
    root = ET.parse(ICONS / f"{name}.svg").getroot()
    assert root.tag == f"{SVG}svg"
    assert root.attrib == {
        "viewBox": "0 0 20 20",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "1.6",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    assert len(root) > 0
    for shape in root:
        kind = shape.tag.removeprefix(SVG)
        assert set(shape.attrib) - {"stroke-width"} == SHAPES[kind]
        assert len(shape) == 0


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_stays_inside_its_square(name: str) -> None:
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    starts = re.findall(r"M\s*(-?[\d.]+)[ ,]+(-?[\d.]+)", source)
    assert all(1 <= float(number) <= 19 for start in starts for number in start)
    assert max(len(number.partition(".")[2]) for number in re.findall(r"\d*\.\d+", source)) <= 2
