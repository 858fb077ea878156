"""The catalogues of translations are up to date and without faults that a program can see."""

from __future__ import annotations

import importlib.util
import sys
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog

ROOT = Path(__file__).parents[2]
SPANISH = Path("es", "LC_MESSAGES", "newsdesk.po")

SOURCE = '''
def tr(text: str) -> str:
    """A definition is not a call: tr("none")."""

STATUS = NX_("status", "Draft")
LABEL = N_("The lead" " photo of {name}")
tr("Hide" if shown else "Show"), tr(LABEL)
tr("Open {name}", name=tr("this") + ntr("1 photo", "{count} photos", 3))
trx("verb", "Draft"), trx(*STATUS), tr("&Open")
'''


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """The script's module, which is not part of the package."""
    for name in ("translation_faults", "translations"):
        spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return module


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A source tree of one module."""
    folder = tmp_path / "src" / "newsdesk"
    folder.mkdir(parents=True)
    (folder / "desk.py").write_text(SOURCE, encoding="utf-8")
    return folder


@pytest.fixture
def folder(translations: ModuleType, source: Path, tmp_path: Path) -> Path:
    """A folder of catalogues with Spanish, of which nothing is translated."""
    folder = tmp_path / "translations"
    translations.add("es", folder)
    assert list(translations.update(source, folder)) == ["es: 0 texts translated, 9 missing"]
    return folder


def edit(folder: Path, old: str, new: str) -> None:
    """Change one place of the Spanish catalogue by hand."""
    text = (folder / SPANISH).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / SPANISH).write_text(text.replace(old, new), encoding="utf-8")


def compiled(folder: Path) -> GNUTranslations:
    """The Spanish catalogue as Newsdesk reads it."""
    return GNUTranslations(BytesIO((folder / SPANISH).with_suffix(".mo").read_bytes()))


def test_what_we_ship_is_up_to_date_and_without_faults(translations: ModuleType) -> None:
    assert list(translations.catalogues(Catalog(), translations.FOLDER))
    assert list(translations.check(translations.SOURCE, translations.FOLDER)) == []


def test_every_marked_text_is_found_once_in_the_order_of_the_source(translations: ModuleType) -> None:
    assert list(translations.texts_in(SOURCE)) == [
        ("status", "Draft"),
        (None, "The lead photo of {name}"),
        (None, "Hide"),
        (None, "Show"),
        (None, "Open {name}"),
        (None, "this"),
        (None, ("1 photo", "{count} photos")),
        ("verb", "Draft"),
        (None, "&Open"),
    ]


@pytest.mark.parametrize("call", ['tr(f"Open {name}")', 'N_("Open " + name)'])
def test_a_text_that_is_put_together_is_refused(translations: ModuleType, source: Path, call: str) -> None:
    (source / "desk.py").write_text(f"\n{call}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"src/newsdesk/desk\.py, line 2: .*put together"):
        translations.template(source)


def test_a_translation_stays_and_goes_where_newsdesk_reads_it(
    translations: ModuleType, source: Path, folder: Path
) -> None:
    edit(folder, 'msgid "Hide"\nmsgstr ""', 'msgid "Hide"\nmsgstr "Ocultar"')
    edit(folder, 'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "1 foto"\nmsgstr[1] "{count} fotos"')
    assert list(translations.update(source, folder)) == ["es: 2 texts translated, 7 missing"]
    assert list(translations.check(source, folder)) == []
    assert compiled(folder).gettext("Hide") == "Ocultar"
    assert compiled(folder).ngettext("1 photo", "{count} photos", 2) == "{count} fotos"
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    list(translations.update(source, folder))
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


def test_a_text_that_is_gone_is_set_aside_until_it_comes_back(
    translations: ModuleType, source: Path, folder: Path
) -> None:
    edit(folder, 'msgid "Hide"\nmsgstr ""', 'msgid "Hide"\nmsgstr "Ocultar"')
    (source / "desk.py").write_text(SOURCE.replace('"Hide"', '"Put away"'), encoding="utf-8")
    assert list(translations.update(source, folder)) == ["es: 0 texts translated, 9 missing"]
    assert '#~ msgid "Hide"\n#~ msgstr "Ocultar"\n' in (folder / SPANISH).read_text(encoding="utf-8")
    (source / "desk.py").write_text(SOURCE, encoding="utf-8")
    assert list(translations.update(source, folder)) == ["es: 1 texts translated, 8 missing"]
    assert "#~" not in (folder / SPANISH).read_text(encoding="utf-8")


def test_what_is_not_up_to_date_is_told(translations: ModuleType, source: Path, folder: Path) -> None:
    (source / "desk.py").write_text(SOURCE + 'tr("More")\n', encoding="utf-8")
    (folder / SPANISH).with_suffix(".mo").unlink()
    assert [line.split()[0] for line in translations.check(source, folder)] == [
        "newsdesk.pot",
        "es/LC_MESSAGES/newsdesk.po",
        "es/LC_MESSAGES/newsdesk.mo",
    ]


def test_what_nobody_looked_at_is_told_and_not_shown(translations: ModuleType, source: Path, folder: Path) -> None:
    edit(folder, 'msgid "Hide"\nmsgstr ""', '#, fuzzy\nmsgid "Hide"\nmsgstr "Esconder"')
    list(translations.update(source, folder))
    assert list(translations.check(source, folder)) == ["es: still to be looked at (fuzzy): Hide"]
    assert compiled(folder).gettext("Hide") == "Hide"


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("Open {name}", "Abrir {name}", None),
        ("{name} of {desk}", "{desk}: {name}", None),
        ("Open {name}", "Abrir", "other places in braces"),
        ("Open {name}", "Abrir {nombre}", "other places in braces"),
        ("Open {{name}}", "Abrir {{nombre}}", None),
        ("Open {name}", "Abrir {name", "a brace stands alone"),
        ("Open", "Abrir }", "a brace stands alone"),
        ("&Open", "&Abrir", None),
        ("&Open", "Abrir", "other letters marked with &"),
        ("Open", "&Abrir", "other letters marked with &"),
        ("Here && there", "Aquí && allí", None),
        ("Here & there", "Aquí y allí", None),
        (("1 photo", "{count} photos"), ("1 foto", "{count} fotos"), None),
        (("1 photo", "{count} photos"), ("una foto", "fotos"), "other places in braces in form 1"),
        (("1 photo", "{count} photos"), ("1 foto", ""), "a plural form is missing"),
        (("1 photo", "{count} photos"), ("1 {foto}", "{count} fotos"), "other places in braces in form 0"),
        (("1 in {place}", "{count} in {place}"), ("1 en {place}", "{count} en {place}"), None),
        (("1 in {place}", "{count} in {place}"), ("1", "{count} en {place}"), "other places in braces in form 0"),
    ],
)
def test_a_fault_that_can_be_seen_is_told(
    translations: ModuleType, text: str | tuple[str, str], translation: str | tuple[str, ...], fault: str | None
) -> None:
    catalog = translations.PlainCatalog("es", fuzzy=False)
    catalog.add(text, translation)
    assert list(translations.faults(catalog)) == ([f"{fault}: {text}"] if fault else [])


def test_a_form_for_many_numbers_must_count(translations: ModuleType) -> None:
    catalog = translations.PlainCatalog("fr", fuzzy=False)
    catalog.mime_headers = [("Plural-Forms", "nplurals=2; plural=(n > 1);")]
    catalog.add(("1 photo", "{count} photos"), ("une photo", "{count} photos"))
    assert len(list(translations.faults(catalog))) == 1


def test_a_language_without_its_own_name_is_told(translations: ModuleType) -> None:
    catalog = translations.PlainCatalog("es", fuzzy=False)
    catalog.add("English", "", context="this language’s own name")
    assert list(translations.faults(catalog)) == ["the language’s own name is missing"]
