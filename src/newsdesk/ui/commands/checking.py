"""Checking the newsroom: the sheet, and what follows when it closes."""

from __future__ import annotations

from newsdesk.ui.commands.parts import Parts


def check_newsroom(parts: Parts) -> None:
    """Open the sheet that checks everything."""
    # Loaded with the first check: no window waits for it.
    from newsdesk.ui.dialogs.health import HealthDialog

    dialog = HealthDialog(parts.context, parts.frame)
    dialog.repaired.connect(lambda: parts.window.doors.open(parts.context.folder))
    dialog.ways_wanted.connect(parts.window.doors.ways_out)
    dialog.open()
