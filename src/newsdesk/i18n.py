"""Messages that the front end translates when it shows them."""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int


def N_(text: str) -> str:
    """Mark `text` for translation and give it back unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable text with named places, and what stands in them."""

    text: str
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return self.text.format(**dict(self.values))


def message(text: str, /, **values: Value) -> Message:
    """A message from an `N_`-marked text and the values of its named places."""
    return Message(text, tuple(values.items()))
