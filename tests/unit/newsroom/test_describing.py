"""The photos of an article: placed, described, and told of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.credit import Credit
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Role
from newsdesk.newsroom import (
    Described,
    Use,
    add_photos,
    add_picture,
    delete_articles,
    describe_photo,
    edit_text,
    last_said,
    new_article,
    photo_uses,
    scaled_photo,
    set_lead,
)
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.store import Store

CREDIT = Credit("Jo Doe", "AFP", "Getty")


@pytest.fixture
def article(store: Store) -> Article:
    return new_article(store, store.read.newsroom().main_edition, "On the quay")


@pytest.fixture
def photos(store: Store, picture: Callable[..., Path]) -> tuple[Photo, Photo]:
    one, two = add_photos(store, [picture(), picture("b.jpg", "red")]).added
    return one.photo, two.photo


def png(size: tuple[int, int] = (4, 3)) -> bytes:
    coded = BytesIO()
    Image.new("RGB", size, "navy").save(coded, "PNG")
    return coded.getvalue()


def test_a_lead_is_set_changed_and_taken_away(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    one, two = photos
    set_lead(store, article.id, one.id)
    describe_photo(store, article.id, one.id, Described(caption="At dawn"))
    set_lead(store, article.id, one.id)
    assert str(store.undo_name) == "Describe the photo “quay.jpg”"
    set_lead(store, article.id, two.id)
    (lead,) = store.read.placements(article.id)
    assert (lead.photo, lead.role, lead.caption) == (two.id, Role.LEAD, "")
    set_lead(store, article.id, None)
    assert store.read.placements(article.id) == ()
    set_lead(store, article.id, None)
    store.undo()
    assert store.read.placements(article.id) == (lead,)
    store.undo()
    assert store.read.placements(article.id)[0].caption == "At dawn"


def test_what_was_said_elsewhere_is_where_the_next_use_begins(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    photo = photos[0].id
    assert last_said(store.read, photo) == Use()
    set_lead(store, article.id, photo)
    describe_photo(store, article.id, photo, Described(caption="At dawn", alt_text="A quay"))
    other = new_article(store, article.edition, "Other")
    set_lead(store, other.id, photo)
    (lead,) = store.read.placements(other.id)
    assert (lead.caption, lead.alt_text) == ("At dawn", "A quay")
    assert last_said(store.read, photo) == Use("A quay", caption="At dawn")


def test_a_photo_is_described_in_one_step(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    photo = photos[0]
    set_lead(store, article.id, photo.id)
    before = store.read.placements(article.id)
    said = Described("At dawn", "A quay", None, CREDIT, "© Jo Doe")
    describe_photo(store, article.id, photo.id, said)
    (lead,) = store.read.placements(article.id)
    assert (lead.caption, lead.alt_text, lead.decorative) == ("At dawn", "A quay", False)
    assert store.read.get(Photo, photo.id) == replace(
        photo, alt_text="A quay", credit=CREDIT, copyright="© Jo Doe"
    )
    store.undo()
    assert (store.read.placements(article.id), store.read.get(Photo, photo.id)) == (before, photo)
    store.redo()
    describe_photo(store, article.id, photo.id, Described(decorative=True))
    assert store.read.placements(article.id) == (replace(lead, decorative=True),)


def test_the_alt_text_of_a_photo_follows_while_it_is_typed(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    photo = photos[0].id
    other = new_article(store, article.edition, "Other")
    for each in (article, other):
        set_lead(store, each.id, photo)
    for typed in ("A", "A qu", "A quay", "", "A quay"):
        describe_photo(store, article.id, photo, Described(alt_text=typed))
        found = store.read.get(Photo, photo)
        assert found
        assert found.alt_text == typed
    describe_photo(store, other.id, photo, Described(alt_text="Another"))
    found = store.read.get(Photo, photo)
    assert found
    assert found.alt_text == "A quay"


def test_a_photo_at_the_head_and_in_the_text(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    photo = photos[0].id
    set_lead(store, article.id, photo)
    edit_text(store, article.id, {"body": f"![In text](photo:{photo})"})
    describe_photo(store, article.id, photo, Described(alt_text="Head"))
    describe_photo(store, article.id, photo, Described(decorative=True), Role.INLINE)
    lead, inline = store.read.placements(article.id)
    assert (lead.alt_text, lead.decorative, inline.alt_text, inline.decorative) == ("Head", False, "", True)
    with pytest.raises(ValueError, match="in the text"):
        describe_photo(store, article.id, photo, Described(caption="No"), Role.INLINE)


def test_what_is_gone_is_not_described(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    photo = photos[0].id
    with pytest.raises(Trouble, match="any more"):
        describe_photo(store, article.id, photo, Described(alt_text="A quay"))
    with pytest.raises(Trouble, match="not in the newsroom"):
        describe_photo(store, article.id, PhotoId("gone"), Described(alt_text="A quay"))
    with pytest.raises(Trouble, match="not in the newsroom"):
        set_lead(store, article.id, PhotoId("gone"))
    delete_articles(store, [article.id])
    with pytest.raises(Trouble, match="deleted"):
        set_lead(store, article.id, photo)
    with pytest.raises(Trouble, match="deleted"):
        describe_photo(store, article.id, photo, Described(alt_text="A quay"))


def test_the_uses_are_those_of_the_text_as_it_is_given(
    store: Store, article: Article, photos: tuple[Photo, Photo]
) -> None:
    one, two = photos
    set_lead(store, article.id, one.id)
    describe_photo(store, article.id, one.id, Described("At dawn", "A quay", credit=CREDIT))
    edit_text(store, article.id, {"body": f"![](photo:{one.id})"})
    typed = replace(
        article, body=f"![](photo:{two.id})\n\n![Said](photo:{one.id})\n\n![Two](photo:{two.id})\n\n![](photo:no)"
    )
    uses = photo_uses(store.read, typed)
    assert [(use.photo.id, use.role, use.caption, use.alt_text) for use in uses] == [
        (one.id, Role.LEAD, "At dawn", "A quay"),
        (two.id, Role.INLINE, "Two", ""),
        (one.id, Role.INLINE, "Said", "A quay"),
    ]
    assert [use.missing for use in uses] == [(), ("alt_text", "person", "agency"), ()]
    assert photo_uses(store.read, replace(article, body=""))[1:] == ()


def test_what_is_missing_of_a_photo(store: Store, article: Article, photos: tuple[Photo, Photo]) -> None:
    photo = photos[0].id
    set_lead(store, article.id, photo)
    assert photo_uses(store.read, article)[0].missing == ("caption", "alt_text", "person", "agency")
    describe_photo(store, article.id, photo, Described(decorative=True, credit=Credit("STR", "AFP")))
    assert photo_uses(store.read, article)[0].missing == ("caption", "person")


def test_a_pasted_picture_is_taken_in(store: Store) -> None:
    first = add_picture(store, png(), "Pasted.png")
    (added,) = first.added
    assert (added.photo.file_name, added.photo.width, added.known) == ("Pasted.png", 4, False)
    assert add_picture(store, png(), "../again").added[0].known
    assert add_picture(store, png((5, 5)), "").added[0].photo.file_name == "picture.png"
    assert add_picture(store, b"no picture", "x.png").refused[0].trouble.what
    store.undo()
    assert len(store.read.every(Photo)) == 1


def test_a_photo_is_scaled_to_the_next_width_there_is(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    photo = add_picture(store, png((1000, 500)), "wide.png").added[0].photo
    newsroom = store.read.newsroom().id

    def width(wanted: int) -> int:
        return Image.open(BytesIO(scaled_photo(store.folder, newsroom, photo, wanted))).width

    assert [width(wanted) for wanted in (1, 320, 321, 960, 961, 5000)] == [320, 320, 640, 960, 1000, 1000]
    for original in (store.folder / ORIGINALS).rglob("*.png"):
        original.unlink()
    assert width(320) == 320
    with pytest.raises(Trouble):
        scaled_photo(store.folder, newsroom, replace(photo, hash="0" * 64), 320)
