"""What all pages of one edition share: its navigation, its style sheet, the other editions."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsdesk.model.ids import EditionId
from newsdesk.publish.addresses import folder_of, joined, list_path, safe_name, safe_path
from newsdesk.publish.survey import ListingId, Survey
from newsdesk.render import EditionLink, ListKind, Site, Theme

THEME_FOLDER = "theme"
"""The newsroom's folder of its own theme files and logo."""

ASSETS = "assets"
FEED = "feed.xml"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages share: its site path, which names its content, and its bytes."""

    path: str
    content: bytes


def style_sheet(theme: Theme, accent: str) -> Asset:
    """The style sheet of all pages."""
    content = theme.css(accent).encode()
    return Asset(f"{ASSETS}/site-{sha256(content).hexdigest()[:12]}.css", content)


def logo_of(newsroom_folder: Path, file_name: str) -> Asset | None:
    """The newsroom's logo, None when it has none or the file cannot be read."""
    name = safe_name(file_name)
    if not name or name != file_name:
        return None
    try:
        content = (newsroom_folder / THEME_FOLDER / name).read_bytes()
    except OSError:
        return None
    return Asset(f"{ASSETS}/logo-{sha256(content).hexdigest()[:12]}{Path(name).suffix.lower()}", content)


def sites_of(survey: Survey, base_url: str, css: str, logo: str) -> dict[EditionId, Site]:
    """The site of each edition. `css` and `logo` are site paths; feeds need a base URL."""
    newsroom = survey.records.newsroom
    sites = {}
    for edition in survey.records.editions.values():
        front = survey.link(ListKind.FRONT, edition.id, "")
        front_path = front.path if front else list_path(safe_path(edition.prefix))
        sites[edition.id] = Site(
            title=newsroom.title,
            tagline=newsroom.tagline,
            logo=logo,
            base_url=base_url,
            zone=newsroom.zone,
            edition=edition,
            css=css,
            front=front_path,
            feed=feed_path(front_path) if base_url else "",
            sections=tuple(
                link
                for section in survey.records.sections.values()
                if section.parent is None and (link := survey.link(ListKind.SECTION, edition.id, section.id))
            ),
            editions=edition_links(survey, (ListKind.FRONT, edition.id, "")),
        )
    return sites


def edition_links(survey: Survey, place: ListingId) -> tuple[EditionLink, ...]:
    """The same list in all editions that have it; empty when no other has."""
    kind, current, id = place
    links = tuple(
        EditionLink(edition.language, edition.direction, edition.name, link.path, edition.id == current)
        for edition in survey.records.editions.values()
        if (link := survey.link(kind, edition.id, id))
    )
    return links if len(links) > 1 else ()


def feed_path(list_page: str) -> str:
    """The path of the feed beside the newest page of a list."""
    return joined(folder_of(list_page), FEED)
