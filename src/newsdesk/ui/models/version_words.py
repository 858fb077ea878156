"""Versions of an article in the words of the window: when, by whom, why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from newsdesk.i18n import N_, Message, message, tr
from newsdesk.model.revision import Reason, Revision
from newsdesk.newsroom.history import Restored
from newsdesk.ui.models.wording import moment_words

SHORT_REASONS: Mapping[Reason, str] = {
    Reason.RELEASE: N_("Published"),
    Reason.IMPORT: N_("Imported"),
    Reason.NAMED: N_("Named"),
    Reason.REPLACED: N_("Before an import"),
    Reason.AUTOMATIC: N_("Automatic"),
    Reason.STATUS: N_("Status"),
    Reason.SENT: N_("Sent"),
    Reason.RESTORED: N_("Before bringing back"),
    Reason.RESCUED: N_("Rescued"),
    Reason.DELETED: N_("Before deleting"),
}
"""Why a version was kept, in a word or two."""


def short_reason(revision: Revision) -> str:
    """Why a version was kept, or what a person called it."""
    if revision.name:
        # It may run the other way than the words around it.
        return tr("“{name}”", name=f"\u2068{revision.name}\u2069")
    return tr(SHORT_REASONS[revision.reason])


def version_words(revision: Revision | None, now: datetime, zone: tzinfo) -> str:
    """A version in one line: “9 Jan, 14:02 · Ada · Published”; None is the working copy."""
    if revision is None:
        return tr("Now")
    said = (moment_words(revision.created, now, zone), revision.author, short_reason(revision))
    return tr(" · ").join(text for text in said if text)


def restored_words(done: Message, restored: Restored) -> Message:
    """What is said when something came back, with what could not come with it."""
    if not restored.left_out:
        return done
    return message(
        N_("{done} {left_out}"), done=str(done), left_out=" ".join(str(each) for each in restored.left_out)
    )
