"""Typographic quotes, apostrophes, dashes and ellipses, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """The marks of a language: around a quotation, and around one inside it."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_CURLED = QuoteMarks("“", "”", "‘", "’")
_ANGLED = QuoteMarks("«", "»", "“", "”")
_LOW = QuoteMarks("„", "“", "‚", "‘")
_FRENCH = QuoteMarks("«\u202f", "\u202f»", "“", "”")
_SLAVIC = QuoteMarks("«", "»", "„", "“")
_NORDIC = QuoteMarks("”", "”", "’", "’")

MARKS = {
    "ar": _ANGLED,
    "bg": _LOW,
    "ca": _ANGLED,
    "cs": _LOW,
    "de": _LOW,
    "el": _ANGLED,
    "es": _ANGLED,
    "fa": _ANGLED,
    "fi": _NORDIC,
    "fr": _FRENCH,
    "it": _ANGLED,
    "nb": QuoteMarks("«", "»", "‘", "’"),
    "no": QuoteMarks("«", "»", "‘", "’"),
    "pl": QuoteMarks("„", "”", "«", "»"),
    "ro": QuoteMarks("„", "”", "«", "»"),
    "ru": _SLAVIC,
    "sk": _LOW,
    "sl": _LOW,
    "sv": _NORDIC,
    "uk": _SLAVIC,
}
"""Marks by language, after CLDR's delimiters and the usage of newspapers; every other language is curled."""

_TAG_MARK, _WORD_MARK = "\ufdd0", "\ufdd1"
"""Noncharacters (never in a text) that stand for a tag, and for code or an address shown as text."""

_HIDDEN = re.compile(
    r"<(?P<tag>code|pre|kbd|samp|var)\b[^>]*>.*?</(?P=tag)>"
    r"|<a href=\"(?P<shown>[^\"]*)\"[^>]*>(?P=shown)</a>"
    r"|<sup><a href=\"#fn-\d+\"[^>]*>\d+</a></sup>"
    r"|(?P<any><(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)",
    re.DOTALL,
)
_CHANGED = re.compile(r"[\"']|--+|\.\.\.+")
_MEASURE = re.compile(r"\d+['’]\d+(?:[\"”]|(?!\w))|\d'(?=\s*\d)")
_LATER_CLOSING = re.compile(r"[^\s(\[{]['](?!\w)")
_YEARS = re.compile(r"\d\d(?!\d)")
_SHORTENED = re.compile(r"(?:tis|twas|twere|em|n|cause|til|bout|round)\b", re.IGNORECASE)
_MARK = re.compile(f"[{_TAG_MARK}{_WORD_MARK}]")
_OPENERS = frozenset("([{<«‹“‘„‚¿¡-–—/=")
_HEBREW = re.compile(r"[\u0590-\u05ff]")


def marks_of(language: str) -> QuoteMarks:
    """The quote marks of a language tag such as "en" or "pt-BR"."""
    return MARKS.get(language.replace("_", "-").split("-")[0].lower(), _CURLED)


def smarten(text: str, language: str) -> str:
    """Plain text with the quotes, apostrophes, dashes and ellipses of a language.

    `--` becomes an en dash, `---` an em dash, `...` an ellipsis; measures like 5'10" stay as they are.
    """
    if _CHANGED.search(text) is None:
        return text
    return _Smartening(text, marks_of(language)).result()


def smarten_html(html: str, language: str) -> str:
    """As `smarten`, over the text of one paragraph's HTML: tags, code and shown addresses stay as they are."""
    if "<" not in html:
        return smarten(html, language)
    if _CHANGED.search(html) is None:
        return html
    hidden: list[str] = []

    def hide(found: re.Match[str]) -> str:
        hidden.append(found[0])
        return _TAG_MARK if found["any"] else _WORD_MARK

    text = smarten(_HIDDEN.sub(hide, html), language)
    parts = iter(hidden)
    return _MARK.sub(lambda _: next(parts, ""), text)


class _Smartening:
    """One pass over one text; remembers which quotations are open."""

    def __init__(self, text: str, marks: QuoteMarks) -> None:
        self.text = text
        self.marks = marks
        self.open_double = 0
        self.open_single = 0
        self.last_quote = (-1, False)  # where the quote before this one stood, and whether it opened
        self.last_closing = -1
        if "'" in text:
            for found in _LATER_CLOSING.finditer(text):
                self.last_closing = found.start() + 1

    def result(self) -> str:
        parts, at = [], 0
        measures = {found.start(): found.end() for found in _MEASURE.finditer(self.text)}
        kept = {place for start, end in measures.items() for place in range(start, end)}
        for found in _CHANGED.finditer(self.text):
            if found.start() in kept:
                continue
            parts.append(self.text[at : found.start()])
            parts.append(self._changed(found))
            at = found.end()
        return "".join([*parts, self.text[at:]])

    def _changed(self, found: re.Match[str]) -> str:
        sign = found[0]
        if sign == '"':
            return self._double(found.start())
        if sign == "'":
            return self._single(found.start())
        if sign[0] == "-":
            return {2: "–", 3: "—"}.get(len(sign), sign)
        return "…" if len(sign) == 3 else sign

    def _double(self, at: int) -> str:
        before, after = self._before(at), self._after(at)
        if self._opens(at, before, after):
            self.open_double += 1
            self.last_quote = (at, True)
            return self.marks.opening
        if self.open_double == 0 and (before.isdigit() or (_HEBREW.match(before) and _HEBREW.match(after))):
            return '"'
        if before.isspace() and after.isspace() and not self.open_double:
            return '"'
        self.open_double = max(0, self.open_double - 1)
        self.last_quote = (at, False)
        return self.marks.closing

    def _single(self, at: int) -> str:
        before, after = self._before(at), self._after(at)
        if before.isalnum() and after.isalnum():
            return "’"
        if self._opens(at, before, after):
            if self._is_apostrophe(at):
                return "’"
            self.open_single += 1
            self.last_quote = (at, True)
            return self.marks.inner_opening
        if self.open_single:
            self.open_single -= 1
            self.last_quote = (at, False)
            return self.marks.inner_closing
        return "’"

    def _is_apostrophe(self, at: int) -> bool:
        """A mark before a word that stands for left-out letters, or that no later mark closes."""
        rest = at + 1
        if _YEARS.match(self.text, rest) or self.last_closing <= at:
            return True
        return bool(_SHORTENED.match(self.text, rest))

    def _opens(self, at: int, before: str, after: str) -> bool:
        if not after or after.isspace():
            return False
        if before in "\"'" and before:
            previous, opened = self.last_quote
            if self._neighbours(previous, at):
                return opened
            return after.isalnum()  # after an apostrophe, as in l'"homme"
        return not before or before.isspace() or before in _OPENERS

    def _neighbours(self, previous: int, at: int) -> bool:
        return previous >= 0 and not self.text[previous + 1 : at].strip(_TAG_MARK)

    def _before(self, at: int) -> str:
        """The visible character before a place, "" at the start."""
        at -= 1
        while at >= 0 and self.text[at] == _TAG_MARK:
            at -= 1
        return self.text[at] if at >= 0 else ""

    def _after(self, at: int) -> str:
        """The visible character after a place, "" at the end."""
        at += 1
        while at < len(self.text) and self.text[at] == _TAG_MARK:
            at += 1
        return self.text[at] if at < len(self.text) else ""
