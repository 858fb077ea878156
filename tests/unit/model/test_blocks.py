"""Texts cut into blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.blocks import Block, blocks_of


def test_blocks_stand_between_empty_lines_outside_fences() -> None:
    assert blocks_of("\nOne\ntwo\n \t\n\n```\na\n\nb\n```\n\nEnd") == [
        Block("One\ntwo", 1),
        Block("```\na\n\nb\n```", 5),
        Block("End", 11),
    ]


def test_a_fence_that_nothing_closes_goes_on_to_the_end() -> None:
    assert blocks_of("~~~\na\n\nb\n") == [Block("~~~\na\n\nb\n", 0)]


@given(st.lists(st.sampled_from(["word", " ", "\n", "```", "~~~"])).map("".join))
def test_each_block_stands_where_it_says(text: str) -> None:
    lines = text.split("\n")
    for block in blocks_of(text):
        assert "\n".join(lines[block.line : block.end]) == block.text
