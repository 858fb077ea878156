"""Making editions: name, direction and labels follow from the language."""

from __future__ import annotations

import re

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, Ids
from newsdesk.model.labels import direction_of, labels_for

NAMES = {
    "af": "Afrikaans",
    "am": "አማርኛ",
    "ar": "العربية",
    "az": "Azərbaycanca",
    "bg": "Български",
    "bn": "বাংলা",
    "ca": "Català",
    "ckb": "کوردی",
    "cs": "Čeština",
    "cy": "Cymraeg",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "es": "Español",
    "et": "Eesti",
    "eu": "Euskara",
    "fa": "فارسی",
    "fi": "Suomi",
    "fr": "Français",
    "ga": "Gaeilge",
    "gl": "Galego",
    "ha": "Hausa",
    "he": "עברית",
    "hi": "हिन्दी",
    "hr": "Hrvatski",
    "hu": "Magyar",
    "hy": "Հայերեն",
    "id": "Bahasa Indonesia",
    "is": "Íslenska",
    "it": "Italiano",
    "ja": "日本語",
    "ka": "ქართული",
    "kk": "Қазақша",
    "ko": "한국어",
    "lt": "Lietuvių",
    "lv": "Latviešu",
    "ms": "Bahasa Melayu",
    "nb": "Norsk bokmål",
    "nl": "Nederlands",
    "nn": "Norsk nynorsk",
    "no": "Norsk",
    "pl": "Polski",
    "ps": "پښتو",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "sk": "Slovenčina",
    "sl": "Slovenščina",
    "so": "Soomaali",
    "sq": "Shqip",
    "sr": "Српски",
    "sv": "Svenska",
    "sw": "Kiswahili",
    "ta": "தமிழ்",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "zh": "中文",
    "zu": "isiZulu",
}
"""What speakers call their language, by its BCP 47 tag."""

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def language_tag(text: str) -> str:
    """A BCP 47 tag in its usual letters (`pt-BR`, `zh-Hant`). Raises `Trouble` when `text` is none."""
    if not _TAG.fullmatch(text):
        raise Trouble(
            N_("“{language}” is not a language tag."),
            way_out=N_("Write the short tag of the language, such as en, es, pt-BR or ar."),
            language=text,
        )
    first, *rest = text.split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def new_edition(language: str, ids: Ids, position: int = 0, name: str = "") -> Edition:
    """An edition of a language: the main one, without prefix, at position 0. The name is the language's own."""
    tag = language_tag(language)
    return Edition(
        id=EditionId(ids()),
        language=tag,
        name=name or language_name(tag),
        direction=direction_of(tag),
        prefix=tag.lower() if position else "",
        position=position,
        labels=labels_for(tag),
    )


def language_name(tag: str) -> str:
    """What the speakers of a language call it; the tag itself for a language that we have no name for."""
    language, dash, rest = tag.partition("-")
    name = NAMES.get(language)
    return tag if name is None else f"{name} ({rest})" if dash else name
