"""The history of an article in words: why a version was kept, and what changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsdesk.comparing import Comparison, FieldChange, Kind, Passage, PhotoChange
from newsdesk.i18n import N_, Message, message, ntr
from newsdesk.model.counting import words_in
from newsdesk.model.placement import Role
from newsdesk.model.references import photo_line
from newsdesk.model.revision import Reason, Revision, Snapshot

REASONS: Mapping[Reason, str] = {
    Reason.RELEASE: N_("Published"),
    Reason.IMPORT: N_("Imported"),
    Reason.NAMED: N_("Named"),
    Reason.REPLACED: N_("Before an import replaced it"),
    Reason.AUTOMATIC: N_("Kept by itself"),
    Reason.STATUS: N_("Status"),
    Reason.SENT: N_("Sent"),
    Reason.RESTORED: N_("Before something was brought back"),
    Reason.RESCUED: N_("Rescued"),
    Reason.DELETED: N_("Before it was deleted"),
}
"""Why a version was kept, as people are told."""

FIELD_NAMES: Mapping[str, str] = {
    "kicker": N_("Kicker"),
    "headline": N_("Headline"),
    "standfirst": N_("Standfirst"),
    "body": N_("Text"),
    "slug": N_("Slug"),
    "dateline": N_("Dateline"),
    "bylines": N_("Byline"),
    "section": N_("Section"),
    "further_sections": N_("Further sections"),
    "topics": N_("Topics"),
    "status": N_("Status"),
    "assignee": N_("In hand"),
    "deadline": N_("Deadline"),
    "length_target": N_("Length"),
    "outlet_note": N_("Note for the outlet"),
    "published_url": N_("Published at"),
    "search_text": N_("Search text"),
    "social_text": N_("Social text"),
    "comments": N_("Comments"),
    "translated_from": N_("Translated from"),
    "not_before": N_("Not before"),
    "embargo": N_("Embargo"),
    "first_released": N_("Date"),
    "released": N_("Last published"),
    "edition": N_("Edition"),
    "front_matter": N_("Front matter"),
    "caption": N_("Caption"),
    "alt_text": N_("Alt text"),
    "decorative": N_("Decorative"),
    "credit": N_("Credit"),
    "copyright": N_("Copyright"),
}
"""What the fields of an article, and those that are said of a photo, are called where changes are told."""

BEGUN = N_("Begun")
_NOTHING = N_("Nothing changed")
_STATUS = N_("Status: {before} → {after}")
_ONLY_LINES = N_("Text: empty lines only")
_ONLY_SIGNS = N_("Text: signs only")
_PHOTO_FIELDS: Mapping[str, str] = {
    "caption": N_("Caption of {photo}"),
    "alt_text": N_("Alt text of {photo}"),
    "decorative": N_("Whether {photo} is decorative"),
    "credit": N_("Credit of {photo}"),
    "copyright": N_("Copyright of {photo}"),
}
_PHOTOS: Mapping[tuple[Role, Kind], str] = {
    (Role.LEAD, Kind.ADDED): N_("Lead photo {photo} added"),
    (Role.LEAD, Kind.REMOVED): N_("Lead photo {photo} taken out"),
    (Role.INLINE, Kind.ADDED): N_("Photo {photo} added"),
    (Role.INLINE, Kind.REMOVED): N_("Photo {photo} taken out"),
}
_OF_A_RELEASE = frozenset({"released", "first_released"})
"""Publishing says these with the status, and they say nothing without it."""

_OF_AN_ACT = frozenset({Reason.SENT, Reason.REPLACED})


def _changes(before: Snapshot, after: Snapshot, comparison: Comparison) -> tuple[Message, ...]:
    """What changed between two versions: the fields, how many words of the text, and the photos."""
    changed = {change.field for change in comparison.fields}
    if "status" in changed:
        changed -= _OF_A_RELEASE
    told = [_field_words(change) for change in comparison.fields if change.field in changed]
    told += _text_words(before, after, comparison)
    told += [each for change in comparison.photos for each in _photo_words(change)]
    return tuple(told)


def version_words(
    revision: Revision, before: Snapshot, after: Snapshot, comparison: Comparison
) -> tuple[Message, ...]:
    """What changed in a version; nothing is said of one that was kept for what was done, when nothing did."""
    told = _changes(before, after, comparison)
    return told if told or revision.reason in _OF_AN_ACT else (message(_NOTHING),)


def _field_words(change: FieldChange) -> Message:
    if change.field == "status":
        return message(_STATUS, before=change.before, after=change.after)
    return message(FIELD_NAMES[change.field])


def _text_words(before: Snapshot, after: Snapshot, comparison: Comparison) -> Iterator[Message]:
    if before.article.body == after.article.body:
        return
    changed = [passage for passage in comparison.passages if passage.kind is not Kind.SAME]
    if not changed:
        yield message(_ONLY_LINES)
    # A line that holds a photo is told among the photos.
    texts = [passage for passage in changed if not _is_photo(passage)]
    added, removed = _count(texts, Kind.ADDED), _count(texts, Kind.REMOVED)
    came = ntr("1 word added", "{count} words added", added)
    went = ntr("1 word removed", "{count} words removed", removed)
    if added and removed:
        yield message(N_("Text: {added}, {removed}"), added=came, removed=went)
    elif added or removed:
        yield message(N_("Text: {change}"), change=came if added else went)
    elif texts:
        yield message(_ONLY_SIGNS)


def _is_photo(passage: Passage) -> bool:
    return all(photo_line(text) for text in (passage.before, passage.after) if text)


def _count(passages: list[Passage], kind: Kind) -> int:
    return sum(
        words_in(line)
        for passage in passages
        for piece in passage.pieces
        if piece.kind is kind
        for line in piece.text.split("\n")
    )


def _photo_words(change: PhotoChange) -> Iterator[Message]:
    if change.kind is Kind.CHANGED:
        for field in change.fields:
            yield message(_PHOTO_FIELDS[field.field], photo=change.file_name)
    else:
        yield message(_PHOTOS[change.role, change.kind], photo=change.file_name)
