"""What can be seen to be wrong with a translation by who does not know the language."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from gettext import c2py

from babel.messages import Catalog, Message

OWN_NAME = "this language’s own name"
"""The context of the one text without which a language cannot be offered."""

MNEMONIC = re.compile(r"&&|&\w+;|&(?P<letter>\S)")
NUMBERS = range(1000)


def places(text: str) -> set[str]:
    """The names in braces. Raises ValueError when a brace stands alone."""
    return {str(name) for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def mnemonics(text: str) -> int:
    """How many letters are marked with & to be pressed with Alt."""
    return sum(bool(found["letter"]) for found in MNEMONIC.finditer(text))


def strings(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a text or of a translation: one, or as many as it counts with."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def is_whole(message: Message) -> bool:
    """Whether a text is translated, in all of its forms, and nobody doubts it."""
    translated = strings(message.string)
    return bool(translated) and all(translated) and not message.fuzzy


def faults(catalog: Catalog) -> Iterator[str]:
    """Each fault of a language's catalogue, after it the text that it is in."""
    for message in catalog:
        if not message.id:
            continue
        if message.fuzzy:
            yield f"still to be looked at (fuzzy): {message.id}"
        if any(strings(message.string)):
            found = _in_forms(message, catalog) if message.pluralizable else _in_text(message)
            yield from (f"{fault}: {message.id}" for fault in found)
        elif message.context == OWN_NAME:
            yield "the language’s own name is missing"


def _in_text(message: Message) -> Iterator[str]:
    (source,), (text,) = strings(message.id), strings(message.string)
    try:
        if places(text) != places(source):
            yield "other places in braces"
    except ValueError:
        yield "a brace stands alone"
    if mnemonics(text) != mnemonics(source):
        yield "other letters marked with &"


def _in_forms(message: Message, catalog: Catalog) -> Iterator[str]:
    forms = strings(message.string)
    if len(forms) != catalog.num_plurals or not all(forms):
        yield "a plural form is missing"
        return
    one, many = map(places, strings(message.id))
    form_of = c2py(catalog.plural_expr)
    for form, text in enumerate(forms):
        # Only a form for a single number may say it in words: “no file”, “two files”.
        single = sum(form_of(number) == form for number in NUMBERS) == 1
        allowed = (many, many - {"count"}, one | {"count"}, one) if single else (many,)
        try:
            if places(text) not in allowed:
                yield f"other places in braces in form {form}"
        except ValueError:
            yield f"a brace stands alone in form {form}"
