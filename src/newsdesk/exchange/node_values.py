"""What a YAML node of front matter means, or a `Trouble` that names the file and the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import TypeVar

import yaml

from newsdesk.errors import Trouble
from newsdesk.exchange.manuscript import Picture, Signature
from newsdesk.exchange.moments import read_moment
from newsdesk.exchange.yaml_text import BOOLEAN, NULL
from newsdesk.i18n import N_

Choice = TypeVar("Choice", bound=StrEnum)
Keys = Mapping[str, tuple[yaml.Node, yaml.Node]]
"""Key and value nodes by the text of the key."""

_PICTURE_KEYS = frozenset({"photo", "caption", "credit", "alt", "decorative"})
_SEE = N_("Correct the line. The keys and their forms are described in docs/import.md.")


class NodeValues:
    """Reads the values of one file. Times without an offset are meant in `zone`. Null is never asked for.

    `first_line` is the line of the file in which its YAML begins; `see` says where the forms are described.
    """

    def __init__(self, source: str, zone: tzinfo, first_line: int = 2, see: str = _SEE) -> None:
        self._source = source
        self._zone = zone
        self._first_line = first_line
        self._see = see

    def text(self, node: yaml.Node, key: str) -> str:
        """One text, number or date, as written."""
        if not isinstance(node, yaml.ScalarNode):
            raise self._fault(N_("“{file}”, line {line}: “{key}” must be one text."), node, key)
        return "" if is_empty(node) else str(node.value)

    def texts(self, node: yaml.Node, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone is cut at its commas."""
        if isinstance(node, yaml.SequenceNode):
            written = [self.text(item, key) for item in node.value]
        else:
            written = self.text(node, key).split(",")
        return tuple(dict.fromkeys(text.strip() for text in written if text.strip()))

    def moment(self, node: yaml.Node, key: str) -> datetime:
        """A date, or a date and time; see `read_moment`."""
        try:
            return read_moment(self.text(node, key), self._zone)
        except ValueError as error:
            fault = N_("“{file}”, line {line}: “{key}” is not a date and time such as 2026-03-21 10:30.")
            raise self._fault(fault, node, key) from error

    def number(self, node: yaml.Node, key: str) -> int:
        """A whole number that is not negative."""
        written = self.text(node, key)
        if not re.fullmatch(r"[0-9]{1,9}", written):
            raise self._fault(N_("“{file}”, line {line}: “{key}” is not a whole number."), node, key)
        return int(written)

    def size(self, node: yaml.Node, key: str) -> int:
        """A whole number of any size."""
        written = self.text(node, key)
        if not re.fullmatch(r"-?[0-9]{1,18}", written):
            raise self._fault(N_("“{file}”, line {line}: “{key}” is not a whole number."), node, key)
        return int(written)

    def items(self, node: yaml.Node, key: str) -> list[yaml.Node]:
        """The nodes of a list."""
        if not isinstance(node, yaml.SequenceNode):
            raise self._fault(N_("“{file}”, line {line}: “{key}” must be a list."), node, key)
        return list(node.value)

    def missing(self, node: yaml.Node, key: str) -> Trouble:
        """What is to be said when a mapping does not have a key that it must have."""
        return self._fault(N_("“{file}”, line {line}: “{key}” is missing here."), node, key)

    def unknown(self, node: yaml.Node, key: str) -> Trouble:
        """What is to be said when a value names something that is not there."""
        fault = N_("“{file}”, line {line}: “{key}” names “{name}”, which is not in newsroom.yaml.")
        return self._fault(fault, node, key, name=self.text(node, key))

    def flag(self, node: yaml.Node, key: str) -> bool:
        """`true` or `false`."""
        if node.tag != BOOLEAN:
            raise self._fault(N_("“{file}”, line {line}: “{key}” must be true or false."), node, key)
        return str(node.value).lower() == "true"

    def choice(self, node: yaml.Node, key: str, choices: type[Choice]) -> Choice:
        """One of the values of an enumeration."""
        written = self.text(node, key).strip().lower()
        found = next((choice for choice in choices if choice.value == written), None)
        if found is None:
            fault = N_("“{file}”, line {line}: “{key}” must be one of {choices}.")
            raise self._fault(fault, node, key, choices=", ".join(choices))
        return found

    def signatures(self, node: yaml.Node, key: str) -> tuple[Signature, ...]:
        """A name, a mapping of `name` and `role`, or a list of either."""
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        signed = [self._signature(item, key) for item in items]
        return tuple(dict.fromkeys(one for one in signed if one.name))

    def picture(self, node: yaml.Node, key: str) -> Picture:
        """A path, or a mapping of `photo`, `caption`, `credit`, `alt` and `decorative`."""
        if isinstance(node, yaml.ScalarNode):
            return Picture(self.text(node, key))
        keys = self.keys(node, key, _PICTURE_KEYS)
        if not self._member(keys, "photo"):
            raise self._fault(N_("“{file}”, line {line}: “{key}” names no photo."), node, key)
        decorative = keys.get("decorative")
        return Picture(
            photo=self._member(keys, "photo"),
            caption=self._member(keys, "caption"),
            credit=self._member(keys, "credit"),
            alt=self._member(keys, "alt"),
            decorative=bool(decorative and not is_empty(decorative[1]) and self.flag(decorative[1], "decorative")),
        )

    def pictures(self, node: yaml.Node, key: str) -> tuple[Picture, ...]:
        """A list of what `picture` reads."""
        return tuple(self.picture(item, key) for item in self.items(node, key))

    def keys(self, node: yaml.Node | None, key: str, allowed: frozenset[str] | None = None) -> Keys:
        """What a mapping holds; any key when `allowed` is None."""
        keys: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        if node is None or is_empty(node):
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

    def _signature(self, node: yaml.Node, key: str) -> Signature:
        if isinstance(node, yaml.ScalarNode):
            return Signature(self.text(node, key).strip())
        keys = self.keys(node, key, frozenset({"name", "role"}))
        return Signature(self._member(keys, "name").strip(), self._member(keys, "role").strip())

    def _member(self, keys: Keys, name: str) -> str:
        return self.text(keys[name][1], name) if name in keys else ""

    def _fault(self, what: str, node: yaml.Node, key: str, choices: str = "", name: str = "") -> Trouble:
        # YAML counts lines from 0.
        line = node.start_mark.line + self._first_line if node.start_mark else 1
        return Trouble(what, way_out=self._see, file=self._source, line=line, key=key, choices=choices, name=name)


def is_empty(node: yaml.Node) -> bool:
    """Whether a node is null: `~`, `null` or nothing at all."""
    return bool(node.tag == NULL)
