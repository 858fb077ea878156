"""What a page tells machines: its head, Open Graph, and JSON-LD after schema.org."""

from __future__ import annotations

import json
from dataclasses import dataclass

from newsdesk.render.body import Body
from newsdesk.render.place import INDEX, SOCIAL_WIDTH, Place, scaled_height, usual_width
from newsdesk.render.plain import inline_text
from newsdesk.render.view import ArticleView, EditionLink, Figure, ListKind, ListView

LONGEST_DESCRIPTION = 160

Json = str | int | list["Json"] | dict[str, "Json"]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and where it is."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Property:
    """One Open Graph property."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page; empty texts are left out.

    `alternates` are the editions of the page with absolute addresses, `default` the address for readers of any
    other language. `data` is JSON that is safe inside a script element. `guarded` pages run nothing.
    """

    title: str
    description: str = ""
    robots: str = "max-image-preview:large"
    canonical: str = ""
    alternates: tuple[EditionLink, ...] = ()
    default: str = ""
    feeds: tuple[Feed, ...] = ()
    properties: tuple[Property, ...] = ()
    card: str = ""
    data: str = ""
    guarded: bool = True


def article_head(view: ArticleView, place: Place, words: int) -> Head:
    """The head of an article's page; `words` is the length of its body."""
    site = view.site
    title = place.say(view.headline)
    description = place.say(view.search_text or view.standfirst) or first_words(view.body)
    alternates, default = _alternates(view.editions, place)
    return Head(
        title=f"{title} · {site.title}",
        description=description,
        canonical=place.address(),
        alternates=alternates,
        default=default,
        feeds=feeds(place),
        properties=_article_properties(view, place, title, description),
        card="summary_large_image" if view.lead else "summary",
        data=_data(_news_article(view, place, words, title, description)),
    )


def list_head(view: ListView, place: Place) -> Head:
    """The head of a list of articles."""
    site = view.site
    parts = [view.title] if view.kind is not ListKind.FRONT else []
    if view.number is not None:
        parts.append(place.labels.page.replace("{number}", str(view.number)))
    title = " · ".join([*parts, site.title])
    if not parts and site.tagline:
        title = f"{site.title} · {place.say(site.tagline)}"
    description = place.say(view.intro or (site.tagline if view.kind is ListKind.FRONT else ""))
    alternates, default = _alternates(view.editions, place)
    properties = [
        Property("og:type", "profile" if view.kind is ListKind.AUTHOR else "website"),
        Property("og:title", view.title),
        Property("og:site_name", site.title),
        Property("og:description", description),
        Property("og:url", place.address()),
    ]
    return Head(
        title=title,
        description=description,
        canonical=place.address(),
        alternates=alternates,
        default=default,
        feeds=feeds(place, view),
        properties=tuple(each for each in properties if each.content),
        card="summary",
    )


def feeds(place: Place, view: ListView | None = None) -> tuple[Feed, ...]:
    """The feeds that a page names: a list's own, then the edition's."""
    site = place.site
    found = []
    if view is not None and view.feed and view.feed != site.feed:
        found.append(Feed(f"{site.title}: {view.title}", place.address(view.feed) or place.up + view.feed))
    if site.feed:
        found.append(Feed(site.title, place.address(site.feed) or place.up + site.feed))
    return tuple(found)


