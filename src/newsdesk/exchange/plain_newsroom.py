"""The file `newsroom.yaml` of a plain copy: the newsroom's settings, and all that its articles name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, TypeVar

import yaml

from newsdesk.errors import Trouble
from newsdesk.exchange.node_values import NodeValues
from newsdesk.exchange.plain_keys import PlainKeys, keys_for
from newsdesk.exchange.plain_records import Forms, RecordReader, RecordWriter
from newsdesk.exchange.yaml_text import Fault, mapping_node, parse, plain_node, serialize, text_node
from newsdesk.i18n import N_
from newsdesk.model.edition import Edition
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    R = TypeVar("R", bound=DataclassInstance)
else:
    R = TypeVar("R")

PLAIN_FORMAT = 1
"""The number of the form that is written; a reader of a lower number must not guess."""

PLAIN_MARK = "plain_copy"
"""The key with which the file begins."""

PLAIN_SEE = N_("Correct the line. The keys and their forms are described in docs/plain-copy.md.")

_TABLES = ("editions", "sections", "topics", "people", "photos")
_PARTS = frozenset({PLAIN_MARK, "newsroom", *_TABLES})


@dataclass(frozen=True, slots=True)
class PlainNewsroom:
    """A newsroom without its articles, and the keys by which these name what is in it."""

    newsroom: Newsroom
    editions: tuple[Edition, ...]
    sections: tuple[Section, ...]
    topics: tuple[Topic, ...]
    people: tuple[Person, ...]
    photos: tuple[Photo, ...]
    keys: PlainKeys


def plain_newsroom_of(
    newsroom: Newsroom,
    editions: Sequence[Edition],
    sections: Sequence[Section],
    topics: Sequence[Topic],
    people: Sequence[Person],
    photos: Sequence[Photo],
) -> PlainNewsroom:
    """The newsroom of these records, with keys for all of them."""
    keys = keys_for(newsroom.main_edition, editions, sections, topics, people, photos)
    return PlainNewsroom(
        newsroom, tuple(editions), tuple(sections), tuple(topics), tuple(people), tuple(photos), keys
    )


def write_plain_newsroom(plain: PlainNewsroom, zone: tzinfo) -> str:
    """The text of the file, with times in `zone`."""
    write, keys = RecordWriter(zone, plain.keys), plain.keys

    def each(records: Sequence[Edition | Section | Topic | Person | Photo], names: Mapping[str, str]) -> yaml.Node:
        return mapping_node([(text_node(names[record.id]), write.record(record)) for record in records])

    parts: list[tuple[str, yaml.Node]] = [
        (PLAIN_MARK, plain_node(str(PLAIN_FORMAT))),
        ("newsroom", write.record(plain.newsroom)),
        ("editions", each(plain.editions, keys.editions)),
        ("sections", each(plain.sections, keys.sections)),
        ("topics", each(plain.topics, keys.topics)),
        ("people", each(plain.people, keys.people)),
        ("photos", each(plain.photos, keys.photos)),
    ]
    return serialize(mapping_node([(text_node(name), node) for name, node in parts]))


def read_plain_newsroom(text: str, source: str) -> PlainNewsroom:
    """What the text of the file says. Raises `Trouble` naming `source` and the line that cannot be understood."""
    values = NodeValues(source, UTC, first_line=1, see=PLAIN_SEE)
    parts = _parts(text, source, values)
    tables = {name: _table(values, parts, name) for name in _TABLES}
    ids = PlainKeys(**{name: _ids(values, table) for name, table in tables.items()})
    read = RecordReader(values, ids, Forms())

    def each(kind: type[R], name: str) -> tuple[R, ...]:
        return tuple(read.record(kind, node, key, {}) for key, node in tables[name].items())

    return PlainNewsroom(
        read.record(Newsroom, parts["newsroom"], "newsroom", {}),
        each(Edition, "editions"),
        each(Section, "sections"),
        each(Topic, "topics"),
        each(Person, "people"),
        each(Photo, "photos"),
        ids.back(),
    )


def _parts(text: str, source: str, values: NodeValues) -> dict[str, yaml.Node]:
    """The parts of the file by their keys."""
    try:
        node = parse(text)
    except Fault as error:
        raise Trouble(
            N_("“{file}”, line {line}: this is not YAML: {reason}."),
            way_out=N_("Correct the line. A text with a colon or a quotation mark needs quotes around it."),
            file=source,
            line=error.line + 1,
            reason=error.reason,
        ) from error
    said = values.keys(node, PLAIN_MARK)
    if node is None or PLAIN_MARK not in said:
        raise Trouble(
            N_("“{file}” does not begin like the file of a plain copy."),
            way_out=N_("Name the folder that Newsdesk wrote, in which newsroom.yaml and the folder articles are."),
            file=source,
        )
    if values.size(said[PLAIN_MARK][1], PLAIN_MARK) != PLAIN_FORMAT:
        raise Trouble(
            N_("“{file}” was written by a newer Newsdesk, in a form that this one does not know."),
            way_out=N_("Install the newest Newsdesk, then read the copy with it."),
            file=source,
        )
    values.keys(node, PLAIN_MARK, _PARTS)
    for name in ("newsroom", "editions"):
        if name not in said:
            raise values.missing(node, name)
    return {name: value for name, (_, value) in said.items()}


def _table(values: NodeValues, parts: Mapping[str, yaml.Node], name: str) -> dict[str, yaml.Node]:
    return {key: node for key, (_, node) in values.keys(parts.get(name), name).items()}


def _ids(values: NodeValues, table: Mapping[str, yaml.Node]) -> dict[str, str]:
    """The ids of a table's records by their keys, before the records are read: these may name one another."""
    ids: dict[str, str] = {}
    for key, node in table.items():
        said = values.keys(node, key)
        if "id" not in said:
            raise values.missing(node, "id")
        ids[key] = values.text(said["id"][1], "id")
    return ids
