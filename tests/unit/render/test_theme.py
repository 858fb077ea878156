"""Themes: what a newsroom may put in place of ours, and what our style sheet keeps to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from helpers import pages
from newsdesk.errors import Trouble
from newsdesk.paths import resources
from newsdesk.render import load_theme, page
from newsdesk.render.colour import ENOUGH, contrast
from newsdesk.render.theme import DARK_GROUND, LIGHT_GROUND

DEFAULT = resources() / "themes" / "default"
PHYSICAL = re.compile(
    r"(?<![\w-])((?:margin|padding|border)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|top|bottom)"
    r"\s*:|text-align: (?:left|right)|float:"
)


def style() -> str:
    """The default style sheet as it lies there."""
    return (DEFAULT / "site.css").read_text(encoding="utf-8")


def test_a_file_of_the_newsroom_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "footer.html").write_text("<footer>Printed on {{ site.title }} paper</footer>", encoding="utf-8")
    (tmp_path / "site.css").write_text("body { margin: 3rem }", encoding="utf-8")
    theme = load_theme(DEFAULT, tmp_path)
    assert "<footer>Printed on Harbour Weekly paper</footer>" in page(pages.article(), theme, pages.locate)
    assert theme.css("#1f5eb8").endswith("body { margin: 3rem }")
    assert theme.version != pages.default_theme().version


def test_the_version_is_that_of_the_files(tmp_path: Path) -> None:
    assert load_theme(DEFAULT, tmp_path).version == load_theme(DEFAULT, None).version


def test_a_template_of_the_newsroom_reaches_no_further_than_the_page(tmp_path: Path) -> None:
    (tmp_path / "footer.html").write_text("{{ site.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(Trouble, match=r"footer\.html"):
        page(pages.article(), load_theme(DEFAULT, tmp_path), pages.locate)


@pytest.mark.parametrize(
    "text",
    [
        "{% if %}",
        "{{ nothing_of_this_name }}",
        "{{ 1 / 0 }}",
        "{{ 1 + site.title }}",
        "{{ site() }}",
        "{% for each in range(10 ** 9) %}{% endfor %}",
        '{% include "footer.html" %}',
        '{{ "{0.title.__class__.__mro__}".format(site) }}',
    ],
)
def test_a_wrong_template_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "footer.html").write_text(text, encoding="utf-8")
    with pytest.raises(Trouble, match=r"footer\.html"):
        page(pages.article(), load_theme(DEFAULT, tmp_path), pages.locate)


@pytest.mark.parametrize("text", ["{{ 1 / 0 }}", "{# no macros #}", "{% macro figure() %}{% endmacro %}"])
def test_wrong_parts_are_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "parts.html").write_text(text, encoding="utf-8")
    with pytest.raises(Trouble, match=r"parts\.html"):
        page(pages.article(), load_theme(DEFAULT, tmp_path), pages.locate)


def test_a_failure_of_ours_is_not_blamed_on_a_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text("body { margin: 3rem }", encoding="utf-8")
    with pytest.raises(UndefinedError):
        load_theme(DEFAULT, tmp_path).render("article.html", {})


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_bytes(b"\xff\xfe")
    with pytest.raises(Trouble, match=r"site\.css"):
        load_theme(DEFAULT, tmp_path)


@pytest.mark.parametrize("accent", ["#1f5eb8", "#ffee00", "#000000", "#ffffff", "#888"])
def test_the_accent_can_be_read_on_every_ground(accent: str) -> None:
    css = pages.default_theme().css(accent)
    light, dark = re.findall(r"--accent-(?:light|dark):(#[0-9a-f]{6})", css)[:2]
    grounds = re.findall(r"--(?:paper|wash): (#[0-9a-f]{6});", style())
    assert grounds == ["#ffffff", LIGHT_GROUND, "#17181b", DARK_GROUND]
    assert all(contrast(light, ground) >= ENOUGH for ground in grounds[:2])
    assert all(contrast(dark, ground) >= ENOUGH for ground in grounds[2:])


def test_the_inks_can_be_read_on_every_ground() -> None:
    colours = {
        name: re.findall(rf"--{name}: (#[0-9a-f]{{6}});", style())
        for name in ("paper", "wash", "ink", "soft", "edge")
    }
    for scheme in (0, 1):
        for ground in (colours["paper"][scheme], colours["wash"][scheme]):
            assert contrast(colours["ink"][scheme], ground) >= ENOUGH
            assert contrast(colours["soft"][scheme], ground) >= ENOUGH
            assert contrast(colours["edge"][scheme], ground) >= 3


def test_the_style_sheet_is_small_logical_and_alone() -> None:
    css = re.sub(r"/\*.*?\*/", "", style(), flags=re.DOTALL)
    css = re.sub(r"@media[^{]*", "", css)
    assert len(style().encode()) <= 30_000
    assert PHYSICAL.search(css) is None
    assert "url(" not in css
    assert "@import" not in css
    assert "@font-face" not in css


def test_a_physical_property_is_seen() -> None:
    assert PHYSICAL.search("p { margin-left: 1rem }")
    assert PHYSICAL.search("p { width: 1rem }")
    assert PHYSICAL.search("p { max-inline-size: 1rem }") is None
