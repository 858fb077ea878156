"""An article's body as a value: what its text says, before photos, related articles and addresses are known."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What one child of the body element is."""

    HTML = "html"
    PHOTO = "photo"
    RELATED = "related"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Block:
    """One child of the body element.

    - HTML: `html` is exactly one cleaned root element.
    - PHOTO: `target` is the photo's id, `html` the caption as inline HTML ("" means the photo's own).
    - RELATED: `label` as written ("READ"), `html` and `text` the headline as inline HTML and as plain text,
      `target` is "article:REF", an http(s) address, or "" for a bare headline.
    - CARD: `target` is the address.

    `line` is the first source line, counted from 0. Fields that a kind does not name are "".
    """

    kind: BlockKind
    html: str = ""
    target: str = ""
    label: str = ""
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a body, in order, and the length of its text without captions and related blocks.

    `words` counts those written with spaces between them, `characters` those of Chinese and Japanese.
    """

    blocks: tuple[Block, ...] = ()
    words: int = 0
    characters: int = 0

    def to_json(self) -> str:
        """The body as compact JSON for a cache: its length, then the blocks.

        An HTML block is `[line, html]`, others name every field.
        """
        rows = [self.words, self.characters, *map(_row, self.blocks)]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Body:
        """The body that `to_json` wrote; ValueError when the text is not such a body."""
        try:
            words, characters, *rows = json.loads(text)
            return cls(tuple(map(_block, rows)), int(words), int(characters))
        except (TypeError, IndexError) as error:
            raise ValueError("not a stored body") from error


def _row(block: Block) -> list[int | str]:
    if block.kind is BlockKind.HTML:
        return [block.line, block.html]
    return [block.line, block.html, block.kind.value, block.target, block.label, block.text]


def _block(row: list[int | str]) -> Block:
    line, html = int(row[0]), str(row[1])
    if len(row) == 2:
        return Block(BlockKind.HTML, html, line=line)
    kind, target, label, text = (str(field) for field in row[2:])
    return Block(BlockKind(kind), html, target, label, text, line)
