"""The YAML mapping at the head of a Markdown file, asked key by key; what nobody asked for is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TypeVar

import yaml

from newsdesk.errors import Trouble
from newsdesk.exchange.manuscript import Picture, Signature
from newsdesk.exchange.node_values import Choice, NodeValues, is_empty
from newsdesk.exchange.yaml_text import Fault, mapping_node, parse, serialize
from newsdesk.i18n import N_

_FENCE = re.compile(r"---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"---[ \t]*\n\s*[\w\"'-]+:(?:\s|$)")

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in two: the YAML at its head (None when there is none) and all that follows."""

    head: str | None
    body: str


def split(text: str, source: str) -> Parts:
    """Cut the front matter off a text whose lines end in `\\n`. `source` names the file in a `Trouble`."""
    match = _FENCE.match(text)
    if match:
        return Parts(match["head"], text[match.end() :])
    if _OPENING.match(text):
        raise Trouble(
            N_("“{file}”: the front matter that begins in line 1 never ends."),
            way_out=N_("Write --- on a line of its own after its last key."),
            file=source,
        )
    return Parts(None, text)


def merged(before: str, after: str) -> str:
    """The keys of two YAML mappings, each of which may be empty; where both have one, that of `after`."""
    if not before or not after:
        return after or before
    keys: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for node in map(parse, (before, after)):
        if isinstance(node, yaml.MappingNode):
            keys.update({str(name.value): (name, value) for name, value in node.value})
    return serialize(mapping_node(list(keys.values())))


class Fields:
    """The keys of one file's front matter. Remembers which were asked for, so that the others can be kept.

    Each reading method gives nothing for a key that is not there or empty, and raises `Trouble` naming the file
    and the line when the value has another form; `NodeValues` says which forms there are.
    """

    def __init__(self, head: str, source: str, zone: tzinfo) -> None:
        self._values = NodeValues(source, zone)
        self._keys = self._values.keys(parsed(head, source), "---")
        self._asked: set[str] = set()

    @property
    def stated(self) -> frozenset[str]:
        """The keys that were asked for and are there."""
        return frozenset(self._asked & self._keys.keys())

    def rest(self) -> str:
        """The keys that nobody asked for, as YAML; empty when there are none."""
        kept = [pair for name, pair in self._keys.items() if name not in self._asked]
        return serialize(mapping_node(kept)) if kept else ""

    def text(self, key: str) -> str:
        """One text."""
        return self._value(key, self._values.text) or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return self._value(key, self._values.texts) or ()

    def moment(self, key: str) -> datetime | None:
        """A moment in UTC."""
        return self._value(key, self._values.moment)

    def number(self, key: str) -> int | None:
        """A whole number."""
        return self._value(key, self._values.number)

    def flag(self, key: str) -> bool | None:
        """Yes, no, or nothing."""
        return self._value(key, self._values.flag)

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """One value of an enumeration."""
        return self._value(key, lambda node, name: self._values.choice(node, name, choices))

    def signatures(self, key: str) -> tuple[Signature, ...]:
        """Names with their roles."""
        return self._value(key, self._values.signatures) or ()

    def picture(self, key: str) -> Picture | None:
        """A photo and what is said of it."""
        return self._value(key, self._values.picture)

    def pictures(self, key: str) -> tuple[Picture, ...]:
        """A list of photos."""
        return self._value(key, self._values.pictures) or ()

    def _value(self, key: str, read: Callable[[yaml.Node, str], V]) -> V | None:
        self._asked.add(key)
        if key not in self._keys or is_empty(self._keys[key][1]):
            return None
        return read(self._keys[key][1], key)


def parsed(head: str, source: str) -> yaml.Node | None:
    """The node of a front matter; Trouble naming the file and the line when it is not YAML."""
    try:
        return parse(head)
    except Fault as error:
        raise Trouble(
            N_("“{file}”, line {line}: the front matter is not YAML: {reason}."),
            way_out=N_("Correct the line. A text with a colon or a quotation mark needs quotes around it."),
            file=source,
            line=error.line + 2,
            reason=error.reason,
        ) from error
