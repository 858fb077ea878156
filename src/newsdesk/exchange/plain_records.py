"""Any record of the model as a YAML mapping, a field a key, and back to an equal record.

A field that is empty, and empty by default, is left out. Another record's id is written as the key that stands for
that record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from types import UnionType
from typing import TYPE_CHECKING, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from newsdesk.exchange.moments import write_moment
from newsdesk.exchange.node_values import NodeValues, is_empty
from newsdesk.exchange.plain_keys import PlainKeys
from newsdesk.exchange.yaml_text import BOOLEAN, NULL, list_node, mapping_node, plain_node, text_node
from newsdesk.model.credit import Credit
from newsdesk.model.ids import EditionId, PersonId, PhotoId, SectionId, TopicId

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    R = TypeVar("R", bound=DataclassInstance)
else:
    R = TypeVar("R")

_EMPTY: tuple[object, ...] = (None, "", (), False, 0, Credit())


def _tables(keys: PlainKeys) -> dict[object, Mapping[str, str]]:
    return {
        EditionId: keys.editions,
        SectionId: keys.sections,
        TopicId: keys.topics,
        PersonId: keys.people,
        PhotoId: keys.photos,
    }


class Forms:
    """What form each field of a record has, looked up once for each kind."""

    def __init__(self) -> None:
        self._known: dict[type, dict[str, object]] = {}

    def of(self, kind: type) -> dict[str, object]:
        """The forms of a kind's fields, in their order."""
        if kind not in self._known:
            self._known[kind] = get_type_hints(kind)
        return self._known[kind]


class RecordWriter:
    """Writes records with times in `zone`."""

    def __init__(self, zone: tzinfo, keys: PlainKeys) -> None:
        self._zone = zone
        self._keys = _tables(keys)
        self._forms = Forms()

    def record(
        self, record: DataclassInstance, leave: frozenset[str] = frozenset(), first: tuple[str, ...] = ()
    ) -> yaml.MappingNode:
        """The mapping of a record without the fields to `leave`, beginning with those that come `first`."""
        forms = self._forms.of(type(record))
        told = {
            field.name: getattr(record, field.name)
            for field in fields(record)
            if field.name not in leave and not _says_nothing(field, getattr(record, field.name))
        }
        order = [name for name in first if name in told] + [name for name in told if name not in first]
        # A record's own id stays as it is: it is what the key stands for.
        pairs: list[tuple[yaml.Node, yaml.Node]] = [
            (text_node(name), self._value(str if name == "id" else forms[name], told[name])) for name in order
        ]
        return mapping_node(pairs)

    def _value(self, form: object, value: object) -> yaml.Node:
        form = _present(form)
        if isinstance(value, str) and form in self._keys:
            return text_node(self._keys[form].get(value, value))
        match value:
            case None:
                return plain_node("null", NULL)
            case bool():
                return plain_node("true" if value else "false", BOOLEAN)
            case int():
                return plain_node(str(value))
            case datetime():
                return plain_node(write_moment(value, self._zone))
            case tuple():
                return list_node([self._value(get_args(form)[0], item) for item in value])
            case str():
                return text_node(str(value))
        if is_dataclass(value) and not isinstance(value, type):
            return self.record(value)
        raise TypeError(f"{value!r} has no form in a plain copy")


class RecordReader:
    """Reads records out of one file. With `strict` what stands for a record must be a key that is known."""

    def __init__(self, values: NodeValues, ids: PlainKeys, forms: Forms, *, strict: bool = True) -> None:
        self._values = values
        self._ids = _tables(ids)
        self._forms = forms
        self._strict = strict

    def record(self, kind: type[R], node: yaml.Node, key: str, given: Mapping[str, object]) -> R:
        """The record of a mapping; `given` are the fields that are not in it. Raises `Trouble` with the line."""
        said = self._values.keys(node, key, frozenset(self._forms.of(kind)) - given.keys())
        told = dict(given)
        for field in fields(kind):
            name = field.name
            if name in said:
                form = str if name == "id" else self._forms.of(kind)[name]
                told[name] = self._value(form, said[name][1], name)
            elif name not in told and field.default is MISSING:
                raise self._values.missing(node, name)
        make: Callable[..., R] = kind
        return make(**told)

    def _value(self, form: object, node: yaml.Node, key: str) -> object:
        present = _present(form)
        if present is not form and is_empty(node):
            return None
        if get_origin(present) is tuple:
            items = [] if is_empty(node) else self._values.items(node, key)
            return tuple(self._value(get_args(present)[0], item, key) for item in items)
        if present in self._ids:
            return self._id(self._ids[present], node, key)
        if isinstance(present, type) and is_dataclass(present):
            return self.record(present, node, key, {})
        return self._plain(present, node, key)

    def _plain(self, form: object, node: yaml.Node, key: str) -> object:
        if isinstance(form, type) and issubclass(form, StrEnum):
            return self._values.choice(node, key, form)
        if form is bool:
            return self._values.flag(node, key)
        if form is int:
            return self._values.size(node, key)
        if form is datetime:
            return self._values.moment(node, key)
        return self._values.text(node, key)

    def _id(self, ids: Mapping[str, str], node: yaml.Node, key: str) -> str:
        written = self._values.text(node, key)
        if written not in ids and self._strict:
            raise self._values.unknown(node, key)
        return ids.get(written, written)


def _present(form: object) -> object:
    """The form of a value that is there, where it might be None."""
    if get_origin(form) in (Union, UnionType):
        return next(one for one in get_args(form) if one is not type(None))
    return form


def _says_nothing(field: Field[object], value: object) -> bool:
    return value == field.default and any(value is empty or value == empty for empty in _EMPTY)
