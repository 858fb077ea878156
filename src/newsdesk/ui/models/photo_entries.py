"""What is said of a photo as entries, each of its own place, and what of it is not on the disk yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, tr
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import Described, PhotoUse, describe_photo
from newsdesk.newsroom.rescuing import Typed, fingerprint
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.kit.entries import Entries, Entry

LABELS = {
    "caption": N_("Caption of {photo}"),
    "alt_text": N_("Alt text of {photo}"),
    "decorative": N_("Decorative: {photo}"),
    "person": N_("Photographer of {photo}"),
    "agency": N_("Agency of {photo}"),
    "distributor": N_("Distributor of {photo}"),
}
"""What the places are called for people."""

CREDIT = ("person", "agency", "distributor")
YES = "yes"


def described_entries(context: Context, article: ArticleId, use: PhotoUse, said: Described) -> list[Entry]:
    """An entry for each thing that is said."""
    return [
        Entry(
            _place(article, use, field),
            _typed(article, use, field, text),
            partial(_describe, article=article, use=use, said=part),
            partial(_is_gone, context, article, use),
        )
        for field, text, part in _parts(said)
    ]


def with_unsaved(entries: Entries, article: ArticleId, use: PhotoUse) -> PhotoUse:
    """The photo as a person described it last, on the disk or not yet."""
    texts = {field: entries.text(_place(article, use, field)) for field in LABELS}
    new = {field: text for field, text in texts.items() if text is not None}
    if not new:
        return use
    credit = replace(use.photo.credit, **{field: new[field] for field in CREDIT if field in new})
    return replace(
        use,
        photo=replace(use.photo, credit=credit),
        caption=new.get("caption", use.caption),
        alt_text=new.get("alt_text", use.alt_text),
        decorative=new["decorative"] == YES if "decorative" in new else use.decorative,
    )


def _parts(said: Described) -> Iterator[tuple[str, str, Described]]:
    if said.caption is not None:
        yield "caption", said.caption, Described(caption=said.caption)
    if said.alt_text is not None:
        yield "alt_text", said.alt_text, Described(alt_text=said.alt_text)
    if said.decorative is not None:
        yield "decorative", YES if said.decorative else "", Described(decorative=said.decorative)
    if said.credit is not None:
        for field in CREDIT:
            yield field, getattr(said.credit, field), Described(credit=said.credit)


def _typed(article: ArticleId, use: PhotoUse, field: str, text: str) -> Typed:
    before = {
        "caption": use.caption,
        "alt_text": use.alt_text,
        "decorative": YES if use.decorative else "",
        **{part: getattr(use.photo.credit, part) for part in CREDIT},
    }
    label = tr(LABELS[field], photo=use.photo.file_name or use.photo.id)
    return Typed(label, text, article, field, use.photo.id, use.role, fingerprint(before[field]))


def _describe(store: Store, *, article: ArticleId, use: PhotoUse, said: Described) -> None:
    describe_photo(store, article, use.photo.id, said, use.role)


def _is_gone(context: Context, article: ArticleId, use: PhotoUse) -> bool:
    """Whether the photo has no such place any more; a newsroom that cannot be read does not say so."""
    try:
        placed = context.read.placements(article)
    except Trouble:
        return False
    return all((one.photo, one.role) != (use.photo.id, use.role) for one in placed)


def _place(article: ArticleId, use: PhotoUse, field: str) -> str:
    return f"{article} {use.photo.id} {use.role} {field}"
