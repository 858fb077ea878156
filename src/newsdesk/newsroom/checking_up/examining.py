"""Checking a newsroom: everything in it is looked at beside whoever writes it, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.newsroom.checking_up.files import folder_faults, originals_faults
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.store import FILE_NAME, Checked, DamagedNewsroom, Fault, Finding, Remedy, check_file, found


class CheckStopped(Trouble):
    """The person stopped a check before it was done."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found, the gravest first, and how much there is: None where that cannot be read."""

    findings: tuple[Finding, ...]
    articles: int | None = None
    photos: int | None = None
    revisions: int | None = None

    @property
    def damaged(self) -> bool:
        """Whether the file itself is broken, so that a backup or a salvage is the way on."""
        return any(finding.fault is Fault.DAMAGED for finding in self.findings)

    @property
    def mendable(self) -> bool:
        """Whether a repair would put anything right."""
        return not self.damaged and any(
            finding.remedy in (Remedy.REPAIR, Remedy.BACKUP) for finding in self.findings
        )


def examine(
    folder: Path,
    progress: Progress = silent,
    *,
    thorough: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Health:
    """Look at everything in the newsroom in `folder`: its file, what is made from its records, its originals.

    `thorough` also compares each index of the file with its table. Nothing is written there; what is looked at is
    a copy, for which there must be room in the folder for passing files. Raises `Trouble` when there is no
    newsroom, when a later Newsdesk made it, and `CheckStopped`.
    """

    def telling(text: str) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            if cancelled():
                raise CheckStopped(N_("The check was stopped. Nothing was changed."))
            progress(message(text), done, total)

        return tell

    telling(N_("Reading the newsroom"))(0, 1)
    checked = _file_checked(folder, thorough, telling(N_("Checking the revisions")))
    findings = [*checked.findings]
    if checked.photos is not None:
        findings += originals_faults(folder, checked.photos, telling(N_("Checking the photos")))
    findings += folder_faults(folder)
    photos = None if checked.photos is None else len(checked.photos)
    return Health(tuple(findings), checked.articles, photos, checked.revisions)


def looks_sound(folder: Path) -> bool:
    """Whether the pages of the newsroom's file make sense: the quick part of `examine`."""
    return not Health(_file_checked(folder, False, lambda _done, _total: None, pages_only=True).findings).damaged


def _file_checked(
    folder: Path, thorough: bool, progress: Callable[[int, int], None], *, pages_only: bool = False
) -> Checked:
    file = folder / FILE_NAME
    if file.is_file() and not file.stat().st_size:
        return Checked(tuple(found(Fault.DAMAGED, [FILE_NAME])))
    with TemporaryDirectory(prefix="newsdesk-", ignore_cleanup_errors=True) as passing:
        try:
            copy = Path(passing) / FILE_NAME
            return check_file(folder, copy, progress, thorough=thorough, pages_only=pages_only)
        except DamagedNewsroom as trouble:
            return Checked(tuple(found(Fault.DAMAGED, [str(trouble.what)])))
