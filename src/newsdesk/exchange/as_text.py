"""One article as plain text, with its photos listed at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsdesk.exchange.parcel import Files, Parcel
from newsdesk.render import ArticleView, BlockKind, Figure, plain_text, smarten


def write_text(parcel: Parcel) -> Files:
    """The article as one text file in UTF-8."""
    return ((f"{parcel.name}.txt", article_text(parcel).encode()),)


def article_text(parcel: Parcel) -> str:
    """Headline, byline and text, paragraphs apart by blank lines; then the captions and credits of the photos."""
    view = parcel.view
    body = plain_text(view.body, addresses=True)
    parts = [view.notice, *head(parcel), body]
    captions = [caption_line(figure, text) for figure, text in captioned(view)]
    if captions:
        parts.append("\n".join(f"{view.site.edition.labels.photo}: {line}" for line in captions))
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def captioned(view: ArticleView) -> list[tuple[Figure, str]]:
    """The lead and the photos in the text, in order, with the caption that each has in this article."""
    figures = dict(view.figures)
    shown = [(view.lead, view.lead.caption)] if view.lead else []
    for block in view.body.blocks:
        figure = figures.get(block.target) if block.kind is BlockKind.PHOTO else None
        if figure:
            alone = replace(view.body, blocks=(block,))
            shown.append((figure, plain_text(alone, lambda _: "") or figure.caption))
    return shown


def caption_line(figure: Figure, caption: str) -> str:
    """Caption and credit on one line."""
    return " ".join(filter(None, (" ".join(caption.split()), figure.credit)))


def head(parcel: Parcel) -> list[str]:
    """What stands above the text: kicker, headline and standfirst, then byline, place and time."""
    view = parcel.view
    site = view.site
    labels, language = site.edition.labels, site.edition.language
    titles = [smarten(text, language) for text in (view.kicker, view.headline, view.standfirst) if text.strip()]
    names = [f"{author.name} ({author.role})" if author.role else author.name for author in view.bylines]
    byline = f"{labels.by} {_enumerated(names, labels.conjunction)}" if names else ""
    dates = parcel.theme.dates(language, site.zone)
    place = [view.dateline] if view.dateline else []
    when = [dates.day_and_time(view.published)] if view.published else []
    return [*titles, "\n".join(filter(None, [byline, ", ".join([*place, *when])]))]


def _enumerated(names: Iterable[str], conjunction: str) -> str:
    *first, last = names
    return f"{', '.join(first)} {conjunction} {last}" if first else last
