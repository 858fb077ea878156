"""What a check, a repair and a salvage say to a person. The texts are made where they are shown."""

from __future__ import annotations

from collections.abc import Callable

from newsdesk.i18n import ntr, tr
from newsdesk.store import Fault, Finding, Remedy, Salvaged, Saved


def _spare(count: int) -> str:
    return ntr(
        "{count} file among the originals belongs to no photo.",
        "{count} files among the originals belong to no photo.",
        count,
    )


_FOUND: dict[Fault, Callable[[int], str]] = {
    Fault.DAMAGED: lambda count: ntr(
        "The newsroom’s file is damaged, in {count} place.",
        "The newsroom’s file is damaged, in {count} places.",
        count,
    ),
    Fault.INDEXES: lambda count: ntr(
        "{count} entry of an index does not agree with the records.",
        "{count} entries of indexes do not agree with the records.",
        count,
    ),
    Fault.REFERENCES: lambda count: ntr(
        "{count} record refers to something that is not there.",
        "{count} records refer to something that is not there.",
        count,
    ),
    Fault.SEARCH: lambda count: ntr(
        "The search does not know {count} article as it stands.",
        "The search does not know {count} articles as they stand.",
        count,
    ),
    Fault.DERIVED: lambda count: ntr(
        "What is noted beside {count} article for lists and pages is out of date.",
        "What is noted beside {count} articles for lists and pages is out of date.",
        count,
    ),
    Fault.CONTENTS: lambda count: ntr(
        "The text of {count} version is damaged.", "The texts of {count} versions are damaged.", count
    ),
    Fault.SPARE_CONTENTS: lambda count: ntr(
        "{count} text belongs to no version.", "{count} texts belong to no version.", count
    ),
    Fault.NO_LOG: lambda _count: tr("The log of what was done is empty."),
    Fault.ORIGINALS_MISSING: lambda count: ntr(
        "The original of {count} photo is missing.", "The originals of {count} photos are missing.", count
    ),
    Fault.ORIGINALS_ALTERED: lambda count: ntr(
        "The original of {count} photo is not the file that was added.",
        "The originals of {count} photos are not the files that were added.",
        count,
    ),
    Fault.SPARE_ORIGINALS: _spare,
    Fault.KEPT_ORIGINALS: _spare,
    Fault.LEFTOVERS: lambda count: ntr(
        "{count} file was left by a Newsdesk that did not end properly.",
        "{count} files were left by a Newsdesk that did not end properly.",
        count,
    ),
    Fault.CONFLICTS: lambda count: ntr(
        "A sync service left {count} other version of the newsroom’s file.",
        "A sync service left {count} other versions of the newsroom’s file.",
        count,
    ),
}

_HELPS: dict[Fault, Callable[[], str]] = {
    Fault.DAMAGED: lambda: tr("Bring back the newest good backup, or save what can still be read."),
    Fault.INDEXES: lambda: tr("Repair makes the indexes again from the records."),
    Fault.REFERENCES: lambda: tr("Repair takes out what refers to nothing, and keeps every article."),
    Fault.SEARCH: lambda: tr("Repair reads all articles into the search again."),
    Fault.DERIVED: lambda: tr("Repair works it out again from the articles and photos."),
    Fault.CONTENTS: lambda: tr("The articles themselves are well; only a backup still has these versions."),
    Fault.SPARE_CONTENTS: lambda: tr("Repair takes them out; no article or version needs them."),
    Fault.NO_LOG: lambda: tr("Nothing of the articles is lost. A new log begins with the next change."),
    Fault.ORIGINALS_MISSING: lambda: tr("Repair brings back those that a backup has. Add the others once more."),
    Fault.ORIGINALS_ALTERED: lambda: tr(
        "Repair brings back those that a backup has, and keeps the altered files aside."
    ),
    Fault.SPARE_ORIGINALS: lambda: tr("Newsdesk leaves such files alone."),
    Fault.KEPT_ORIGINALS: lambda: tr("They may belong to photos whose record was lost: keep them."),
    Fault.LEFTOVERS: lambda: tr("Nothing is lost by them. Repair clears them away."),
    Fault.CONFLICTS: lambda: tr(
        "Look into each before you delete it: it may hold text that this newsroom has not."
    ),
}

