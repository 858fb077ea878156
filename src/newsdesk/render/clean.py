"""The last step of every block: what may stand on a page, and nothing else."""

from __future__ import annotations

import re
from urllib.parse import quote

import nh3

INLINE_TAGS = frozenset(
    "a abbr b bdi br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup u"
    " var wbr".split()
)
"""Raw tags that a sentence may hold."""

BLOCK_TAGS = frozenset(
    "blockquote caption col colgroup dd div dl dt figcaption figure h2 h3 h4 hr li ol p pre table tbody td tfoot"
    " th thead tr ul".split()
)
"""Elements that a block may be made of."""

SCHEMES = frozenset({"http", "https", "mailto", "tel", "article"})
"""What a link may begin with; `article:` is ours and is gone before a page is written."""

PRINTABLE = r" -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd" + "".join(
    f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17)
)
"""What may stand in a line of an HTML page, as a pattern's class: no controls, surrogates and noncharacters."""

_DROPPED_WITH_TEXT = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"}
)
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "dfn": {"title"},
    "ins": {"datetime"},
    "del": {"datetime"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_OWN_ATTRIBUTES = {**_ATTRIBUTES, "a": {"href", "title", "id"}, "li": {"id"}}
_OWN_VALUES = {
    "a": {"role": {"doc-noteref", "doc-backlink"}},
    "div": {"role": {"doc-endnotes"}},
    "th": {"scope": {"col"}},
}
_OWN_CLASSES = {
    "blockquote": {"pull"},
    "figure": {"quote", "pull"},
    "div": {"notes"},
    "td": {"start", "center", "end"},
    "th": {"start", "center", "end"},
}
_OWN_ID = re.compile(r"fn(?:ref)?-[0-9]+(?:-[0-9]+)?")
_VALUES = {
    "id": _OWN_ID,
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "datetime": re.compile(
        r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)?"
    ),
    "colspan": re.compile(r"[1-9][0-9]?"),
    "rowspan": re.compile(r"[1-9][0-9]?"),
    "start": re.compile(r"-?[0-9]{1,9}"),
}
"""What the value of an attribute must look like to stay."""
_BAD_IN_ADDRESS = re.compile(r"[\s\"<>\\^`{}|]|%(?![0-9A-Fa-f]{2})")
_FIT = re.compile(rf"[{PRINTABLE}\t\n\r]*")
_UNFIT = re.compile(rf"[^{PRINTABLE}\t\n\r]")
_EMPTY_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_HEADING = re.compile(r"(</?h)([156])(?=[\s>])", re.IGNORECASE)


def _own_fragment(address: str) -> str | None:
    """Of the addresses without a scheme, only those of our footnotes stay."""
    return address if address.startswith("#fn") and _OWN_ID.fullmatch(address[1:]) else None


def _own_attribute(_tag: str, name: str, value: str) -> str | None:
    """An attribute's value as it may stand in a valid page, or None to leave the attribute out."""
    if name == "href":
        if value == "article:":
            return None
        return value if value.startswith("article:") else _BAD_IN_ADDRESS.sub(_percent, value)
    pattern = _VALUES.get(name)
    return value if pattern is None or pattern.fullmatch(value) else None


def _percent(character: re.Match[str]) -> str:
    return quote(character[0], safe="")


_CLEANER = nh3.Cleaner(
    tags=set(INLINE_TAGS | BLOCK_TAGS),
    clean_content_tags=set(_DROPPED_WITH_TEXT),
    attributes=_OWN_ATTRIBUTES,
    attribute_filter=_own_attribute,
    tag_attribute_values=_OWN_VALUES,
    allowed_classes=_OWN_CLASSES,
    url_schemes=set(SCHEMES),
    url_relative=_own_fragment,
    link_rel=None,
)
_RAW_CLEANER = nh3.Cleaner(
    tags=set(INLINE_TAGS | BLOCK_TAGS),
    clean_content_tags=set(_DROPPED_WITH_TEXT),
    attributes=_ATTRIBUTES,
    attribute_filter=_own_attribute,
    url_schemes=set(SCHEMES),
    url_relative="deny",
    link_rel=None,
)


def clean(html: str) -> str:
    """A block's HTML with nothing in it that could run, load, pose as a part of the page or break it."""
    return _without_empty_links(_CLEANER.clean(html))


def clean_raw(html: str) -> str:
    """HTML that a person wrote or pasted: as `clean`, without the ids, classes and roles that are ours."""
    html = _HEADING.sub(lambda tag: tag[1] + ("2" if tag[2] == "1" else "4"), html)
    return _without_empty_links(_RAW_CLEANER.clean(html))


def printable(page: str) -> str:
    """A finished page without the characters that none may hold, whichever field they came with."""
    return page if _FIT.fullmatch(page) else _UNFIT.sub("", page)


def _without_empty_links(html: str) -> str:
    return _EMPTY_LINK.sub(r"\1", html) if "<a>" in html else html
