"""The history of an article in words: why a version was kept, and what changed in it."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.i18n import N_
from newsdesk.model.revision import Reason

REASONS: Mapping[Reason, str] = {
    Reason.RELEASE: N_("Published"),
    Reason.IMPORT: N_("Imported"),
    Reason.NAMED: N_("Named"),
    Reason.REPLACED: N_("Before an import replaced it"),
    Reason.AUTOMATIC: N_("Kept by itself"),
    Reason.STATUS: N_("Status"),
    Reason.SENT: N_("Sent"),
    Reason.RESTORED: N_("Before something was brought back"),
    Reason.RESCUED: N_("Rescued"),
    Reason.DELETED: N_("Before it was deleted"),
}
"""Why a version was kept, as people are told."""
