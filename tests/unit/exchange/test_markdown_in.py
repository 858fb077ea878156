"""Markdown with front matter as people write it, good and bad."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.errors import Trouble
from newsdesk.exchange import Manuscript, Picture, Signature, manuscript_of, read_markdown, read_moment
from newsdesk.model.article import Status

ZONE = ZoneInfo("America/Sao_Paulo")


def read(text: str) -> Manuscript:
    return manuscript_of(text, Path("piece.md"), ZONE)


def write(folder: Path, data: bytes) -> Path:
    path = folder / "piece.md"
    path.write_bytes(data)
    return path


def test_all_forms_of_the_issue() -> None:
    piece = read(
        "---\ntitle: 'Iraq: attack'\nkicker: Near you\nslug: no\nsection: Politics\ntopics: Iraq, Middle East\n"
        "byline: [Jane Doe, {name: João Silva, role: Photos}]\ndate: 2026-03-21 10:30\n"
        "updated: 2026-03-21T14:00:00Z\nstatus: Published\nstory: 7\nlead: {photo: a.jpg, caption: 2026, alt: ~}\n"
        "comments: false\nlength_target: 600\ndeadline:\nweight: 1.10\n---\n\nText.\n"
    )
    assert piece.headline == "Iraq: attack"
    assert piece.slug == "no"
    assert piece.topics == ("Iraq", "Middle East")
    assert piece.byline == (Signature("Jane Doe"), Signature("João Silva", "Photos"))
    assert piece.date == datetime(2026, 3, 21, 13, 30, tzinfo=UTC)
    assert piece.updated == datetime(2026, 3, 21, 14, 0, tzinfo=UTC)
    assert piece.status is Status.PUBLISHED
    assert piece.story == "7"
    assert piece.lead == Picture("a.jpg", caption="2026")
    assert piece.comments is False
    assert piece.length_target == 600
    assert piece.deadline is None
    assert piece.front_matter == "weight: 1.10\n"
    assert piece.body == "Text."
    assert {"headline", "deadline", "lead"} <= piece.stated
    assert "title" not in piece.stated
    assert "standfirst" not in piece.stated


def test_without_front_matter_the_first_title_is_the_headline() -> None:
    piece = read("# A title #\n\nText\n\n# Another\n")
    assert (piece.headline, piece.body) == ("A title", "Text\n\n# Another")
    assert piece.stated == {"headline"}
    assert read("Text only").body == "Text only"
    assert read("---\nheadline: Mine\n---\n# Kept\n").body == "# Kept"


def test_line_ends_byte_order_mark_and_dots(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf---\r\nheadline: A\r\n...\r\n\r\nOne\r\ntwo\r\n")
    piece = read_markdown(path, ZONE)
    assert (piece.headline, piece.body) == ("A", "One\ntwo")


def test_a_rule_at_the_head_is_not_front_matter() -> None:
    assert read("---\n\nText after a rule.").body == "---\n\nText after a rule."
    assert read("---\n---\nText").body == "Text"


def test_unknown_keys_are_kept_as_they_were_written() -> None:
    text = "draft: no\ncover: {image: a.jpg}\nat: 12:30\n"
    assert read(f"---\n{text}slug: a\n---\n").front_matter == text


@pytest.mark.parametrize(
    ("head", "line", "what"),
    [
        ("headline: a\nslug: b: c", 3, "not YAML"),
        ("headline: 'a\nslug: b", 2, "not YAML"),
        ("headline: \x07", 2, "not YAML"),
        ("a: *b", 2, "not YAML"),
        ("slug: a\nslug: b", 3, "twice"),
        ("- a\n- b", 2, "key: value"),
        ("just text", 2, "key: value"),
        ("headline: [a]", 2, "one text"),
        ("a: 1\ndate: yesterday", 3, "date"),
        ("date: 2026-02-30", 2, "date"),
        ("date: 0001-01-01T00:00:00+14:00", 2, "date"),
        ("length_target: many", 2, "number"),
        ("comments: no", 2, "true or false"),
        ("status: done", 2, "draft, filed"),
        ("lead: {caption: a}", 2, "no photo"),
        ("lead: {photo: a, kaption: a}", 2, "kaption"),
        ("photos: a.jpg", 2, "list"),
        ("byline: {nome: a}", 2, "nome"),
        ("a: " + "[" * 60_000 + "]" * 60_000, 2, "nested"),
        ("a: &a []\nb: [" + ", ".join(["*a"] * 31) + "]", 3, "anchors"),
    ],
)
def test_bad_front_matter_names_file_and_line(head: str, line: int, what: str) -> None:
    with pytest.raises(Trouble) as caught:
        read(f"---\n{head}\n---\nText")
    message = str(caught.value.what)
    assert f"“piece.md”, line {line}:" in message
    assert what in message
    assert str(caught.value.way_out)


def test_both_names_of_the_headline_are_refused() -> None:
    with pytest.raises(Trouble, match="both"):
        read("---\ntitle: a\nheadline: b\n---\n")


def test_front_matter_that_never_ends_is_refused() -> None:
    with pytest.raises(Trouble, match="never ends"):
        read("---\nheadline: a\n\nText")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("---\nheadline: a\n---\ncafé".encode("cp1252"), "UTF-8 text: the first strange byte is in line 4"),
        ("text".encode("utf-16"), "UTF-8"),
        (b"text\0", "not a text file"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "not a text file"),
        (b"\xff\xd8\xff\xe0 a photo", "UTF-8"),
    ],
)
def test_files_that_are_not_text(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(Trouble, match=what):
        read_markdown(write(tmp_path, data), ZONE)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="could not be read"):
        read_markdown(tmp_path / "none.md", ZONE)
    with pytest.raises(Trouble, match="is not a file"):
        read_markdown(tmp_path, ZONE)
    large = tmp_path / "large.md"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(Trouble, match="too large"):
        read_markdown(large, ZONE)
    with pytest.raises(Trouble, match="is not a file"):
        read_markdown(Path("/dev/zero"), ZONE)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n"):
        with suppress(Trouble):
            read(whole)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2026-03-21", 3),
        ("2026-03-21 00:00", 3),
        ("2026-03-21T10:30:00", 13),
        ("2026-03-21 9:30", 12),
        ("2026-03-21t10:30z", 10),
        ("2026-03-21 10:30 +0100", 9),
        ("2026-03-21 10:30:00.5+01", 9),
        ("2026-03-21 10:30 UTC", 10),
    ],
)
def test_moments(text: str, hour: int) -> None:
    assert read_moment(text, ZONE).hour == hour


NO_DAYS = ["2026-13-01", "2026-02-30", "2026-03-21 25:00", "0001-01-01 00:00Z", "9999-12-31 23:00-05:00"]


@pytest.mark.parametrize("text", ["", "21.3.2026", "2026-03", "10:30", *NO_DAYS])
def test_no_moments(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        read_moment(text, ZONE)
