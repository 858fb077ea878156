"""Texts word by word: nothing is lost, nothing is cut apart, and it reads well."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.comparing import Kind, Piece
from newsdesk.comparing.aligning import common_runs
from newsdesk.comparing.fields import field_change
from newsdesk.comparing.passages import passages_between
from newsdesk.comparing.splitting import splitter

SOME_WORDS = st.lists(
    st.sampled_from(
        ["the ", "harbour", " ", "\n\n", "quay, ", "ليلة ", "港", "e\u0301", "👩\u200d👧", "🇧🇷", "```\n"]
    )
).map("".join)
TEXTS = st.text() | SOME_WORDS | st.text(st.characters(categories=["L", "M", "Zs", "Cf", "So", "Sk"]))


def shown(pieces: tuple[Piece, ...]) -> str:
    forms = {Kind.SAME: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "{{+{}+}}"}
    return "".join(forms[piece.kind].format(piece.text) for piece in pieces)


def compared(before: str, after: str) -> str:
    return shown(field_change("headline", before, after).pieces)


def texts_of(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    before = "".join(piece.text for piece in pieces if piece.kind is not Kind.ADDED)
    after = "".join(piece.text for piece in pieces if piece.kind is not Kind.REMOVED)
    return before, after


@given(TEXTS, TEXTS)
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    pieces = field_change("headline", before, after).pieces
    assert texts_of(pieces) == (before, after)
    assert all(piece.text and piece.kind is not Kind.CHANGED for piece in pieces)
    assert all(one.kind is not other.kind for one, other in pairwise(pieces))


@given(SOME_WORDS, st.lists(st.integers(0, 40)), SOME_WORDS)
def test_the_pieces_of_passages_are_both_texts(before: str, cuts: list[int], words: str) -> None:
    after = before
    for cut in cuts[:4]:
        after = after[:cut] + words + after[cut + 3 :]
    for passage in passages_between(before, after):
        assert texts_of(passage.pieces) == (passage.before, passage.after)
        assert (passage.kind is Kind.SAME) == (passage.before == passage.after)


@given(TEXTS)
def test_a_text_is_cut_into_all_of_it(text: str) -> None:
    assert "".join(splitter(text)(text)) == text


@given(st.text(st.characters(categories=["L", "M", "N"])))
def test_no_mark_is_cut_from_what_it_stands_on(text: str) -> None:
    for token in splitter(text)(text)[1:]:
        assert not unicodedata.category(token[0]).startswith("M")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Night shift on the quay", "The dockers who feed", "[-Night shift on the quay-]{+The dockers who feed+}"),
        ("The night is long and the men wait", "The men wait", "The [-night is long and the -]men wait"),
        ("the old harbour", "the new harbour", "the [-old-]{+new+} harbour"),
        ("the old harbour", "the harbour", "the [-old -]harbour"),
        ("a cat", "a big, black cat", "a {+big, black +}cat"),
        ("It costs 1,000.50 here", "It costs 1,000.75 here", "It costs [-1,000.50-]{+1,000.75+} here"),
        ("We don’t go", "We can’t go", "We [-don’t-]{+can’t+} go"),
        ("old, the mean", "new, the kind", "[-old, the mean-]{+new, the kind+}"),
        ("She said, and left", "She said he, loudly and left", "She said{+ he+}, {+loudly +}and left"),
        ("They met. They left.", "They met. They ate. They left.", "They met. {+They ate. +}They left."),
        ("They met. They ate. They left.", "They met. They left.", "They met. [-They ate. -]They left."),
        ("- one\n- two\n- three", "- one\n- deux\n- trois", "- one\n- [-two-]{+deux+}\n- [-three-]{+trois+}"),
        ("الميناء القديم مغلق", "الميناء الجديد مغلق", "الميناء [-القديم-]{+الجديد+} مغلق"),
        ("إنَّ الميناءَ", "إنَّ البحرَ", "إنَّ [-الميناءَ-]{+البحرَ+}"),
        ("旧仓库关闭", "新仓库关闭", "[-旧-]{+新+}仓库关闭"),
        ("ไม่มาที่นี่", "ไม่ไปที่นี่", "ไม่[-มา-]{+ไป+}ที่นี่"),
        ("น้ำ", "น้า", "[-น้ำ-]{+น้า+}"),
        ("हिन्दी भाषा", "हिन्दू भाषा", "[-हिन्दी-]{+हिन्दू+} भाषा"),
        ("cafe\u0301 noir", "cafe noir", "[-cafe\u0301-]{+cafe+} noir"),
        (
            "👩\u200d👩\u200d👧 here",
            "👩\u200d👩\u200d👦 here",
            "[-👩\u200d👩\u200d👧-]{+👩\u200d👩\u200d👦+} here",
        ),
        ("👍🏽 yes", "👍🏿 yes", "[-👍🏽-]{+👍🏿+} yes"),
        ("🇧🇷🇵🇹", "🇧🇷🇪🇸", "🇧🇷[-🇵🇹-]{+🇪🇸+}"),
        ("one two", "one\ntwo", "one[- -]{+\n+}two"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
    ],
)
def test_how_a_change_reads(before: str, after: str, expected: str) -> None:
    assert compared(before, after) == expected


def test_long_texts_are_cut_at_what_they_share() -> None:
    chance = random.Random(7)
    before = [chance.randrange(60) for _ in range(6000)]
    after = [chance.randrange(60, 90) if chance.random() < 0.05 else number for number in before]
    runs = common_runs(before, after)
    at = there = 0
    for run in runs:
        assert run.before >= at
        assert run.after >= there
        at, there = run.before + run.length, run.after + run.length
        assert before[run.before : at] == after[run.after : there]
    kept = sum(one == other for one, other in zip(before, after, strict=True))
    assert sum(run.length for run in runs) >= kept


def test_long_texts_without_anything_in_common_share_nothing() -> None:
    assert common_runs(range(30_000), range(30_000, 60_000)) == []
