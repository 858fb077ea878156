"""Bringing back what an article was: a whole version, a field, a passage or a photo, each as one step."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.comparing import Passage
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, message, tr
from newsdesk.model.article import Article, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, PhotoId, RevisionId
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.workflow import may_follow
from newsdesk.newsroom.history.back import FIELDS, Back, fields_back, uses_of, version_back
from newsdesk.newsroom.history.listing import expected_revision, snapshot_now, snapshot_of
from newsdesk.newsroom.history.names import STATUSES
from newsdesk.newsroom.history.passages import passage_back
from newsdesk.newsroom.history.photos import photo_back
from newsdesk.newsroom.history.records import Restored
from newsdesk.newsroom.history.words import FIELD_NAMES
from newsdesk.newsroom.placing import Use, photos_in, with_inline
from newsdesk.newsroom.releasing import with_status
from newsdesk.newsroom.settling import Change, put_change, settled, state_of
from newsdesk.newsroom.slugs import slug_after
from newsdesk.newsroom.zones import zone_of
from newsdesk.store import Reader, Store

_LOOKED_THROUGH = 20
"""In how many versions, the last ones, we look for what was said of a photo that comes back with a passage."""


def restore_version(store: Store, id: ArticleId, revision: RevisionId) -> Restored:
    """Bring back text, fields and photos of a version; what readers get, and when, stays as it is.

    What a photo says in every article (its credit, its copyright) stays too. Raises `Trouble` when the article or
    the version is gone.
    """
    before = state_of(store.read, id)
    kept = expected_revision(store.read, id, revision)
    back = version_back(store, before, store.read.snapshot(kept.hash))
    return _write(store, _version_name(store, kept, before.article), before, back)


def restore_field(store: Store, id: ArticleId, revision: RevisionId, field: str) -> Restored:
    """Bring back one field of a version, by its name in the record.

    Raises `Trouble` when the article or the version is gone, when what the field named is gone, and when the
    field may not be as it was.
    """
    before, then = state_of(store.read, id), snapshot_of(store.read, id, revision).article
    back = _field_back(store.read, before.article, then, field)
    name = message(
        N_("Bring back the field “{field}” of “{headline}”"),
        field=tr(FIELD_NAMES[field]),
        headline=_headline(before.article),
    )
    article = back.article
    return _write(store, name, before, Back(replace(before, article=article), back.left_out))


def restore_passage(store: Store, id: ArticleId, passage: Passage) -> Restored:
    """Put the earlier text of a passage in the place of the later, put it in again, or take the passage out.

    Raises `Trouble` when the article is gone or its text does not hold what the comparison saw.
    """
    before = state_of(store.read, id)
    article = replace(before.article, body=passage_back(before.article.body, passage))
    name = message(N_("Bring back a passage of “{headline}”"), headline=_headline(article))
    return _write(store, name, before, Back(_with_uses(store, before, article)))


def restore_photo(store: Store, id: ArticleId, revision: RevisionId, photo: PhotoId) -> Restored:
    """Bring back what a version says of a photo, with its credit, and the photo itself where the version has it.

    A photo that the version does not have is taken out; a lead then makes room for the lead of that version.
    Credit and copyright come back for every article. Raises `Trouble` when article, version or photo is gone.
    """
    before, then = snapshot_now(store.read, id), snapshot_of(store.read, id, revision)
    back, file_name = photo_back(store, before, then, photo)
    name = message(
        N_("Bring back the photo “{photo}” in “{headline}”"), photo=file_name, headline=_headline(before.article)
    )
    return _write(store, name, Change(before.article, before.placements, before.photos), Back(back))


def _write(store: Store, name: Message, before: Change, back: Back) -> Restored:
    """Write what comes back as one step that first keeps what stands there; nothing when nothing differs."""
    after = settled(store, before, back.change, store.read.every(Edition))
    if _differs(before, after):
        now = snapshot_now(store.read, before.article.id)
        with store.step(name):
            if not _is_kept(store.read, now):
                store.keep(now, Reason.RESTORED)
            put_change(store, before, after)
    return Restored(after.article, back.left_out)


def _differs(before: Change, after: Change) -> bool:
    known = set(before.photos)
    changed = any(photo not in known for photo in after.photos)
    return changed or (before.article, {*before.placements}) != (after.article, {*after.placements})


def _is_kept(reader: Reader, now: Snapshot) -> bool:
    """Whether the last revision holds just this; one that was released could not yet name itself."""
    last = reader.last_revision(now.article.id)
    if last is None:
        return False
    kept = reader.snapshot(last.hash)
    article = replace(kept.article, released_revision=now.article.released_revision)
    return (article, {*kept.placements}, {*kept.photos}) == (now.article, {*now.placements}, {*now.photos})


def _field_back(reader: Reader, now: Article, then: Article, field: str) -> Restored:
    if field in ("released", "first_released"):
        raise Trouble(
            N_("When an article was published does not come back with a version."),
            way_out=N_("Publish it again, with the date that it shall have."),
        )
    if field == "status":
        return Restored(_with_status(now, then.status))
    if field == "headline":
        return Restored(replace(now, headline=then.headline, slug=slug_after(reader, now, then.headline)))
    if field == "edition" and reader.get(Edition, then.edition) is None:
        raise _gone(field)
    if field in ("edition", "not_before", "embargo"):
        return Restored(replace(now, **{field: getattr(then, field)}))
    if field not in FIELDS:
        raise ValueError(f"{field} is no field that comes back")
    article, left_out = fields_back(reader, now, then, [field])
    if getattr(then, field) and not getattr(article, field):
        raise _gone(field)
    return Restored(article, tuple(left_out))


def _gone(field: str) -> Trouble:
    return Trouble(
        N_("What “{field}” named in that version is not in the newsroom any more."),
        way_out=N_("Choose something else for it."),
        field=tr(FIELD_NAMES[field]),
    )


def _with_status(now: Article, status: Status) -> Article:
    if not may_follow(now.status, status):
        raise Trouble(
            N_("“{headline}” does not become “{status}” by bringing that back."),
            way_out=N_("Publish it, or make it a draft first if it was killed."),
            headline=_headline(now),
            status=tr(STATUSES[status]),
        )
    return with_status(now, status)


def _with_uses(store: Store, before: Change, article: Article) -> Change:
    """The article with its placements; a photo that comes back with the text is described as it was last."""
    here = {placed.photo for placed in before.placements}
    photos = photos_in(store.read, article.body)
    uses: dict[PhotoId, Use] = {}
    if not here.issuperset(photos):
        for revision in store.read.revisions(article.id)[:_LOOKED_THROUGH]:
            for photo, use in uses_of(store.read.snapshot(revision.hash).placements).items():
                if photo not in here:
                    uses.setdefault(photo, use)
    return Change(article, with_inline(before.placements, article.id, photos, uses, store.ids))


def _version_name(store: Store, kept: Revision, article: Article) -> Message:
    headline = _headline(article)
    if kept.name:
        return message(N_("Bring back the version “{name}” of “{headline}”"), name=kept.name, headline=headline)
    zone = zone_of(store.read.newsroom())
    then, now = kept.created.astimezone(zone), store.clock().astimezone(zone)
    time = f"{then:%H:%M}" if then.date() == now.date() else f"{then:%Y-%m-%d %H:%M}"
    return message(N_("Bring back the version of {time} of “{headline}”"), time=time, headline=headline)


def _headline(article: Article) -> str:
    return article.headline or article.slug