_MENDED: dict[Fault, Callable[[int], str]] = {
    Fault.INDEXES: lambda _count: tr("The indexes were made again."),
    Fault.REFERENCES: lambda count: ntr(
        "{count} reference to nothing was taken out.", "{count} references to nothing were taken out.", count
    ),
    Fault.SEARCH: lambda _count: tr("The search knows all articles again as they stand."),
    Fault.DERIVED: lambda count: ntr(
        "What is noted beside {count} article is up to date.",
        "What is noted beside {count} articles is up to date.",
        count,
    ),
    Fault.SPARE_CONTENTS: lambda count: ntr(
        "{count} text of no version was taken out.", "{count} texts of no version were taken out.", count
    ),
    Fault.ORIGINALS_MISSING: lambda count: ntr(
        "The original of {count} photo is back from a backup.",
        "The originals of {count} photos are back from a backup.",
        count,
    ),
    Fault.ORIGINALS_ALTERED: lambda count: ntr(
        "The original of {count} photo is back from a backup; the altered file is kept aside.",
        "The originals of {count} photos are back from a backup; the altered files are kept aside.",
        count,
    ),
    Fault.LEFTOVERS: lambda count: ntr(
        "{count} file that was left over was cleared away.",
        "{count} files that were left over were cleared away.",
        count,
    ),
}

_SAVED: dict[str, Callable[[int, int], str]] = {
    "article": lambda saved, count: ntr(
        "{saved} of {count} article", "{saved} of {count} articles", count, saved=saved
    ),
    "revision": lambda saved, count: ntr(
        "{saved} of {count} version", "{saved} of {count} versions", count, saved=saved
    ),
    "photo": lambda saved, count: ntr("{saved} of {count} photo", "{saved} of {count} photos", count, saved=saved),
    "placement": lambda saved, count: ntr(
        "{saved} of {count} photo in its place", "{saved} of {count} photos in their places", count, saved=saved
    ),
    "section": lambda saved, count: ntr(
        "{saved} of {count} section", "{saved} of {count} sections", count, saved=saved
    ),
    "topic": lambda saved, count: ntr("{saved} of {count} topic", "{saved} of {count} topics", count, saved=saved),
    "person": lambda saved, count: ntr(
        "{saved} of {count} person", "{saved} of {count} people", count, saved=saved
    ),
    "edition": lambda saved, count: ntr(
        "{saved} of {count} edition", "{saved} of {count} editions", count, saved=saved
    ),
}


def found_words(finding: Finding) -> str:
    """What is wrong, in one sentence."""
    return _FOUND[finding.fault](finding.count)


def help_words(finding: Finding) -> str:
    """What helps, in one sentence."""
    return _HELPS[finding.fault]()


def left_words(finding: Finding) -> str:
    """What helps after a repair that left it, in one sentence."""
    if finding.remedy is Remedy.BACKUP:
        return tr("No backup has what is missing. Add the photo’s file once more.")
    return help_words(finding)


def mended_words(finding: Finding) -> str:
    """What a repair did about it, in one sentence."""
    known = finding.remedy in (Remedy.REPAIR, Remedy.BACKUP)
    return _MENDED[finding.fault](finding.count) if known else help_words(finding)


def saved_words(saved: Saved) -> str:
    """How much of one kind was saved: “198 of 200 articles”."""
    return _SAVED[saved.table](saved.saved, saved.saved + saved.lost)


def salvage_words(salvaged: Salvaged) -> list[str]:
    """What became of the articles in a salvage, a sentence each; the first tells how many there are."""
    articles = next(saved for saved in salvaged.kinds if saved.table == "article")
    said = [
        ntr(
            "{saved} of {count} article was saved.",
            "{saved} of {count} articles were saved.",
            articles.saved + articles.lost,
            saved=articles.saved,
        )
    ]
    if salvaged.revived:
        said.append(
            ntr(
                "{count} of them was brought back from its newest version: {names}",
                "{count} of them were brought back from their newest versions: {names}",
                len(salvaged.revived),
                names=_named(salvaged.revived),
            )
        )
    if salvaged.cut:
        said.append(
            ntr(
                "Of {count} article a part of the text is lost: {names}",
                "Of {count} articles a part of the text is lost: {names}",
                len(salvaged.cut),
                names=_named(salvaged.cut),
            )
        )
    if articles.lost:
        said.append(
            ntr(
                "{count} article can only be had from a backup: {names}",
                "{count} articles can only be had from a backup: {names}",
                articles.lost,
                names=_named(salvaged.lost),
            )
        )
    return said


def _named(names: tuple[str, ...], most: int = 12) -> str:
    shown = ", ".join(tr("“{name}”", name=name) for name in names[:most])
    return f"{shown} …" if len(names) > most else shown
