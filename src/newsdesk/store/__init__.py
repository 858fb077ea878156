"""The newsroom file: records in, records out, steps that can be undone, revisions that stay."""

from __future__ import annotations

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
from newsdesk.store.salvage_in_place import SalvagedInPlace, salvage_in_place
from newsdesk.store.setting_aside import ASIDE_NAME, FRESH_NAME
from newsdesk.store.store import OnStep, Store

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
