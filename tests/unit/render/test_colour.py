"""Contrast as WCAG counts it, and accents that can be read on any ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.errors import Trouble
from newsdesk.render.colour import ENOUGH, contrast, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#fff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#1f5eb8", "#fff", 6.27),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, COLOURS)
def test_every_colour_becomes_readable(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= ENOUGH


@given(COLOURS)
def test_a_readable_colour_stays(colour: str) -> None:
    found = readable(colour, "#ffffff")
    assert readable(found, "#ffffff") == found


def test_the_hue_stays() -> None:
    light = readable("#1f5eb8", "#17181b")
    red, green, blue = (int(light[at : at + 2], 16) for at in (1, 3, 5))
    assert red < green < blue


@pytest.mark.parametrize("text", ["blue", "#12", "#12345", "#1234567", "", "#ggg"])
def test_what_is_no_colour_is_refused_by_name(text: str) -> None:
    with pytest.raises(Trouble, match="not a colour"):
        readable(text, "#ffffff")
