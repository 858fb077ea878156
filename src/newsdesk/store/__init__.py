"""The newsroom file: records in, records out, steps that can be undone, revisions that stay.

A name is loaded when it is first used: what checks and salvages a file is not needed to write one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "ASIDE_NAME": "newsdesk.store.setting_aside",
    "ArticleRow": "newsdesk.model.query",
    "BodyCache": "newsdesk.store.bodies",
    "Change": "newsdesk.store.journal",
    "Checked": "newsdesk.store.health_check",
    "Contents": "newsdesk.store.backup",
    "Cursor": "newsdesk.model.query",
    "DamagedNewsroom": "newsdesk.store.errors",
    "Direction": "newsdesk.store.journal",
    "FILE_NAME": "newsdesk.store.connection",
    "FRESH_NAME": "newsdesk.store.setting_aside",
    "FRESH_THEME": "newsdesk.store.restoring",
    "Fault": "newsdesk.store.health",
    "Finding": "newsdesk.store.health",
    "Hit": "newsdesk.model.query",
    "Kind": "newsdesk.store.rows",
    "LOCK_NAME": "newsdesk.store.lock",
    "ListQuery": "newsdesk.model.query",
    "LogLine": "newsdesk.store.history",
    "LogRecord": "newsdesk.store.history",
    "MARK_NAME": "newsdesk.store.restoring",
    "MENDS": "newsdesk.store.health_repair",
    "NEWEST": "newsdesk.store.migrations",
    "NewerNewsroom": "newsdesk.store.errors",
    "NewsroomBusy": "newsdesk.store.errors",
    "NotANewsroom": "newsdesk.store.errors",
    "OWNER_NAME": "newsdesk.store.lock",
    "OnStep": "newsdesk.store.store",
    "PhotoFile": "newsdesk.store.backup",
    "Reader": "newsdesk.store.reader",
    "Record": "newsdesk.store.rows",
    "Remedy": "newsdesk.store.health",
    "Salvaged": "newsdesk.store.salvage",
    "SalvagedInPlace": "newsdesk.store.salvaging",
    "Saved": "newsdesk.store.salvage",
    "Skipped": "newsdesk.store.journal",
    "Stamp": "newsdesk.store.reading",
    "Step": "newsdesk.store.journal",
    "Store": "newsdesk.store.store",
    "check_file": "newsdesk.store.health_check",
    "contents_of": "newsdesk.store.backup",
    "copy_newsroom": "newsdesk.store.backup",
    "counter_of": "newsdesk.store.backup",
    "create_store": "newsdesk.store.opening",
    "fault_in": "newsdesk.store.backup",
    "found": "newsdesk.store.health",
    "look_into_store": "newsdesk.store.opening",
    "mend_file": "newsdesk.store.health_repair",
    "newsroom_id_of": "newsdesk.store.backup",
    "newsroom_locked": "newsdesk.store.restoring",
    "open_reader": "newsdesk.store.reader",
    "open_store": "newsdesk.store.opening",
    "place_held": "newsdesk.store.backup",
    "quieten": "newsdesk.store.restoring",
    "replace_newsroom": "newsdesk.store.restoring",
    "salvage_in_place": "newsdesk.store.salvaging",
}

if TYPE_CHECKING:
    from newsdesk.model.query import ArticleRow, Cursor, Hit, ListQuery
    from newsdesk.store.backup import (
        Contents,
        PhotoFile,
        contents_of,
        copy_newsroom,
        counter_of,
        fault_in,
        newsroom_id_of,
        place_held,
    )
    from newsdesk.store.bodies import BodyCache
    from newsdesk.store.connection import FILE_NAME
    from newsdesk.store.errors import DamagedNewsroom, NewerNewsroom, NewsroomBusy, NotANewsroom
    from newsdesk.store.health import Fault, Finding, Remedy, found
    from newsdesk.store.health_check import Checked, check_file
    from newsdesk.store.health_repair import MENDS, mend_file
    from newsdesk.store.history import LogLine, LogRecord
    from newsdesk.store.journal import Change, Direction, Skipped, Step
    from newsdesk.store.lock import LOCK_NAME, OWNER_NAME
    from newsdesk.store.migrations import NEWEST
    from newsdesk.store.opening import create_store, look_into_store, open_store
    from newsdesk.store.reader import Reader, open_reader
    from newsdesk.store.reading import Stamp
    from newsdesk.store.restoring import FRESH_THEME, MARK_NAME, newsroom_locked, quieten, replace_newsroom
    from newsdesk.store.rows import Kind, Record
    from newsdesk.store.salvage import Salvaged, Saved
    from newsdesk.store.salvaging import SalvagedInPlace, salvage_in_place
    from newsdesk.store.setting_aside import ASIDE_NAME, FRESH_NAME
    from newsdesk.store.store import OnStep, Store
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "ASIDE_NAME",
    "FILE_NAME",
    "FRESH_NAME",
    "FRESH_THEME",
    "LOCK_NAME",
    "MARK_NAME",
    "MENDS",
    "NEWEST",
    "OWNER_NAME",
    "ArticleRow",
    "BodyCache",
    "Change",
    "Checked",
    "Contents",
    "Cursor",
    "DamagedNewsroom",
    "Direction",
    "Fault",
    "Finding",
    "Hit",
    "Kind",
    "ListQuery",
    "LogLine",
    "LogRecord",
    "NewerNewsroom",
    "NewsroomBusy",
    "NotANewsroom",
    "OnStep",
    "PhotoFile",
    "Reader",
    "Record",
    "Remedy",
    "Salvaged",
    "SalvagedInPlace",
    "Saved",
    "Skipped",
    "Stamp",
    "Step",
    "Store",
    "check_file",
    "contents_of",
    "copy_newsroom",
    "counter_of",
    "create_store",
    "fault_in",
    "found",
    "look_into_store",
    "mend_file",
    "newsroom_id_of",
    "newsroom_locked",
    "open_reader",
    "open_store",
    "place_held",
    "quieten",
    "replace_newsroom",
    "salvage_in_place",
]
