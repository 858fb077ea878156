"""Pages, the theme they are made with, and the Markdown dialect that articles are written in."""

from newsdesk.render.body import Block, BlockKind, Body
from newsdesk.render.clean import clean
from newsdesk.render.markup import BodyReader, References, body_key, fill, read_body, references
from newsdesk.render.page import fragment, page, single_page
from newsdesk.render.place import without_index
from newsdesk.render.plain import plain_text, reading_minutes, word_count
from newsdesk.render.quotes import smarten
from newsdesk.render.theme import Theme, load_theme
from newsdesk.render.view import (
    ArticleView,
    Author,
    Card,
    CardGroup,
    CommentsView,
    EditionLink,
    Figure,
    Link,
    ListKind,
    ListView,
    Locate,
    Picture,
    Site,
    View,
)

__all__ = [
    "ArticleView",
    "Author",
    "Block",
    "BlockKind",
    "Body",
    "BodyReader",
    "Card",
    "CardGroup",
    "CommentsView",
    "EditionLink",
    "Figure",
    "Link",
    "ListKind",
    "ListView",
    "Locate",
    "Picture",
    "References",
    "Site",
    "Theme",
    "View",
    "body_key",
    "clean",
    "fill",
    "fragment",
    "load_theme",
    "page",
    "plain_text",
    "read_body",
    "reading_minutes",
    "references",
    "single_page",
    "smarten",
    "without_index",
    "word_count",
]
