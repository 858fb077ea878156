"""Opens the real window on a newsroom again and tells, as JSON, what a person finds there."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from newsdesk.model.ids import ArticleId
from newsdesk.settings import Preferences, Theme, Way
from window_driver import Driver, without_display
from window_typist import SIZE


def found_again(folder: Path, article: ArticleId) -> dict[str, str]:
    """The text of the article as it is shown, and the second up to which the window says that it stands."""
    driver = Driver(folder, Preferences(way=Way.DESK, theme=Theme.LIGHT), SIZE)
    window, known = driver.window, list[datetime | None]()
    window.editor.open_article(article)
    driver.wait(lambda: window.editor.article_id == article, "The article")
    window.context.do(lambda store: store.unclean, known.append)
    driver.wait(lambda: known, "The end of the last session")
    shown = window.editor.working_copy()
    driver.close()
    unclean = known[0]
    return {"body": shown.body if shown else "", "unclean": unclean.isoformat() if unclean else ""}


if __name__ == "__main__":
    without_display()
    json.dump(found_again(Path(sys.argv[1]), ArticleId(sys.argv[2])), sys.stdout)
