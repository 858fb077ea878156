"""What is said in words of a photo in an article: its credit, what is missing, how its alt text does."""

from __future__ import annotations

from newsdesk.i18n import N_, Message, message
from newsdesk.model.placement import Role
from newsdesk.newsroom import PhotoUse

ROLES = {Role.LEAD: N_("Lead photo"), Role.INLINE: N_("Photo in the text")}

MISSING = {
    "caption": N_("The caption is missing"),
    "alt_text": N_("Alt text is missing"),
    "person": N_("The photographer is missing"),
    "agency": N_("The agency is missing"),
}

LONG_ALT_TEXT = 250
"""Characters: what is read aloud to somebody who waits for the article."""


def credit_words(use: PhotoUse) -> list[Message | str]:
    """The parts of the line under a caption: what the photo is here, who made it, whether it can be told."""
    credit = use.photo.credit
    makers = " / ".join(name for name in (credit.person, credit.agency, credit.distributor) if name.strip())
    said: list[Message | str] = [message(ROLES[use.role])]
    if makers:
        said.append(makers)
    if use.decorative:
        said.append(message(N_("decorative")))
    elif "alt_text" not in use.missing:
        said.append(message(N_("alt text ✓")))
    return said


def missing_words(use: PhotoUse) -> list[Message]:
    """What is missing, each as a short sentence."""
    return [message(text) for name, text in MISSING.items() if name in use.missing]


def alt_text_hint(alt_text: str, caption: str, *, decorative: bool) -> Message:
    """What to say of an alt text while it is written."""
    text = " ".join(alt_text.split())
    if decorative:
        return message(N_("Screen readers pass this photo over."))
    if not text:
        return message(N_("What should a reader know who cannot see it?"))
    if text.casefold() == " ".join(caption.split()).casefold():
        return message(N_("This repeats the caption. Say what is to be seen."))
    if len(text) > LONG_ALT_TEXT:
        return message(N_("That is long to listen to. One or two sentences do."))
    return message(N_("Say what is to be seen; the caption says what it means."))
