"""Articles as JSON for programs: names beside ids, times in UTC unless told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from newsdesk.cli.output import Json
from newsdesk.model.article import Article
from newsdesk.model.credit import render_credit
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.query import ArticleRow
from newsdesk.model.references import article_refs
from newsdesk.newsroom import Taxonomy
from newsdesk.store import Reader

Tell = Callable[[datetime], str]
"""How a moment is written."""


def in_utc(time: datetime) -> str:
    """A moment in ISO 8601, for programs."""
    return time.isoformat().replace("+00:00", "Z")


def local_minute(time: datetime, zone: ZoneInfo) -> str:
    """A moment in a zone, for people, to the minute."""
    return f"{time.astimezone(zone):%Y-%m-%d %H:%M}"


def row_record(row: ArticleRow, taxonomy: Taxonomy) -> dict[str, Json]:
    """One article of a list."""
    return {
        "id": row.id,
        "slug": row.slug,
        "headline": row.headline,
        "status": row.status.value,
        "section": taxonomy.sections.name_of(row.section, row.edition) if row.section else None,
        "edition": taxonomy.edition(row.edition).language,
        "updated": in_utc(row.updated),
        "story": row.story,
        "released": in_utc(row.released) if row.released else None,
        "changed_since_release": row.changed_since_release,
    }


def article_record(article: Article, reader: Reader, taxonomy: Taxonomy, tell: Tell = in_utc) -> dict[str, Json]:
    """Every field of an article, the photos placed in it, and the articles that it is linked with."""

    def moment(time: datetime | None) -> str | None:
        return tell(time) if time else None

    edition, sections = article.edition, taxonomy.sections
    origin = article.translated_from
    return {
        "id": article.id,
        "slug": article.slug,
        "edition": taxonomy.edition(edition).language,
        "story": article.story,
        "status": article.status.value,
        "kicker": article.kicker,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "body": article.body,
        "dateline": article.dateline,
        "bylines": [
            {"id": one.person, "name": taxonomy.people.name_of(one.person, edition), "role": one.role}
            for one in article.bylines
        ],
        "section": sections.name_of(article.section, edition) if article.section else None,
        "further_sections": [sections.name_of(id, edition) for id in article.further_sections],
        "topics": [taxonomy.topics.name_of(id, edition) for id in article.topics],
        "assignee": taxonomy.people.name_of(article.assignee, edition) if article.assignee else None,
        "deadline": moment(article.deadline),
        "length_target": article.length_target,
        "outlet_note": article.outlet_note,
        "published_url": article.published_url,
        "search_text": article.search_text,
        "social_text": article.social_text,
        "comments": article.comments,
        "translated_from": {"article": origin.article, "revision": origin.revision} if origin else None,
        "created": moment(article.created),
        "updated": moment(reader.stamp(Article, article.id).updated),
        "first_released": moment(article.first_released),
        "released": moment(article.released),
        "released_revision": article.released_revision,
        "not_before": moment(article.not_before),
        "embargo": moment(article.embargo),
        "front_matter": article.front_matter,
        "placements": _placements(reader.placements(article.id), reader),
        "links": _linked(list(reader.get_all(Article, article_refs(article.body)).values()), taxonomy),
        "translations": _linked([one for one in reader.story(article.story) if one.id != article.id], taxonomy),
    }


def _linked(articles: Sequence[Article], taxonomy: Taxonomy) -> list[Json]:
    return [
        {
            "id": article.id,
            "edition": taxonomy.edition(article.edition).language,
            "slug": article.slug,
            "headline": article.headline,
            "status": article.status.value,
        }
        for article in articles
    ]


def _placements(placements: Sequence[Placement], reader: Reader) -> list[Json]:
    photos = reader.get_all(Photo, [placement.photo for placement in placements])
    form = reader.newsroom().credit_form
    return [
        {
            "id": placement.id,
            "role": placement.role.value,
            "photo": photo_record(photos[placement.photo], form),
            "caption": placement.caption,
            "alt_text": placement.alt_text,
            "decorative": placement.decorative,
        }
        for placement in placements
    ]


def photo_record(photo: Photo, credit_form: str) -> dict[str, Json]:
    """Every field of a photo, with its credit as the newsroom prints it and the slots of it that name nobody."""
    credit = photo.credit
    return {
        "id": photo.id,
        "file_name": photo.file_name,
        "width": photo.width,
        "height": photo.height,
        "size": photo.size,
        "hash": photo.hash,
        "extension": photo.extension,
        "added": in_utc(photo.added),
        "caption": photo.caption,
        "alt_text": photo.alt_text,
        "credit": {
            "person": credit.person,
            "agency": credit.agency,
            "distributor": credit.distributor,
            "line": render_credit(credit, credit_form),
            "empty": credit.empty,
        },
        "copyright": photo.copyright,
        "transparent": photo.transparent,
        "animated": photo.animated,
    }
