"""The desk list under clicks and keys, and its sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton

from helpers.waiting import wait_until
from newsdesk.model.article import Status
from newsdesk.model.names import name_in
from newsdesk.model.query import EVERY_ARTICLE, ListQuery
from newsdesk.model.section import Section
from newsdesk.newsroom import new_article
from newsdesk.settings import Way
from newsdesk.ui.context import Context
from newsdesk.ui.desk.desk_list import DeskList
from newsdesk.ui.desk.name_picker import NamePicker
from newsdesk.ui.desk.section_menu import section_menu
from newsdesk.ui.models.desk import Group
from newsdesk.ui.models.names import Names

Key = Qt.Key
Chosen = list[tuple[ListQuery, str]]


@pytest.fixture
def desk(context: Context) -> Iterator[DeskList]:
    yield from shown(DeskList(context))


@pytest.fixture
def empty_desk(empty_context: Context) -> Iterator[DeskList]:
    yield from shown(DeskList(empty_context))


def shown(widget: DeskList) -> Iterator[DeskList]:
    widget.resize(196, 760)
    widget.show()
    widget.activateWindow()
    wait_until(widget.isActiveWindow)
    wait_until(lambda: widget.model.entries[1].count is not None, "the counts")
    yield widget
    widget.close()
    widget.deleteLater()


def chosen_by(desk: DeskList) -> Chosen:
    chosen: Chosen = []
    desk.chosen.connect(lambda query, title: chosen.append((query, title)))
    return chosen


def texts(desk: DeskList) -> list[str]:
    return [entry.text for entry in desk.model.entries]


def row_called(desk: DeskList, text: str) -> int:
    return texts(desk).index(text)


def click(desk: DeskList, text: str) -> None:
    rect = desk.rows.visualRect(desk.model.index(row_called(desk, text)))
    place = QPoint(rect.left() + 40, rect.center().y())
    QTest.mouseClick(desk.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def marked(desk: DeskList) -> list[str]:
    return [desk.model.entries[index.row()].text for index in desk.rows.selectionModel().selectedRows()]


def editor_of(desk: DeskList) -> QLineEdit:
    return next(each for each in desk.rows.viewport().findChildren(QLineEdit) if each.isVisible())


def section_names(context: Context) -> list[str]:
    main = context.read.newsroom().main_edition
    return [name_in(section.names, main).text for section in context.read.every(Section)]


def test_a_click_narrows_the_list(desk: DeskList) -> None:
    chosen = chosen_by(desk)
    click(desk, "Drafts")
    click(desk, "Harbour")
    click(desk, "Español")
    assert chosen[0] == (ListQuery(status=Status.DRAFT), "Drafts")
    assert chosen[1][0].section is not None
    assert chosen[2][0].edition is not None
    assert marked(desk) == ["Español"]


def test_the_keyboard_goes_through_all_as_one_list(desk: DeskList) -> None:
    chosen = chosen_by(desk)
    desk.choose_all()
    desk.rows.setFocus()
    QTest.keyClick(desk.rows, Key.Key_Down)
    QTest.keyClick(desk.rows, Key.Key_End)
    QTest.keyClicks(desk.rows, "har")
    assert [title for _, title in chosen] == ["All articles", "Drafts", texts(desk)[-1], "Harbour"]
    # A head takes the keyboard and leaves the list as it is.
    desk.rows.setCurrentIndex(desk.model.index(row_called(desk, "Sections")))
    assert marked(desk) == ["Harbour"]


def test_heads_fold_by_click_and_by_key(desk: DeskList) -> None:
    click(desk, "Editions")
    assert "Español" not in texts(desk)
    head = desk.model.index(row_called(desk, "Editions"))
    assert str(head.data(Qt.ItemDataRole.AccessibleTextRole)) == "Editions, folded"
    desk.rows.setFocus()
    desk.rows.setCurrentIndex(head)
    QTest.keyClick(desk.rows, Key.Key_Right)
    assert "Español" in texts(desk)
    QTest.keyClick(desk.rows, Key.Key_Space)
    assert "Español" not in texts(desk)


def test_counts_follow_the_steps_and_are_read_out(desk: DeskList, context: Context) -> None:
    edition = context.read.newsroom().main_edition
    drafts = row_called(desk, "Drafts")
    assert desk.model.entries[drafts].count == 1
    context.do(lambda store: new_article(store, edition))
    wait_until(lambda: desk.model.entries[drafts].count == 2)
    assert desk.model.index(drafts).data(Qt.ItemDataRole.AccessibleTextRole) == "Drafts: 2 articles"


def test_what_is_shown_follows_the_way_of_working(desk: DeskList, context: Context) -> None:
    assert "Editing" not in texts(desk)
    context.look.apply(replace(context.preferences, way=Way.DESK))
    assert texts(desk)[1:7] == [
        "All articles",
        "Drafts",
        "Filed",
        "Editing",
        "Ready",
        "Published",
    ]


def test_a_person_alone_sees_no_editions_until_there_are_two(empty_desk: DeskList) -> None:
    assert texts(empty_desk) == ["Desk", "All articles", "Drafts", "Filed", "Published", "Sections"]


def test_the_button_makes_a_section_of_what_is_typed(empty_desk: DeskList, empty_context: Context) -> None:
    add = next(each for each in empty_desk.findChildren(QToolButton) if each.accessibleName() == "New section")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(editor_of(empty_desk), "Harbour")
    QTest.keyClick(editor_of(empty_desk), Key.Key_Return)
    wait_until(lambda: section_names(empty_context) == ["Harbour"])
    wait_until(lambda: texts(empty_desk)[-2:] == ["Sections", "Harbour"])


def test_escape_makes_no_section(desk: DeskList, context: Context) -> None:
    before = section_names(context)
    desk.new_section()
    QTest.keyClicks(editor_of(desk), "Nonsense")
    QTest.keyClick(editor_of(desk), Key.Key_Escape)
    wait_until(lambda: not any(entry.draft for entry in desk.model.entries))
    assert section_names(context) == before


def test_f2_renames_a_section_and_it_stays_chosen(desk: DeskList, context: Context) -> None:
    click(desk, "Harbour")
    QTest.keyClick(desk.rows, Key.Key_F2)
    editor = editor_of(desk)
    assert editor.text() == "Harbour"
    editor.selectAll()
    QTest.keyClicks(editor, "Port")
    QTest.keyClick(editor, Key.Key_Return)
    wait_until(lambda: "Port" in section_names(context))
    wait_until(lambda: marked(desk) == ["Port"])


def test_a_removed_section_is_told_of_and_the_list_goes_back_to_all(desk: DeskList, context: Context) -> None:
    told: list[tuple[str, bool]] = []
    context.told.connect(lambda text, undo: told.append((str(text), undo)))
    click(desk, "Harbour")
    chosen = chosen_by(desk)
    menu = menu_of(desk, context, "Harbour")
    next(each for each in menu.actions() if each.text() == "Re&move").trigger()
    wait_until(lambda: "Harbour" not in section_names(context))
    wait_until(lambda: told)
    assert told == [("Removed the section “Harbour”. Its articles stay.", True)]
    assert chosen == [(EVERY_ARTICLE, "All articles")]
    context.undo()
    wait_until(lambda: "Harbour" in texts(desk))


def test_sections_move_and_change_colour(desk: DeskList, context: Context) -> None:
    first, second = section_names(context)[:2]
    menu = menu_of(desk, context, first)
    next(each for each in menu.actions() if each.text() == "Move &down").trigger()
    wait_until(lambda: section_names(context)[:2] == [second, first])
    colours = next(each for each in menu.actions() if each.text() == "&Colour").menu()
    assert isinstance(colours, QMenu)
    next(each for each in colours.actions() if each.text() == "Violet").trigger()
    wait_until(lambda: desk.model.entries[row_called(desk, first)].colour == "#6a3fb5")


def test_a_topic_is_picked_by_typing(desk: DeskList) -> None:
    chosen = chosen_by(desk)
    click(desk, "Topics")
    wait_until(lambda: desk.findChild(NamePicker) is not None)
    picker = desk.findChild(NamePicker)
    assert isinstance(picker, NamePicker)
    QTest.keyClicks(picker.search, "port al")
    QTest.keyClick(picker.search, Key.Key_Return)
    assert [title for _, title in chosen] == ["Port Alma"]
    assert chosen[0][0].topic is not None
    assert marked(desk) == ["Port Alma"]
    assert texts(desk)[row_called(desk, "Topics") + 1] == "Port Alma"
    click(desk, "All articles")
    assert "Port Alma" not in texts(desk)


def menu_of(desk: DeskList, context: Context, section: str) -> QMenu:
    entry = desk.model.entries[row_called(desk, section)]
    assert entry.group is Group.SECTIONS
    assert entry.query is not None
    return section_menu(
        context,
        Names(context.read),
        entry.query.section,
        desk,
        add=desk.new_section,
        rename=desk.new_section,
    )
