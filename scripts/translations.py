"""Bring the catalogues of translations up to date with the source, or check that they are (`--check`).

The texts of src/newsdesk go into newsdesk.pot, from there into every language's newsdesk.po with the translations
that are there already, and what is translated into newsdesk.mo, which Newsdesk reads. The same source and
translations always make the same bytes. `--add TAG` begins a language.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from translation_faults import faults, is_whole, strings

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "newsdesk"
FOLDER = ROOT / "resources" / "translations"

Text = tuple[str | None, str | tuple[str, str]]
"""A text's context and the text itself; one and many where it counts."""

CALLS = {"N_": (False, 1), "NX_": (True, 1), "tr": (False, 1), "ntr": (False, 2), "trx": (True, 1)}
"""Whether a call's arguments begin with the context, and how many texts then follow."""


class PlainCatalog(Catalog):
    """A catalogue whose header names no dates, persons or versions, so that it changes only with the texts."""

    def _header(self) -> list[tuple[str, str]]:
        language = str(self.locale_identifier or "")
        forms = [("Plural-Forms", self.plural_forms)] if language else []
        return [
            ("Project-Id-Version", "Newsdesk"),
            ("Language", language),
            *forms,
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]

    mime_headers = Catalog.mime_headers.getter(_header)


def emptied(catalog: Catalog) -> PlainCatalog:
    """A catalogue of the same language with the same plural forms and comment, without texts."""
    empty = PlainCatalog(str(catalog.locale_identifier), header_comment=catalog.header_comment, fuzzy=False)
    empty.mime_headers = [("Plural-Forms", catalog.plural_forms)]
    return empty


def literals(node: ast.expr) -> list[str]:
    """The texts that an argument can be: one, several when there is a condition, none when it is a name."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    if isinstance(node, ast.JoinedStr | ast.BinOp):
        raise ValueError(f"line {node.lineno}: a text that is put together cannot be translated; use places")
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else []


def texts_in(source: str) -> Iterator[Text]:
    """The texts that are marked in a module, in the order of its lines."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if not isinstance(call.func, ast.Name) or call.func.id not in CALLS:
            continue
        in_context, count = CALLS[call.func.id]
        contexts: list[str] | list[None] = literals(call.args[0]) if in_context else [None]
        texts = [literals(argument) for argument in call.args[in_context : in_context + count]]
        for context in contexts:
            for forms in zip(*texts, strict=True):
                yield context, forms[0] if count == 1 else (forms[0], forms[1])


def template(source: Path) -> PlainCatalog:
    """Every text of the modules in `source`, by the first of the files it is in and the order there."""
    comment = "# The texts of Newsdesk, to be translated. Made by “make translations”: do not edit."
    catalog = PlainCatalog(header_comment=comment, fuzzy=False)
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source.parents[1]).as_posix()
        try:
            for context, text in texts_in(path.read_text(encoding="utf-8")):
                catalog.add(text, locations=[(name, 0)], context=context)
        except (ValueError, SyntaxError) as error:
            raise SystemExit(f"{name}, {error}") from error
    return catalog


def named(message: Message) -> Text:
    """What a message is found by."""
    return message.context, message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def merged(texts: Catalog, old: Catalog) -> PlainCatalog:
    """The catalogue `old` with exactly these texts. What translates others is set aside at its end."""
    catalog = emptied(old)
    translations = {named(one): one for one in [*old.obsolete.values(), *old] if one.id}
    for text in texts:
        if not text.id:
            continue
        before = translations.pop(named(text), None)
        flags = set(text.flags) | ({"fuzzy"} & set(before.flags) if before else set())
        catalog.add(
            text.id,
            before.string if before else "",
            locations=text.locations,
            flags=flags,
            user_comments=before.user_comments if before else (),
            context=text.context,
        )
    for gone in sorted(translations.values(), key=lambda message: str(named(message))):
        if any(strings(gone.string)):
            catalog.obsolete[str(named(gone))] = Message(gone.id, gone.string, context=gone.context)
    return catalog


def po_bytes(catalog: Catalog) -> bytes:
    """A catalogue as people edit it, each text on a line."""
    written = BytesIO()
    write_po(written, catalog, include_lineno=False, width=0)
    return written.getvalue()


def mo_bytes(catalog: PlainCatalog) -> bytes:
    """A catalogue as Newsdesk reads it, without what is not or not wholly translated, or not yet looked at."""
    compiled = emptied(catalog)
    for message in catalog:
        if message.id and is_whole(message):
            compiled.add(message.id, message.string, context=message.context)
    written = BytesIO()
    write_mo(written, compiled)
    return written.getvalue()


def catalogues(texts: Catalog, folder: Path) -> Iterator[tuple[Path, PlainCatalog]]:
    """Each language's newsdesk.po and the catalogue that should be in it."""
    for path in sorted(folder.glob("*/LC_MESSAGES/newsdesk.po")):
        with path.open("rb") as opened:
            yield path, merged(texts, read_po(opened, locale=path.parts[-3], abort_invalid=True))


def update(source: Path, folder: Path) -> Iterator[str]:
    """Write every file that is not as it should be; tells of each language."""
    texts = template(source)
    (folder / "newsdesk.pot").write_bytes(po_bytes(texts))
    for path, catalog in catalogues(texts, folder):
        path.write_bytes(po_bytes(catalog))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalog))
        done = sum(is_whole(message) for message in catalog if message.id)
        yield f"{path.parts[-3]}: {done} texts translated, {len(texts) - done} missing"


def check(source: Path, folder: Path) -> Iterator[str]:
    """What is wrong with the catalogues, a line for each."""
    texts = template(source)
    wanted = {folder / "newsdesk.pot": po_bytes(texts)}
    for path, catalog in catalogues(texts, folder):
        wanted |= {path: po_bytes(catalog), path.with_suffix(".mo"): mo_bytes(catalog)}
        yield from (f"{path.parts[-3]}: {fault}" for fault in faults(catalog))
    for path, content in wanted.items():
        if not path.exists() or path.read_bytes() != content:
            yield f"{path.relative_to(folder).as_posix()} is not up to date: run “make translations”"


def add(language: str, folder: Path) -> None:
    """Begin the catalogue of a language, with the plural forms that Babel knows for it."""
    name = language.replace("-", "_")
    path = folder / name / "LC_MESSAGES" / "newsdesk.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(
        po_bytes(PlainCatalog(name, header_comment=f"# Newsdesk in the language {language}.", fuzzy=False))
    )


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is wrong")
    parser.add_argument("--add", metavar="TAG", help="begin a language, such as fr or pt-BR")
    asked = parser.parse_args()
    if asked.check:
        found = list(check(SOURCE, FOLDER))
        print("\n".join(found))
        sys.exit(bool(found))
    if asked.add:
        add(asked.add, FOLDER)
    print("\n".join(update(SOURCE, FOLDER)))


if __name__ == "__main__":
    main()
