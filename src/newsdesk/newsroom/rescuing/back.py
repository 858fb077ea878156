"""What an earlier run rescued, beside what the newsroom has: taken over, kept as a version, or made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk import comparing
from newsdesk.comparing import Comparison
from newsdesk.i18n import N_, Message, message, tr
from newsdesk.model.article import TEXT_FIELDS, Article, Byline
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, StoryId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.slug import free_slug, slug_of
from newsdesk.newsroom.linking import Linking
from newsdesk.newsroom.placing import Use, with_lead
from newsdesk.newsroom.rescuing.file import Rescued, Typed, fingerprint
from newsdesk.newsroom.settling import Change, settled, state_of
from newsdesk.newsroom.taxonomy import Taxonomy
from newsdesk.store import Reader, Store

NAME = N_("Rescued text")
"""What a version is called that holds rescued text."""

PLAIN = TEXT_FIELDS | {"dateline", "search_text", "social_text", "outlet_note"}
"""The fields of an article that hold what was typed, character by character."""

NAMES = ("byline", "topics")
"""Those that hold names, one a line."""

CREDIT = ("person", "agency", "distributor")


@dataclass(frozen=True, slots=True)
class Difference:
    """A rescued text that the newsroom does not have, and what it has there.

    `changed_since`: the newsroom's text is another than the one that was typed over. `has_place`: it can go into
    an article; half a name cannot, nor a caption of a photo that is not in the article any more.
    """

    typed: Typed
    now: str
    changed_since: bool
    has_place: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """What was rescued of one article that the newsroom does not have. `there`: the article is in the newsroom.

    `left`: somebody decided on it, and this found no place then.
    """

    rescued: Rescued
    there: bool
    differences: tuple[Difference, ...]
    left: bool = False

    @property
    def has_place(self) -> bool:
        """Whether some of it can go into an article."""
        may = self.rescued.article is not None and not self.left
        return may and any(one.has_place for one in self.differences)

    @property
    def changed_since(self) -> bool:
        """Whether the newsroom's text is another than the one that was typed over."""
        return not self.left and any(one.changed_since for one in self.differences)


def offers(reader: Reader, found: Sequence[Rescued]) -> tuple[Offer, ...]:
    """What a person has to decide on: all that the newsroom does not have already."""
    made = (_offer(reader, rescued) for rescued in found)
    return tuple(offer for offer in made if offer.differences)


def compared(reader: Reader, offer: Offer) -> Comparison:
    """The newsroom's text beside the rescued one, in words; of the article's own fields alone."""
    rescued = offer.rescued
    article = reader.get(Article, rescued.article) if rescued.article else None
    if article is None:
        article = Article(ArticleId(""), EditionId(rescued.edition), StoryId(""), rescued.written, "")
    texts = {
        one.typed.field: one.typed.text
        for one in offer.differences
        if one.typed.photo is None and one.typed.field in PLAIN
    }
    after = replace(article, **texts)  # type: ignore[arg-type]
    return comparing.compare(Snapshot(article, ()), Snapshot(after, ()), str)


def take_rescued(store: Store, rescued: Rescued) -> Offer | None:
    """Put the rescued text into its article, as one step; gives what has no place there, if anything.

    What stood there is kept as a version, and so is the rescued text: undoing this must not lose it. Raises
    `Trouble` when the article is gone.
    """
    before = _standing(store.read, rescued)
    taxonomy = Taxonomy(store.read, store.ids)
    after = _with_rescued(store, before, rescued, taxonomy)
    if after != before:
        with store.step(_named(N_("Take the rescued text of “{headline}”"), rescued)):
            store.keep(Snapshot(before.article, before.placements), Reason.RESTORED)
            _put(store, before, after, taxonomy)
            store.keep(Snapshot(after.article, after.placements), Reason.RESCUED, tr(NAME))
    return _left(store.read, rescued, after)


