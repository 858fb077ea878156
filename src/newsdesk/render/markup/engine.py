"""Python-Markdown as the reader of inline markup, with the dialect's own patterns."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import escape

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE as TAG
from markdown.inlinepatterns import IMAGE_LINK_RE, IMAGE_REFERENCE_RE
from markdown.util import AMP_SUBSTITUTE

from newsdesk.render.markup.patterns import (
    BareAddress,
    CodeSpan,
    Escaped,
    InlineTag,
    NoteMention,
    TextImage,
    TextImageReference,
    TextShortImageReference,
    UnseenElement,
)

WORK = 2_000_000
"""Steps that unpaired brackets may cost in one run of text before it is shown as plain text."""

STRESSES = 300
"""Emphasis marks in one run of text before it is shown as plain text."""

DEPTH = 20
"""Brackets inside brackets before a run of text is shown as plain text."""

_STASHED = re.compile(r"\x02wzxhzdk:(\d+)\x03")
_CONTROL = re.compile(r"\x02\d+\x03|[\x02\x03]")


class Engine:
    """Reads inline markup. It keeps state while it reads: one engine to one body, never shared."""

    def __init__(self, references: dict[str, tuple[str, str]], numbers: dict[str, int]) -> None:
        md = Markdown()
        md.references.update(references)
        patterns = md.inlinePatterns
        patterns.register(CodeSpan(), "backtick", 190)
        patterns.register(Escaped(md), "escape", 180)
        patterns.register(NoteMention(md, numbers), "note", 175)
        patterns.register(TextImage(IMAGE_LINK_RE, md), "image_link", 150)
        patterns.register(TextImageReference(IMAGE_REFERENCE_RE, md), "image_reference", 140)
        patterns.register(TextShortImageReference(IMAGE_REFERENCE_RE, md), "short_image_ref", 125)
        patterns.register(UnseenElement(md), "unseen", 95)
        patterns.register(InlineTag(TAG, md), "html", 90)
        patterns.register(BareAddress(md), "address", 85)
        self._md = md

    def inline(self, text: str) -> str:
        """The HTML of a run of inline markup, not yet cleaned."""
        if is_odd(text):
            return escape(text, quote=False)
        root = etree.Element("div")
        leaf = etree.SubElement(root, "p")
        leaf.text = text
        self._md.treeprocessors["inline"].run(root)
        self._md.treeprocessors["unescape"].run(root)
        html = self._md.serializer(leaf)[len("<p>") : -len("</p>")].replace(AMP_SUBSTITUTE, "&")
        raw = self._md.htmlStash.rawHtmlBlocks
        for _ in range(3):  # a stashed tag may hold a stashed character in an attribute
            if "\x02" not in html:
                break
            html = _STASHED.sub(lambda found: str(raw[int(found[1])]), html)
        return _CONTROL.sub("", html)


def is_odd(text: str) -> bool:
    """Whether a run of text holds so many marks that no person meant them as markup."""
    brackets = text.count("[")
    if brackets * len(text) > WORK or text.count("*") + text.count("_") > STRESSES:
        return True
    if text.count("`") > STRESSES or text.count("<") * len(text) > WORK:
        return True
    return brackets > DEPTH and _depth(text) > DEPTH


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in re.findall(r"[\[\]]", text):
        depth = depth + 1 if character == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
