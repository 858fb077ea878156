"""The inline patterns that the dialect adds to Python-Markdown or puts in the place of its own."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import (
    BACKTICK_RE,
    BacktickInlineProcessor,
    HtmlInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    ShortImageReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AtomicString

from newsdesk.render.clean import INLINE_TAGS
from newsdesk.render.markup.addresses import ADDRESS, trimmed

Found = tuple[etree.Element | str | None, int | None, int | None]
"""What a pattern hands to Python-Markdown: an element or text, and the range that it stands for."""

_BACKTICKS = re.compile("`+")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+))""")
_KEPT_ATTRIBUTES = frozenset({"lang", "dir", "title", "datetime", "href"})
_KEPT_APART = "\"'-."
"""Escaped characters that smart punctuation would change: they go on as references."""


class CodeSpan(BacktickInlineProcessor):
    """Code between two runs of backticks of the same length; a run without its like is just backticks."""

    def __init__(self) -> None:
        super().__init__(BACKTICK_RE)

    def find_code_spans(self, start: int, text: str) -> tuple[int, int | None]:  # type: ignore[override]
        """Where the code begins after the run at `start`, and where it ends, None when nothing closes it."""
        opening = _BACKTICKS.match(text, start)
        begin = opening.end() if opening else start + 1
        for run in _BACKTICKS.finditer(text, begin):
            if len(run[0]) == begin - start:
                return begin, run.start()
        return begin, None


class Escaped(InlineProcessor):
    """A backslash before ASCII punctuation: the character itself, whatever it means elsewhere."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\\([!-/:-@\[-`{-~])", md)
        self.markdown = md

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002
        """The character, hidden from every pattern after this one."""
        character = m[1]
        if character in _KEPT_APART:
            return self.markdown.htmlStash.store(f"&#{ord(character)};"), m.start(), m.end()
        return f"\x02{ord(character)}\x03", m.start(), m.end()


class NoteMention(InlineProcessor):
    """`[^name]` where a note of that name is defined: its number, linked."""

    def __init__(self, md: Markdown, numbers: dict[str, int]) -> None:
        super().__init__(r"\[\^([^\[\]\s]+)\]", md)
        self.numbers = numbers

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002
        """A raised link to the note; its own id is added when the whole body is known."""
        number = self.numbers.get(m[1].lower())
        if number is None:
            return None, None, None
        raised = etree.Element("sup")
        link = etree.SubElement(raised, "a", {"href": f"#fn-{number}", "role": "doc-noteref"})
        link.text = AtomicString(str(number))
        return raised, m.start(), m.end()


class BareAddress(InlineProcessor):
    """A web address inside text becomes a link."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(ADDRESS.pattern, md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002
        """A link whose text is the address."""
        address = trimmed(m[0])
        link = etree.Element("a", {"href": address})
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class UnseenElement(InlineProcessor):
    """A raw element whose text no reader should see, such as a script: dropped whole."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"(?i)<(script|style|template|noscript|iframe|object|svg|math|title)\b.*?</\1\s*>", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002
        """Nothing, in the place of the element."""
        return "", m.start(), m.end()


class InlineTag(HtmlInlineProcessor):
    """A raw tag inside text: kept with its harmless attributes when it is on the list, else dropped."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The rebuilt tag, hidden from every pattern after this one."""
        found = super().handleMatch(m, data)
        name = _NAME.match(m[1])
        if name is None or name[1].lower() not in INLINE_TAGS:
            return "", m.start(), m.end()
        raw = self.md.htmlStash.rawHtmlBlocks
        raw[-1] = _rebuilt(name[1].lower(), str(raw[-1]))
        return found


def _rebuilt(name: str, tag: str) -> str:
    if tag.startswith("</"):
        return f"</{name}>"
    kept = ""
    for attribute in _ATTRIBUTE.finditer(tag):
        key, value = attribute[1].lower(), attribute[2] or attribute[3] or attribute[4] or ""
        if key in _KEPT_ATTRIBUTES:
            safe = value.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
            kept += f' {key}="{safe}"'
    return f"<{name}{kept}>"


class TextImage(ImageInlineProcessor):
    """An image that is no photo of the newsroom is never loaded: its text stands in its place."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The image's text, linked when the image is on the web."""
        return _as_text(super().handleMatch(m, data), self.md)


class TextImageReference(ImageReferenceInlineProcessor):
    """`![text][name]`, treated as TextImage does."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The image's text, linked when the image is on the web."""
        return _as_text(super().handleMatch(m, data), self.md)


class TextShortImageReference(ShortImageReferenceInlineProcessor):
    """`![name]`, treated as TextImage does."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The image's text, linked when the image is on the web."""
        return _as_text(super().handleMatch(m, data), self.md)


def _as_text(found: Found, md: Markdown) -> Found:
    image, start, end = found
    if not isinstance(image, etree.Element):
        return found
    text, address = image.get("alt", ""), image.get("src", "")
    reader = md.treeprocessors["inline"]
    inside_link = isinstance(reader, InlineTreeprocessor) and "a" in reader.ancestors
    if inside_link or not address.startswith(("http://", "https://")):
        return text, start, end
    link = etree.Element("a", {"href": address})
    link.text = AtomicString(text or address)
    return link, start, end
