"""Articles in and out: read from and written as Markdown, and in the forms in which they are sent to people.

A name is loaded when it is first used: reading Markdown must not wait for what draws pages, nor a date for YAML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "Copied": "clipboard",
    "Files": "parcel",
    "KEYS": "markdown_out",
    "Manuscript": "manuscript",
    "PLAIN_MARK": "plain_newsroom",
    "Parcel": "parcel",
    "Picture": "manuscript",
    "PlainArticle": "plain_article",
    "PlainArticles": "plain_article",
    "PlainNewsroom": "plain_newsroom",
    "Signature": "manuscript",
    "as_clipboard": "clipboard",
    "decode": "text_file",
    "manuscript_of": "markdown_in",
    "merged": "front_matter",
    "plain_newsroom_of": "plain_newsroom",
    "plain_value": "yaml_text",
    "read_markdown": "markdown_in",
    "read_moment": "moments",
    "read_plain_newsroom": "plain_newsroom",
    "read_text": "text_file",
    "write_fragment": "as_html",
    "write_markdown": "markdown_out",
    "write_moment": "moments",
    "write_page": "as_html",
    "write_plain_newsroom": "plain_newsroom",
    "write_single": "as_html",
    "write_text": "as_text",
    "write_zip": "as_zip",
}

if TYPE_CHECKING:
    from newsdesk.exchange.as_html import (
        write_fragment,
        write_page,
        write_single,
    )
    from newsdesk.exchange.as_text import (
        write_text,
    )
    from newsdesk.exchange.as_zip import (
        write_zip,
    )
    from newsdesk.exchange.clipboard import (
        Copied,
        as_clipboard,
    )
    from newsdesk.exchange.front_matter import (
        merged,
    )
    from newsdesk.exchange.manuscript import (
        Manuscript,
        Picture,
        Signature,
    )
    from newsdesk.exchange.markdown_in import (
        manuscript_of,
        read_markdown,
    )
    from newsdesk.exchange.markdown_out import (
        KEYS,
        write_markdown,
    )
    from newsdesk.exchange.moments import (
        read_moment,
        write_moment,
    )
    from newsdesk.exchange.parcel import (
        Files,
        Parcel,
    )
    from newsdesk.exchange.plain_article import (
        PlainArticle,
        PlainArticles,
    )
    from newsdesk.exchange.plain_newsroom import (
        PLAIN_MARK,
        PlainNewsroom,
        plain_newsroom_of,
        read_plain_newsroom,
        write_plain_newsroom,
    )
    from newsdesk.exchange.text_file import (
        decode,
        read_text,
    )
    from newsdesk.exchange.yaml_text import (
        plain_value,
    )
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "KEYS",
    "PLAIN_MARK",
    "Copied",
    "Files",
    "Manuscript",
    "Parcel",
    "Picture",
    "PlainArticle",
    "PlainArticles",
    "PlainNewsroom",
    "Signature",
    "as_clipboard",
    "decode",
    "manuscript_of",
    "merged",
    "plain_newsroom_of",
    "plain_value",
    "read_markdown",
    "read_moment",
    "read_plain_newsroom",
    "read_text",
    "write_fragment",
    "write_markdown",
    "write_moment",
    "write_page",
    "write_plain_newsroom",
    "write_single",
    "write_text",
    "write_zip",
]
