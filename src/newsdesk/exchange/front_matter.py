"""The YAML mapping at the head of a Markdown file, asked key by key; what nobody asked for is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import TypeVar

import yaml

from newsdesk.errors import Trouble
from newsdesk.exchange.manuscript import Picture, Signature
from newsdesk.exchange.moments import read_moment
from newsdesk.exchange.yaml_text import BOOLEAN, NULL, Fault, mapping_node, parse, serialize
from newsdesk.i18n import N_

_FENCE = re.compile(r"---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"---[ \t]*\n\s*[\w\"'-]+:(?:\s|$)")
_SEE = N_("Correct the line. The keys and their forms are described in docs/import.md.")

Choice = TypeVar("Choice", bound=StrEnum)


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


class Fields:
    """The keys of one file's front matter. Remembers which were asked for, so that the others can be kept.

    Each reading method raises `Trouble` naming the file and the line when the value has another form.
    """

    def __init__(self, head: str, source: str, zone: tzinfo) -> None:
        self._source = source
        self._zone = zone
        self._asked: set[str] = set()
        self._nodes = self._mapping(self._parsed(head), "---")

    @property
    def stated(self) -> frozenset[str]:
        """The keys that were asked for and are there."""
        return frozenset(self._asked & self._nodes.keys())

    def rest(self) -> str:
        """The keys that nobody asked for, as YAML; empty when there are none."""
        kept: list[tuple[yaml.Node, yaml.Node]] = [
            (yaml.ScalarNode(key.tag, key.value), value)
            for name, (key, value) in self._nodes.items()
            if name not in self._asked
        ]
        return serialize(mapping_node(kept)) if kept else ""

    def text(self, key: str) -> str:
        """One text, number or date, as written."""
        node = self._ask(key)
        return self._scalar(node, key) if node else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone is cut at its commas."""
        node = self._ask(key)
        if node is None or _empty(node):
            return ()
        if isinstance(node, yaml.SequenceNode):
            written = [self._scalar(item, key) for item in node.value]
        else:
            written = self._scalar(node, key).split(",")
        return tuple(dict.fromkeys(text.strip() for text in written if text.strip()))

    def moment(self, key: str) -> datetime | None:
        """A date, or a date and time; see `read_moment`."""
        node = self._ask(key)
        if node is None or _empty(node):
            return None
        try:
            return read_moment(self._scalar(node, key), self._zone)
        except ValueError as error:
            raise self._fault(
                N_("“{file}”, line {line}: “{key}” is not a date and time such as 2026-03-21 10:30."), node, key
            ) from error

    def number(self, key: str) -> int | None:
        """A whole number that is not negative."""
        node = self._ask(key)
        if node is None or _empty(node):
            return None
        written = self._scalar(node, key)
        if not re.fullmatch(r"[0-9]{1,9}", written):
            raise self._fault(N_("“{file}”, line {line}: “{key}” is not a whole number."), node, key)
        return int(written)

    def flag(self, key: str) -> bool | None:
        """`true`, `false` or nothing."""
        node = self._ask(key)
        return self._flag(node, key) if node else None

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """One of the values of an enumeration."""
        node = self._ask(key)
        if node is None or _empty(node):
            return None
        written = self._scalar(node, key).strip().lower()
        found = next((choice for choice in choices if choice.value == written), None)
        if found is None:
            fault = N_("“{file}”, line {line}: “{key}” must be one of {choices}.")
            raise self._fault(fault, node, key, choices=", ".join(choices))
        return found

    def signatures(self, key: str) -> tuple[Signature, ...]:
        """A name, a mapping of `name` and `role`, or a list of either."""
        node = self._ask(key)
        if node is None or _empty(node):
            return ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        signed = [self._signature(item, key) for item in items]
        return tuple(dict.fromkeys(one for one in signed if one.name))

    def picture(self, key: str) -> Picture | None:
        """A path, or a mapping of `photo`, `caption`, `credit`, `alt` and `decorative`."""
        node = self._ask(key)
        return None if node is None or _empty(node) else self._picture(node, key)

    def pictures(self, key: str) -> tuple[Picture, ...]:
        """A list of what `picture` reads."""
        node = self._ask(key)
        if node is None or _empty(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self._fault(N_("“{file}”, line {line}: “{key}” must be a list."), node, key)
        return tuple(self._picture(item, key) for item in node.value)

    def _parsed(self, head: str) -> yaml.Node | None:
        try:
            return parse(head)
        except Fault as error:
            raise Trouble(
                N_("“{file}”, line {line}: the front matter is not YAML: {reason}."),
                way_out=N_("Correct the line. A text with a colon or a quotation mark needs quotes around it."),
                file=self._source,
                line=error.line + 2,
                reason=error.reason,
            ) from error

    def _ask(self, key: str) -> yaml.Node | None:
        self._asked.add(key)
        return self._nodes[key][1] if key in self._nodes else None

    def _scalar(self, node: yaml.Node, key: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._fault(N_("“{file}”, line {line}: “{key}” must be one text."), node, key)
        return "" if _empty(node) else str(node.value)

    def _flag(self, node: yaml.Node, key: str) -> bool | None:
        if _empty(node):
            return None
        if node.tag != BOOLEAN:
            raise self._fault(N_("“{file}”, line {line}: “{key}” must be true or false."), node, key)
        return str(node.value).lower() == "true"

    def _signature(self, node: yaml.Node, key: str) -> Signature:
        if isinstance(node, yaml.ScalarNode):
            return Signature(self._scalar(node, key).strip())
        keys = self._mapping(node, key, frozenset({"name", "role"}))
        return Signature(self._member(keys, "name").strip(), self._member(keys, "role").strip())

    def _picture(self, node: yaml.Node, key: str) -> Picture:
        if isinstance(node, yaml.ScalarNode):
            return Picture(self._scalar(node, key))
        keys = self._mapping(node, key, frozenset({"photo", "caption", "credit", "alt", "decorative"}))
        if not self._member(keys, "photo"):
            raise self._fault(N_("“{file}”, line {line}: “{key}” names no photo."), node, key)
        return Picture(
            photo=self._member(keys, "photo"),
            caption=self._member(keys, "caption"),
            credit=self._member(keys, "credit"),
            alt=self._member(keys, "alt"),
            decorative="decorative" in keys and self._flag(keys["decorative"][1], "decorative") is True,
        )

    def _member(self, keys: Mapping[str, tuple[yaml.ScalarNode, yaml.Node]], name: str) -> str:
        return self._scalar(keys[name][1], name) if name in keys else ""

    def _mapping(
        self, node: yaml.Node | None, key: str, allowed: frozenset[str] | None = None
    ) -> dict[str, tuple[yaml.ScalarNode, yaml.Node]]:
        """Key and value nodes by the key's text; any key when `allowed` is None."""
        keys: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
        if node is None or _empty(node):
            return keys
        if not isinstance(node, yaml.MappingNode):
            raise self._fault(N_("“{file}”, line {line}: “{key}” must hold lines of “key: value”."), node, key)
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise self._fault(N_("“{file}”, line {line}: a key must be one word."), name, key)
            written = str(name.value)
            if written in keys:
                raise self._fault(N_("“{file}”, line {line}: “{key}” stands there twice."), name, written)
            if allowed is not None and written not in allowed:
                raise self._fault(N_("“{file}”, line {line}: “{key}” is not known here."), name, written)
            keys[written] = name, value
        return keys

    def _fault(self, what: str, node: yaml.Node, key: str, choices: str = "") -> Trouble:
        # The first line of the front matter is the second of the file, and YAML counts from 0.
        line = node.start_mark.line + 2 if node.start_mark else 1
        return Trouble(what, way_out=_SEE, file=self._source, line=line, key=key, choices=choices)


def _empty(node: yaml.Node) -> bool:
    return bool(node.tag == NULL)
