"""The articles of one import while they are read, before anything of them is written."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from newsdesk.errors import Trouble
from newsdesk.exchange import Manuscript
from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ALPHABET, LENGTH, ArticleId, EditionId, NewsroomId, PhotoId, RevisionId, StoryId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.references import photo_refs, replace_targets
from newsdesk.model.revision import Snapshot
from newsdesk.model.slug import slug_of
from newsdesk.model.workflow import WITHHELD, may_follow
from newsdesk.newsroom.captions import told_apart
from newsdesk.newsroom.editions import language_tag
from newsdesk.newsroom.incoming_photos import REFERENCE, IncomingPhotos
from newsdesk.newsroom.linking import Linking
from newsdesk.newsroom.manuscripts import filled, unknown_names
from newsdesk.newsroom.oddities import oddities
from newsdesk.newsroom.placing import Use, with_inline, with_lead
from newsdesk.newsroom.publishing import is_released
from newsdesk.newsroom.releasing import as_released, with_status
from newsdesk.newsroom.slugs import checked_slug
from newsdesk.newsroom.taxonomy import Taxonomy, way_out
from newsdesk.store import Store


class Outcome(StrEnum):
    """What an import did with the article of a file."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Draft:
    """One article to be written. `before` is how it stands in the store, None for a new one."""

    manuscript: Manuscript
    article: Article
    placements: tuple[Placement, ...]
    before: Snapshot | None
    outcome: Outcome = Outcome.NEW
    released: bool = False

    @property
    def placements_gone(self) -> tuple[Placement, ...]:
        """The placements in the store that the article has no more."""
        kept = {placement.id for placement in self.placements}
        return tuple(one for one in (self.before.placements if self.before else ()) if one.id not in kept)

    def with_release(self, revision: RevisionId) -> Article:
        """The article with this revision as what readers get."""
        return replace(self.article, released_revision=revision)


