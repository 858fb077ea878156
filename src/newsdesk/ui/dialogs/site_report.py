"""What an export did or would do, in words."""

from __future__ import annotations

from newsdesk.i18n import ntr, tr
from newsdesk.publish import Report


def written_text(report: Report, *, done: bool) -> str:
    """How many files are written, changed and removed."""
    written = report.written
    counts = {"new": len(written.new), "changed": len(written.changed), "removed": len(written.removed)}
    if not any(counts.values()):
        return tr("No file has changed.") if done else tr("No file changes.")
    if done:
        return tr("Files: {new} new, {changed} changed, {removed} removed.", **counts)
    return tr("Writes {new} new files, changes {changed}, removes {removed}.", **counts)


def left_out_text(report: Report) -> str:
    """What is not in the site."""
    left, said = report.left_out, []
    if left.drafts:
        said.append(ntr("1 draft is not in this site.", "{count} drafts are not in this site.", left.drafts))
    if left.waiting:
        said.append(ntr("1 article waits for its time.", "{count} articles wait for their time.", len(left.waiting)))
    if left.withheld:
        said.append(ntr("1 article is held back.", "{count} articles are held back.", left.withheld))
    return " ".join(said)


def paths_text(report: Report) -> str:
    """Every file with a sign before it, then the remarks."""
    written = report.written
    marked = (("+", written.new), ("~", written.changed), ("−", written.removed))
    lines = [f"{mark} {path}" for mark, paths in marked for path in sorted(paths)]
    return "\n".join([*lines, *(f"! {remark.text}" for remark in report.remarks)])
