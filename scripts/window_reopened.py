"""Opens the real window on a newsroom again and tells, as JSON, what a person finds there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import now
from newsdesk.settings import Preferences, Theme, Way
from newsdesk.ui.models.wording import exact_words
from window_driver import Driver, without_display
from window_typist import SIZE


def found_again(folder: Path, article: ArticleId) -> dict[str, str]:
    """The text of the article as it is shown, and the moment up to which the window says that it stands."""
    driver = Driver(folder, Preferences(way=Way.DESK, theme=Theme.LIGHT), SIZE)
    window, opened = driver.window, driver.session.opened
    window.editor.open_article(article)
    driver.wait(lambda: window.editor.article_id == article, "The article")
    shown = window.editor.working_copy()
    unclean = opened.unclean if opened else None
    told = unclean is not None and exact_words(unclean, now()) in window.notice.text + window.banner.text
    driver.close()
    return {"body": shown.body if shown else "", "stands": unclean.isoformat() if unclean and told else ""}


if __name__ == "__main__":
    without_display()
    json.dump(found_again(Path(sys.argv[1]), ArticleId(sys.argv[2])), sys.stdout)
