"""Changing one article, or the status of several, as the window does it: by id, and only what was named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.article import TEXT_FIELDS, Article, Byline, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, SectionId
from newsdesk.model.section import Section
from newsdesk.model.workflow import may_follow
from newsdesk.newsroom.change_names import change_name
from newsdesk.newsroom.releasing import with_status
from newsdesk.newsroom.settling import expected, settled, state_of, step_name, write_change
from newsdesk.newsroom.slugs import slug_after
from newsdesk.newsroom.taxonomy import Taxonomy
from newsdesk.store import Store

Moment = Literal["deadline", "not_before", "embargo"]
"""The times of an article that a person sets."""

_STATUSES: Mapping[Status, tuple[str, str]] = {
    Status.DRAFT: (N_("Make “{headline}” a draft"), N_("Make {count} articles drafts")),
    Status.FILED: (N_("File “{headline}”"), N_("File {count} articles")),
    Status.EDITING: (N_("Take “{headline}” into editing"), N_("Take {count} articles into editing")),
    Status.READY: (N_("Mark “{headline}” as ready"), N_("Mark {count} articles as ready")),
    Status.HELD: (N_("Hold “{headline}”"), N_("Hold {count} articles")),
    Status.SPIKED: (N_("Spike “{headline}”"), N_("Spike {count} articles")),
    Status.KILLED: (N_("Kill “{headline}”"), N_("Kill {count} articles")),
}


def edit_text(store: Store, id: ArticleId, fields: Mapping[str, str]) -> Article:
    """Save typed text: any of kicker, headline, standfirst and body. Undo is the open editor’s.

    The slug follows the headline as long as it was made from it and the article was never released. Nothing is
    written when nothing differs. Raises `Trouble` when the article is gone.
    """
    if not fields.keys() <= TEXT_FIELDS:
        raise ValueError(f"{sorted(fields.keys() - TEXT_FIELDS)} are not typed")
    before = state_of(store.read, id)
    texts = {field: text.replace("\r\n", "\n").replace("\r", "\n") for field, text in fields.items()}
    typed = replace(before.article, **texts)  # type: ignore[arg-type]
    typed = replace(typed, slug=slug_after(store.read, before.article, typed.headline))
    after = settled(store, before, replace(before, article=typed), store.read.every(Edition))
    if after != before:
        article = after.article
        name = message(N_("Edit “{headline}”"), headline=article.headline or article.slug)
        write_change(store, name, before, after, undo=False)
    return after.article


def set_topics(store: Store, id: ArticleId, names: Sequence[str]) -> Article:
    """File an article under these topics alone; one that is not there by its name is made in the same step."""
    article, taxonomy = expected(store.read, id), Taxonomy(store.read, store.ids)
    topics = [taxonomy.topic(name.strip(), article.edition) for name in names if name.strip()]
    after = replace(article, topics=tuple(dict.fromkeys(topics)))
    return _put(store, "topics", after, taxonomy)


def set_bylines(store: Store, id: ArticleId, signed: Sequence[tuple[str, str]]) -> Article:
    """Let these people sign an article, each a name and a role; who is not there is made in the same step."""
    article, taxonomy = expected(store.read, id), Taxonomy(store.read, store.ids)
    bylines = [
        Byline(taxonomy.person(name.strip(), article.edition), role.strip())
        for name, role in signed
        if name.strip()
    ]
    after = replace(article, bylines=tuple(dict.fromkeys(bylines)))
    return _put(store, "byline", after, taxonomy)


def set_assignee(store: Store, id: ArticleId, name: str) -> Article:
    """Put an article into the hands of a person, who is made in the same step if need be; of nobody when empty."""
    article, taxonomy = expected(store.read, id), Taxonomy(store.read, store.ids)
    person = taxonomy.person(name.strip(), article.edition) if name.strip() else None
    return _put(store, "assignee", replace(article, assignee=person), taxonomy)


def set_section(store: Store, id: ArticleId, section: SectionId | None) -> Article:
    """File an article in a section, or in none."""
    article = expected(store.read, id)
    if section is not None and store.read.get(Section, section) is None:
        raise Trouble(
            N_("This section is not in the newsroom any more: it was removed."),
            way_out=N_("Choose another section."),
        )
    further = tuple(other for other in article.further_sections if other != section)
    after = replace(article, section=section, further_sections=further)
    return _put(store, "section", after)


def set_moment(store: Store, id: ArticleId, field: Moment, moment: datetime | None) -> Article:
    """Set or clear (None) a time of an article. A time without its zone is a ValueError."""
    if moment is not None and moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    utc = moment.astimezone(UTC) if moment else None
    after = replace(expected(store.read, id), **{field: utc})  # type: ignore[arg-type]
    return _put(store, field, after)


def set_status(store: Store, ids: Sequence[ArticleId], status: Status) -> list[Article]:
    """Put articles into a status, in one step, all of them or none.

    Raises `Trouble` naming the article that may not come into it, and when one is gone. `publish_all` alone makes
    articles published.
    """
    articles = [expected(store.read, id) for id in dict.fromkeys(ids)]
    others = [article for article in articles if article.status is not status]
    for article in others:
        if not may_follow(article.status, status):
            raise _may_not(article, status)
    changed = {article.id: with_status(article, status) for article in others}
    if changed:
        with store.step(step_name(*_STATUSES[status], others)):
            store.put_all(changed.values())
    return [changed.get(article.id, article) for article in articles]


def _may_not(article: Article, status: Status) -> Trouble:
    if status is Status.PUBLISHED:
        return Trouble(
            N_("“{headline}” does not become published by its status alone."),
            way_out=N_("Publish it."),
            headline=article.headline or article.slug,
        )
    return Trouble(
        N_("“{headline}” was killed: it only comes back as a draft."),
        way_out=N_("Make it a draft first."),
        headline=article.headline or article.slug,
    )


def _put(store: Store, field: str, after: Article, taxonomy: Taxonomy | None = None) -> Article:
    """Write the article and what was made with it, as one step."""
    with store.step(change_name([field], after)):
        if taxonomy:
            store.put_all(taxonomy.made)
        store.put(after)
    return after
