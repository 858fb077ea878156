"""Credit lines: who made a photo and who supplied it, read from the forms in use and written in the house's."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNNAMED = frozenset({"str", "stringer", "handout", "hons", "-", "–", "—", "staff", "unknown", "n/a"})
"""What agencies write where no person is named (case folded)."""

SUPPLIERS = frozenset(
    """
    aap afp agence france-presse alamy anadolu anadolu agency ansa ap ap images ap photo associated press
    belga bloomberg canadian press cp dpa efe epa epa-efe epa/efe getty getty images imago keystone kyodo
    kyodo news lusa magnum magnum photos nurphoto pa pa images pa media pa wire reuters shutterstock
    shutterstock sipa sipa usa sopa images tass upi xinhua zuma zuma press
    """.replace("\n", " ").split()
)
"""Words of the names of agencies and distributors; a slot is a supplier when all its words are here."""

LONGEST = 300
"""How many characters a credit line at the end of a caption has at most: no caption takes long to read."""

_SLOT = re.compile(r"\{(person|agency|distributor)\}")
_LEAD_IN = re.compile(
    r"^(?:(?:photo(?:graph(?:y)?)?|picture|image|foto(?:graf[ií]a)?|credit|photo credit|صورة|تصوير|crédito)"
    r"(?:\s+(?:by|courtesy(?:\s+of)?|von|de|por)\b\s*:?|\s*[:：])|courtesy\b(?:\s+of\b)?:?|©|\(c\)|by\b)\s*",
    re.IGNORECASE,
)
_BARE_PHOTO = re.compile(r"^(?:photo|foto)\s+(?=\S)", re.IGNORECASE)
_VIA = re.compile(r"\s+(?:via|through)\s+", re.IGNORECASE)
_FOR = re.compile(r"\s+for\s+(?=[A-Z])")
_NOTE = re.compile(r"\s*,\s*(?:file|archive|pool|handout)\s*$", re.IGNORECASE)
_PHOTO_TAIL = re.compile(r"\s+photo$", re.IGNORECASE)
_AT_END = re.compile(
    r"""\s*(?:
        \[(?P<square>[^\[\]]*/[^\[\]]*)\]
      | \((?P<round>(?:AP\s+Photo|Photo(?:\s+by|:)|Foto:|[^()]*\s+via\s+(?:AP|Getty|Reuters|AFP))[^()]*)\)
      | (?P<bare>(?:REUTERS\s*/|AFP\s+PHOTO\s*/)\s*[^\n/]+(?:/[^\n/]+)?)
    )\s*$""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a photo, the agency that took it in, the distributor that passed it on; any may be empty."""

    person: str = ""
    agency: str = ""
    distributor: str = ""

    @property
    def empty(self) -> tuple[str, ...]:
        """The slots that name nobody, in order; a stand-in such as STR or Handout names nobody."""
        slots = (("person", self.named_person), ("agency", self.agency), ("distributor", self.distributor))
        return tuple(name for name, value in slots if not value)

    @property
    def named_person(self) -> str:
        """The person, or nothing where the credit only has a stand-in."""
        return "" if self.person.casefold() in UNNAMED else self.person


def parse_credit(line: str) -> Credit:
    """Tell person, agency and distributor apart in a credit line of any usual form; never fails.

    Forms of AP, AFP, Reuters, Getty and house styles, with or without brackets: `NAME//AFP/Getty`,
    `Photo by X / AFP via Getty Images`, `AP Photo/X`, `REUTERS/X`, `X/Reuters`, `Photo: X`, `X for PAPER`.
    """
    text = _NOTE.sub("", _unwrapped(line))
    text = _BARE_PHOTO.sub("", _LEAD_IN.sub("", text, count=1), count=1) if text else text
    chain, *via = _VIA.split(text)
    parts = [_cleaned(part) for part in _FOR.sub("/", chain).split("/")]
    distributor = _cleaned(via[-1]) if via else ""
    agencies_via = [_cleaned(part) for part in via[:-1]]
    if parts and not parts[0]:
        return _supplied([part for part in parts if part] + agencies_via, distributor)
    parts = [part for part in parts if part] + agencies_via
    if parts and _is_supplier(parts[0]):
        return _supplier_first(parts, distributor)
    if len(parts) == 1 and distributor:
        return Credit(agency=parts[0], distributor=distributor)
    if len(parts) > 1 and parts[1].casefold() in UNNAMED:
        parts[0], parts[1] = parts[1], parts[0]
    person, *suppliers = parts or [""]
    return _supplied(suppliers, distributor, person)


def render_credit(credit: Credit, form: str) -> str:
    """The credit in the house form: literal text around the places {person}, {agency} and {distributor}.

    An empty slot goes with the text between it and the slot before it (after it, for the first). A doubled slash
    marks where the suppliers begin: with a single part behind it, one slash says the same. No slot gives "".
    """
    head, *rest = _SLOT.split(form)
    values = {"person": credit.person, "agency": credit.agency, "distributor": credit.distributor}
    written: list[tuple[str, str]] = []
    between, tail = "", rest[-1] if rest else ""
    for slot, following in zip(rest[::2], rest[1::2], strict=True):
        if value := values[slot].strip():
            written.append((between if written else "", value))
            between = following
        elif not written:
            between = ""
    if not written:
        return ""
    if len(written) == 2:
        written[1] = (written[1][0].replace("//", "/"), written[1][1])
    return head + "".join(separator + value for separator, value in written) + tail


def split_credit(caption: str) -> tuple[str, str]:
    """A caption and the credit line that stands at its end, empty if none is recognised there."""
    found = _AT_END.search(caption, max(len(caption) - LONGEST, 0))
    if not found:
        return caption, ""
    line = next(group for group in found.groups() if group is not None)
    return caption[: found.start()].rstrip(), line.strip()


def _supplied(suppliers: list[str], distributor: str, person: str = "") -> Credit:
    if distributor:
        return Credit(person, "/".join(suppliers), distributor)
    return Credit(person, suppliers[0] if suppliers else "", "/".join(suppliers[1:]))


def _supplier_first(parts: list[str], distributor: str) -> Credit:
    agency, *others = parts
    agency = _PHOTO_TAIL.sub("", agency)
    people = [part for part in others if not _is_supplier(part)]
    suppliers = [part for part in others if _is_supplier(part)]
    return _supplied([agency, *suppliers], distributor, "/".join(people))


def _is_supplier(part: str) -> bool:
    words = part.casefold().split()
    return bool(words) and all(word in SUPPLIERS for word in words)


def _unwrapped(line: str) -> str:
    text = " ".join(line.split())
    while len(text) > 1 and (text[0] + text[-1]) in ("[]", "()"):
        text = text[1:-1].strip()
    return text.rstrip(".") if text.endswith(".") and not re.search(r"\b\w\.$", text) else text


def _cleaned(part: str) -> str:
    return part.strip(" \t|·,")
