"""Texts that people read: marked where they are written, translated where they are shown.

Braces in a text are places, also where it is shown without values: a brace that stands for itself is doubled.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsdesk.paths import resources

Value = str | int | datetime
"""What fills a place. A moment is in the zone in which it is read, and written as the front end writes it."""

SOURCE = "en"
"""The language that our texts are written in."""

PSEUDO = "en-XA"
"""Source texts with accents, longer and in brackets: what shows without them was not marked for translation."""

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi"})
"""Languages written from right to left (primary subtags of BCP 47)."""

_KEPT = re.compile(r"\{\{|\}\}|\{[^{}]*\}|<[^<>]*>|&\w+;|&.|%\w?")
_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)


class _Pseudo(gettext.NullTranslations):
    """The pseudo-locale, made from the source texts."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(super().ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(super().pgettext(context, message))


_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def write_moment(moment: datetime) -> str:
    """A moment as it is written where no language is: 2026-03-21 10:30."""
    return f"{moment:%Y-%m-%d %H:%M}"


_write_moment: Callable[[datetime], str] = write_moment


def install(language: str, moments: Callable[[datetime], str] = write_moment) -> None:
    """Translate from now on into `language`, a BCP 47 tag; into none for "", "en" and what has no catalogue.

    `moments` writes the moments in texts. This is the one state of the whole process, set once at start.
    """
    global _catalogue, _write_moment
    _write_moment = moments
    _catalogue = _Pseudo() if language == PSEUDO else _read(_file(system_language([language])))


def N_(text: str) -> str:
    """Mark `text` for translation and give it back unchanged."""
    return text


def NX_(context: str, text: str) -> tuple[str, str]:
    """Mark `text` for translation as it is meant in `context`, and give both back: for `trx(*…)`."""
    return context, text


def tr(text: str, /, **values: Value) -> str:
    """`text` in the installed language, its places filled."""
    # The empty text is the name of a catalogue's header.
    return _catalogue.gettext(text).format(**_written(values)) if text else ""


def ntr(one: str, many: str, count: int, /, **values: Value) -> str:
    """The form of a text that `count` asks for in the installed language; `{count}` is a place in it."""
    return _catalogue.ngettext(one, many, count).format(**{"count": count} | _written(values))


def trx(context: str, text: str, /, **values: Value) -> str:
    """`text` as it is meant in `context`, in the installed language: for short words that mean several things."""
    return _catalogue.pgettext(context, text).format(**_written(values))


def _written(values: Mapping[str, Value]) -> dict[str, str | int]:
    return {name: _write_moment(value) if isinstance(value, datetime) else value for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable text with named places, and what stands in them."""

    text: str
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return tr(self.text, **dict(self.values))


def message(text: str, /, **values: Value) -> Message:
    """A message from an `N_`-marked text and the values of its named places."""
    return Message(text, tuple(values.items()))


def languages() -> tuple[tuple[str, str], ...]:
    """The languages that the window speaks: BCP 47 tags with their own names, English first, then by tag."""
    own_name = NX_("this language’s own name", "English")
    return (
        (SOURCE, "English"),
        *((tag, _read(_file(tag)).pgettext(*own_name)) for tag in _translated()),
    )


def direction(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 tag."""
    return "rtl" if _primary(language) in RIGHT_TO_LEFT else "ltr"


def system_language(preferred: Sequence[str]) -> str:
    """The best of our languages for a person who prefers these, the dearest first: tags or names of locales."""
    known = {tag.lower(): tag for tag in (SOURCE, *_translated())}
    for name in preferred:
        tag = name.split(".")[0].split("@")[0].replace("_", "-").lower()
        if found := known.get(tag) or known.get(_primary(tag)):
            return found
    return SOURCE


def pseudo(text: str) -> str:
    """`text` as the pseudo-locale shows it: vowels doubled, letters accented; places, tags and mnemonics kept."""
    shown, end = [], 0
    for kept in _KEPT.finditer(text):
        shown += [_accented(text[end : kept.start()]), kept.group()]
        end = kept.end()
    return f"⟦{''.join(shown)}{_accented(text[end:])}⟧" if text else ""


def _accented(text: str) -> str:
    return re.sub("[aeiou]", r"\g<0>\g<0>", text).translate(_ACCENTED)


def _primary(language: str) -> str:
    return language.split("-")[0].lower()


def _folder() -> Path:
    return resources() / "translations"


def _file(language: str) -> Path:
    return _folder() / language.replace("-", "_") / "LC_MESSAGES" / "newsdesk.mo"


def _translated() -> list[str]:
    return sorted(path.parts[-3].replace("_", "-") for path in _folder().glob("*/LC_MESSAGES/newsdesk.mo"))


def _read(file: Path) -> gettext.NullTranslations:
    if not file.is_file():
        return gettext.NullTranslations()
    with file.open("rb") as opened:
        return gettext.GNUTranslations(opened)
