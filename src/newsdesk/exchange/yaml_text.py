"""YAML as front matter uses it: parsed into nodes, so that every value keeps the letters it was written with.

Only what YAML 1.2's core schema (chapter 10.3 of its specification) calls a boolean or null is one: `no`, `12:30`
and `010` stay what they look like.
"""

from __future__ import annotations

import re
from io import StringIO

import yaml

NULL = "tag:yaml.org,2002:null"
BOOLEAN = "tag:yaml.org,2002:bool"
TEXT = "tag:yaml.org,2002:str"
LIST = "tag:yaml.org,2002:seq"
MAPPING = "tag:yaml.org,2002:map"

MAX_DEPTH = 50
MAX_ALIASES = 30

# The compiled loader is five times as fast, and takes and gives the same.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TRUE_OR_FALSE = [(BOOLEAN, re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"))]
_NOTHING = [(NULL, re.compile(r"(?:~|null|Null|NULL|)\Z"))]
_CORE = {"": _NOTHING, "~": _NOTHING, "n": _NOTHING, "N": _NOTHING} | dict.fromkeys("tTfF", _TRUE_OR_FALSE)
# Line ends in YAML that are none in our texts: only escaped do they come back as they were.
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")
_YAML_1_1 = yaml.SafeDumper.yaml_implicit_resolvers


class Fault(Exception):
    """Why a text is not YAML that we read. `line` counts from 0; `reason` is the parser's own word."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


def parse(text: str) -> yaml.Node | None:
    """The node of the one document in `text`, None when it is empty. Raises `Fault`."""
    try:
        _measure(text)
        loader = _LOADER(text)
        loader.yaml_implicit_resolvers = _CORE
        return loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        # A quotation mark that is never closed is noticed far below; its line is the one to correct.
        unclosed = "quoted scalar" in (error.context or "")
        mark = (error.context_mark if unclosed else error.problem_mark) or error.context_mark
        reason = error.problem or error.context or "it is broken off"
        raise Fault(mark.line if mark else 0, reason) from error
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        raise Fault(text.count("\n", 0, position), str(getattr(error, "reason", error))) from error


def plain_value(text: str) -> object:
    """What a YAML text of our own says, as lists, mappings, texts and numbers."""
    value: object = yaml.safe_load(text)
    return value


def _measure(text: str) -> None:
    # The compiled loader builds nodes by recursion in C, where too deep a nesting kills the process.
    depth = aliases = 0
    for event in yaml.parse(text, _LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
        line = event.start_mark.line if event.start_mark else 0
        if depth > MAX_DEPTH:
            raise Fault(line, "it is nested too deeply")
        if aliases > MAX_ALIASES:
            raise Fault(line, "it repeats too many anchors")


def serialize(node: yaml.Node) -> str:
    """The text of a node, which `parse` reads back to an equal node."""
    stream = StringIO()
    dumper = yaml.SafeDumper(stream, allow_unicode=True, width=1 << 30, sort_keys=False)
    dumper.yaml_implicit_resolvers = _CORE
    dumper.open()
    dumper.serialize(node)
    dumper.close()
    return stream.getvalue()


def text_node(text: str) -> yaml.ScalarNode:
    """A scalar that is text to every reader, also to those of YAML 1.1: `no`, `12:30` and dates get quotes."""
    style = "|" if "\n" in text else None
    first = text[:1]
    if any(form.match(text) for _, form in _YAML_1_1.get(first, [])):
        style = "'"
    if _ODD_BREAKS.search(text):
        style = '"'
    return yaml.ScalarNode(TEXT, text, style=style)


def plain_node(text: str, tag: str = TEXT) -> yaml.ScalarNode:
    """A scalar without quotes: a number, a moment, `true` or `false`."""
    return yaml.ScalarNode(tag, text)


def list_node(items: list[yaml.Node]) -> yaml.SequenceNode:
    """A list, an item a line."""
    return yaml.SequenceNode(LIST, items, flow_style=False)


def mapping_node(pairs: list[tuple[yaml.Node, yaml.Node]]) -> yaml.MappingNode:
    """A mapping, a key a line, in the order given."""
    return yaml.MappingNode(MAPPING, pairs, flow_style=False)
