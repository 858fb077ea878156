"""Measure Newsdesk beside its peers and write the tables to build/bench/results.md."""

from __future__ import annotations

import argparse
import os
import platform
from pathlib import Path

import comparing
import editor
import export
import photos
import preview
import start
import storage

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Run the chosen benchmarks, print their tables and keep them in build/bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "what", nargs="*", help="export, photos, storage, comparing, start, editor, preview (default: all)"
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=100_000, help="articles in the storage benchmark")
    chosen = parser.parse_args()
    work = ROOT / "build" / "bench"
    work.mkdir(parents=True, exist_ok=True)
    what = chosen.what or ["export", "photos", "storage", "comparing", "start", "editor", "preview"]
    tables = [f"# Measured on {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}\n"]
    if "export" in what:
        tables += [export.contest(work, count, chosen.rounds) for count in chosen.articles]
    if "photos" in what:
        tables.append(photos.contest(work / "photos", chosen.rounds))
    if "storage" in what:
        tables.append(storage.contest(work / "storage", chosen.rows))
    if "comparing" in what:
        tables.append(comparing.contest(chosen.rounds))
    if "start" in what:
        tables.append(start.contest(work / "start", chosen.rounds))
    if "editor" in what:
        tables.append(editor.contest(rounds=chosen.rounds))
    if "preview" in what:
        tables.append(preview.contest(work / "preview"))
    text = "\n".join(tables)
    (work / "results.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