def keep_rescued(store: Store, rescued: Rescued) -> Offer | None:
    """Leave the article as it is, and keep it with the rescued text as a version.

    Gives what a version cannot hold, if anything. Raises `Trouble` when the article is gone.
    """
    before = _standing(store.read, rescued)
    after = _with_rescued(store, before, rescued, Taxonomy(store.read, store.ids))
    # A name may be one that the newsroom does not know, and a version refers to people and topics by id. What a
    # version says of a photo's credit is what the photo itself says.
    article = replace(after.article, bylines=before.article.bylines, topics=before.article.topics)
    kept = Change(article, after.placements)
    if kept != before:
        with store.step(_named(N_("Keep the rescued text of “{headline}” as a version"), rescued), undo=False):
            store.keep(Snapshot(kept.article, kept.placements), Reason.RESCUED, tr(NAME))
    return _left(store.read, rescued, kept)


def make_article_of_rescued(store: Store, rescued: Rescued) -> Offer | None:
    """Make a draft of rescued text, for one whose article is not in the newsroom any more.

    Gives what has no place in it, if anything.
    """
    editions = {edition.id for edition in store.read.every(Edition)}
    edition = EditionId(rescued.edition)
    edition = edition if edition in editions else store.read.newsroom().main_edition
    slug = free_slug(slug_of(rescued.headline), store.read.slugs(edition))
    article = Article(
        ArticleId(store.ids()),
        edition,
        StoryId(store.ids()),
        store.clock(),
        slug,
        headline=rescued.headline,
    )
    before = Change(article, _lead(store, article.id, rescued))
    taxonomy = Taxonomy(store.read, store.ids)
    after = _with_rescued(store, before, rescued, taxonomy)
    # Undo would leave the text nowhere; what is deleted is in the bin.
    with store.step(_named(N_("New article “{headline}” of rescued text"), rescued), undo=False):
        _put(store, before, after, taxonomy)
    return _left(store.read, replace(rescued, article=article.id), after)


def _standing(reader: Reader, rescued: Rescued) -> Change:
    if rescued.article is None:
        raise ValueError("it belongs to no article")
    return state_of(reader, rescued.article)


def _lead(store: Store, article: ArticleId, rescued: Rescued) -> tuple[Placement, ...]:
    """The lead photo of which something was typed, if the newsroom has it."""
    photos = (text.photo for text in rescued.texts if text.role is Role.LEAD)
    photo = next((photo for photo in photos if photo and store.read.get(Photo, photo)), None)
    return with_lead((), article, photo, Use(), store.ids)


def _offer(reader: Reader, rescued: Rescued) -> Offer:
    article = reader.get(Article, rescued.article) if rescued.article else None
    placements = reader.placements(article.id) if article else ()
    return Offer(rescued, article is not None, _differences(reader, article, placements, rescued))


def _left(reader: Reader, rescued: Rescued, kept: Change) -> Offer | None:
    """What is neither in the article, or the version, that was written nor elsewhere in the newsroom."""
    differences = _differences(reader, kept.article, kept.placements, rescued)
    if not differences:
        return None
    texts = tuple(one.typed for one in differences)
    return Offer(replace(rescued, texts=texts), True, differences, left=True)


def _differences(
    reader: Reader, article: Article | None, placements: Sequence[Placement], rescued: Rescued
) -> tuple[Difference, ...]:
    differences = []
    for typed in rescued.texts:
        now = _now(reader, article, placements, typed)
        if _as_stored(reader, article, typed) != now:
            changed = bool(article and typed.based_on) and fingerprint(now) != typed.based_on
            has_place = _has_place(reader, article, placements, typed)
            differences.append(Difference(typed, now, changed, has_place))
    return tuple(differences)


def _has_place(reader: Reader, article: Article | None, placements: Sequence[Placement], typed: Typed) -> bool:
    if typed.photo is None:
        return typed.field in PLAIN or typed.field in NAMES
    if reader.get(Photo, typed.photo) is None:
        return False
    # An article that is made anew gets its lead photo, and those of its text.
    return article is None or typed.field in CREDIT or _placed(placements, typed) is not None


def _now(reader: Reader, article: Article | None, placements: Sequence[Placement], typed: Typed) -> str:
    """What the newsroom has at the place; nothing where it has no such place."""
    if article is None:
        return ""
    if typed.photo is not None:
        return _said_of_photo(reader, placements, typed)
    if typed.field == "byline":
        return _signatures(reader, article)
    if typed.field == "topics":
        topics = Taxonomy(reader).topics
        return "\n".join(topics.name_of(topic, article.edition) for topic in article.topics)
    return str(getattr(article, typed.field)) if typed.field in PLAIN else ""


