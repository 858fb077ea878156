"""The sample newsroom, made whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.i18n import Message
from newsdesk.model.article import Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import id_maker
from newsdesk.model.photo import Photo
from newsdesk.newsroom import Taxonomy, create_sample

from .conftest import Clock


def test_the_sample_is_whole(tmp_path: Path, clock: Clock) -> None:
    with create_sample(tmp_path / "s", clock=clock, ids=id_maker(clock), author="me") as store:
        newsroom = store.read.newsroom()
        assert (newsroom.title, newsroom.zone, newsroom.comments) == ("Harbour Weekly", "Europe/Lisbon", True)
        assert [edition.language for edition in store.read.every(Edition)] == ["en", "es", "pt", "ar"]
        names = Taxonomy(store.read)
        assert [len(one.records()) for one in (names.sections, names.topics, names.people)] == [6, 15, 4]
        assert store.read.counts()[Status.PUBLISHED] == len(store.read.releases()) == 13
        photos = store.read.every(Photo)
        assert len(photos) == 12
        assert all(photo.caption and photo.alt_text and photo.copyright for photo in photos)
        assert all(photo.credit.person and photo.credit.agency for photo in photos)
        night = store.read.article_by_slug(newsroom.main_edition, "night-shift-dockers")
        assert night
        assert len(store.read.story(night.story)) == 4


def test_another_language_and_title(tmp_path: Path, clock: Clock) -> None:
    with create_sample(
        tmp_path / "s", title="بورت ألما", language="ar", clock=clock, ids=id_maker(clock), author=""
    ) as store:
        newsroom = store.read.newsroom()
        assert newsroom.title == "بورت ألما"
        assert [edition.prefix for edition in store.read.every(Edition)] == ["", "en", "es", "pt"]
        assert store.read.article_by_slug(newsroom.main_edition, "wardiyat-al-layl")


@pytest.mark.parametrize("there", [True, False])
def test_nothing_stays_of_one_that_was_stopped(tmp_path: Path, clock: Clock, there: bool) -> None:
    folder = tmp_path / "s"
    if there:
        folder.mkdir()

    def stop(name: Message, done: int, _: int) -> None:
        if "articles" in name.text and done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create_sample(folder, clock=clock, ids=id_maker(clock), author="", progress=stop)
    assert folder.exists() == there
    assert list(tmp_path.rglob("*")) == ([folder] if there else [])


def test_a_language_that_the_sample_does_not_have(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(Trouble, match="It has: en, es, pt, ar"):
        create_sample(tmp_path / "s", language="de", clock=clock, ids=id_maker(clock), author="")
    assert not (tmp_path / "s").exists()
