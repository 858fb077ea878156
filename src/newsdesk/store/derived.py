"""What is made from the records and must follow them: photos in the text, captions to search, release rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, union

from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.references import photo_refs
from newsdesk.model.release import DESK_FIELDS, Release, release_of, shows_the_same
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.model.snapshots import utc_text
from newsdesk.store.journal import Change
from newsdesk.store.reading import chunks, load, unpacked
from newsdesk.store.rows import SHAPES
from newsdesk.store.tables import article, article_photo, content, photo, placement, revision


@dataclass(slots=True)
class Stale:
    """What a step has made untrue, until `refresh`. `kept` are snapshots that need not be read again."""

    bodies: dict[ArticleId, str] = field(default_factory=dict)
    texts: set[ArticleId] = field(default_factory=set)
    photos: set[PhotoId] = field(default_factory=set)
    released: set[ArticleId] = field(default_factory=set)
    shown: set[ArticleId] = field(default_factory=set)
    kept: dict[str, Snapshot] = field(default_factory=dict)

    def note(self, change: Change) -> None:
        """Take in one change of a record."""
        record = change.after or change.before
        if isinstance(record, Article):
            self._note_article(record, change)
        elif isinstance(record, Placement):
            self.texts.add(record.article)
            self.shown.add(record.article)
        elif isinstance(record, Photo) and (not change.fields or {"caption", "credit"} & set(change.fields)):
            self.photos.add(record.id)

    def _note_article(self, record: Article, change: Change) -> None:
        if change.after is None:
            self.bodies.pop(record.id, None)
            return
        added = change.before is None
        if added or "body" in change.fields:
            self.bodies[record.id] = record.body
        if "released_revision" in change.fields or (added and record.released_revision):
            self.released.add(record.id)
        if record.released_revision and (added or set(change.fields) - DESK_FIELDS):
            self.shown.add(record.id)


def refresh(connection: Connection, stale: Stale) -> None:
    """Make all that is derived true again."""
    refill_photos(connection, stale)
    for photos in chunks(sorted(stale.photos)):
        placed = select(placement.c.article).where(placement.c.photo.in_(photos))
        inline = select(article_photo.c.article).where(article_photo.c.photo.in_(photos))
        stale.texts.update(connection.execute(union(placed, inline)).scalars())
    for ids in chunks(sorted(stale.texts)):
        _collect_texts(connection, ids)
    for ids in chunks(sorted(stale.released | stale.shown)):
        _remake_releases(connection, ids, stale)


def refill_photos(connection: Connection, stale: Stale) -> None:
    """Note which photos stand in the changed texts."""
    now = {id: photo_refs(body) if "photo:" in body else () for id, body in stale.bodies.items()}
    before = _photos_in(connection, list(now))
    changed = [id for id, photos in now.items() if photos != tuple(before.get(id, ()))]
    emptied = [(id,) for id in changed if id in before]
    if emptied:
        connection.exec_driver_sql("DELETE FROM article_photo WHERE article = ?", emptied)
    filled = [(id, position, name) for id in changed for position, name in enumerate(now[id])]
    if filled:
        connection.exec_driver_sql("INSERT INTO article_photo (article, position, photo) VALUES (?, ?, ?)", filled)
    stale.texts.update(changed)


def _photos_in(connection: Connection, ids: Sequence[ArticleId]) -> Mapping[str, list[str]]:
    """The photos noted for the texts of articles, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for chunk in chunks(ids):
        statement = select(article_photo.c.article, article_photo.c.photo).where(
            article_photo.c.article.in_(chunk)
        )
        for owner, name in connection.execute(
            statement.order_by(article_photo.c.article, article_photo.c.position)
        ):
            found[owner].append(name)
    return found


