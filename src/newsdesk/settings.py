"""This person's preferences: one record, whose fields carry what the dialog and the documents say of them."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from newsdesk.errors import Trouble
from newsdesk.i18n import N_

FILE = "preferences.json"
_LONGEST = 200

V = TypeVar("V", bound=str | int)


class Way(StrEnum):
    """How a person works, which decides what the window puts forward. Unset until it was chosen at first start."""

    UNSET = ""
    SOLO = "solo"
    DESK = "desk"


class Theme(StrEnum):
    """The window's colours; `SYSTEM` follows the platform."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Kind(StrEnum):
    """What a preference is set with."""

    CHOICE = "choice"
    LANGUAGE = "language"
    FONT = "font"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class PreferenceField:
    """What there is to say of one preference. `label`, `help`, `unit`, `least` and the labels in `choices` are
    `N_` texts.

    `choices` are values with their labels, and `bounds` the least and the greatest number; each None when it is
    not that kind. `least` is what the least number is called, where it means something of its own.
    """

    name: str
    label: str
    help: str
    kind: Kind
    choices: tuple[tuple[str, str], ...] | None = None
    bounds: tuple[int, int] | None = None
    unit: str = ""
    least: str = ""

    def allows(self, value: object) -> bool:
        """Whether this could be the preference's value."""
        if self.bounds is not None:
            # True is a number to Python.
            return type(value) is int and self.bounds[0] <= value <= self.bounds[1]
        if not isinstance(value, str):
            return False
        if self.choices is not None:
            return any(value == choice for choice, _ in self.choices)
        return value.isprintable() and len(value) <= _LONGEST


def _preference(default: V, label: str, help_: str, kind: Kind, **more: object) -> V:
    about = MappingProxyType({"label": label, "help": help_, "kind": kind} | more)
    field: V = dataclasses.field(default=default, metadata=about)
    return field


@dataclass(frozen=True, slots=True)
class Preferences:
    """What this person prefers, on this machine, in every newsroom."""

    way: Way = _preference(
        Way.UNSET,
        N_("Way of working"),
        N_("Whether you work alone or at a desk, where articles have an owner and pass from hand to hand."),
        Kind.CHOICE,
        choices=((Way.SOLO, N_("Just me")), (Way.DESK, N_("A desk"))),
    )
    theme: Theme = _preference(
        Theme.SYSTEM,
        N_("Theme"),
        N_("Light or dark, or whichever the system has at the time."),
        Kind.CHOICE,
        choices=((Theme.SYSTEM, N_("As the system")), (Theme.LIGHT, N_("Light")), (Theme.DARK, N_("Dark"))),
    )
    language: str = _preference(
        "",
        N_("Language"),
        N_("The language of the window, from the next start on. What you write has its own, the edition’s."),
        Kind.LANGUAGE,
    )
    writing_font: str = _preference(
        "",
        N_("Writing font"),
        N_("The letters of the text you write. Pages have their own."),
        Kind.FONT,
    )
    writing_size: int = _preference(
        17,
        N_("Text size"),
        N_("How large the text is that you write."),
        Kind.NUMBER,
        bounds=(12, 28),
        unit=N_("px"),
    )
    line_height: int = _preference(
        168,
        N_("Line height"),
        N_("The distance from line to line, measured by the size of the text."),
        Kind.NUMBER,
        bounds=(120, 220),
        unit=N_("%"),
    )
    measure: int = _preference(
        66,
        N_("Line length"),
        N_("How long a line may grow. About 66 characters are easy on the eye."),
        Kind.NUMBER,
        bounds=(45, 90),
        unit=N_("characters"),
    )
    backup_budget: int = _preference(
        0,
        N_("Room for backups"),
        N_("How much the backups of one newsroom may take on this machine. Older ones make room for newer ones."),
        Kind.NUMBER,
        bounds=(0, 10_000),
        unit=N_("GB"),
        least=N_("As there is room"),
    )


def preference_fields() -> tuple[PreferenceField, ...]:
    """Every preference, in the order of the dialog."""
    return tuple(PreferenceField(name=field.name, **field.metadata) for field in dataclasses.fields(Preferences))


def load_preferences(folder: Path) -> Preferences:
    """The preferences kept in `folder`; the default for each that is not there, damaged or out of bounds."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    defaults = Preferences()
    good = {
        field.name: type(getattr(defaults, field.name))(kept[field.name])
        for field in preference_fields()
        if field.allows(kept.get(field.name))
    }
    return dataclasses.replace(defaults, **good)


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences in `folder`, whole or not at all. Raises `Trouble` when that cannot be written."""
    text = json.dumps(dataclasses.asdict(preferences), indent=2)
    aside = folder / f"{FILE}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside.write_text(text + "\n", encoding="utf-8")
        aside.replace(folder / FILE)
    except OSError as error:
        raise Trouble(
            N_("Your preferences cannot be kept: the folder “{folder}” cannot be written."),
            N_(
                "They hold until Newsdesk ends. Check that there is room on the disk and that you may write there."
            ),
            folder=str(folder),
        ) from error
