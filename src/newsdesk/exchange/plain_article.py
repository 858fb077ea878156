"""One article of a plain copy as Markdown: every field and every use of a photo in its front matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

import yaml

from newsdesk.exchange.front_matter import parsed, split
from newsdesk.exchange.node_values import NodeValues
from newsdesk.exchange.plain_keys import PlainKeys
from newsdesk.exchange.plain_newsroom import PLAIN_SEE
from newsdesk.exchange.plain_records import Forms, RecordReader, RecordWriter
from newsdesk.exchange.yaml_text import list_node, mapping_node, serialize, text_node
from newsdesk.model.article import Article
from newsdesk.model.placement import Placement
from newsdesk.model.references import replace_targets

_FIRST = (
    "headline",
    "kicker",
    "standfirst",
    "edition",
    "slug",
    "section",
    "further_sections",
    "topics",
    "bylines",
    "dateline",
    "status",
    "first_released",
    "released",
)
"""What a person looks for stands on top; ids and the rest of the desk's notes follow."""

_PHOTOS = "photos"
_BODY = "body"
_OF_ARTICLE = frozenset({"article"})


@dataclass(frozen=True, slots=True)
class PlainArticle:
    """An article with the uses of photos in it."""

    article: Article
    placements: tuple[Placement, ...]


class PlainArticles:
    """Writes and reads the article files of one plain copy.

    `links` are what its texts name in ways that only Newsdesk understands, such as `photo:ID`, each with the path
    that an article's file has for it.
    """

    def __init__(self, zone: tzinfo, keys: PlainKeys, links: Mapping[str, str]) -> None:
        self._zone = zone
        self._write = RecordWriter(zone, keys)
        self._ids = keys.back()
        self._forms = Forms()
        self._there = dict(links)
        self._back = {path: target for target, path in links.items()}

    def write(self, plain: PlainArticle) -> str:
        """The text of the file of an article."""
        body = plain.article.body
        below = self._linked(body, self._there)
        # A text that would not read back letter by letter, or with other links, stands in the front matter.
        aside = any(char in body for char in "\r\0") or self._linked(below, self._back) != body
        head = self._write.record(plain.article, frozenset() if aside else frozenset({_BODY}), _FIRST)
        pairs = list(head.value)
        if plain.placements:
            uses: list[yaml.Node] = [self._write.record(use, _OF_ARTICLE) for use in plain.placements]
            pairs.append((text_node(_PHOTOS), list_node(uses)))
        written = serialize(mapping_node(pairs))
        return f"---\n{written}---\n" + ("" if aside or not below else f"\n{below}\n")

    def read(self, text: str, source: str, made_up: Mapping[str, object], *, strict: bool = True) -> PlainArticle:
        """What a text with `\\n` at the end of lines says that was read from the file `source`.

        `made_up` are fields that a file need not have. Raises `Trouble` with the line that cannot be understood;
        unless it reads `strict`, what is not in newsroom.yaml may be named all the same.
        """
        parts = split(text, source)
        values = NodeValues(source, self._zone, see=PLAIN_SEE)
        read = RecordReader(values, self._ids, self._forms, strict=strict)
        node = parsed(parts.head or "", source)
        said = values.keys(node, "---")
        uses = said.get(_PHOTOS)
        rest = mapping_node([pair for name, pair in said.items() if name != _PHOTOS])
        given = {name: value for name, value in made_up.items() if name not in said}
        if _BODY not in said:
            body = parts.body.removeprefix("\n") if parts.head is not None else parts.body
            given[_BODY] = self._linked(body.removesuffix("\n"), self._back)
        article = read.record(Article, rest, "---", given)
        of_article = {"article": article.id}
        items = values.items(uses[1], _PHOTOS) if uses else []
        placements = [read.record(Placement, use, _PHOTOS, of_article) for use in items]
        return PlainArticle(article, tuple(placements))

    def _linked(self, body: str, links: Mapping[str, str]) -> str:
        if ":" not in body and "../" not in body:
            return body
        return replace_targets(body, lambda target: links.get(target, target))
