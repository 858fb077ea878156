"""The versions of an article: listed, compared, and kept under a name."""

from __future__ import annotations

from itertools import pairwise

from newsdesk import comparing
from newsdesk.comparing import Comparison
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.ids import MIN_END, ArticleId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.snapshots import utc_text
from newsdesk.newsroom.finding import unique_ends
from newsdesk.newsroom.history.names import namer, teller
from newsdesk.newsroom.history.records import Version
from newsdesk.newsroom.history.words import BEGUN, version_words
from newsdesk.newsroom.settling import expected
from newsdesk.store import Reader, Store


def versions(
    reader: Reader, article: ArticleId, limit: int | None = None, after: RevisionId | None = None
) -> list[Version]:
    """The versions of an article, the last kept first: at most `limit`, and only those kept before `after`."""
    with reader.moment():
        kept = reader.revisions(article)
        if after is not None:
            kept = kept[1 + next((place for place, one in enumerate(kept) if one.id == after), len(kept)) :]
        end = len(kept) if limit is None else limit
        page = kept[: end + 1]
        if not page:
            return []
        new = reader.snapshot(page[0].hash)
        names = namer(reader, new.article.edition)
        tell, form = teller(reader), reader.newsroom().credit_form
        listed = []
        # One by one: all versions of a long text at once would take much memory.
        for revision, before in pairwise(page):
            old = reader.snapshot(before.hash)
            comparison = comparing.compare(old, new, names, tell, form)
            listed.append(Version(revision, version_words(revision, old, new, comparison)))
            new = old
    if len(kept) <= end:
        listed.append(Version(page[-1], (message(BEGUN),)))
    return listed


def compare_versions(
    reader: Reader, article: ArticleId, before: RevisionId | None, after: RevisionId | None, *, raw: bool = False
) -> Comparison:
    """Two versions of an article side by side; None is the working copy as stored.

    `raw`, for a program: ids, a status and times in UTC as they are stored, instead of their names and words.
    Raises `Trouble` when one of them is not in the newsroom any more.
    """
    with reader.moment():
        old, new = (
            snapshot_now(reader, article) if id is None else snapshot_of(reader, article, id)
            for id in (before, after)
        )
        if raw:
            return comparing.compare(old, new, str, utc_text, reader.newsroom().credit_form, say=str)
        names = namer(reader, new.article.edition)
        return comparing.compare(old, new, names, teller(reader), reader.newsroom().credit_form)


def keep_version(store: Store, id: ArticleId, name: str) -> Revision:
    """Keep the article as it stands under a name, such as “filed v1”. Raises `Trouble` when it is gone."""
    snapshot = snapshot_now(store.read, id)
    if not name.strip():
        raise Trouble(N_("A version that is kept needs a name."), way_out=N_("Write one, such as “filed v1”."))
    headline = snapshot.article.headline or snapshot.article.slug
    told = message(N_("Keep “{name}” of “{headline}”"), name=name.strip(), headline=headline)
    with store.step(told, undo=False):
        return store.keep(snapshot, Reason.NAMED, name.strip())


def find_version(reader: Reader, article: ArticleId, ref: str) -> Revision:
    """The version that `ref` names: by its name (the last kept of several), its id or the unique end of it.

    Raises `Trouble` when there is none, or when several ids end so.
    """
    kept = reader.revisions(article)
    named = [revision for revision in kept if revision.name == ref.strip()]
    if named:
        return named[0]
    wanted = ref.strip().lower()
    found = [one for one in kept if one.id.endswith(wanted)] if len(wanted) >= MIN_END else []
    if len(found) != 1:
        several = N_("The ids of several versions end in “{ref}”.")
        raise Trouble(
            several if found else N_("There is no version “{ref}” of this article."),
            way_out=N_("“newsdesk history” shows what each version is called."),
            ref=ref,
        )
    return found[0]


def version_ends(reader: Reader, article: ArticleId) -> dict[str, str]:
    """For the id of each version its shortest end that names one version of the article."""
    ids = [revision.id for revision in reader.revisions(article)]
    return unique_ends(ids, ids)


def snapshot_now(reader: Reader, id: ArticleId) -> Snapshot:
    """The working copy as stored. Raises `Trouble` when the article is gone."""
    article = expected(reader, id)
    placements = reader.placements(id)
    photos = reader.get_all(Photo, sorted({placed.photo for placed in placements}))
    return Snapshot(article, placements, tuple(photos.values()))


def expected_revision(reader: Reader, article: ArticleId, id: RevisionId) -> Revision:
    """The revision of this id. Raises `Trouble` when the article has none such."""
    revision = reader.get(Revision, id)
    if revision is None or revision.article != article:
        raise Trouble(
            N_("This version is not in the newsroom any more."),
            way_out=N_("Choose another one in the article’s history."),
        )
    return revision


def snapshot_of(reader: Reader, article: ArticleId, id: RevisionId) -> Snapshot:
    """What a revision holds. Raises `Trouble` when the article has none such."""
    return reader.snapshot(expected_revision(reader, article, id).hash)
