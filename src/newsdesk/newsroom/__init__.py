"""What a person can do in a newsroom, as plain functions over a store.

A name is loaded when it is first used, so that a command needs only what it does: listing articles must not wait
for what draws pictures.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "Added": "photos",
    "Candidate": "choosing",
    "CandidateKind": "choosing",
    "Copied": "delivering",
    "Delivery": "delivering",
    "Described": "describing",
    "EXTENSIONS": "delivering",
    "FIELDS": "setting",
    "Format": "delivering",
    "ImportReport": "importing",
    "Imported": "importing",
    "Intake": "photos",
    "LANGUAGES": "editions",
    "Outcome": "import_batch",
    "PALETTE": "sections",
    "PhotoUse": "describing",
    "PreviewPage": "previewing",
    "Previewer": "previewing",
    "Progress": "progress",
    "Published": "publishing",
    "Refused": "photos",
    "SETTINGS": "settings",
    "Taxonomy": "taxonomy",
    "Use": "placing",
    "add_edition": "editions",
    "add_photos": "photos",
    "add_picture": "photos",
    "add_section": "sections",
    "author_name": "opening",
    "candidates": "choosing",
    "change_article": "setting",
    "checked_base_url": "settings",
    "choose_newsroom": "opening",
    "colour_section": "sections",
    "conflict_warning": "placing_newsrooms",
    "copied": "delivering",
    "create_newsroom": "creating",
    "create_sample": "sample",
    "delete_articles": "articles",
    "deliver": "delivering",
    "describe_photo": "describing",
    "duplicate_article": "articles",
    "edit_text": "editing",
    "every_row": "listing",
    "export_site": "exporting",
    "find_article": "finding",
    "find_photo": "finding",
    "forgetting_warning": "remembering",
    "hide_place_warning": "remembering",
    "import_files": "importing",
    "in_scheme": "previewing",
    "is_place_warning_hidden": "remembering",
    "last_said": "describing",
    "look_into_newsroom": "opening",
    "manuscript_of_article": "manuscripts",
    "memory_damage": "memory_file",
    "moment_of": "setting",
    "move_section": "sections",
    "moves_site": "previewing",
    "needs_reason": "delivering",
    "new_article": "articles",
    "note_sending": "delivering",
    "now": "opening",
    "page_path": "exporting",
    "photo_uses": "describing",
    "place_warning": "placing_newsrooms",
    "previewed": "previewing",
    "publish": "publishing",
    "publish_all": "publishing",
    "read_newsroom": "opening",
    "readable_snippet": "snippets",
    "recent_newsrooms": "remembering",
    "rehearse": "rehearsing",
    "remember_newsroom": "remembering",
    "remember_site_folder": "remembering",
    "remove_edition": "editions",
    "remove_section": "sections",
    "rename_edition": "editions",
    "rename_person": "naming",
    "rename_section": "sections",
    "rename_topic": "naming",
    "scaled_photo": "scaling",
    "set_assignee": "editing",
    "set_bylines": "editing",
    "set_fields": "setting",
    "set_lead": "describing",
    "set_moment": "editing",
    "set_newsroom": "settings",
    "set_section": "editing",
    "set_status": "editing",
    "set_topics": "editing",
    "short_ids": "listing",
    "site_folder": "remembering",
    "system_zone": "zones",
    "take_back": "publishing",
    "thumbnail": "thumbnails",
    "translate_article": "articles",
    "unpublish": "publishing",
    "write_newsroom": "opening",
    "zone_in": "zones",
    "zone_of": "zones",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.articles import (
        delete_articles,
        duplicate_article,
        new_article,
        translate_article,
    )
    from newsdesk.newsroom.choosing import (
        Candidate,
        CandidateKind,
        candidates,
    )
    from newsdesk.newsroom.creating import (
        create_newsroom,
    )
    from newsdesk.newsroom.delivering import (
        EXTENSIONS,
        Copied,
        Delivery,
        Format,
        copied,
        deliver,
        needs_reason,
        note_sending,
    )
    from newsdesk.newsroom.describing import (
        Described,
        PhotoUse,
        describe_photo,
        last_said,
        photo_uses,
        set_lead,
    )
    from newsdesk.newsroom.editing import (
        edit_text,
        set_assignee,
        set_bylines,
        set_moment,
        set_section,
        set_status,
        set_topics,
    )
    from newsdesk.newsroom.editions import (
        LANGUAGES,
        add_edition,
        remove_edition,
        rename_edition,
    )
    from newsdesk.newsroom.exporting import (
        export_site,
        page_path,
    )
    from newsdesk.newsroom.finding import (
        find_article,
        find_photo,
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
    from newsdesk.newsroom.memory_file import (
        memory_damage,
    )
    from newsdesk.newsroom.naming import (
        rename_person,
        rename_topic,
    )
    from newsdesk.newsroom.opening import (
        author_name,
        choose_newsroom,
        look_into_newsroom,
        now,
        read_newsroom,
        write_newsroom,
    )
    from newsdesk.newsroom.photos import (
        Added,
        Intake,
        Refused,
        add_photos,
        add_picture,
    )
    from newsdesk.newsroom.placing import (
        Use,
    )
    from newsdesk.newsroom.placing_newsrooms import (
        conflict_warning,
        place_warning,
    )
    from newsdesk.newsroom.previewing import (
        Previewer,
        PreviewPage,
        in_scheme,
        moves_site,
        previewed,
    )
    from newsdesk.newsroom.progress import (
        Progress,
    )
    from newsdesk.newsroom.publishing import (
        Published,
        publish,
        publish_all,
        take_back,
        unpublish,
    )
    from newsdesk.newsroom.rehearsing import (
        rehearse,
    )
    from newsdesk.newsroom.remembering import (
        forgetting_warning,
        hide_place_warning,
        is_place_warning_hidden,
        recent_newsrooms,
        remember_newsroom,
        remember_site_folder,
        site_folder,
    )
    from newsdesk.newsroom.sample import (
        create_sample,
    )
    from newsdesk.newsroom.scaling import (
        scaled_photo,
    )
    from newsdesk.newsroom.sections import (
        PALETTE,
        add_section,
        colour_section,
        move_section,
        remove_section,
        rename_section,
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
    from newsdesk.newsroom.thumbnails import (
        thumbnail,
    )
    from newsdesk.newsroom.zones import (
        system_zone,
        zone_in,
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
    "LANGUAGES",
    "PALETTE",
    "SETTINGS",
    "Added",
    "Candidate",
    "CandidateKind",
    "Copied",
    "Delivery",
    "Described",
    "Format",
    "ImportReport",
    "Imported",
    "Intake",
    "Outcome",
    "PhotoUse",
    "PreviewPage",
    "Previewer",
    "Progress",
    "Published",
    "Refused",
    "Taxonomy",
    "Use",
    "add_edition",
    "add_photos",
    "add_picture",
    "add_section",
    "author_name",
    "candidates",
    "change_article",
    "checked_base_url",
    "choose_newsroom",
    "colour_section",
    "conflict_warning",
    "copied",
    "create_newsroom",
    "create_sample",
    "delete_articles",
    "deliver",
    "describe_photo",
    "duplicate_article",
    "edit_text",
    "every_row",
    "export_site",
    "find_article",
    "find_photo",
    "forgetting_warning",
    "hide_place_warning",
    "import_files",
    "in_scheme",
    "is_place_warning_hidden",
    "last_said",
    "look_into_newsroom",
    "manuscript_of_article",
    "memory_damage",
    "moment_of",
    "move_section",
    "moves_site",
    "needs_reason",
    "new_article",
    "note_sending",
    "now",
    "page_path",
    "photo_uses",
    "place_warning",
    "previewed",
    "publish",
    "publish_all",
    "read_newsroom",
    "readable_snippet",
    "recent_newsrooms",
    "rehearse",
    "remember_newsroom",
    "remember_site_folder",
    "remove_edition",
    "remove_section",
    "rename_edition",
    "rename_person",
    "rename_section",
    "rename_topic",
    "scaled_photo",
    "set_assignee",
    "set_bylines",
    "set_fields",
    "set_lead",
    "set_moment",
    "set_newsroom",
    "set_section",
    "set_status",
    "set_topics",
    "short_ids",
    "site_folder",
    "system_zone",
    "take_back",
    "thumbnail",
    "translate_article",
    "unpublish",
    "write_newsroom",
    "zone_in",
    "zone_of",
]
