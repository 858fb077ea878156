"""Bodies block by block: what was edited is found again, and what went can be put back."""

from __future__ import annotations

from newsdesk.comparing import Kind
from newsdesk.comparing.passages import passages_between

ONE = "The first crate comes off at ten past twelve, when the ferry has gone."
TWO = "Nobody speaks much before three, and then only of the weather."
THREE = "By six the quay is empty again."


def kinds(before: str, after: str) -> list[Kind]:
    return [passage.kind for passage in passages_between(before, after)]


def test_equal_bodies_have_the_same_passages() -> None:
    body = f"{ONE}\n\n{TWO}\n"
    assert [(passage.kind, passage.before) for passage in passages_between(body, body)] == [
        (Kind.SAME, ONE),
        (Kind.SAME, TWO),
    ]


def test_an_edited_paragraph_is_paired_with_what_it_became() -> None:
    edited = TWO.replace("the weather", "football")
    assert kinds(f"{ONE}\n\n{TWO}\n\n{THREE}", f"{ONE}\n\nNew words stand here now.\n\n{edited}\n\n{THREE}") == [
        Kind.SAME,
        Kind.ADDED,
        Kind.CHANGED,
        Kind.SAME,
    ]


def test_another_text_in_the_same_place_is_no_edit() -> None:
    assert kinds(TWO, "Council tax goes up by nine per cent in April.") == [Kind.REMOVED, Kind.ADDED]


def test_a_moved_paragraph_went_and_came() -> None:
    assert sorted(kinds(f"{ONE}\n\n{TWO}\n\n{THREE}", f"{THREE}\n\n{ONE}\n\n{TWO}")) == [
        Kind.ADDED,
        Kind.REMOVED,
        Kind.SAME,
        Kind.SAME,
    ]


def test_a_passage_knows_its_lines_and_what_it_follows() -> None:
    same, gone, edited, added = passages_between(
        f"{ONE}\n\n\n{TWO}\n\n{THREE}", f"{ONE}\n\n{THREE} Really.\n\nNew."
    )
    assert (same.before_line, same.after_line, same.follows) == (0, 0, None)
    assert (gone.kind, gone.before_line, gone.after_line, gone.place, gone.follows) == (
        Kind.REMOVED,
        3,
        None,
        1,
        ONE,
    )
    assert (edited.kind, edited.before_line, edited.after_line, edited.follows) == (Kind.CHANGED, 5, 2, ONE)
    assert (added.kind, added.before_line, added.after_line, added.place) == (Kind.ADDED, None, 4, 4)


def test_empty_lines_alone_are_no_difference() -> None:
    assert kinds(f"{ONE}\n\n{TWO}", f"\n{ONE}\n \n\n{TWO}\n") == [Kind.SAME, Kind.SAME]


def test_a_fence_is_one_block_with_its_empty_lines() -> None:
    fence = "```\na\n\nb\n```"
    assert [passage.before for passage in passages_between(f"{fence}\n\nText", f"{fence}\n\nText")] == [
        fence,
        "Text",
    ]


def test_many_edited_paragraphs_are_all_found_again() -> None:
    before = [f"Paragraph {number} tells of the {number * 7}th night on the quay." for number in range(200)]
    after = [f"{text} And then some." for text in before]
    assert set(kinds("\n\n".join(before), "\n\n".join(after))) == {Kind.CHANGED}


def test_a_paragraph_that_was_split_stands_beside_both_halves() -> None:
    for parts in ([ONE, TWO], [ONE, TWO, THREE]):
        whole, split = " ".join(parts), "\n\n".join(parts)
        [passage] = passages_between(whole, split)
        assert (passage.kind, passage.before, passage.after) == (Kind.CHANGED, whole, split)
        assert {piece.text for piece in passage.pieces if piece.kind is not Kind.SAME} == {" ", "\n\n"}
        [back] = passages_between(split, whole)
        assert (back.kind, back.before, back.after, back.before_line) == (Kind.CHANGED, split, whole, 0)


def test_a_new_paragraph_beside_an_edited_one_is_no_half_of_it() -> None:
    assert kinds(f"{ONE}\n\n{TWO}", f"{ONE} Really.\n\n{THREE}\n\n{TWO} Really.") == [
        Kind.CHANGED,
        Kind.ADDED,
        Kind.CHANGED,
    ]


def test_the_line_of_a_photo_is_known_by_the_photo() -> None:
    before = "![The quay at dawn](photo:fox)"
    assert kinds(before, "![The quay at night](photo:owl)") == [Kind.REMOVED, Kind.ADDED]
    assert kinds(before, "![Nobody](photo:fox)") == [Kind.CHANGED]
    assert kinds(before, "The quay at dawn photo fox") == [Kind.REMOVED, Kind.ADDED]


def test_signs_alone_make_no_two_lines_alike() -> None:
    assert kinds("# “Yes.”", "# “No.”") == [Kind.REMOVED, Kind.ADDED]
