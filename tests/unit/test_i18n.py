"""Texts come out in the language that was installed, and as they are written where there is none."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from newsdesk import i18n
from newsdesk.errors import Trouble
from newsdesk.i18n import NX_, direction, install, languages, message, ntr, pseudo, system_language, tr, trx
from newsdesk.model.labels import LABELS, RIGHT_TO_LEFT, direction_of

ARABIC = {0: "لا صور", 1: "صورة", 2: "صورتان", 3: "{count} صور", 4: "{count} صورة", 5: "{count} صورةٍ"}

Make = Callable[[str, Catalog], None]


@pytest.fixture(autouse=True)
def _nothing_installed() -> Iterator[None]:
    yield
    install("")


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes the catalogue of a language, in place of those that we ship."""
    monkeypatch.setattr(i18n, "resources", lambda: tmp_path)

    def write(folder: str, catalog: Catalog) -> None:
        file = tmp_path / "translations" / folder / "LC_MESSAGES" / "newsdesk.mo"
        file.parent.mkdir(parents=True)
        with file.open("wb") as opened:
            write_mo(opened, catalog)

    return write


@pytest.fixture
def spanish(make: Make) -> None:
    """Spanish, in a few words."""
    catalog = Catalog("es", fuzzy=False)
    catalog.add("English", "Español", context="this language’s own name")
    catalog.add("“{name}” is busy.", "«{name}» está ocupada.")
    catalog.add("Draft", "Borrador", context="status")
    catalog.add(("1 photo", "{count} photos"), ("1 foto", "{count} fotos"))
    make("es", catalog)


def test_nothing_installed_is_the_source() -> None:
    assert tr("“{name}” is {count}.", name="desk", count=2) == "“desk” is 2."
    assert (ntr("1 photo", "{count} photos", 1), ntr("1 photo", "{count} photos", 0)) == ("1 photo", "0 photos")
    assert trx("status", "Draft") == "Draft"
    assert str(message("{count} of {total}", count=1, total=1234)) == "1 of 1234"
    assert str(message("{{{name}}}", name="slug")) == tr("{{{name}}}", name="slug") == "{slug}"


@pytest.mark.usefixtures("spanish")
def test_texts_are_translated_when_they_are_shown() -> None:
    busy = message("“{name}” is busy.", name="desk")
    trouble = Trouble("“{name}” is busy.", name="desk")
    assert str(busy) == "“desk” is busy."
    install("es")
    assert str(busy) == str(trouble) == tr("“{name}” is busy.", name="desk") == "«desk» está ocupada."
    assert (trx("status", "Draft"), trx("verb", "Draft"), tr("Draft")) == ("Borrador", "Draft", "Draft")
    assert trx(*NX_("status", "Draft")) == "Borrador"
    assert [ntr("1 photo", "{count} photos", count) for count in (0, 1, 2)] == ["0 fotos", "1 foto", "2 fotos"]
    assert pickle.loads(pickle.dumps(busy)) == busy
    install("en")
    assert str(busy) == "“desk” is busy."


@pytest.mark.usefixtures("spanish")
def test_the_empty_text_is_empty_in_every_language() -> None:
    for language in ("", "es", "en-XA"):
        install(language)
        assert (tr(""), str(message(""))) == ("", "")


@pytest.mark.usefixtures("spanish")
def test_a_language_that_is_not_there_is_the_nearest_or_the_source() -> None:
    install("es-MX")
    assert tr("“{name}” is busy.", name="desk") == "«desk» está ocupada."
    install("tlh")
    assert tr("“{name}” is busy.", name="desk") == "“desk” is busy."


def test_a_count_takes_the_form_of_its_language(make: Make) -> None:
    catalog = Catalog("ar", fuzzy=False)
    forms = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"
    catalog.mime_headers = [("Plural-Forms", f"nplurals=6; plural=({forms});")]
    catalog.add(("1 photo", "{count} photos"), tuple(ARABIC.values()))
    make("ar", catalog)
    install("ar")
    shown = {count: ntr("1 photo", "{count} photos", count) for count in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)}
    form = {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3}
    assert shown == {count: ARABIC[form[count]].format(count=count) for count in form}


def test_the_languages_have_their_own_names(make: Make) -> None:
    for folder, name in (("pt_BR", "Português (Brasil)"), ("es", "Español")):
        catalog = Catalog(folder, fuzzy=False)
        catalog.add("English", name, context="this language’s own name")
        make(folder, catalog)
    assert languages() == (("en", "English"), ("es", "Español"), ("pt-BR", "Português (Brasil)"))


def test_we_ship_arabic_spanish_and_portuguese() -> None:
    assert languages() == (("en", "English"), ("ar", "العربية"))


@pytest.mark.parametrize(
    ("preferred", "language"),
    [
        (["es-ES", "es", "en-US"], "es"),
        (["fr-FR", "fr", "ES_mx.UTF-8"], "es"),
        (["en-GB", "es"], "en"),
        (["pt-Latn-PT"], "pt"),
        (["pt-BR"], "pt-BR"),
        (["C", "de"], "en"),
        (["ar_EG@calendar=islamic"], "ar"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_system_s_language_is_the_best_that_we_have(make: Make, preferred: list[str], language: str) -> None:
    for folder in ("es", "pt", "pt_BR", "ar"):
        make(folder, Catalog(folder, fuzzy=False))
    assert system_language(preferred) == language


def test_directions_are_those_of_the_pages() -> None:
    tags = [*RIGHT_TO_LEFT, *LABELS, "ar-EG", "en-XA", "AR"]
    assert [direction(tag) for tag in tags] == [direction_of(tag) for tag in tags]
    assert (direction("ar-EG"), direction("pt")) == ("rtl", "ltr")


def test_the_pseudo_locale_shows_what_was_missed() -> None:
    install("en-XA")
    assert tr("Open {name}…", name="the file") == "⟦Öþééñ the file…⟧"
    assert trx("status", "Draft") == "⟦Đŕååƒţ⟧"
    assert ntr("1 photo", "{count} photos", 2) == "⟦2 þĥööţööš⟧"
    assert str(message("Draft")) == "⟦Đŕååƒţ⟧"
    assert tr("") == ""


def test_the_pseudo_locale_keeps_what_is_no_word() -> None:
    text = "&File && {count} %n 50 % <b>a</b> {{x}} &nbsp;"
    kept = ["&F", "&&", "{count}", "%n", "%", "<b>", "</b>", "{{", "}}", "&nbsp;"]
    shown = pseudo(text)
    assert [part for part in kept if part not in shown] == []
    assert "File" not in shown


def test_the_pseudo_locale_is_about_a_third_longer() -> None:
    text = "Writes the site into a folder, and says what is not in the site because its time has not come."
    assert 1.2 < len(pseudo(text)) / len(text) < 1.45


def test_a_moment_in_a_text_is_written_as_the_front_end_writes_it() -> None:
    said = message("Until {time}.", time=datetime(2026, 3, 21, 10, 30, tzinfo=UTC))
    assert str(said) == "Until 2026-03-21 10:30."
    install("", lambda moment: f"half past {moment:%I}")
    assert str(said) == "Until half past 10."
