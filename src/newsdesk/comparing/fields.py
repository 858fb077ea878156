"""The fields of two versions of an article side by side, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from newsdesk.comparing.records import FieldChange
from newsdesk.comparing.splitting import splitter
from newsdesk.comparing.words import Cutting, pieces_between, whole
from newsdesk.i18n import N_, tr
from newsdesk.model.article import Article

Tell = Callable[[datetime], str]
"""Says a moment in words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What values are said with. `names` gives the name for an id, and the word for a status."""

    names: Callable[[str], str]
    tell: Tell
    credit_form: str
    say: Callable[[str], str]


Say = Callable[[Article, Wording], str]
"""The value of a field in words, empty for none."""

COMMENTS = {True: N_("on"), False: N_("off")}


def field_change(field: str, before: str, after: str, *, running: bool = True) -> FieldChange:
    """A field with what it said; word by word where it is a running text."""
    if not running or not before or not after:
        return FieldChange(field, before, after, whole(before, after))
    cutting = Cutting(splitter(before, after))
    return FieldChange(field, before, after, pieces_between(cutting.cut(before), cutting.cut(after)))


def field_changes(before: Article, after: Article, wording: Wording) -> tuple[FieldChange, ...]:
    """The fields that differ, but for the body, in the order in which they stand on the desk."""
    changes = []
    for field, (say, running) in FIELDS.items():
        if getattr(before, field) != getattr(after, field):
            changes.append(field_change(field, say(before, wording), say(after, wording), running=running))
    return tuple(changes)


def _text(field: str) -> tuple[Say, bool]:
    return lambda article, _: str(getattr(article, field)), True


def _one(field: str) -> tuple[Say, bool]:
    def say(article: Article, wording: Wording) -> str:
        id = getattr(article, field)
        return "" if id is None else wording.names(id)

    return say, False


def _several(field: str) -> tuple[Say, bool]:
    return lambda article, wording: ", ".join(map(wording.names, getattr(article, field))), True


def _moment(field: str) -> tuple[Say, bool]:
    def say(article: Article, wording: Wording) -> str:
        moment = getattr(article, field)
        return "" if moment is None else wording.tell(moment)

    return say, False


def _bylines(article: Article, wording: Wording) -> str:
    signed = ((wording.names(byline.person), byline.role) for byline in article.bylines)
    return ", ".join(f"{name} ({role})" if role else name for name, role in signed)


def _length(article: Article, _: Wording) -> str:
    return "" if article.length_target is None else str(article.length_target)


def _comments(article: Article, wording: Wording) -> str:
    return "" if article.comments is None else wording.say(COMMENTS[article.comments])


def _origin(article: Article, wording: Wording) -> str:
    origin = article.translated_from
    if origin is None:
        return ""
    return tr(
        "{article}, version {version}",
        article=wording.names(origin.article),
        version=wording.names(origin.revision),
    )


FIELDS: dict[str, tuple[Say, bool]] = {
    "kicker": _text("kicker"),
    "headline": _text("headline"),
    "standfirst": _text("standfirst"),
    "slug": _text("slug"),
    "dateline": _text("dateline"),
    "bylines": (_bylines, True),
    "section": _one("section"),
    "further_sections": _several("further_sections"),
    "topics": _several("topics"),
    "status": _one("status"),
    "assignee": _one("assignee"),
    "deadline": _moment("deadline"),
    "length_target": (_length, False),
    "outlet_note": _text("outlet_note"),
    "published_url": _text("published_url"),
    "search_text": _text("search_text"),
    "social_text": _text("social_text"),
    "comments": (_comments, False),
    "translated_from": (_origin, False),
    "not_before": _moment("not_before"),
    "embargo": _moment("embargo"),
    "first_released": _moment("first_released"),
    "released": _moment("released"),
    "edition": _one("edition"),
    "front_matter": _text("front_matter"),
}
"""How the value of each field that a person sees is said, and whether it is running text."""
