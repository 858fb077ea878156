"""Two versions of an article read and compared beside the window, and what can be brought back of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsdesk.comparing import Comparison, FieldChange, PhotoChange
from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, PhotoId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Revision
from newsdesk.newsroom.history import Restored, compare_versions, restore_field, restore_passage, restore_photo
from newsdesk.store import Store, open_reader
from newsdesk.ui.dialogs.compare_rows import Change

Restore = Callable[[Store], Restored]


@dataclass(frozen=True, slots=True)
class Compared:
    """What the compare view shows. `versions` are all that were kept, the last first; `there`: it is not deleted.

    `read` is what the later version says where both are the same, to be read: its fields by their names.
    """

    headline: str
    there: bool
    versions: tuple[Revision, ...]
    comparison: Comparison
    photos: dict[PhotoId, Photo]
    read: tuple[tuple[str, str], ...]


def read_compared(folder: Path, id: ArticleId, before: RevisionId | None, after: RevisionId | None) -> Compared:
    """Read two versions and compare them; None is the working copy. Raises `Trouble` when one is gone."""
    with open_reader(folder) as reader, reader.moment():
        comparison = compare_versions(reader, id, before, after)
        versions = tuple(reader.revisions(id))
        article = reader.get(Article, id)
        later = next((each for each in versions if each.id == after), None)
        shown = reader.snapshot(later.hash).article if later is not None else article
        photos = reader.get_all(Photo, [change.photo for change in comparison.photos])
        assert shown is not None, "the comparison would have failed"
        read = [(name, getattr(shown, name)) for name in ("kicker", "headline", "standfirst")]
        return Compared(
            (article or shown).headline,
            article is not None,
            versions,
            comparison,
            {PhotoId(photo): record for photo, record in photos.items()},
            tuple((name, text) for name, text in read if text) if comparison.same else (),
        )


def restoring(id: ArticleId, revision: RevisionId, change: Change) -> tuple[Restore, Message]:
    """What brings a change back as it was in a version, and what is said when it is done."""
    if isinstance(change, FieldChange):
        return lambda store: restore_field(store, id, revision, change.field), message(
            N_("The field is as it was in that version.")
        )
    if isinstance(change, PhotoChange):
        return lambda store: restore_photo(store, id, revision, change.photo), message(
            N_("The photo is as it was in that version.")
        )
    return lambda store: restore_passage(store, id, change), message(
        N_("The paragraph is as it was in that version.")
    )
