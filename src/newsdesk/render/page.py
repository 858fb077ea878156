"""A page of the site as text: a pure function of what it shows, a theme, and where pictures are."""

from __future__ import annotations

import re
from dataclasses import replace

from markupsafe import Markup

from newsdesk.render.bylines import bylines
from newsdesk.render.clean import printable
from newsdesk.render.head import head_html
from newsdesk.render.metadata import Head, article_head, list_head
from newsdesk.render.place import Place
from newsdesk.render.plain import reading_minutes, word_count
from newsdesk.render.story import host_of, story
from newsdesk.render.theme import Theme
from newsdesk.render.view import ArticleView, CommentsView, EditionLink, ListKind, ListView, Locate, Site, View

_ADDRESS = re.compile(r"https?://\S+")
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_TAG = re.compile(r"<[a-zA-Z!/]")


def page(view: View, theme: Theme, locate: Locate) -> str:
    """The whole HTML page of an article, a list or comments."""
    place = _place(view.site, view.path, theme, locate)
    match view:
        case ArticleView():
            html = _article_page(view, theme, place)
        case ListView():
            html = _list_page(view, theme, place)
        case CommentsView():
            html = _comments_page(view, theme, place)
    return printable(html)


def fragment(view: ArticleView, theme: Theme, locate: Locate) -> str:
    """An article alone, from kicker to last paragraph, as HTML to paste into another system."""
    alone = replace(_alone(view), section=None, topics=())
    values = _article_values(alone, theme, _place(alone.site, "", theme, locate))
    values["minutes"] = ""
    return printable(theme.render("fragment.html", values))


def single_page(view: ArticleView, theme: Theme, locate: Locate, css: str) -> str:
    """An article as one file that needs no other: `css` inside it, pictures where `locate` says."""
    alone = _alone(view)
    place = _place(alone.site, "", theme, locate)
    values = _article_values(alone, theme, place)
    # It is for whoever it is sent to: a copy that lands on a server is not for search engines.
    head = replace(article_head(alone, place, word_count(view.body)), robots="noindex")
    values["head"] = head_html(head, place)
    values["css"] = Markup(css.replace("</", "<\\/"))
    return printable(theme.render("single.html", values))


def _place(site: Site, path: str, theme: Theme, locate: Locate) -> Place:
    return Place(site, path, theme.dates(site.edition.language, site.zone), locate)


def _alone(view: ArticleView) -> ArticleView:
    """The article without anything that leads into its site."""
    return replace(
        view,
        site=replace(view.site, base_url="", feed="", sections=(), editions=()),
        bylines=tuple(replace(author, path="") for author in view.bylines),
        topics=tuple(replace(topic, path="") for topic in view.topics),
        section=replace(view.section, path="") if view.section else None,
        targets=(),
        headlines=(),
        editions=(),
        more=(),
        comments="",
    )


def _article_page(view: ArticleView, theme: Theme, place: Place) -> str:
    current = _section_of(view.site, view.section.path) if view.section else ""
    values = _article_values(view, theme, place) | _frame(view.site, theme, place, current, view.editions)
    values["head"] = head_html(article_head(view, place, word_count(view.body)), place)
    return theme.render("article.html", values)


def _article_values(view: ArticleView, theme: Theme, place: Place) -> dict[str, object]:
    labels = place.labels
    body = story(view, place, theme)
    return {
        "view": view,
        "site": view.site,
        "place": place,
        "labels": labels,
        "body": body,
        "dateline_leads": bool(view.dateline) and body.startswith('<p><span class="dateline">'),
        "bylines": bylines(view.bylines, labels, view.site.edition.language),
        "minutes": labels.minutes.replace("{count}", str(reading_minutes(view.body))) if view.body.blocks else "",
        "more": labels.more.replace("{section}", view.section.text) if view.section else labels.latest,
    }


def _list_page(view: ListView, theme: Theme, place: Place) -> str:
    labels = place.labels
    current = _section_of(view.site, view.path) if view.kind is ListKind.SECTION else ""
    values = _frame(view.site, theme, place, current, view.editions, front=view.kind is ListKind.FRONT)
    values |= {
        "view": view,
        "head": head_html(list_head(view, place), place),
        "number": labels.page.replace("{number}", str(view.number)) if view.number is not None else "",
        "heading": labels.articles_by.replace("{person}", view.title) if view.kind is ListKind.AUTHOR else "",
    }
    return theme.render("front.html" if view.kind is ListKind.FRONT else "list.html", values)


def _section_of(site: Site, path: str) -> str:
    """The path of the section in the navigation to which a section's page belongs: its own, or the one above."""
    for section in site.sections:
        folder = section.path.rpartition("/")[0]
        if section.path == path or (folder and path.startswith(folder + "/")):
            return section.path
    return ""


def _comments_page(view: CommentsView, theme: Theme, place: Place) -> str:
    text = view.text.strip()
    address = text if _ADDRESS.fullmatch(text) else ""
    snippet = Markup(text) if not address and _TAG.search(text) else ""
    title = f"{place.labels.comments}: {place.say(view.article.text)}"
    values = _frame(view.site, theme, place, "", ())
    values |= {
        "view": view,
        "head": head_html(Head(f"{title} · {view.site.title}", robots="noindex", guarded=False), place),
        "address": address,
        "host": host_of(address) if address else "",
        "snippet": snippet,
        "paragraphs": [] if address or snippet else _BETWEEN_PARAGRAPHS.split(text),
    }
    return theme.render("comments.html", values)


def _frame(
    site: Site, theme: Theme, place: Place, current: str, editions: tuple[EditionLink, ...], *, front: bool = False
) -> dict[str, object]:
    """What every page of the site has around its own part."""
    return {
        "site": site,
        "place": place,
        "labels": place.labels,
        "masthead": theme.masthead(site, place.up, current, front),
        "editions": theme.editions(site, place.up, _all_editions(site, editions)),
        "footer": theme.footer(site, place.up),
    }


def _all_editions(site: Site, editions: tuple[EditionLink, ...]) -> tuple[EditionLink, ...]:
    """The editions of this page, and the front pages of those that do not have it."""
    if not editions or not site.editions:
        return editions or site.editions
    own = {edition.language: edition for edition in editions}
    return tuple(own.get(edition.language, edition) for edition in site.editions)
