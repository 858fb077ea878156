"""What the engine draws by: without a graphics card it must not try to use one."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.ui.preview import drawing
from newsdesk.ui.preview.drawing import BACKEND, choose_drawing, is_card, renderer


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("llvmpipe (LLVM 15.0.6, 256 bits)", False),
        ("Microsoft Basic Render Driver", False),
        ("", False),
        ("NVIDIA GeForce RTX 3060/PCIe/SSE2", True),
        ("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", True),
        ("Apple M1", True),
    ],
)
def test_what_only_plays_a_graphics_card_is_none(name: str, card: bool) -> None:
    assert is_card(name) is card


@pytest.mark.parametrize(
    ("wished", "name", "chosen"),
    [
        (None, "llvmpipe", "software"),
        (None, "Apple M1", None),
        ("rhi", "llvmpipe", "rhi"),
    ],
)
def test_the_engine_draws_without_a_card_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, wished: str | None, name: str, chosen: str | None
) -> None:
    monkeypatch.setattr(os, "environ", {} if wished is None else {BACKEND: wished})
    monkeypatch.setattr(drawing, "renderer", lambda: name)
    choose_drawing()
    assert os.environ.get(BACKEND) == chosen


def test_asking_what_draws_leaves_nothing_behind(application: QApplication) -> None:  # noqa: ARG001
    assert renderer() == renderer()
