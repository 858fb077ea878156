"""Long work that says how far it is, and that a person can stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.backups.records import Cancelled
from newsdesk.i18n import N_, Message, message

Progress = Callable[[Message, int, int], None]
"""Is told what is being done, how many of it are done, and how many there are."""

COPYING = N_("Copying the newsroom")
PHOTOS = N_("Copying photos")
PACKING = N_("Packing the backup")
CHECKING = N_("Checking the backup")
UNPACKING = N_("Unpacking the backup")


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far work is, and who is asked whether it should go on."""

    progress: Progress
    cancelled: Callable[[], bool]

    def tell(self, name: str, done: int, total: int) -> None:
        """Say how far it is; Cancelled when it should not go on. `name` is marked by N_."""
        if self.cancelled():
            raise Cancelled(N_("The work on the backup was stopped. Nothing half-made was left."))
        self.progress(message(name), done, total)
