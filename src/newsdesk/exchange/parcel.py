"""One article on its way to a person: what it shows, and where its pictures come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import tzinfo

from newsdesk.exchange.manuscript import Manuscript
from newsdesk.render import ArticleView, Figure, Picture, Theme

Files = tuple[tuple[str, bytes], ...]
"""Names relative to where the delivery goes, with `/` between folders, and their bytes; the main file first."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """An article to be delivered. `name` is what its files are called, without extension.

    `assets` are the style sheet and the logo by the paths that the view names; `picture` gives the JPEG or PNG of
    a picture in one of its widths; `manuscript` is the article as a file states it, with times for `zone`.
    """

    name: str
    view: ArticleView
    theme: Theme
    css: str
    assets: Files
    picture: Callable[[Picture, int], bytes]
    manuscript: Manuscript
    zone: tzinfo

    def figures(self) -> tuple[Figure, ...]:
        """The lead and the photos in the text, each once, in order."""
        lead = (self.view.lead,) if self.view.lead else ()
        every = (*lead, *(figure for _, figure in self.view.figures))
        return tuple({figure.picture.id: figure for figure in every}.values())


def without_site(view: ArticleView) -> ArticleView:
    """The view of an article that stands alone at `index.html`: nothing leads into a site around it."""
    site = replace(view.site, base_url="", feed="", front="index.html", sections=(), editions=())
    return replace(
        view,
        site=site,
        path="index.html",
        bylines=tuple(replace(author, path="") for author in view.bylines),
        section=replace(view.section, path="") if view.section else None,
        further_sections=tuple(replace(section, path="") for section in view.further_sections),
        topics=tuple(replace(topic, path="") for topic in view.topics),
        targets=(),
        headlines=(),
        editions=(),
        more=(),
        comments="",
    )


def in_one_width(view: ArticleView, at_most: int) -> ArticleView:
    """The view with each picture in one width alone: the largest that is not wider than `at_most` pixels."""

    def narrowed(figure: Figure) -> Figure:
        widths = figure.picture.widths
        width = max((width for width in widths if width <= at_most), default=min(widths))
        return replace(figure, picture=replace(figure.picture, widths=(width,)))

    figures = tuple((id, narrowed(figure)) for id, figure in view.figures)
    return replace(view, lead=narrowed(view.lead) if view.lead else None, figures=figures)
