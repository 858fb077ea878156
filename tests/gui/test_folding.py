"""Which panes there is room for, at the widths that laptops have."""

from __future__ import annotations

import pytest

from newsdesk.ui.commands.parts import Pane
from newsdesk.ui.folding import NARROWEST_TEXT, instead, text_width, with_room

USUAL = frozenset({Pane.DESK, Pane.LIST, Pane.INSPECTOR})


@pytest.mark.parametrize("width", [1366, 1440, 1600, 1920])
def test_everything_usual_has_room_on_a_laptop(width: int) -> None:
    assert with_room(USUAL, width) == USUAL


@pytest.mark.parametrize("width", [1366, 1440, 1599])
def test_the_preview_takes_the_place_of_list_and_inspector_on_a_small_screen(width: int) -> None:
    shown = with_room(USUAL | {Pane.PREVIEW}, width)
    assert Pane.PREVIEW in shown
    assert not shown & {Pane.LIST, Pane.INSPECTOR}


@pytest.mark.parametrize("width", range(1000, 2400, 100))
def test_the_text_never_gets_too_narrow(width: int) -> None:
    for wanted in (USUAL, USUAL | {Pane.PREVIEW}, frozenset({Pane.DESK, Pane.PREVIEW})):
        assert text_width(with_room(wanted, width), width) >= NARROWEST_TEXT


@pytest.mark.parametrize("width", range(1000, 1600, 50))
def test_a_pane_that_is_asked_for_comes_and_leaves_the_text_its_room(width: int) -> None:
    for pane in (Pane.DESK, Pane.LIST, Pane.INSPECTOR):
        shown = instead(pane, USUAL | {Pane.PREVIEW}, width)
        assert pane in shown
        assert text_width(shown, width) >= NARROWEST_TEXT
