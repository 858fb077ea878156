"""Articles, photos and names by what people call them; which newsroom is meant."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.errors import Trouble
from newsdesk.i18n import message
from newsdesk.model.article import Article
from newsdesk.model.ids import ALPHABET, ArticleId
from newsdesk.newsroom import (
    Taxonomy,
    add_photos,
    choose_newsroom,
    find_article,
    find_photo,
    new_article,
    remember_newsroom,
    short_ids,
    system_zone,
)
from newsdesk.newsroom.editions import language_tag, new_edition
from newsdesk.newsroom.finding import unique_ends
from newsdesk.newsroom.remembering import last_opened
from newsdesk.store import Store


def test_ends_that_several_ids_have(store: Store) -> None:
    first = new_article(store, store.read.newsroom().main_edition, "One")
    twin = replace(first, id=ArticleId("0" * 18 + first.id[-8:]), slug="two", headline="Two")
    with store.step(message("Twin")):
        store.put(twin)
    with pytest.raises(Trouble) as caught:
        find_article(store.read, first.id[-6:])
    assert "one (" in str(caught.value)
    assert twin.id in str(caught.value)
    ends = short_ids(store.read, [first.id, twin.id])
    assert {find_article(store.read, end).slug for end in ends.values()} == {"one", "two"}
    assert all(len(end) == 9 for end in ends.values())
    with pytest.raises(Trouble, match="no article"):
        find_article(store.read, first.id[-5:])


def test_a_slug_goes_before_an_end(store: Store) -> None:
    edition = store.read.newsroom().main_edition
    first = new_article(store, edition, "First")
    named = Article(ArticleId("1" * 26), edition, first.story, first.created, first.id[-6:])
    with store.step(message("Named like an id")):
        store.put(named)
    assert find_article(store.read, first.id[-6:]) == named


def test_photos_by_id_and_end(store: Store, picture: Callable[..., Path]) -> None:
    photo = add_photos(store, [picture()]).added[0].photo
    for ref in (photo.id, f"photo:{photo.id}", photo.id[-6:], f" photo:{photo.id[-7:].upper()}"):
        assert find_photo(store.read, ref) == photo
    with pytest.raises(Trouble, match="no photo"):
        find_photo(store.read, photo.id[-5:])


@given(st.lists(st.text(ALPHABET, min_size=8, max_size=8), unique=True, min_size=1, max_size=30))
def test_short_ends_name_one_and_are_no_longer_than_needed(ids: list[str]) -> None:
    for id, end in unique_ends(ids, ids).items():
        assert [other for other in ids if other.endswith(end)] == [id]
        assert len(end) == 6 or sum(other.endswith(end[1:]) for other in ids) > 1


def test_editions_by_language_prefix_and_name(store: Store) -> None:
    taxonomy = Taxonomy(store.read, store.ids)
    spanish = taxonomy.make_edition("es-MX")
    assert (spanish.prefix, spanish.name, spanish.direction) == ("es-mx", "Español (MX)", "ltr")
    for text in ("es", "ES-mx", "Español (mx)", "es-AR"):
        assert taxonomy.find_edition(text) == spanish
    assert taxonomy.expect_edition("").id == taxonomy.main_edition
    assert taxonomy.make_edition("ar").direction == "rtl"
    with pytest.raises(Trouble, match="There are: en, es-MX, ar"):
        taxonomy.expect_edition("xx")
    with pytest.raises(RuntimeError):
        Taxonomy(store.read).make_edition("fr")


@pytest.mark.parametrize(
    ("text", "tag"), [("EN", "en"), ("pt-br", "pt-BR"), ("ZH-hant-tw", "zh-Hant-TW"), ("ckb", "ckb")]
)
def test_language_tags(store: Store, text: str, tag: str) -> None:
    assert language_tag(text) == tag
    assert new_edition(text, store.ids).prefix == ""


@pytest.mark.parametrize("text", ["", "e", "english language", "../en", "en_US", "a-b"])
def test_no_language_tags(text: str) -> None:
    with pytest.raises(Trouble, match="language tag"):
        language_tag(text)


def test_which_newsroom_is_meant(tmp_path: Path) -> None:
    state, data = tmp_path / "state", tmp_path / "data"
    with pytest.raises(Trouble, match="no newsroom yet"):
        choose_newsroom(None, {}, state, data)
    (data / "newsroom").mkdir(parents=True)
    assert choose_newsroom(None, {"NEWSDESK_NEWSROOM": ""}, state, data) == data / "newsroom"
    remember_newsroom(tmp_path / "last", state)
    assert choose_newsroom(None, {}, state, data) == tmp_path / "last"
    assert choose_newsroom(None, {"NEWSDESK_NEWSROOM": "/there"}, state, data) == Path("/there")
    assert choose_newsroom(Path("here"), {"NEWSDESK_NEWSROOM": "/there"}, state, data) == Path("here")
    remember_newsroom(Path("relative"), state)
    last = last_opened(state)
    assert last
    assert last.is_absolute()
    assert json.loads((state / "newsrooms.json").read_text(encoding="utf-8"))["last"] == str(last)


def test_state_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    remember_newsroom(tmp_path, tmp_path / "file")
    assert last_opened(tmp_path / "file") is None


@pytest.mark.parametrize(("setting", "zone"), [("Asia/Tokyo", "Asia/Tokyo"), (":Asia/Tokyo", "Asia/Tokyo")])
def test_the_zone_of_this_machine(monkeypatch: pytest.MonkeyPatch, setting: str, zone: str) -> None:
    monkeypatch.setenv("TZ", setting)
    assert system_zone() == zone


@pytest.mark.parametrize("setting", ["../../etc/passwd", "Nowhere/Land", "/abs", "a\0b"[:1]])
def test_a_strange_zone_is_passed_over(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("TZ", setting)
    assert system_zone() != setting
