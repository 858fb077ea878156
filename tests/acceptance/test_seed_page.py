"""A news page as text, made into an article with its editions, comes out as a page that has all of it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from newsdesk.cli import newsdesk

OURS = Path(__file__).parents[1] / "files" / "page.txt"
SHARED = Path(__file__).parents[3] / "shared" / "seed" / "news-page.txt"
"""The page that Newsdesk began with, which is not ours to keep here: the test reads it where it lies beside us."""

TOPICS = {OURS: ["Port Alma", "Harbour", "News"], SHARED: ["Iraq", "Middle East", "News"]}
CREDITS = {OURS: ("LENA FUCHS", "Farol Sete", "Meridiem"), SHARED: ("AHMAD AL-RUBAYE", "AFP", "Getty")}
PAGES = [path for path in (OURS, SHARED) if path.is_file()]


class Outline(HTMLParser):
    """What a page holds: the text of each element by its tag and class, and the elements that hold nothing."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "source", "input", "wbr", "col"})

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, list[str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.hollow: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; what has no content by its nature counts as content of those around it."""
        if tag in self.VOID:
            for _, words in self._open:
                words.append("")
            return
        self._open.append((f"{tag}.{dict(attrs).get('class') or ''}".rstrip("."), []))

    def handle_data(self, data: str) -> None:
        """Text belongs to every element that is open."""
        for _, words in self._open:
            words.append(data)

    def handle_endtag(self, _tag: str) -> None:
        """Close an element and keep what it held."""
        name, words = self._open.pop()
        if not words or (not "".join(words).strip() and "" not in words):
            self.hollow.append(name)
        self.texts.setdefault(name, []).append(" ".join("".join(words).split()))


@pytest.fixture(params=PAGES, ids=lambda path: path.parent.name)
def page(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A source and the HTML of its page in the English edition."""
    source: Path = request.param
    files = _articles(source, tmp_path)
    site = tmp_path / "site"
    _run("new", str(tmp_path / "room"), "--title", "The Coast")
    room = ["-n", str(tmp_path / "room")]
    _run(*room, "settings", "comments=yes", "comments_text=Write to desk@example.org.")
    _run(*room, "import", *map(str, files))
    _run(*room, "export", "site", str(site))
    found = [path for path in site.rglob("*.html") if "<h1>" in path.read_text("utf-8") and "20" in path.parts[-3]]
    english = next(path for path in found if path.parts[-4] not in ("es", "pt") and "comments" not in path.name)
    return source, english.read_text(encoding="utf-8")


def test_the_page_has_all_of_the_article(page: tuple[Path, str]) -> None:
    source, html = page
    kicker, headline, caption, paragraphs = _parts(source)
    outline = _outline(html)
    body = "\n".join(outline.texts["div.body"])
    assert outline.texts["p.kicker"] == [kicker]
    assert outline.texts["h1"] == [_typeset(headline)]
    assert outline.texts["figcaption"] == [_typeset(caption)]
    for paragraph in paragraphs:
        assert _typeset(paragraph) in body
    related = next(paragraph for paragraph in paragraphs if paragraph.startswith("READ:"))
    assert outline.texts["aside.related"] == [related]
    assert re.findall(r'topics/[^"]+">([^<]+)<', html) == TOPICS[source]
    assert re.findall(r'hreflang="(\w+)"(?: aria-current="true")?>', html) == ["en", "es", "pt"]
    assert "Show comments" in html


def test_the_credit_is_told_apart(page: tuple[Path, str]) -> None:
    source, html = page
    person, agency, distributor = CREDITS[source]
    assert html.count(f"[{person}//{agency}/{distributor}]") == 1
    data = json.loads(_outline(html).texts["script"][0])
    image = data["image"][0]
    assert image["creator"] == {"@type": "Person", "name": person}
    assert image["creditText"] == f"{person}//{agency}/{distributor}"
    assert agency not in image["caption"]


def test_what_the_article_has_not_leaves_nothing(page: tuple[Path, str]) -> None:
    html = page[1]
    assert _outline(html).hollow == []
    for gone in ("standfirst", "byline", "dateline", "By </", "<p></p>"):
        assert gone not in html


def _run(*arguments: str) -> None:
    result = CliRunner().invoke(newsdesk, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output


def _outline(html: str) -> Outline:
    outline = Outline()
    outline.feed(html)
    return outline


def _parts(source: Path) -> tuple[str, str, str, list[str]]:
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    _editions, kicker, headline, caption, _again, *rest = lines
    return kicker, headline, caption, rest[:-3]


def _typeset(text: str) -> str:
    text = re.sub(r'(?<!\S)"', "“", text).replace('"', "”")
    return text.replace("'", "’")


def _articles(source: Path, folder: Path) -> list[Path]:
    kicker, headline, caption, paragraphs = _parts(source)
    Image.new("RGB", (1600, 900), "#27476b").save(folder / "lead.jpg")
    head = (
        f'kicker: "{kicker}"\nheadline: "{headline}"\nsection: World\ntopics: {TOPICS[source]}\n'
        f'lead:\n  photo: lead.jpg\n  caption: "{caption}"\n  alt: A gate at night.\n'
    )
    common = "story: page\nstatus: published\ndate: 2026-01-05T06:00:00\n"
    texts = {"en": head + "---\n\n" + "\n\n".join(paragraphs)}
    texts |= {language: f"headline: {language} {kicker}\n---\n\nText." for language in ("es", "pt")}
    for language, text in texts.items():
        (folder / f"{language}.md").write_text(f"---\nlanguage: {language}\n{common}{text}\n", encoding="utf-8")
    return [folder / f"{language}.md" for language in texts]
