"""Colours that can be read: contrast after WCAG, and a colour moved just far enough to have it."""

from __future__ import annotations

import colorsys
import re

from newsdesk.errors import Trouble
from newsdesk.i18n import N_

ENOUGH = 4.5
"""The least contrast of text with its ground: WCAG 2.2, success criterion 1.4.3."""

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 100

Channels = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


def channels(colour: str) -> Channels:
    """A colour written `#rgb` or `#rrggbb`; Trouble for anything else."""
    found = _HEX.fullmatch(colour.strip())
    if found is None:
        raise Trouble(
            N_("“{colour}” is not a colour."), N_("Write it as # and six digits, such as #1f5eb8."), colour=colour
        )
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((_luminance(channels(one)), _luminance(channels(other))))
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, ground: str) -> str:
    """The colour, darker or lighter in the same hue until it has enough contrast with a ground: `#rrggbb`."""
    away_from = _luminance(channels(ground))
    goal = 0.0 if away_from > 0.18 else 1.0  # at 0.18 black and white stand out alike
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    for step in range(_STEPS + 1):
        moved = lightness + (goal - lightness) * step / _STEPS
        found = _written(colorsys.hls_to_rgb(hue, moved, saturation))
        if contrast(found, ground) >= ENOUGH:
            return found
    return _written((goal, goal, goal))


def _luminance(colour: Channels) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _written(colour: Channels) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in colour)
