"""All the checks of a newsroom's file, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.model.photo import Photo
from newsdesk.store.connection import raw, transaction
from newsdesk.store.health import (
    Fault,
    Finding,
    OnContent,
    bad_contents,
    broken_references,
    copied,
    damages,
    missing_log,
    search_faults,
    spare_contents,
)
from newsdesk.store.health_derived import derived_faults
from newsdesk.store.reading import load


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and how much there is; None where the file is too damaged to tell."""

    findings: tuple[Finding, ...]
    articles: int | None = None
    revisions: int | None = None
    photos: tuple[Photo, ...] | None = None


def check_file(
    folder: Path, copy: Path, progress: OnContent, *, thorough: bool = False, pages_only: bool = False
) -> Checked:
    """Check the newsroom in `folder` by a `copy` of it; `progress` is told how many revisions were looked at.

    `thorough` compares each index with its table; `pages_only` leaves all but the pages out. Raises
    `DamagedNewsroom` when it cannot be read at all, and what `open_reader` raises.
    """
    with copied(folder, copy) as connection:
        findings = damages(connection, thorough=thorough)
        broken = any(finding.fault is Fault.DAMAGED for finding in findings)
        if broken or pages_only:
            return Checked(tuple(findings))
        bad, of_contents = bad_contents(connection, progress)
        findings += broken_references(connection)
        findings += of_contents
        findings += spare_contents(connection)
        findings += missing_log(connection)
        with transaction(connection):
            findings += search_faults(connection)
            findings += derived_faults(connection, bad)
        photos = tuple(load(connection, Photo))
        return Checked(tuple(findings), _count(connection, "article"), _count(connection, "revision"), photos)


def _count(connection: Connection, table: str) -> int:
    count: int = raw(connection).execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count
