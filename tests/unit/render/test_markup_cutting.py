"""Cutting: pieces lose nothing, stand on their own, and end where the rule says."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.dialect import marked_lines
from newsdesk.render.body import Block, BlockKind
from newsdesk.render.markup import PieceKind, cut, read_body
from newsdesk.render.markup.cutting import Piece, text_lines
from newsdesk.render.markup.definitions import gather
from newsdesk.render.markup.inline import Inline
from newsdesk.render.markup.reading import read_piece

LABELS = frozenset({"READ"})


def kinds(text: str) -> list[str]:
    """The kinds of the pieces of a text."""
    return [piece.kind.value for piece in cut(text)]


def own_lines(piece: Piece) -> list[str]:
    """The lines of a piece without the blank ones around it."""
    lines = text_lines(piece.source)
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        del lines[0]
    return lines


@given(st.one_of(marked_lines, st.text()))
def test_the_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(piece.source for piece in cut(text)) == text


@given(marked_lines)
def test_a_piece_cut_again_is_one_piece_of_the_same_kind(text: str) -> None:
    for piece in cut(text):
        assert [again.kind for again in cut(piece.source)] == [piece.kind]


@settings(max_examples=200)
@given(marked_lines)
@example("```\ntext\n\n")
def test_the_whole_equals_its_pieces_read_one_by_one(text: str) -> None:
    pieces = [(piece, own_lines(piece)) for piece in cut(text)]
    definitions = gather((piece.kind, lines) for piece, lines in pieces)
    labels = frozenset({"read"})
    alone = [
        read_piece(piece.kind, lines, piece.line + _blank_before(piece), Inline("en", definitions), labels)
        for piece, lines in pieces
    ]
    whole = list(read_body(text, "en", LABELS).blocks)
    if definitions.notes:
        assert whole.pop().html.startswith('<div class="notes"')
    assert [_without_return(block) for block in whole] == [block for block in alone if block]


def _blank_before(piece: Piece) -> int:
    lines = text_lines(piece.source)
    return next((at for at, line in enumerate(lines) if line.strip()), 0)


def _without_return(block: Block) -> Block:
    html = re.sub(r' id="fnref-\d+"', "", block.html)
    return Block(block.kind, html, block.target, block.label, block.text, block.line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", ["blank"]),
        ("a\nb\n\nc", ["paragraph", "paragraph"]),
        ("a\n- b\n- c\nd\n\ne", ["paragraph", "list", "paragraph"]),
        ("- a\n\n- b\n\n\n\n  c\n\nd", ["list", "paragraph"]),
        ("- a\n* b\n+ c\n1. d\n1) e", ["list"] * 5),
        ("- a\n- - -\n- b", ["list", "rule", "list"]),
        ("- ```\n  a\nb", ["list", "paragraph"]),
        ("a\n[b]: https://x.org", ["paragraph"]),
        ("a\n1986. b", ["paragraph"]),
        ("a\n1. b", ["paragraph", "list"]),
        ("- a\n# b\nc", ["list", "heading", "paragraph"]),
        ("> a\nb\n\n> c", ["quote", "quote"]),
        ("> a\n- b", ["quote", "list"]),
        ("> ```\nb", ["quote", "paragraph"]),
        (">> a\n>> b\n> c", ["pull", "quote"]),
        (">>> a", ["quote"]),
        ("a\n---\nb\n\n---", ["heading", "paragraph", "rule"]),
        ("a\n***\nb", ["paragraph", "rule", "paragraph"]),
        ("```\n\na\n\n# b\n```\nc", ["fence", "paragraph"]),
        ("~~~\n```\n\nno end", ["fence"]),
        ("    a\n\n    b\n\nc", ["code", "paragraph"]),
        ("a\n    b", ["paragraph"]),
        ("a\n![c](photo:p)\nb", ["paragraph", "photo", "paragraph"]),
        ("![c](photo:p) and more", ["paragraph"]),
        ("- a\n![c](photo:p)", ["list", "photo"]),
        ("| a |\n|---|\n| b |\nc\n\nd", ["table", "paragraph"]),
        ("a\nx | y\n--|--\n1 | 2", ["paragraph", "table"]),
        ("x | y\n--", ["heading"]),
        (
            "[a]: https://x.org\n[b]: https://y.org\n[^c]: d\n\n    e\n\nf",
            ["definition", "definition", "note", "paragraph"],
        ),
        ("[Laughs]: why?", ["paragraph"]),
        ("<div>\na\n\n</div>\n\nb", ["html", "html", "paragraph"]),
        ("<!-- a\n\nb --> c\nd", ["html", "paragraph"]),
        ("<!-- never closed\n\nb", ["paragraph", "paragraph"]),
        ("<script>\n\nx\n\n</script>\ny", ["html", "paragraph"]),
        ("<b>a</b>\nb", ["paragraph"]),
        ("#tag\n#1 in the list", ["paragraph"]),
    ],
)
def test_pieces_end_where_the_rule_says(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_every_kind_of_piece_is_known_to_the_rule() -> None:
    text = "a\n\n# b\n\n---\n\n```\n```\n\n    c\n\n>> d\n\n> e\n\n- f\n\n|g|\n|-|\n\n<p>"
    text += "\n\n![h](photo:i)\n\n[j]: k:l\n[^m]: n"
    assert set(kinds(text)) | {"blank"} == {kind.value for kind in PieceKind}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_cut_alike(end: str) -> None:
    text = "a\n\n- b\n- c\n\n![d](photo:e)\n"
    pieces = cut(text.replace("\n", end))
    assert [(piece.kind, piece.line) for piece in pieces] == [(piece.kind, piece.line) for piece in cut(text)]
    assert read_body(text.replace("\n", end), "en", LABELS).blocks[0].html == "<p>a</p>"


def test_a_block_remembers_its_first_line() -> None:
    blocks = read_body("\n\na\n\n![c](photo:p)\n\n[r]: https://x.org\n\nb", "en", LABELS).blocks
    assert [(block.kind, block.line) for block in blocks] == [
        (BlockKind.HTML, 2),
        (BlockKind.PHOTO, 4),
        (BlockKind.HTML, 8),
    ]
