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
    "CheckStopped": "checking_up",
    "Copied": "delivering",
    "Copy": "rescuing_copy",
    "Delivery": "delivering",
    "Described": "describing",
    "Difference": "rescuing_back",
    "EXTENSIONS": "delivering",
    "FIELDS": "setting",
    "Format": "delivering",
    "Health": "checking_up",
    "ImportReport": "importing",
    "Imported": "importing",
    "Intake": "photos",
    "LANGUAGES": "editions",
    "ListedBackup": "backing_up",
    "Offer": "rescuing_back",
    "Outcome": "import_batch",
    "PALETTE": "sections",
    "PhotoUse": "describing",
    "PlainCopy": "plain_copy",
    "PreviewPage": "previewing",
    "Previewer": "previewing",
    "Progress": "progress",
    "Published": "publishing",
    "REASONS": "history_words",
    "ReadBack": "plain_copy_reading",
    "Refused": "photos",
    "Repaired": "checking_up_repair",
    "RescueFile": "rescuing",
    "Rescued": "rescuing",
    "Restored": "history_records",
    "SETTINGS": "settings",
    "Spot": "backing_up",
    "Taxonomy": "taxonomy",
    "Typed": "rescuing",
    "Use": "placing",
    "Version": "history_records",
    "add_edition": "editions",
    "add_photos": "photos",
    "add_picture": "photos",
    "add_section": "sections",
    "author_name": "opening",
    "back_up": "backing_up",
    "backup_is_due": "backing_up",
    "backup_place": "backing_up_places",
    "backup_usage": "backing_up",
    "backups_of": "backing_up",
    "binned": "bin",
    "candidates": "choosing",
    "change_article": "setting",
    "check_backup": "backing_up",
    "checked_base_url": "settings",
    "choose_newsroom": "opening",
    "clear_old_bin": "bin",
    "colour_section": "sections",
    "compare_versions": "history",
    "compared": "rescuing_back",
    "conflict_warning": "placing_newsrooms",
    "copied": "delivering",
    "copied_counter": "backing_up_places",
    "copies": "rescuing_copy",
    "copy_off": "backing_up",
    "counter_of": "backing_up",
    "create_newsroom": "creating",
    "create_sample": "sample",
    "delete_articles": "articles",
    "delete_newsroom": "backing_up_restoring",
    "deliver": "delivering",
    "describe_photo": "describing",
    "duplicate_article": "articles",
    "edit_text": "editing",
    "empty_bin": "bin",
    "every_row": "listing",
    "examine": "checking_up",
    "export_site": "exporting",
    "find_article": "finding",
    "find_photo": "finding",
    "fingerprint": "rescuing",
    "grouped": "rescuing",
    "hide_place_warning": "remembering",
    "import_files": "importing",
    "in_scheme": "previewing",
    "is_place_warning_hidden": "remembering",
    "is_plain_copy": "plain_copy_folder",
    "keep_rescued": "rescuing_back",
    "keep_version": "history",
    "last_copy_off": "backing_up_places",
    "last_said": "describing",
    "look_into_newsroom": "opening",
    "looks_sound": "checking_up",
    "make_article_of_rescued": "rescuing_back",
    "manuscript_of_article": "manuscripts",
    "moment_of": "setting",
    "move_section": "sections",
    "moves_site": "previewing",
    "needs_reason": "delivering",
    "new_article": "articles",
    "newest_backup": "backing_up",
    "note_sending": "delivering",
    "now": "opening",
    "offers": "rescuing_back",
    "page_path": "exporting",
    "photo_uses": "describing",
    "place_warning": "placing_newsrooms",
    "previewed": "previewing",
    "publish": "publishing",
    "publish_all": "publishing",
    "read_newsroom": "opening",
    "read_plain_copy": "plain_copy_reading",
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
    "repair": "checking_up_repair",
    "rescue_path": "rescuing",
    "restore": "backing_up_restoring",
    "restore_field": "history_restoring",
    "restore_over": "backing_up_restoring",
    "restore_passage": "history_restoring",
    "restore_photo": "history_restoring",
    "restore_version": "history_restoring",
    "scaled_photo": "scaling",
    "second_place": "backing_up_places",
    "set_assignee": "editing",
    "set_backup_place": "backing_up_places",
    "set_bylines": "editing",
    "set_fields": "setting",
    "set_lead": "describing",
    "set_moment": "editing",
    "set_newsroom": "settings",
    "set_second_place": "backing_up_places",
    "set_section": "editing",
    "set_status": "editing",
    "set_topics": "editing",
    "short_ids": "listing",
    "signature_lines": "rescuing_back",
    "site_folder": "remembering",
    "system_zone": "zones",
    "take_back": "publishing",
    "take_from_bin": "bin",
    "take_rescued": "rescuing_back",
    "thumbnail": "thumbnails",
    "translate_article": "articles",
    "unpublish": "publishing",
    "unreadable_backups": "backing_up",
    "versions": "history",
    "write_backup_file": "backing_up",
    "write_copies": "rescuing_copy",
    "write_newsroom": "opening",
    "write_plain_copy": "plain_copy",
    "zone_of": "zones",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.articles import (
        delete_articles,
        duplicate_article,
        new_article,
        translate_article,
    )
    from newsdesk.newsroom.backing_up import (
        ListedBackup,
        Spot,
        back_up,
        backup_is_due,
        backup_usage,
        backups_of,
        check_backup,
        copy_off,
        counter_of,
        newest_backup,
        unreadable_backups,
        write_backup_file,
    )
    from newsdesk.newsroom.backing_up_places import (
        backup_place,
        copied_counter,
        last_copy_off,
        second_place,
        set_backup_place,
        set_second_place,
    )
    from newsdesk.newsroom.backing_up_restoring import (
        delete_newsroom,
        restore,
        restore_over,
    )
    from newsdesk.newsroom.bin import (
        binned,
        clear_old_bin,
        empty_bin,
        take_from_bin,
    )
    from newsdesk.newsroom.checking_up import (
        CheckStopped,
        Health,
        examine,
        looks_sound,
    )
    from newsdesk.newsroom.checking_up_repair import (
        Repaired,
        repair,
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
    from newsdesk.newsroom.history import (
        compare_versions,
        keep_version,
        versions,
    )
    from newsdesk.newsroom.history_records import (
        Restored,
        Version,
    )
    from newsdesk.newsroom.history_restoring import (
        restore_field,
        restore_passage,
        restore_photo,
        restore_version,
    )
    from newsdesk.newsroom.history_words import (
        REASONS,
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
    from newsdesk.newsroom.placing_newsrooms import conflict_warning, place_warning
    from newsdesk.newsroom.plain_copy import (
        PlainCopy,
        write_plain_copy,
    )
    from newsdesk.newsroom.plain_copy_folder import (
        is_plain_copy,
    )
    from newsdesk.newsroom.plain_copy_reading import (
        ReadBack,
        read_plain_copy,
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
        hide_place_warning,
        is_place_warning_hidden,
        recent_newsrooms,
        remember_newsroom,
        remember_site_folder,
        site_folder,
    )
    from newsdesk.newsroom.rescuing import (
        Rescued,
        RescueFile,
        Typed,
        fingerprint,
        grouped,
        rescue_path,
    )
    from newsdesk.newsroom.rescuing_back import (
        Difference,
        Offer,
        compared,
        keep_rescued,
        make_article_of_rescued,
        offers,
        signature_lines,
        take_rescued,
    )
    from newsdesk.newsroom.rescuing_copy import (
        Copy,
        copies,
        write_copies,
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
    "REASONS",
    "SETTINGS",
    "Added",
    "Candidate",
    "CandidateKind",
    "CheckStopped",
    "Copied",
    "Copy",
    "Delivery",
    "Described",
    "Difference",
    "Format",
    "Health",
    "ImportReport",
    "Imported",
    "Intake",
    "ListedBackup",
    "Offer",
    "Outcome",
    "PhotoUse",
    "PlainCopy",
    "PreviewPage",
    "Previewer",
    "Progress",
    "Published",
    "ReadBack",
    "Refused",
    "Repaired",
    "RescueFile",
    "Rescued",
    "Restored",
    "Spot",
    "Taxonomy",
    "Typed",
    "Use",
    "Version",
    "add_edition",
    "add_photos",
    "add_picture",
    "add_section",
    "author_name",
    "back_up",
    "backup_is_due",
    "backup_place",
    "backup_usage",
    "backups_of",
    "binned",
    "candidates",
    "change_article",
    "check_backup",
    "checked_base_url",
    "choose_newsroom",
    "clear_old_bin",
    "colour_section",
    "compare_versions",
    "compared",
    "conflict_warning",
    "copied",
    "copied_counter",
    "copies",
    "copy_off",
    "counter_of",
    "create_newsroom",
    "create_sample",
    "delete_articles",
    "delete_newsroom",
    "deliver",
    "describe_photo",
    "duplicate_article",
    "edit_text",
    "empty_bin",
    "every_row",
    "examine",
    "export_site",
    "find_article",
    "find_photo",
    "fingerprint",
    "grouped",
    "hide_place_warning",
    "import_files",
    "in_scheme",
    "is_place_warning_hidden",
    "is_plain_copy",
    "keep_rescued",
    "keep_version",
    "last_copy_off",
    "last_said",
    "look_into_newsroom",
    "looks_sound",
    "make_article_of_rescued",
    "manuscript_of_article",
    "moment_of",
    "move_section",
    "moves_site",
    "needs_reason",
    "new_article",
    "newest_backup",
    "note_sending",
    "now",
    "offers",
    "page_path",
    "photo_uses",
    "place_warning",
    "previewed",
    "publish",
    "publish_all",
    "read_newsroom",
    "read_plain_copy",
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
    "repair",
    "rescue_path",
    "restore",
    "restore_field",
    "restore_over",
    "restore_passage",
    "restore_photo",
    "restore_version",
    "scaled_photo",
    "second_place",
    "set_assignee",
    "set_backup_place",
    "set_bylines",
    "set_fields",
    "set_lead",
    "set_moment",
    "set_newsroom",
    "set_second_place",
    "set_section",
    "set_status",
    "set_topics",
    "short_ids",
    "signature_lines",
    "site_folder",
    "system_zone",
    "take_back",
    "take_from_bin",
    "take_rescued",
    "thumbnail",
    "translate_article",
    "unpublish",
    "unreadable_backups",
    "versions",
    "write_backup_file",
    "write_copies",
    "write_newsroom",
    "write_plain_copy",
    "zone_of",
]