def _as_stored(reader: Reader, article: Article | None, typed: Typed) -> str:
    """The text as the newsroom would write it: with links that stay."""
    text = typed.text.replace("\r\n", "\n").replace("\r", "\n")
    if typed.field == "body" and article is not None:
        return Linking(reader, reader.every(Edition), {}).linked(text, article.edition)[0]
    return text


def _said_of_photo(reader: Reader, placements: Sequence[Placement], typed: Typed) -> str:
    photo = reader.get(Photo, typed.photo or "")
    if photo is None:
        return ""
    if typed.field in CREDIT:
        return str(getattr(photo.credit, typed.field))
    placed = _placed(placements, typed)
    if placed is None:
        return ""
    if typed.field == "decorative":
        return "yes" if placed.decorative else ""
    return placed.alt_text if typed.field == "alt_text" else placed.caption


def _placed(placements: Sequence[Placement], typed: Typed) -> Placement | None:
    return next((one for one in placements if (one.photo, one.role) == (typed.photo, typed.role)), None)


def _signatures(reader: Reader, article: Article) -> str:
    """Who signs, one a line, as a rescued byline has it."""
    taxonomy = Taxonomy(reader)
    return signature_lines(
        [(taxonomy.people.name_of(one.person, article.edition), one.role) for one in article.bylines]
    )


def signature_lines(signed: Sequence[tuple[str, str]]) -> str:
    """A byline as text: one name a line, a role behind a tab."""
    return "\n".join(f"{name}\t{role}" if role else name for name, role in signed)


def _with_rescued(store: Store, before: Change, rescued: Rescued, taxonomy: Taxonomy) -> Change:
    """The article with what was rescued; photos that are gone, and half a name, have no place in it."""
    plain = {text.field: text.text for text in rescued.texts if text.photo is None and text.field in PLAIN}
    lines = {field: text.replace("\r\n", "\n").replace("\r", "\n") for field, text in plain.items()}
    article = replace(before.article, **lines)  # type: ignore[arg-type]
    for text in rescued.texts:
        if text.photo is None and text.field == "byline":
            article = replace(article, bylines=_bylines(text.text, article, taxonomy))
        if text.photo is None and text.field == "topics":
            names = filter(None, text.text.split("\n"))
            topics = dict.fromkeys(taxonomy.topic(name, article.edition) for name in names)
            article = replace(article, topics=tuple(topics))
    after = settled(store, before, replace(before, article=article), taxonomy.editions)
    photos: dict[str, Photo] = {}
    for text in rescued.texts:
        if text.photo is not None:
            after = _with_photo_text(store, after, text, photos)
    return replace(after, photos=tuple(photos.values()))


def _with_photo_text(store: Store, change: Change, typed: Typed, photos: dict[str, Photo]) -> Change:
    photo = photos.get(typed.photo or "") or store.read.get(Photo, typed.photo or "")
    if photo is None:
        return change
    if typed.field in CREDIT:
        photos[photo.id] = replace(photo, credit=replace(photo.credit, **{typed.field: typed.text}))
        return change
    placed = _placed(change.placements, typed)
    if placed is None:
        return change
    if typed.field == "decorative":
        told = replace(placed, decorative=typed.text == "yes")
    elif typed.field == "alt_text":
        told = replace(placed, alt_text=typed.text)
    else:
        told = replace(placed, caption=typed.text)
    return replace(change, placements=tuple(told if one.id == told.id else one for one in change.placements))


def _bylines(text: str, article: Article, taxonomy: Taxonomy) -> tuple[Byline, ...]:
    signed = [line.partition("\t") for line in text.split("\n") if line.strip()]
    return tuple(Byline(taxonomy.person(name.strip(), article.edition), role) for name, _, role in signed)


def _put(store: Store, before: Change, after: Change, taxonomy: Taxonomy) -> None:
    kept = {placement.id for placement in after.placements}
    store.put_all(taxonomy.made)
    store.put(after.article)
    for placement in before.placements:
        if placement.id not in kept:
            store.remove(Placement, placement.id)
    store.put_all(after.placements)
    store.put_all(after.photos)


def _named(name: str, rescued: Rescued) -> Message:
    return message(name, headline=rescued.headline or tr(N_("Untitled")))
