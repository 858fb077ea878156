"""The main job in the real window: write an article, place a photo, file it, look at it, publish it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from newsdesk.model.article import Status
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId
from newsdesk.model.placement import Placement
from newsdesk.model.section import Section
from newsdesk.newsroom import Described, describe_photo, set_bylines, set_section, set_status, set_topics
from newsdesk.paths import resources
from newsdesk.settings import Preferences, Theme, Way
from newsdesk.store import Store
from newsdesk.ui.dialogs.publish_sheet import PublishSheet
from newsdesk.ui.photo_card import PhotoCard
from window_driver import Driver, without_display

SIZE = (1600, 900)
PHOTO = "ferry-morning.jpg"
HEADLINE = "The first ferry of the morning runs again"
STANDFIRST = "After nine weeks at the yard, the boat that carries the early shift is back on its line."
TEXT = """The bell rings at ten to five, and forty people walk aboard in the dark. Nobody has to run.

“It is the same seat, and the same coffee,” says Rui Alves, who has crossed on it for thirty years.

The yard gave the ferry a new shaft and quieter engines. The timetable stays as it was before the repair."""


def do_main_job(folder: Path, out: Path) -> list[Path]:
    """Do it in the newsroom `folder`; the files that it leaves in `out`."""
    driver = Driver(folder, Preferences(way=Way.DESK, theme=Theme.LIGHT), SIZE)
    window = driver.window
    editor = window.editor
    driver.run("article.new")
    driver.wait(lambda: _is_new(driver), "The new article")
    driver.type(HEADLINE)
    driver.type("\n" + STANDFIRST)
    editor.focus_body()
    driver.type(TEXT.replace("\n\n", "\n"))
    editor.add_photo_files([resources() / "samples" / "photos" / PHOTO], lead=True)
    driver.wait(lambda: _photos(driver), "The photo")
    _file(driver)
    editor.focus_headline()
    driver.run("view.preview")
    driver.wait(lambda: window.preview.is_up_to_date, "The preview")
    driver.settle(1_000)
    driver.save(window.preview, out / "preview.png")
    _publish(driver, out / "site")
    driver.settle(1_000)
    driver.save(driver.frame, out / "window.png")
    driver.close()
    return [out / "window.png", out / "preview.png", out / "site" / "index.html"]


def _is_new(driver: Driver) -> bool:
    copy = driver.window.editor.working_copy()
    return copy is not None and not copy.headline


def _opened(driver: Driver) -> ArticleId:
    id = driver.window.editor.article_id
    if id is None:
        raise SystemExit("No article is open.")
    return id


def _photos(driver: Driver) -> tuple[Placement, ...]:
    return driver.window.context.read.placements(_opened(driver))


def _file(driver: Driver) -> None:
    """Say what the photo shows and whose it is, sign the article, and put it into its section."""
    context, id = driver.window.context, _opened(driver)
    harbour = next(section for section in context.read.every(Section) if section.names[0].text == "Harbour")
    said = Described(
        caption="The Monte Grou ferry leaves the south quay on a morning in December 2025.",
        alt_text="A small passenger ferry under way on calm water, with gulls wheeling above it.",
        credit=Credit(person="Dilip Serrão", agency="Alma Coast Photos"),
    )
    lead, written = _photos(driver)[0].photo, []

    def work(store: Store) -> None:
        describe_photo(store, id, lead, said)
        set_bylines(store, id, [("Inês Costa", "")])
        set_section(store, id, harbour.id)
        set_topics(store, id, ["Ferries", "Work"])
        set_status(store, [id], Status.READY)

    context.do(work, lambda _none: written.append(True))
    driver.wait(lambda: written, "The caption")
    for card in driver.window.editor.findChildren(PhotoCard):
        card.shut()


def _publish(driver: Driver, site: Path) -> None:
    driver.run("file.publish")
    sheets = [one for one in QApplication.topLevelWidgets() if isinstance(one, PublishSheet)]
    sheet = sheets[0]
    sheet.set_folder(site.absolute())
    finished: list[int] = []
    sheet.published.connect(finished.append)
    driver.wait(sheet.go.isEnabled, "The button that publishes")
    driver.settle(600)
    sheet.go.click()
    driver.wait(lambda: finished, "The site")
    print(sheet.outcome.summary, file=sys.stderr)
    sheet.reject()


def main() -> int:
    """Do it in the newsroom and for the folder that are given, without a screen, and name the files."""
    without_display()
    for path in do_main_job(Path(sys.argv[1]), Path(sys.argv[2])):
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
