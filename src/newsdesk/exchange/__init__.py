"""Articles in and out as Markdown files; what is sent to people is in `newsdesk.exchange.deliveries`."""

from __future__ import annotations

from newsdesk.exchange.manuscript import Manuscript, Picture, Signature
from newsdesk.exchange.moments import read_moment, write_moment
from newsdesk.exchange.read_markdown import manuscript_of, read_markdown
from newsdesk.exchange.text_file import read_text
from newsdesk.exchange.write_markdown import KEYS, write_markdown
from newsdesk.exchange.yaml_text import plain_value

__all__ = [
    "KEYS",
    "Manuscript",
    "Picture",
    "Signature",
    "manuscript_of",
    "plain_value",
    "read_markdown",
    "read_moment",
    "read_text",
    "write_markdown",
    "write_moment",
]
