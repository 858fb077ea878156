"""What a person can do in a newsroom, as plain functions over a store.

A name is loaded when it is first used, so that a command needs only what it does: listing articles must not wait
for what draws pictures.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "Added": "photos",
    "Delivery": "delivering",
    "EXTENSIONS": "delivering",
    "FIELDS": "setting",
    "Format": "delivering",
    "ImportReport": "importing",
    "Imported": "importing",
    "Intake": "photos",
    "Outcome": "import_batch",
    "Progress": "progress",
    "Published": "publishing",
    "Refused": "photos",
    "SETTINGS": "settings",
    "Taxonomy": "taxonomy",
    "add_photos": "photos",
    "author_name": "opening",
    "change_article": "setting",
    "checked_base_url": "settings",
    "choose_newsroom": "opening",
    "create_newsroom": "creating",
    "create_sample": "sample",
    "delete_articles": "articles",
    "deliver": "delivering",
    "duplicate_article": "articles",
    "edit_text": "editing",
    "every_row": "listing",
    "export_site": "exporting",
    "find_article": "finding",
    "find_photo": "finding",
    "import_files": "importing",
    "manuscript_of_article": "manuscripts",
    "moment_of": "setting",
    "needs_reason": "delivering",
    "new_article": "articles",
    "note_sending": "delivering",
    "now": "opening",
    "publish": "publishing",
    "read_newsroom": "opening",
    "readable_snippet": "snippets",
    "ref_of": "finding",
    "remember_newsroom": "opening",
    "set_bylines": "editing",
    "set_fields": "setting",
    "set_moment": "editing",
    "set_newsroom": "settings",
    "set_section": "editing",
    "set_status": "editing",
    "set_topics": "editing",
    "short_ids": "listing",
    "system_zone": "zones",
    "translate_article": "articles",
    "thumbnail": "thumbnails",
    "unpublish": "publishing",
    "write_newsroom": "opening",
    "zone_of": "zones",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.articles import (
        delete_articles,
        duplicate_article,
        new_article,
        translate_article,
    )
    from newsdesk.newsroom.creating import (
        create_newsroom,
    )
    from newsdesk.newsroom.delivering import (
        EXTENSIONS,
        Delivery,
        Format,
        deliver,
        needs_reason,
        note_sending,
    )
    from newsdesk.newsroom.editing import (
        edit_text,
        set_bylines,
        set_moment,
        set_section,
        set_status,
        set_topics,
    )
    from newsdesk.newsroom.exporting import (
        export_site,
    )
    from newsdesk.newsroom.finding import (
        find_article,
        find_photo,
        ref_of,
    )
    from newsdesk.newsroom.import_batch import (
        Outcome,
    )
    from newsdesk.newsroom.importing import (
        Imported,
        ImportReport,
        import_files,
    )
    from newsdesk.newsroom.listing import (
        every_row,
        short_ids,
    )
    from newsdesk.newsroom.manuscripts import (
        manuscript_of_article,
    )
    from newsdesk.newsroom.opening import (
        author_name,
        choose_newsroom,
        now,
        read_newsroom,
        remember_newsroom,
        write_newsroom,
    )
    from newsdesk.newsroom.photos import (
        Added,
        Intake,
        Refused,
        add_photos,
    )
    from newsdesk.newsroom.progress import (
        Progress,
    )
    from newsdesk.newsroom.publishing import (
        Published,
        publish,
        unpublish,
    )
    from newsdesk.newsroom.sample import (
        create_sample,
    )
    from newsdesk.newsroom.setting import (
        FIELDS,
        change_article,
        moment_of,
        set_fields,
    )
    from newsdesk.newsroom.settings import (
        SETTINGS,
        checked_base_url,
        set_newsroom,
    )
    from newsdesk.newsroom.snippets import (
        readable_snippet,
    )
    from newsdesk.newsroom.taxonomy import (
        Taxonomy,
    )
    from newsdesk.newsroom.zones import (
        system_zone,
        zone_of,
    )
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "EXTENSIONS",
    "FIELDS",
    "SETTINGS",
    "Added",
    "Delivery",
    "Format",
    "ImportReport",
    "Imported",
    "Intake",
    "Outcome",
    "Progress",
    "Published",
    "Refused",
    "Taxonomy",
    "add_photos",
    "author_name",
    "change_article",
    "checked_base_url",
    "choose_newsroom",
    "create_newsroom",
    "create_sample",
    "delete_articles",
    "deliver",
    "duplicate_article",
    "edit_text",
    "every_row",
    "export_site",
    "find_article",
    "find_photo",
    "import_files",
    "manuscript_of_article",
    "moment_of",
    "needs_reason",
    "new_article",
    "note_sending",
    "now",
    "publish",
    "read_newsroom",
    "readable_snippet",
    "ref_of",
    "remember_newsroom",
    "set_bylines",
    "set_fields",
    "set_moment",
    "set_newsroom",
    "set_section",
    "set_status",
    "set_topics",
    "short_ids",
    "system_zone",
    "translate_article",
    "thumbnail",
    "unpublish",
    "write_newsroom",
    "zone_of",
]