def _collect_texts(connection: Connection, ids: Sequence[str]) -> None:
    """Write the captions and credits of all photos used in articles beside them, where the index sees them."""
    captions: defaultdict[str, dict[str, None]] = defaultdict(dict)
    credits: defaultdict[str, dict[str, None]] = defaultdict(dict)
    placed = select(placement.c.article, placement.c.caption).where(placement.c.article.in_(ids))
    for owner, caption in connection.execute(placed.order_by(placement.c.id)):
        captions[owner][caption] = None
    used = union(
        select(placement.c.article, placement.c.photo).where(placement.c.article.in_(ids)),
        select(article_photo.c.article, article_photo.c.photo).where(article_photo.c.article.in_(ids)),
    ).subquery()
    slots = (photo.c.credit_person, photo.c.credit_agency, photo.c.credit_distributor)
    own = select(used.c.article, photo.c.caption, *slots).join(photo, photo.c.id == used.c.photo)
    for owner, caption, *credit in connection.execute(own.order_by(photo.c.id)):
        captions[owner][caption] = None
        credits[owner][" ".join(filter(None, credit))] = None
    rows = [(_lines(captions[id]), _lines(credits[id]), id) for id in ids]
    connection.exec_driver_sql("UPDATE article SET captions = ?, credits = ? WHERE id = ?", rows)


def _lines(texts: Mapping[str, None]) -> str:
    return "\n".join(filter(None, texts))


def _remake_releases(connection: Connection, ids: Sequence[str], stale: Stale) -> None:
    """Make the release rows of articles anew, and note whether the desk has another text than the readers."""
    statement = (
        select(article.c.id, article.c.released_revision, *SHAPES[Revision].columns())
        .outerjoin(revision, revision.c.id == article.c.released_revision)
        .where(article.c.id.in_(ids))
    )
    revisions = {row[0]: Revision(*row[2:]) if row[1] else None for row in connection.execute(statement)}
    snapshots = _contents(connection, [kept.hash for kept in revisions.values() if kept], stale.kept)
    gone = [(id,) for id, kept in revisions.items() if kept is None]
    if gone:
        connection.exec_driver_sql("DELETE FROM release WHERE id = ?", gone)
        connection.exec_driver_sql("UPDATE article SET changed = 0 WHERE id = ?", gone)
    there = {id: (kept, snapshots[kept.hash]) for id, kept in revisions.items() if kept}
    made = [_row(release_of(snapshot, kept)) for id, (kept, snapshot) in there.items() if id in stale.released]
    if made:
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO release VALUES ({', '.join('?' * len(made[0]))})", made
        )
    compared = [id for id in there if id in stale.shown or id in stale.released]
    _compare(connection, compared, {id: there[id][1] for id in compared})


def _contents(connection: Connection, hashes: Sequence[str], kept: Mapping[str, Snapshot]) -> dict[str, Snapshot]:
    found = {hash: kept[hash] for hash in hashes if hash in kept}
    missing = [hash for hash in hashes if hash not in found]
    rows = connection.execute(select(content.c.hash, content.c.body).where(content.c.hash.in_(missing)))
    return found | {hash: unpacked(connection, body) for hash, body in rows}


def _compare(connection: Connection, ids: Sequence[str], released: Mapping[str, Snapshot]) -> None:
    articles = load(connection, Article, article.c.id.in_(ids))
    placed: defaultdict[str, list[Placement]] = defaultdict(list)
    for use in load(connection, Placement, placement.c.article.in_(ids)):
        placed[use.article].append(use)
    rows = [
        (not shows_the_same(Snapshot(working, tuple(placed[working.id])), released[working.id]), working.id)
        for working in articles
    ]
    if rows:
        connection.exec_driver_sql("UPDATE article SET changed = ? WHERE id = ?", rows)


def _row(release: Release) -> tuple[str | None, ...]:
    """A release in the order of its table's columns; the lists stand in one column as JSON."""
    lists = (
        release.further_sections,
        release.topics,
        [(byline.person, byline.role) for byline in release.bylines],
        release.photos,
        release.articles,
        [(line.label, line.headline) for line in release.related],
    )
    return (
        release.id,
        release.revision,
        release.hash,
        release.edition,
        release.story,
        release.slug,
        release.headline,
        release.kicker,
        release.standfirst,
        release.section,
        utc_text(release.first_released),
        utc_text(release.released),
        release.lead,
        utc_text(release.opens) if release.opens else None,
        json.dumps(lists, ensure_ascii=False, separators=(",", ":")),
    )
