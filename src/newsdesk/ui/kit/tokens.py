"""The colours and measures that everything in the window is drawn with, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, each `#rrggbb`, named after what it is for.

    `ground` lies under the desk list, `pane` under lists and inspector, `paper` under what is written; `line` only
    separates, `edge` borders controls; `soft` is read, `faint` is ornament. `bad_wash`, `warn_wash` and
    `good_wash` lie under banners; `mark` and `mark_text` show a TK; `added` and `removed` lie under words that
    came in or went out between two versions.
    """

    ground: str
    pane: str
    paper: str
    line: str
    edge: str
    text: str
    soft: str
    faint: str
    accent: str
    accent_text: str
    wash: str
    selection: str
    chip: str
    hover: str
    good: str
    warn: str
    bad: str
    good_wash: str
    warn_wash: str
    bad_wash: str
    mark: str
    mark_text: str
    added: str
    removed: str
    dark: bool


LIGHT = Tokens(
    ground="#f6f5f2",
    pane="#fbfaf8",
    paper="#ffffff",
    line="#e4e1da",
    edge="#85817a",
    text="#1d1f23",
    soft="#565960",
    faint="#8d9097",
    accent="#1f5eb8",
    accent_text="#ffffff",
    wash="#e6eefa",
    selection="#e9eff9",
    chip="#efede8",
    hover="#f0eee9",
    good="#2a7348",
    warn="#8a5200",
    bad="#b3302a",
    good_wash="#e8f3ec",
    warn_wash="#fbf1de",
    bad_wash="#fbeae8",
    mark="#ffe9a8",
    mark_text="#5a4200",
    added="#cdebd7",
    removed="#fad4d0",
    dark=False,
)

DARK = Tokens(
    ground="#17181b",
    pane="#1c1e22",
    paper="#202226",
    line="#30333a",
    edge="#7d818a",
    text="#e8e6e1",
    soft="#b1b4bb",
    faint="#7b7f88",
    accent="#7fb0f5",
    accent_text="#10161f",
    wash="#233449",
    selection="#25303f",
    chip="#2a2d33",
    hover="#26292f",
    good="#6cc392",
    warn="#e0a958",
    bad="#f08a80",
    good_wash="#1d3026",
    warn_wash="#382d1a",
    bad_wash="#3b2423",
    mark="#5a4713",
    mark_text="#ffe3a0",
    added="#1f4d36",
    removed="#5f2b29",
    dark=True,
)

STATUS_COLOURS = {
    "draft": "#9aa0a8",
    "filed": "#c98a1b",
    "editing": "#1f5eb8",
    "ready": "#2f7d4f",
    "published": "",
    "held": "#7a56a8",
    "spiked": "#b3302a",
    "killed": "#b3302a",
}
"""The dot beside each status; empty is the colour of text."""

ROW = 28
CONTROL = 32
TOP_BAR = 52
BAR = 38
STATUS_LINE = 30
DESK_WIDTH = 196
LIST_WIDTH = 288
INSPECTOR_WIDTH = 304
THUMBNAIL = (64, 48)
"""Pixels, on a grid of four."""

INTERFACE = ("Inter", "Noto Sans", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Cantarell", "DejaVu Sans")
SERIF = ("Noto Serif", "Charter", "Georgia", "Source Serif 4", "Source Serif Pro", "DejaVu Serif")
ARABIC = ("Noto Naskh Arabic", "Noto Naskh Arabic UI", "Geeza Pro", "Traditional Arabic")
