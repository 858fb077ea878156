"""Looks at a page that a journey published: whether all that was written stands on it as it should."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"meta", "link", "img", "br", "hr", "source", "input", "wbr", "col"})


@dataclass(frozen=True, slots=True)
class Page:
    """What should stand on a page, as it was written. Without a kicker, the section stands in its place."""

    headline: str
    kicker: str = ""
    caption: str = ""
    credit: str = ""
    paragraphs: tuple[str, ...] = field(default=())
    related: str = ""
    topics: tuple[str, ...] = field(default=())
    section: str = ""


class Outline(HTMLParser):
    """The words of each element by its tag and class; `src` of each picture."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, list[str]]] = []
        self.words: dict[str, list[str]] = {}
        self.pictures: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag == "img":
            self.pictures.append(dict(attrs).get("src") or "")
        if tag not in VOID:
            self._open.append((f"{tag}.{dict(attrs).get('class') or ''}".rstrip("."), []))

    def handle_data(self, data: str) -> None:
        """Words belong to every element that is open."""
        for _, words in self._open:
            words.append(data)

    def handle_endtag(self, _tag: str) -> None:
        """Close an element."""
        name, words = self._open.pop()
        self.words.setdefault(name, []).append(" ".join("".join(words).split()))


def page_of(site: Path, headline: str) -> Path | None:
    """The article's own page in a site."""
    for path in sorted(site.rglob("*.html")):
        if Outline(path.read_text(encoding="utf-8")).words.get("h1") == [typeset(headline)]:
            return path
    return None


def faults(site: Path, wanted: Page) -> list[str]:
    """What is not on the page as it should be; empty when all is."""
    file = page_of(site, wanted.headline)
    if file is None:
        return [f"no page has the headline “{wanted.headline}”"]
    html = file.read_text(encoding="utf-8")
    outline = Outline(html)
    # What leads to other pages at the end has kickers of its own.
    shown = {name: outline.words.get(name, [])[:1] for name in ("p.kicker", "figcaption", "aside.related")}
    told = " ".join(part for part in (wanted.caption, wanted.credit) if part)
    expected = {
        "p.kicker": [wanted.kicker or wanted.section],
        "figcaption": [typeset(told)] if told else [],
        "aside.related": [wanted.related] if wanted.related else [],
    }
    found = [
        f"{name} is {shown[name]}, not {expected[name]}" for name in expected if shown[name] != expected[name]
    ]
    paragraphs = outline.words.get("p", [])
    body = " ".join(outline.words.get("div.body", []))
    lost = [text for text in wanted.paragraphs if typeset(text) not in paragraphs or typeset(text) not in body]
    found += [f"no paragraph is “{typeset(text)}”" for text in lost]
    topics = tuple(re.findall(r'topics/[^"]+">([^<]+)<', html))
    if topics != wanted.topics:
        found.append(f"the topics are {topics}, not {wanted.topics}")
    if wanted.section and wanted.section not in html:
        found.append(f"the section {wanted.section} is not named")
    if wanted.credit and html.count(wanted.credit) != 1:
        found.append(f"the credit {wanted.credit} stands there {html.count(wanted.credit)} times")
    pictures = [(file.parent / source).resolve() for source in outline.pictures]
    found += [f"the picture {path.name} is not there" for path in pictures if not path.is_file()]
    if told and not pictures:
        found.append("there is no picture")
    return found


def typeset(text: str) -> str:
    """A text as pages of the English edition set it."""
    text = re.sub(r'(?<!\S)"', "“", text).replace('"', "”")
    return text.replace("'", "’")
