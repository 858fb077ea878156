"""One article as a zip: page, text, Markdown, photos without camera data, and the list of captions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from newsdesk.exchange.as_text import article_text, caption_line, captioned
from newsdesk.exchange.manuscript import Manuscript
from newsdesk.exchange.manuscript import Picture as Stated
from newsdesk.exchange.markdown_out import write_markdown
from newsdesk.exchange.parcel import Files, Parcel, in_one_width
from newsdesk.model.references import PHOTO, replace_targets
from newsdesk.model.slug import slug_of
from newsdesk.render import Figure, Picture, single_page

_WIDEST = 1 << 16
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold: the same article makes the same bytes on any day."""

_SENT = frozenset(
    {
        "language",
        "kicker",
        "headline",
        "standfirst",
        "slug",
        "section",
        "further_sections",
        "topics",
        "byline",
        "dateline",
        "date",
        "lead",
        "photos",
        "search_text",
        "social_text",
        "embargo",
    }
)
"""The keys that whoever gets an article needs; the others are notes and plans of the desk alone."""


def write_zip(parcel: Parcel, file_names: Mapping[str, str]) -> Files:
    """The article as one zip. `file_names` are what the photos were called when they came, by id."""
    names: dict[str, str] = {
        figure.picture.id: _photo_name(number, figure, file_names.get(figure.picture.id, ""))
        for number, figure in enumerate(parcel.figures(), start=1)
    }

    def beside(picture: Picture, _width: int) -> str:
        return names[picture.id]

    page = single_page(in_one_width(parcel.view, _WIDEST), parcel.theme, beside, parcel.css)
    manuscript = _packed(parcel, names)
    members = {
        f"{parcel.name}.html": page.encode(),
        f"{parcel.name}.txt": article_text(parcel).encode(),
        f"{parcel.name}.md": write_markdown(manuscript, parcel.zone).encode(),
        "captions.txt": _captions(parcel, names).encode(),
    }
    for figure in parcel.figures():
        members[names[figure.picture.id]] = parcel.picture(figure.picture, max(figure.picture.widths))
    return ((f"{parcel.name}.zip", _zipped(parcel.name, members)),)


def _photo_name(number: int, figure: Figure, came_as: str) -> str:
    stem = slug_of(PurePath(came_as).stem, "photo")
    return f"photos/{number}-{stem}.{figure.picture.extension}"


def _packed(parcel: Parcel, names: Mapping[str, str]) -> Manuscript:
    """What the desk sends of the manuscript, with the names of the files in the zip for photos."""
    manuscript = parcel.manuscript
    targets = {f"{PHOTO}{id}": name for id, name in names.items()}

    def packed(picture: Stated) -> Stated:
        return replace(picture, photo=targets.get(picture.photo, picture.photo))

    return replace(
        manuscript,
        stated=manuscript.stated & _SENT,
        front_matter="",
        body=replace_targets(manuscript.body, lambda target: targets.get(target, target)),
        lead=packed(manuscript.lead) if manuscript.lead else None,
        photos=tuple(map(packed, manuscript.photos)),
    )


def _captions(parcel: Parcel, names: Mapping[str, str]) -> str:
    entries = [
        (names[figure.picture.id], caption_line(figure, caption), figure.picture.alt, figure.copyright)
        for figure, caption in captioned(parcel.view)
    ]
    paragraphs = [parcel.view.notice, *("\n".join(filter(None, lines)) for lines in entries)]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _zipped(folder: str, members: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = ZipInfo(f"{folder}/{name}", _FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, content)
    return buffer.getvalue()
