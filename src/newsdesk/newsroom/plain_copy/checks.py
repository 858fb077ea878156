"""What must hold of a plain copy before a newsroom is made of it, since people may have edited its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from newsdesk.errors import Trouble
from newsdesk.exchange import PlainArticle, PlainNewsroom
from newsdesk.i18n import N_
from newsdesk.model.ids import EditionId
from newsdesk.model.person import Person
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic

_HASH = re.compile("[0-9a-f]{64}")
_EXTENSION = re.compile("[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class PlainFile:
    """An article file and what it says."""

    path: Path
    plain: PlainArticle


def check_newsroom(plain: PlainNewsroom, file: Path) -> None:
    """Raise `Trouble` when the records of newsroom.yaml cannot stand in one newsroom."""
    zone = plain.newsroom.zone
    try:
        ZoneInfo(zone)
    except (OSError, ValueError, KeyError) as error:
        raise Trouble(
            N_("“{file}”: there is no time zone “{zone}”."),
            way_out=N_("Name one as Europe/Lisbon, or UTC."),
            file=str(file),
            zone=zone,
        ) from error
    for records in (plain.editions, plain.sections, plain.topics, plain.people, plain.photos):
        _see_that_all_differ((record.id for record in records), file)
    for photo in plain.photos:
        if not (_HASH.fullmatch(photo.hash) and _EXTENSION.fullmatch(photo.extension)):
            raise Trouble(
                N_("“{file}”: the photo “{name}” has no proper hash and extension."),
                way_out=N_("A hash has 64 characters from 0 to 9 and a to f; an extension is such as jpg."),
                file=str(file),
                name=plain.keys.photos[photo.id],
            )
    _see_that_all_differ((photo.hash for photo in plain.photos), file)
    _see_that_all_differ((edition.prefix for edition in plain.editions), file)
    for named in (plain.sections, plain.topics, plain.people):
        _see_that_names_differ(named, file)
    _see_that_no_section_stands_in_itself(plain.sections, file)


def check_articles(files: Sequence[PlainFile]) -> None:
    """Raise `Trouble` when two article files say that they are the same article, or have the same place."""
    ids: dict[str, Path] = {}
    uses: dict[str, Path] = {}
    slugs: dict[tuple[EditionId, str], Path] = {}
    for file in files:
        article = file.plain.article
        other = ids.setdefault(article.id, file.path)
        if other != file.path:
            raise _both(N_("“{file}” and “{other}” have the same id: {value}."), file.path, other, article.id)
        other = slugs.setdefault((article.edition, article.slug), file.path)
        if other != file.path:
            raise _both(N_("“{file}” and “{other}” have the same slug: {value}."), file.path, other, article.slug)
        for use in file.plain.placements:
            if use.id in uses:
                raise _both(
                    N_("“{file}” and “{other}” have a photo with the same id: {value}."),
                    file.path,
                    uses[use.id],
                    use.id,
                )
            uses[use.id] = file.path


def _both(what: str, file: Path, other: Path, value: str) -> Trouble:
    return Trouble(
        what,
        way_out=N_("Change it in one of them. Where the line with an id is taken away, a new id is made."),
        file=str(file),
        other=str(other),
        value=value,
    )


def _see_that_no_section_stands_in_itself(sections: Sequence[Section], file: Path) -> None:
    parents = {section.id: section.parent for section in sections}
    for section in sections:
        above = section.parent
        for _ in sections:
            above = parents[above] if above else None
        if above:
            raise Trouble(
                N_("“{file}”: the section “{name}” stands in itself."),
                way_out=N_("Change its “parent”, or that of the section that it stands in."),
                file=str(file),
                name=section.names[0].text,
            )


def _see_that_names_differ(records: Iterable[Section | Topic | Person], file: Path) -> None:
    names = [name for record in records for name in record.names]
    if not all(record.names for record in records):
        raise Trouble(
            N_("“{file}”: a section, topic or person has no name."),
            way_out=N_("Give it one under “names”."),
            file=str(file),
        )
    for edition in {name.edition for name in names}:
        _see_that_all_differ((name.slug for name in names if name.edition == edition), file)


def _see_that_all_differ(values: Iterable[str], file: Path) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise Trouble(
                N_("“{file}”: “{value}” stands there for two things of the same kind."),
                way_out=N_("Each has an id, a slug and an original of its own: change one of them."),
                file=str(file),
                value=value,
            )
        seen.add(value)
