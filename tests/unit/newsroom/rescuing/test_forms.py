"""An update finds the text that an earlier version could not save, and one that goes back loses none of it."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.ids import ArticleId, NewsroomId, PhotoId
from newsdesk.model.placement import Role
from newsdesk.newsroom.rescuing import Rescued, RescueFile, Typed
from newsdesk.newsroom.rescuing.file import VERSION

FILES = Path(__file__).parents[3] / "files"
NEWSROOM = NewsroomId("newsroom")
PLACE = Path("in no such folder")
WRITTEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
RIVER = ArticleId("one")
WAITING = (
    Rescued(
        RIVER,
        "English",
        "The high river",
        WRITTEN,
        (
            Typed("Text", "The river rose at dawn.\n\nNobody slept.", RIVER, "body", based_on="0" * 64),
            Typed("Caption", "The quay at dawn", RIVER, "caption", PhotoId("quay"), Role.LEAD),
        ),
    ),
    Rescued(None, "", "", WRITTEN, (Typed("New topic", "Floo\ud83c"),)),
)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_text_that_waits_in_an_earlier_form_is_found(version: int, tmp_path: Path) -> None:
    file = Path(shutil.copy(FILES / f"rescue-{version}.json", tmp_path / "newsroom.json"))
    assert RescueFile(file, NEWSROOM, PLACE).found() == WAITING


def test_a_copy_of_a_later_form_is_put_aside_whole(tmp_path: Path) -> None:
    file = tmp_path / "newsroom.json"
    RescueFile(file, NEWSROOM, PLACE).write(WAITING)
    later = json.dumps(json.loads(file.read_text()) | {"version": VERSION + 1})
    file.write_text(later)
    with pytest.raises(Trouble, match=re.escape(str(tmp_path))):
        RescueFile(file, NEWSROOM, PLACE).found()
    (aside,) = tmp_path.iterdir()
    assert aside.read_text() == later
