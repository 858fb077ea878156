"""Bringing back what an article was: a whole version, a field, a passage or a photo, each as one step."""

from __future__ import annotations

from newsdesk.comparing import Passage
from newsdesk.model.ids import ArticleId, PhotoId, RevisionId
from newsdesk.newsroom.history_records import Restored
from newsdesk.store import Store


def restore_version(store: Store, id: ArticleId, revision: RevisionId) -> Restored:
    """Bring back text, fields and photos of a version; what readers get stays as it is."""
    raise NotImplementedError(store, id, revision)


def restore_field(store: Store, id: ArticleId, revision: RevisionId, field: str) -> Restored:
    """Bring back one field of a version, by its name in `FieldChange`."""
    raise NotImplementedError(store, id, revision, field)


def restore_passage(store: Store, id: ArticleId, passage: Passage) -> Restored:
    """Put the earlier text of a passage in the place of the later; Trouble when the body holds that no more."""
    raise NotImplementedError(store, id, passage)


def restore_photo(store: Store, id: ArticleId, revision: RevisionId, photo: PhotoId) -> Restored:
    """Bring back what a version says of a photo, and the photo itself where the article has it no more."""
    raise NotImplementedError(store, id, revision, photo)
