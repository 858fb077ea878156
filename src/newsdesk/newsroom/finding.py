"""Finding one article by what a person calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import MIN_END, EditionId
from newsdesk.model.photo import Photo
from newsdesk.store import Reader


def find_article(reader: Reader, ref: str) -> Article:
    """The article that `ref` names: a slug of the main edition, `es/slug`, an id, or the unique end of one.

    Raises `Trouble` when there is none, or when several ids end so.
    """
    editions = {edition.id: edition for edition in reader.every(Edition)}
    main = reader.newsroom().main_edition
    language, slash, slug = ref.rpartition("/")
    edition = _edition_called(language, editions.values()) if slash else editions[main]
    found = reader.article_by_slug(edition.id, slug) if edition else None
    found = found or reader.get(Article, ref.lower()) or _by_end(reader, ref, editions)
    if found is None:
        near = _near(reader, slug, editions, main)
        listed = N_("“newsdesk list” shows what each article is called.")
        raise Trouble(
            N_("There is no article “{ref}”."),
            way_out=N_("Perhaps you mean: {near}.") if near else listed,
            ref=ref,
            near=near,
        )
    return found


def _ref_of(article: Article, editions: Mapping[EditionId, Edition]) -> str:
    """How to name an article: its slug, behind the prefix of its edition unless that is the main one."""
    prefix = editions[article.edition].prefix
    return f"{prefix}/{article.slug}" if prefix else article.slug


def find_photo(reader: Reader, ref: str) -> Photo:
    """The photo that `ref` names: an id, its unique end, or either after `photo:`. Raises `Trouble` as above."""
    wanted = ref.strip().removeprefix("photo:").lower()
    if photo := reader.get(Photo, wanted):
        return photo
    ends = [photo for photo in reader.every(Photo) if photo.id.endswith(wanted)] if len(wanted) >= MIN_END else []
    if len(ends) != 1:
        several = N_("The ids of several photos end in “{ref}”.")
        raise Trouble(
            several if ends else N_("There is no photo “{ref}”."),
            way_out=N_("Add it with “newsdesk photos add”, which prints its id."),
            ref=ref,
        )
    return ends[0]


def unique_ends(ids: Sequence[str], among: Sequence[str]) -> dict[str, str]:
    """The shortest end of each of `ids`, of at least 6 characters, that no other of `among` has."""
    ends = {id: id[-MIN_END:] for id in ids}
    crowd: dict[str, int] = {}
    for id in among:
        crowd[id[-MIN_END:]] = crowd.get(id[-MIN_END:], 0) + 1
    for id in ids:
        if crowd.get(ends[id], 0) > 1:
            rivals = [other for other in among if other != id and other.endswith(ends[id])]
            length = MIN_END
            while any(rival.endswith(id[-length:]) for rival in rivals):
                length += 1
            ends[id] = id[-length:]
    return ends


def _by_end(reader: Reader, ref: str, editions: Mapping[EditionId, Edition]) -> Article | None:
    ids = reader.article_ids_ending(ref.lower()) if len(ref) >= MIN_END else []
    if len(ids) > 1:
        found = reader.get_all(Article, ids)
        raise Trouble(
            N_("The ids of several articles end in “{ref}”: {articles}."),
            way_out=N_("Name one of them in full."),
            ref=ref,
            articles=", ".join(f"{_ref_of(article, editions)} ({id})" for id, article in found.items()),
        )
    return reader.get(Article, ids[0]) if ids else None


def _edition_called(language: str, editions: Iterable[Edition]) -> Edition | None:
    wanted = language.lower()
    return next((edition for edition in editions if wanted in (edition.prefix, edition.language.lower())), None)


def _near(reader: Reader, slug: str, editions: Mapping[EditionId, Edition], main: EditionId) -> str:
    """What in the newsroom is called nearly so: in the main edition, or just so in another."""
    elsewhere = [
        f"{edition.prefix or edition.language}/{slug}"
        for edition in editions.values()
        if edition.id != main and reader.article_by_slug(edition.id, slug)
    ]
    return ", ".join(elsewhere or get_close_matches(slug, sorted(reader.slugs(main)), 3))
