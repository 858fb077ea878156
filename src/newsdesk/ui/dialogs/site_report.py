"""What an export did or would do, in words."""

from __future__ import annotations

from newsdesk.i18n import ntr, tr
from newsdesk.publish import Report


def written_text(report: Report, *, done: bool) -> str:
    """How many files are written, changed and removed."""
    written = report.written
    new, changed, removed = len(written.new), len(written.changed), len(written.removed)
    if not (new or changed or removed):
        return tr("No file has changed.") if done else tr("No file changes.")
    counts = {
        "new": ntr("1 file", "{count} files", new) if new else tr("no new file"),
        "changed": str(changed) if changed else tr("none"),
        "removed": str(removed) if removed else tr("none"),
    }
    if done:
        return tr("Wrote {new}, changed {changed}, removed {removed}.", **counts)
    return tr("Writes {new}, changes {changed}, removes {removed}.", **counts)


def left_out_text(report: Report) -> str:
    """What is not in the site."""
    left, said = report.left_out, []
    waiting = len(left.waiting)
    if left.drafts:
        said.append(
            ntr(
                "1 unpublished article is not in this site.",
                "{count} unpublished articles are not in this site.",
                left.drafts,
            )
        )
    if waiting:
        said.append(ntr("1 article waits for its time.", "{count} articles wait for their time.", waiting))
    if left.withheld:
        said.append(ntr("1 article is held back.", "{count} articles are held back.", left.withheld))
    return " ".join(said)


def paths_text(report: Report) -> str:
    """Every file with a sign before it, then the remarks."""
    written = report.written
    marked = (("+", written.new), ("~", written.changed), ("−", written.removed))
    lines = [f"{mark} {path}" for mark, paths in marked for path in sorted(paths)]
    return "\n".join([*lines, *(f"! {remark.text}" for remark in report.remarks)])