def first_words(body: Body) -> str:
    """The first paragraph as plain text, cut after a whole word."""
    for block in body.blocks:
        if block.html.startswith("<p>"):
            text = inline_text(block.html)
            if len(text) <= LONGEST_DESCRIPTION:
                return text
            return text[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—،؛") + "…"
    return ""


def _alternates(editions: tuple[EditionLink, ...], place: Place) -> tuple[tuple[EditionLink, ...], str]:
    """The editions of a page, this one too, and the address for other languages: that of the main edition.

    Machines want absolute addresses here, so there are none without a base URL.
    """
    if len(editions) < 2 or not place.site.base_url:
        return (), ""
    main = {edition.language for edition in place.site.editions if edition.path == INDEX}
    default = next((place.address(edition.path) for edition in editions if edition.language in main), "")
    return editions, default


def _article_properties(view: ArticleView, place: Place, title: str, description: str) -> tuple[Property, ...]:
    found = [
        Property("og:type", "article"),
        Property("og:title", title),
        Property("og:site_name", view.site.title),
        Property("og:description", place.say(view.social_text) or description),
        Property("og:url", place.address()),
        Property("og:locale", _locale(view.site.edition.language)),
    ]
    found += (
        Property("og:locale:alternate", _locale(other.language)) for other in view.editions if not other.current
    )
    if view.lead and (image := place.social_image(view.lead.picture)):
        width = usual_width(view.lead.picture, SOCIAL_WIDTH)
        found += (
            Property("og:image", image),
            Property("og:image:width", str(width)),
            Property("og:image:height", str(scaled_height(view.lead.picture, width))),
            Property("og:image:alt", place.say(view.lead.picture.alt)),
        )
    if view.published:
        found.append(Property("article:published_time", place.iso(view.published)))
    if view.updated:
        found.append(Property("article:modified_time", place.iso(view.updated)))
    found += (Property("article:author", place.address(each.path)) for each in view.bylines if each.path)
    if view.section:
        found.append(Property("article:section", view.section.text))
    found += (Property("article:tag", topic.text) for topic in view.topics)
    return tuple(each for each in found if each.content)


def _locale(language: str) -> str:
    """A language tag as Open Graph writes it (`pt_BR`), empty when the tag names no region."""
    parts = language.split("-")
    return f"{parts[0]}_{parts[-1].upper()}" if len(parts) > 1 and len(parts[-1]) == 2 else ""


def _news_article(view: ArticleView, place: Place, words: int, title: str, description: str) -> dict[str, Json]:
    """https://schema.org/NewsArticle, without what is empty."""
    site = view.site
    address = place.address()
    sections = [link.text for link in (view.section, *view.further_sections) if link]
    data: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        "headline": title,
        "description": description,
        "image": [_image(view.lead, place)] if view.lead else [],
        "datePublished": place.iso(view.published) if view.published else "",
        "dateModified": place.iso(view.updated or view.published) if view.published else "",
        "dateline": view.dateline,
        "author": [
            _filled({"@type": "Person", "name": each.name, "jobTitle": each.role, "url": _own(place, each.path)})
            for each in view.bylines
        ],
        "publisher": _publisher(place),
        "inLanguage": site.edition.language,
        "articleSection": _one_or_all(sections),
        "keywords": [topic.text for topic in view.topics],
        "wordCount": words,
    }
    return _filled(data)


def _publisher(place: Place) -> Json:
    site = place.site
    logo = (
        _filled({"@type": "ImageObject", "url": place.address(site.logo)}) if site.logo and site.base_url else {}
    )
    return _filled(
        {"@type": "NewsMediaOrganization", "name": site.title, "url": _own(place, site.front), "logo": logo}
    )


def _image(lead: Figure, place: Place) -> Json:
    """https://schema.org/ImageObject with the credit as search engines read it."""
    width = usual_width(lead.picture, SOCIAL_WIDTH)
    creator = {"@type": "Person", "name": lead.person} if lead.person else {}
    return _filled(
        {
            "@type": "ImageObject",
            "contentUrl": place.social_image(lead.picture),
            "width": width,
            "height": scaled_height(lead.picture, width),
            "caption": place.say(lead.caption),
            "creditText": lead.credit.strip("[]() ") or lead.agency or lead.person,
            "creator": dict(creator) if creator else _filled({"@type": "Organization", "name": lead.agency}),
            "copyrightNotice": lead.copyright,
        }
    )


def _own(place: Place, path: str) -> str:
    return place.address(path) if path else ""


def _one_or_all(texts: list[str]) -> Json:
    return texts[0] if len(texts) == 1 else [*texts]


def _filled(data: dict[str, Json]) -> dict[str, Json]:
    """Only what says something: no empty texts and lists, no objects that hold nothing but their type."""
    return {
        name: value
        for name, value in data.items()
        if value and not (isinstance(value, dict) and list(value) == ["@type"])
    }


def _data(data: dict[str, Json]) -> str:
    """JSON for a script element: no `<` in it can end the element."""
    return _ENCODER.encode(data).replace("<", "\\u003c")
