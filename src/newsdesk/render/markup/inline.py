"""One run of inline markup to HTML: the fast reader where it can, the engine where it must."""

from __future__ import annotations

from newsdesk.render.markup.definitions import Definitions
from newsdesk.render.markup.engine import Engine
from newsdesk.render.markup.fast import fast_inline
from newsdesk.render.quotes import smarten_html


class Inline:
    """Reads the inline markup of one body; makes its engine when the first run of text needs it."""

    def __init__(self, language: str, definitions: Definitions) -> None:
        self.language = language
        self.definitions = definitions
        self._engine: Engine | None = None

    def html(self, text: str) -> str:
        """The HTML of a run of text with smart punctuation, not yet cleaned."""
        html = fast_inline(text)
        if html is None:
            html = self._slow(text)
        return smarten_html(html, self.language)

    def _slow(self, text: str) -> str:
        if self._engine is None:
            self._engine = Engine(self.definitions.links, self.definitions.numbers())
        return self._engine.inline(text)
