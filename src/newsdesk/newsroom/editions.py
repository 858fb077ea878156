"""Editions: made from a language alone, of which name, direction and labels follow; named and removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, Ids
from newsdesk.model.labels import direction_of, labels_for
from newsdesk.model.names import Name
from newsdesk.model.person import Person
from newsdesk.model.query import ListQuery
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.store import Reader, Store

LANGUAGES = {
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
    name = LANGUAGES.get(language)
    return tag if name is None else f"{name} ({rest})" if dash else name


def add_edition(store: Store, language: str, name: str = "") -> Edition:
    """A new edition of a language, behind the others. Raises `Trouble` when it is no language tag or is there."""
    editions = store.read.every(Edition)
    position = 1 + max(edition.position for edition in editions)
    made = new_edition(language.strip(), store.ids, position, name.strip())
    if any(edition.language == made.language for edition in editions):
        raise Trouble(
            N_("There is an edition in {language} already."),
            way_out=N_("Write the tag of another language."),
            language=made.language,
        )
    with store.step(message(N_("New edition “{name}”"), name=made.name)):
        store.put(made)
    return made


def rename_edition(store: Store, id: EditionId, name: str) -> Edition:
    """Call an edition something else; empty: what the speakers of its language call that. Its address stays."""
    edition = _expected(store.read, id)
    after = replace(edition, name=" ".join(name.split()) or language_name(edition.language))
    text = N_("Rename the edition “{former}” to “{name}”")
    with store.step(message(text, former=edition.name, name=after.name)):
        store.put(after)
    return after


def remove_edition(store: Store, id: EditionId) -> None:
    """Take out an edition and the names that it has for sections, topics and people, in one step.

    Raises `Trouble` for the main edition and for one that has articles. What is gone already is no trouble.
    """
    edition, main = store.read.get(Edition, id), store.read.newsroom().main_edition
    if edition is None:
        return
    if id == main:
        raise Trouble(
            N_("“{name}” is the main edition of the newsroom."), way_out=N_("It stays."), name=edition.name
        )
    released = any(release.edition == id for release in store.read.releases())
    if released or store.read.listing(ListQuery(edition=id), None, 1):
        raise Trouble(
            N_("There are articles in the edition “{name}”."),
            way_out=N_("Delete them, or move them to another edition and publish them there, first."),
            name=edition.name,
        )
    with store.step(message(N_("Remove the edition “{name}”"), name=edition.name)):
        store.put_all(_without_names(store.read, id, main))
        store.remove(Edition, id)


def _without_names(reader: Reader, edition: EditionId, main: EditionId) -> Iterator[Section | Topic | Person]:
    """What has a name in the edition, without it; what has no other name has it in the main edition."""
    for section in reader.every(Section):
        yield replace(section, names=_names(section.names, edition, main))
    for topic in reader.every(Topic):
        yield replace(topic, names=_names(topic.names, edition, main))
    for person in reader.every(Person):
        yield replace(person, names=_names(person.names, edition, main))


def _names(names: Sequence[Name], edition: EditionId, main: EditionId) -> tuple[Name, ...]:
    kept = tuple(name for name in names if name.edition != edition)
    return kept or tuple(replace(name, edition=main) for name in names)


def _expected(reader: Reader, id: EditionId) -> Edition:
    edition = reader.get(Edition, id)
    if edition is None:
        raise Trouble(
            N_("This edition is not in the newsroom any more: it was removed."),
            way_out=N_("Choose another edition."),
        )
    return edition
