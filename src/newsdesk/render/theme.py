"""A theme: the templates and the style sheet that pages are made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.environment import TemplateModule
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.render.colour import readable
from newsdesk.render.dates import Dates
from newsdesk.render.view import EditionLink, Site

STYLE = "site.css"
PARTS = "parts.html"
LIGHT_GROUND = "#f6f4ef"
DARK_GROUND = "#232529"
"""The grounds of our style sheet on which the accent has the least contrast, light and dark."""

_FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the expressions of a template may raise: a newsroom's own can be wrong in any of these ways."""


@dataclass(frozen=True, slots=True)
class _File:
    text: str
    own: bool
    """Whether it comes from the newsroom's overrides."""


class Theme:
    """Templates, compiled when first used, and a style sheet. What it gives depends on its files alone."""

    def __init__(self, files: Mapping[str, str], overridden: frozenset[str] = frozenset()) -> None:
        """`files` are the texts by name, `overridden` the names of those that the newsroom brought itself.

        A newsroom's own templates run in a sandbox: a folder that came from someone else must not reach further
        than the page.
        """
        self.version = _version(files)
        self._style = files.get(STYLE, "")
        self._overridden = overridden - {STYLE}
        make = SandboxedEnvironment if self._overridden else Environment
        templates = {name: text for name, text in files.items() if name.endswith(".html")}
        self._environment = make(
            loader=FunctionLoader(lambda name: (templates[name], name, None) if name in templates else None),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._names = frozenset(templates)
        self._templates: dict[str, Template] = {}
        self._parts: TemplateModule | None = None
        if self._overridden:  # what is wrong with a newsroom's own is told before anything is made
            self._module()
            for name in templates:
                self._template(name)
        self.dates = lru_cache(maxsize=32)(Dates)
        self.masthead = lru_cache(maxsize=512)(self._masthead)
        self.editions = lru_cache(maxsize=512)(self._editions)
        self.footer = lru_cache(maxsize=64)(self._footer)

    def css(self, accent: str) -> str:
        """The style sheet with an accent colour (`#rrggbb`) that can be read on its grounds, light and dark."""
        light, dark = readable(accent, LIGHT_GROUND), readable(accent, DARK_GROUND)
        return f":root{{--accent-light:{light};--accent-dark:{dark}}}\n{self._style}"

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The text of one template; Trouble when a template of the newsroom's own fails."""
        try:
            return self._template(name).render(values)
        except _FAILURES as error:
            if not self._overridden:
                raise
            raise self._bad_template(name, error) from error

    def part(self, name: str, *values: object) -> Markup:
        """What one macro of `parts.html` makes of some values."""
        try:
            return Markup(getattr(self._module(), name)(*values))
        except _FAILURES as error:
            if not self._overridden:
                raise
            raise self._bad_template(PARTS, error) from error

    def _masthead(self, site: Site, up: str, current: str, front: bool) -> Markup:
        values = {"site": site, "labels": site.edition.labels, "up": up, "current": current, "front": front}
        return Markup(self.render("masthead.html", values).strip())

    def _editions(self, site: Site, up: str, editions: tuple[EditionLink, ...]) -> Markup:
        if not editions:
            return Markup("")
        values = {"labels": site.edition.labels, "up": up, "editions": editions}
        return Markup(self.render("editions.html", values).strip())

    def _footer(self, site: Site, up: str) -> Markup:
        values = {"site": site, "labels": site.edition.labels, "up": up}
        return Markup(self.render("footer.html", values).strip())

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            if name != PARTS:
                self._module()
            self._templates[name] = self._compiled(name)
        return self._templates[name]

    def _compiled(self, name: str) -> Template:
        try:
            return self._environment.get_template(name)
        except TemplateSyntaxError as error:
            raise _wrong(f"{error.name or name}:{error.lineno}", error) from error

    def _module(self) -> TemplateModule:
        """The macros of `parts.html`, which all other templates know as `parts`."""
        if self._parts is None:
            try:
                self._parts = self._template(PARTS).module
            except _FAILURES as error:
                if not self._overridden:
                    raise
                raise self._bad_template(PARTS, error) from error
            self._environment.globals["parts"] = self._parts
        return self._parts

    def _bad_template(self, name: str, error: Exception) -> Trouble:
        """The trouble with a template, named after the innermost one that was at work."""
        names = [frame.filename for frame in extract_tb(error.__traceback__) if frame.filename in self._names]
        return _wrong(names[-1] if names else name, error)


def load_theme(folder: Path, overrides: Path | None) -> Theme:
    """The theme of a folder; a file of the same name in `overrides` takes the place of the theme's.

    Reads `*.html` and `site.css` once. Trouble when a file cannot be read or a template is wrong.
    """
    files = {path.name: _File(_read(path), own=False) for path in _files(folder)}
    if overrides is not None and overrides.is_dir():
        files |= {path.name: _File(_read(path), own=True) for path in _files(overrides)}
    texts = {name: file.text for name, file in files.items()}
    return Theme(texts, frozenset(name for name, file in files.items() if file.own))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".html" or path.name == STYLE)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(
            N_("The theme file {path} cannot be read: {reason}"),
            N_("Mend it, or take it out of the theme folder."),
            path=str(path),
            reason=str(error),
        ) from error


def _version(files: Mapping[str, str]) -> str:
    digest = blake2b(digest_size=10)
    for name, text in sorted(files.items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()


def _wrong(name: str, error: Exception) -> Trouble:
    return Trouble(
        N_("The theme file {name} is not right: {reason}"),
        N_("Mend it, or take it out of the newsroom’s theme folder."),
        name=name,
        reason=str(error),
    )
