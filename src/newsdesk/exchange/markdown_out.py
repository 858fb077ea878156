"""Writes an article as Markdown with YAML front matter, which reads back to the same article."""

from __future__ import annotations

from datetime import datetime, tzinfo

import yaml

from newsdesk.exchange.manuscript import Manuscript, Picture, Signature
from newsdesk.exchange.moments import write_moment
from newsdesk.exchange.yaml_text import (
    BOOLEAN,
    NULL,
    list_node,
    mapping_node,
    parse,
    plain_node,
    serialize,
    text_node,
)

KEYS = (
    "language",
    "story",
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
    "updated",
    "status",
    "lead",
    "photos",
    "assignee",
    "deadline",
    "length_target",
    "outlet_note",
    "published_url",
    "search_text",
    "social_text",
    "comments",
    "not_before",
    "embargo",
    "created",
)
"""The keys that have a field, in the order in which they are written."""


def write_markdown(manuscript: Manuscript, zone: tzinfo) -> str:
    """The text of a file that states what `manuscript` states, with times in `zone`."""
    pairs: list[tuple[yaml.Node, yaml.Node]] = [
        (text_node(key), _node(getattr(manuscript, key), zone)) for key in KEYS if key in manuscript.stated
    ]
    kept = parse(manuscript.front_matter)
    if isinstance(kept, yaml.MappingNode):
        pairs += kept.value
    head = serialize(mapping_node(pairs)) if pairs else ""
    body = f"\n{manuscript.body}\n" if manuscript.body else ""
    return f"---\n{head}---\n{body}"


def _node(value: object, zone: tzinfo) -> yaml.Node:
    match value:
        case None:
            return plain_node("null", NULL)
        case bool():
            return plain_node("true" if value else "false", BOOLEAN)
        case int():
            return plain_node(str(value))
        case datetime():
            return plain_node(write_moment(value, zone))
        case Signature(name, role):
            return _members([("name", name), ("role", role)]) if role else text_node(name)
        case Picture():
            return _picture(value)
        case tuple():
            return list_node([_node(item, zone) for item in value])
        case _:
            return text_node(str(value))


def _picture(picture: Picture) -> yaml.Node:
    words = [
        ("photo", picture.photo),
        ("caption", picture.caption),
        ("credit", picture.credit),
        ("alt", picture.alt),
    ]
    node = _members([(key, text) for key, text in words if text])
    if picture.decorative:
        node.value.append((text_node("decorative"), plain_node("true", BOOLEAN)))
    return node


def _members(words: list[tuple[str, str]]) -> yaml.MappingNode:
    return mapping_node([(text_node(key), text_node(text)) for key, text in words])
