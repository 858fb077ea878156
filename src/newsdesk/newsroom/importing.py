"""Taking Markdown files in as articles: each file whole or not at all, the good ones in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.exchange import read_markdown
from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.newsroom.backing_up.making import back_up_before_import
from newsdesk.newsroom.import_batch import Batch, Draft, Outcome
from newsdesk.newsroom.photos import Refused
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.newsroom.zones import zone_of
from newsdesk.paths import state_folder
from newsdesk.store import Store

READING = N_("Reading articles")
WRITING = N_("Writing articles")


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that came from a file. `ref` names it: a slug, or one with its edition's prefix."""

    file: Path
    id: ArticleId
    ref: str
    headline: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the files. `made` are the new sections, topics, people and editions."""

    imported: tuple[Imported, ...]
    refused: tuple[Refused, ...]
    made: tuple[Message, ...]
    warnings: tuple[Message, ...]


def import_files(
    store: Store,
    files: Sequence[Path],
    *,
    strict: bool = False,
    update: bool = False,
    backup: bool = True,
    progress: Progress = silent,
) -> ImportReport:
    """Take articles in from Markdown files; docs/import.md describes them.

    `strict` refuses files that name a section, topic, person or edition that is not there. `update` changes an
    article whose slug a file states, in what the file states, instead of refusing the file. The newsroom is backed
    up before many files are taken in or any article is changed, unless `backup` says no; when that cannot be,
    `Trouble` is raised and nothing is taken in.
    """
    if backup:
        back_up_before_import(store, len(files), update, state_folder(), progress)
    batch = Batch(store, strict=strict, update=update)
    zone = zone_of(store.read.newsroom())
    refused: list[Refused] = []
    for done, file in enumerate(files):
        progress(message(READING), done, len(files))
        try:
            batch.take(read_markdown(file, zone))
        except Trouble as trouble:
            refused.append(Refused(file, trouble))
    batch.link()
    drafts = batch.drafts
    progress(message(WRITING), 0, len(drafts))
    if batch.photos.changed() or any(draft.outcome is not Outcome.UNCHANGED for draft in drafts):
        with store.step(message(N_("Import articles ({count})"), count=len(drafts))):
            _write(store, batch)
    progress(message(WRITING), len(drafts), len(drafts))
    return ImportReport(
        imported=tuple(
            Imported(
                draft.manuscript.source, draft.article.id, batch.ref(draft), draft.article.headline, draft.outcome
            )
            for draft in drafts
        ),
        refused=tuple(refused),
        made=tuple(batch.taxonomy.said),
        warnings=(*batch.photos.warnings, *batch.warnings),
    )


def _write(store: Store, batch: Batch) -> None:
    """Write what a batch holds: within a step, and in the order in which records refer to each other."""
    drafts = [draft for draft in batch.drafts if draft.outcome is not Outcome.UNCHANGED]
    released = [draft for draft in drafts if draft.released]
    others = [draft for draft in drafts if not draft.released]
    store.put_all(batch.taxonomy.made)
    store.put_all(batch.photos.changed())
    # What an import replaces may be words that were never kept: no import loses them.
    store.keep_all((draft.before for draft in drafts if draft.before), Reason.REPLACED)
    store.keep_all(map(_snapshot, others), Reason.IMPORT)
    revisions = store.keep_all(map(_snapshot, released), Reason.RELEASE)
    articles: list[Article] = [draft.article for draft in others]
    articles += [draft.with_release(revision.id) for draft, revision in zip(released, revisions, strict=True)]
    store.put_all(articles)
    for draft in drafts:
        for placement in draft.placements_gone:
            store.remove(type(placement), placement.id)
    store.put_all(placement for draft in drafts for placement in draft.placements)


def _snapshot(draft: Draft) -> Snapshot:
    return Snapshot(draft.article, draft.placements)
