"""Articles as manuscripts and back: names for ids, and only what a manuscript states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from newsdesk.exchange import Manuscript, Picture, Signature, merged
from newsdesk.model.article import Article, Byline, Status
from newsdesk.model.ids import EditionId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.references import PHOTO
from newsdesk.newsroom.captions import credit_line
from newsdesk.newsroom.taxonomy import Taxonomy

V = TypeVar("V")


def filled(manuscript: Manuscript, article: Article, taxonomy: Taxonomy) -> Article:
    """The article with what the manuscript states, but for status, photos and release times.

    Sections, topics and people that are not there are made in `taxonomy`. An empty body states nothing: a file
    with front matter alone changes fields and loses no text.
    """
    chosen = _Choice(manuscript.stated)
    filed = _filed(manuscript, article, taxonomy)
    return replace(
        filed,
        kicker=chosen("kicker", manuscript.kicker, article.kicker),
        headline=chosen("headline", manuscript.headline, article.headline),
        standfirst=chosen("standfirst", manuscript.standfirst, article.standfirst),
        body=manuscript.body or article.body,
        dateline=chosen("dateline", manuscript.dateline, article.dateline),
        deadline=chosen("deadline", manuscript.deadline, article.deadline),
        length_target=chosen("length_target", manuscript.length_target, article.length_target),
        outlet_note=chosen("outlet_note", manuscript.outlet_note, article.outlet_note),
        published_url=chosen("published_url", manuscript.published_url, article.published_url),
        search_text=chosen("search_text", manuscript.search_text, article.search_text),
        social_text=chosen("social_text", manuscript.social_text, article.social_text),
        comments=chosen("comments", manuscript.comments, article.comments),
        not_before=chosen("not_before", manuscript.not_before, article.not_before),
        embargo=chosen("embargo", manuscript.embargo, article.embargo),
        first_released=chosen("date", manuscript.date, article.first_released),
        created=manuscript.created or article.created,
        front_matter=merged(article.front_matter, manuscript.front_matter),
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    """Takes what is stated, else what was there before."""

    stated: frozenset[str]

    def __call__(self, key: str, value: V, before: V) -> V:
        return value if key in self.stated else before


def _filed(manuscript: Manuscript, article: Article, taxonomy: Taxonomy) -> Article:
    """The article under the sections, topics and people that the manuscript names."""
    chosen, edition = _Choice(manuscript.stated), article.edition
    section = taxonomy.section(manuscript.section, edition) if manuscript.section else None
    further = _each(taxonomy.section(name, edition) for name in manuscript.further_sections)
    topics = _each(taxonomy.topic(name, edition) for name in manuscript.topics)
    bylines = _each(Byline(taxonomy.person(one.name, edition), one.role) for one in manuscript.byline)
    assignee = taxonomy.person(manuscript.assignee, edition) if manuscript.assignee else None
    return replace(
        article,
        section=chosen("section", section, article.section),
        further_sections=chosen("further_sections", further, article.further_sections),
        topics=chosen("topics", topics, article.topics),
        bylines=chosen("byline", bylines, article.bylines),
        assignee=chosen("assignee", assignee, article.assignee),
    )


def unknown_names(manuscript: Manuscript, edition: EditionId, taxonomy: Taxonomy) -> list[tuple[str, str]]:
    """What the manuscript names and the newsroom does not have: the missing-message of its kind, and the name."""
    sections = [*([manuscript.section] if manuscript.section else []), *manuscript.further_sections]
    people = [signature.name for signature in manuscript.byline]
    people += [manuscript.assignee] if manuscript.assignee else []
    asked = (
        (taxonomy.sections, sections),
        (taxonomy.topics, list(manuscript.topics)),
        (taxonomy.people, people),
    )
    return [
        (directory.words.missing, name)
        for directory, names in asked
        for name in names
        if directory.find(name, edition) is None
    ]


def _each(values: Iterable[V]) -> tuple[V, ...]:
    return tuple(dict.fromkeys(values))


def manuscript_of_article(
    article: Article, placements: Iterable[Placement], photos: Mapping[str, Photo], taxonomy: Taxonomy
) -> Manuscript:
    """The manuscript that reads back to the article: it states all that is not empty, and the headline.

    `photos` are those of the placements: whoever reads the manuscript must see who is to be credited.
    """
    edition = article.edition
    sections, topics, people = taxonomy.sections, taxonomy.topics, taxonomy.people
    placed = list(placements)
    leads = [_picture(placement, photos) for placement in placed if placement.role is Role.LEAD]
    inline = [_picture(placement, photos) for placement in placed if placement.role is Role.INLINE]
    manuscript = Manuscript(
        source=Path(f"{article.slug}.md"),
        language=taxonomy.edition(edition).language,
        story=article.story,
        kicker=article.kicker,
        headline=article.headline,
        standfirst=article.standfirst,
        body=article.body,
        slug=article.slug,
        section=sections.name_of(article.section, edition) if article.section else "",
        further_sections=tuple(sections.name_of(id, edition) for id in article.further_sections),
        topics=tuple(topics.name_of(id, edition) for id in article.topics),
        byline=tuple(Signature(people.name_of(one.person, edition), one.role) for one in article.bylines),
        dateline=article.dateline,
        date=article.first_released,
        updated=article.released if article.status is Status.PUBLISHED else None,
        status=article.status,
        lead=leads[0] if leads else None,
        photos=tuple(picture for picture in inline if picture.credit or picture.alt or picture.decorative),
        assignee=people.name_of(article.assignee, edition) if article.assignee else "",
        deadline=article.deadline,
        length_target=article.length_target,
        outlet_note=article.outlet_note,
        published_url=article.published_url,
        search_text=article.search_text,
        social_text=article.social_text,
        comments=article.comments,
        not_before=article.not_before,
        embargo=article.embargo,
        created=article.created,
        front_matter=article.front_matter,
    )
    return replace(manuscript, stated=_stated(manuscript))


def _picture(placement: Placement, photos: Mapping[str, Photo]) -> Picture:
    photo = photos.get(placement.photo)
    return Picture(
        photo=f"{PHOTO}{placement.photo}",
        caption=placement.caption,
        credit=credit_line(photo.credit) if photo else "",
        alt=placement.alt_text,
        decorative=placement.decorative,
    )


def _stated(manuscript: Manuscript) -> frozenset[str]:
    values = {key: getattr(manuscript, key) for key in Manuscript.__dataclass_fields__}
    empty = ("", (), None)
    said = {key for key, value in values.items() if value not in empty}
    return frozenset((said | {"headline"}) - {"source", "body", "front_matter", "stated"})
