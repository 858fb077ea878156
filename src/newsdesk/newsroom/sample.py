"""Makes the sample newsroom from the texts and pictures that we ship."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from newsdesk.errors import Trouble
from newsdesk.exchange import plain_value
from newsdesk.i18n import N_, message
from newsdesk.model.credit import parse_credit
from newsdesk.model.edition import Edition
from newsdesk.model.ids import Clock, EditionId, Ids, NewsroomId, PersonId, SectionId, TopicId
from newsdesk.model.names import Name
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.section import Section
from newsdesk.model.slug import slug_of
from newsdesk.model.topic import Topic, TopicKind
from newsdesk.newsroom.editions import language_tag, new_edition
from newsdesk.newsroom.importing import import_files
from newsdesk.newsroom.photos import add_photos
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.paths import resources
from newsdesk.store import Store, create_store


class _Edition(TypedDict):
    language: str
    name: str


class _Section(TypedDict):
    colour: str
    names: dict[str, str]


class _Topic(TypedDict):
    kind: str
    names: dict[str, str]


class _Person(TypedDict):
    name: str
    names: NotRequired[dict[str, str]]
    title: str
    about: str


class _Newsroom(TypedDict):
    title: str
    tagline: str
    accent: str
    zone: str
    language: str
    comments: str
    editions: list[_Edition]
    sections: list[_Section]
    topics: list[_Topic]
    people: list[_Person]


class _Picture(TypedDict):
    caption: str
    byline: str
    credit: str
    copyright: str
    alt_text: str


def create_sample(
    folder: Path,
    *,
    title: str = "",
    language: str = "",
    clock: Clock,
    ids: Ids,
    author: str,
    progress: Progress = silent,
) -> Store:
    """Make the sample newsroom in a new or empty folder, and open it. `language` is its main edition's."""
    samples = resources() / "samples"
    said = cast(_Newsroom, plain_value((samples / "newsroom.yaml").read_text(encoding="utf-8")))
    editions = _editions(said, language_tag(language or said["language"]), ids)
    newsroom = Newsroom(
        NewsroomId(ids()),
        title or said["title"],
        editions[0].id,
        tagline=said["tagline"],
        accent=said["accent"],
        zone=said["zone"],
        comments=True,
        comments_text=said["comments"],
    )
    was_there = folder.exists()
    store = create_store(folder, newsroom, editions, clock=clock, ids=ids, author=author)
    try:
        with store.step(message(N_("Make the sample newsroom"))):
            store.put_all(_names(said, {edition.language: edition.id for edition in editions}, ids))
        _add_pictures(store, samples, progress)
        report = import_files(store, sorted((samples / "articles").glob("*.md")), strict=True, progress=progress)
        for refused in report.refused:
            raise refused.trouble
    except BaseException:
        store.close()
        _clear(folder, keep=was_there)
        raise
    return store


def _clear(folder: Path, *, keep: bool) -> None:
    """Take away a newsroom that was not finished; its folder was new or empty."""
    for part in folder.iterdir():
        if part.is_dir():
            shutil.rmtree(part)
        else:
            part.unlink()
    if not keep:
        folder.rmdir()


def _editions(said: _Newsroom, main: str, ids: Ids) -> list[Edition]:
    known = {edition["language"]: edition["name"] for edition in said["editions"]}
    if main not in known:
        raise Trouble(
            N_("The sample newsroom has no edition in the language {language}."),
            way_out=N_("It has: {known}."),
            language=main,
            known=", ".join(known),
        )
    order = [main, *(language for language in known if language != main)]
    return [new_edition(language, ids, place, known[language]) for place, language in enumerate(order)]


def _names(said: _Newsroom, editions: Mapping[str, EditionId], ids: Ids) -> list[Section | Topic | Person]:
    sections = [
        Section(
            SectionId(ids()), _in_each(one["names"], editions, "section"), position=place, colour=one["colour"]
        )
        for place, one in enumerate(said["sections"], start=1)
    ]
    topics = [
        Topic(TopicId(ids()), _in_each(one["names"], editions, "topic"), TopicKind(one["kind"]))
        for one in said["topics"]
    ]
    people = [
        Person(
            PersonId(ids()),
            _in_each(dict.fromkeys(editions, one["name"]) | one.get("names", {}), editions, "person"),
            one["title"],
            one["about"],
        )
        for one in said["people"]
    ]
    return [*sections, *topics, *people]


def _in_each(names: Mapping[str, str], editions: Mapping[str, EditionId], fallback: str) -> tuple[Name, ...]:
    """The names in the order of the editions, each with its slug."""
    return tuple(
        Name(id, names[language], slug_of(names[language], fallback))
        for language, id in editions.items()
        if language in names
    )


def _add_pictures(store: Store, samples: Path, progress: Progress) -> None:
    said = cast(dict[str, _Picture], plain_value((samples / "pictures.yaml").read_text(encoding="utf-8")))
    intake = add_photos(store, [samples / "photos" / name for name in said], progress)
    for refused in intake.refused:
        raise refused.trouble
    described = [_described(added.photo, said[added.file.name]) for added in intake.added]
    with store.step(message(N_("Describe the sample photos"))):
        for photo in described:
            store.put(photo)


def _described(photo: Photo, said: _Picture) -> Photo:
    return replace(
        photo,
        caption=said["caption"],
        alt_text=said["alt_text"],
        credit=parse_credit(f"{said['byline']}/{said['credit']}"),
        copyright=said["copyright"],
    )