class Batch:
    """Turns manuscripts into drafts that fit the newsroom and each other; `warnings` tell what was left aside."""

    def __init__(self, store: Store, *, strict: bool, update: bool) -> None:
        self.taxonomy = Taxonomy(store.read, store.ids)
        self.photos = IncomingPhotos(store, update)
        self.drafts: list[Draft] = []
        self.warnings: list[Message] = []
        self._store = store
        self._strict = strict
        self._update = update
        self._newsroom = store.read.newsroom().id
        self._taken: dict[EditionId, set[str]] = {}
        self._by_slug: dict[tuple[EditionId, str], Draft] = {}

    def take(self, manuscript: Manuscript) -> None:
        """Add the article of a manuscript. Raises `Trouble` naming the file; then nothing of it is kept."""
        manuscript, credits = told_apart(manuscript)
        source = str(manuscript.source)
        edition = self.taxonomy.find_edition(manuscript.language)
        slug = _slug(manuscript)
        current = self._current(edition, slug, source) if edition else None
        if edition is None and self._strict:
            self.taxonomy.expect_edition(manuscript.language)
        if edition is None:
            language_tag(manuscript.language)
        if self._strict and edition:
            _refuse_unknown(manuscript, edition.id, self.taxonomy)
        _refuse_status(manuscript, current)
        photos = self.photos.of(manuscript)
        edition = edition or self.taxonomy.make_edition(manuscript.language)
        self.photos.keep(manuscript, photos, credits)
        self.warnings.extend(oddities(manuscript))
        draft = self._draft(manuscript, current, edition.id, slug, photos)
        self.drafts.append(draft)
        self._by_slug[edition.id, slug] = draft

    def link(self) -> None:
        """Let `article:` links name ids, now that all articles are known, and see what is to be written."""
        linking = Linking(
            self._store.read,
            self.taxonomy.editions,
            {key: draft.article.id for key, draft in self._by_slug.items()},
        )
        self.drafts = [self._finished(draft, linking) for draft in self.drafts]

    def ref(self, draft: Draft) -> str:
        """How to name the article of a draft."""
        prefix = self.taxonomy.edition(draft.article.edition).prefix
        return f"{prefix}/{draft.article.slug}" if prefix else draft.article.slug

    def _current(self, edition: Edition, slug: str, source: str) -> Article | None:
        """The article of that slug, which is to be updated; refuses what the file may not replace."""
        rival = self._by_slug.get((edition.id, slug))
        if rival:
            raise Trouble(
                N_("“{file}” has the slug “{slug}”, as “{other}” has in the same import."),
                way_out=N_("Give one of them another slug."),
                file=source,
                slug=slug,
                other=str(rival.manuscript.source),
            )
        if edition.id not in self._taken:
            self._taken[edition.id] = self._store.read.slugs(edition.id)
        if slug not in self._taken[edition.id]:
            return None
        current = self._store.read.article_by_slug(edition.id, slug)
        if current and not self._update:
            raise Trouble(
                N_("“{file}”: the slug “{slug}” is that of the article {id}."),
                way_out=N_("Give the file another slug, or import it with --update to change that article."),
                file=source,
                slug=slug,
                id=current.id,
            )
        return current

    def _draft(
        self,
        manuscript: Manuscript,
        current: Article | None,
        edition: EditionId,
        slug: str,
        photos: Mapping[str, Photo],
    ) -> Draft:
        article = current or self._new(edition, slug)
        if manuscript.story:
            article = replace(article, story=story_of(manuscript.story, self._newsroom))
        article = filled(manuscript, article, self.taxonomy)
        if photos and "![" in article.body:
            names = {word: f"{REFERENCE}{photo.id}" for word, photo in photos.items()}
            article = replace(article, body=replace_targets(article.body, lambda word: names.get(word, word)))
        if manuscript.status not in (None, Status.PUBLISHED):
            article = with_status(article, manuscript.status or article.status)
        placed = self._store.read.placements(current.id) if current else ()
        before = Snapshot(current, placed) if current else None
        return Draft(manuscript, article, self._placed(manuscript, article, placed, photos), before)

    def _new(self, edition: EditionId, slug: str) -> Article:
        ids = self._store.ids
        return Article(ArticleId(ids()), edition, StoryId(ids()), self._store.clock(), slug)

    def _placed(
        self,
        manuscript: Manuscript,
        article: Article,
        placed: tuple[Placement, ...],
        photos: Mapping[str, Photo],
    ) -> tuple[Placement, ...]:
        lead, ids = manuscript.lead, self._store.ids
        if "lead" in manuscript.stated:
            use = Use(lead.alt, lead.decorative, lead.caption) if lead else Use()
            placed = with_lead(placed, article.id, photos[lead.photo].id if lead else None, use, ids)
        uses = {photos[one.photo].id: Use(one.alt, one.decorative) for one in manuscript.photos}
        return with_inline(placed, article.id, self._inline(manuscript, article), uses, ids)

    def _inline(self, manuscript: Manuscript, article: Article) -> list[PhotoId]:
        """The photos in the text that the newsroom has or is about to have."""
        refs = [PhotoId(ref) for ref in photo_refs(article.body)] if REFERENCE in article.body else []
        missing = [ref for ref in refs if ref not in self.photos.kept]
        there = self._store.read.get_all(Photo, missing) if missing else {}
        for ref in missing:
            if ref not in there:
                gone = N_("“{file}” shows the photo {photo}, which is not in this newsroom.")
                self.warnings.append(message(gone, file=str(manuscript.source), photo=ref))
        return [ref for ref in refs if ref in self.photos.kept or ref in there]

    def _finished(self, draft: Draft, linking: Linking) -> Draft:
        body, unknown = linking.linked(draft.article.body, draft.article.edition)
        for ref in unknown:
            text = N_("“{file}” links to the article “{ref}”, which is not there; the link was kept as it is.")
            self.warnings.append(message(text, file=str(draft.manuscript.source), ref=ref))
        article, before = replace(draft.article, body=body), draft.before
        released = draft.manuscript.status is Status.PUBLISHED
        if released and before and self._is_online(replace(draft, article=article), before.article):
            released, article = False, replace(article, status=Status.PUBLISHED)
        if before and not released and Snapshot(article, draft.placements) == before:
            return replace(draft, article=article, outcome=Outcome.UNCHANGED)
        if released:
            stated = draft.manuscript.updated
            fresh = stated if not before or stated != before.article.released else None
            article = as_released(article, self._store.clock(), updated=fresh)
        outcome = Outcome.UPDATED if before else Outcome.NEW
        return replace(draft, article=article, outcome=outcome, released=released)

    def _is_online(self, draft: Draft, before: Article) -> bool:
        """Whether readers get just this already, with the dates that the manuscript states."""
        article, updated = draft.article, draft.manuscript.updated
        if article.first_released != before.first_released or updated not in (None, before.released):
            return False
        return is_released(self._store.read, Snapshot(article, draft.placements))


def story_of(name: str, newsroom: NewsroomId) -> StoryId:
    """The story that files of a newsroom call `name`: the same for each; an id stands for itself."""
    if len(name) == LENGTH and set(name) <= set(ALPHABET):
        return StoryId(name)
    words = f"{newsroom}\n{unicodedata.normalize('NFC', name)}"
    number = int.from_bytes(hashlib.sha256(words.encode()).digest())
    return StoryId("".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH)))


def _slug(manuscript: Manuscript) -> str:
    if manuscript.slug:
        return checked_slug(manuscript.slug)
    return slug_of(manuscript.headline or manuscript.source.stem)


def _refuse_unknown(manuscript: Manuscript, edition: EditionId, taxonomy: Taxonomy) -> None:
    for missing, name in unknown_names(manuscript, edition, taxonomy):
        near = taxonomy.near(name)
        raise Trouble(missing, way_out=way_out(near), name=name, near=near)


def _refuse_status(manuscript: Manuscript, current: Article | None) -> None:
    wanted = manuscript.status
    if wanted is Status.PUBLISHED and not (manuscript.headline or (current and current.headline)):
        raise Trouble(
            N_("“{file}” is published and has no headline."),
            way_out=N_("Write a headline, or another status."),
            file=str(manuscript.source),
        )
    if current is None or wanted in (None, current.status):
        return
    followed = current.status not in WITHHELD if wanted is Status.PUBLISHED else False
    if not followed and not may_follow(current.status, wanted or current.status):
        raise Trouble(
            N_("“{file}”: an article that is {before} does not become {after}."),
            way_out=N_("Set its status to draft first, or leave the status out of the file."),
            file=str(manuscript.source),
            before=current.status.value,
            after=wanted.value if wanted else "",
        )
