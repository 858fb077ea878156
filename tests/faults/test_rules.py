"""The rules find what they are there to find: a stop that spoils something is not passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from faults import rules
from faults.forking import End, Outcome
from faults.jobs import JOBS
from faults.looking import Look, faults_of
from faults.rules import Again, Clean, Stopped
from faults.tracing import Kind
from helpers.stores import an_article, make_store, named

BEFORE = Look({"article": "old", "log": "old"}, {"site/index.html": "old", "newsroom/originals/ab/ab.jpg": "ab"})
AFTER = Look({"article": "new", "log": "new"}, {"site/index.html": "new", "newsroom/originals/ab/ab.jpg": "ab"})
CLEAN = Clean(BEFORE, AFTER, [BEFORE.tables, AFTER.tables])
PLACE = Path("/place")
GOOD = Stopped(JOBS["publish"], Kind.FAULT, PLACE, CLEAN, Outcome(End.DONE), AFTER)

SPOILT: list[tuple[Callable[[Stopped], Iterator[str]], Stopped]] = [
    (rules.ends_as_it_may, replace(GOOD, outcome=Outcome(End.BUG, "Traceback"))),
    (rules.ends_as_it_may, replace(GOOD, found=BEFORE)),
    (rules.ends_as_it_may, replace(GOOD, kind=Kind.KILL)),
    (rules.says_what_and_what_to_do, replace(GOOD, outcome=Outcome(End.TROUBLE, "It failed.", "Try again."))),
    (rules.says_what_and_what_to_do, replace(GOOD, outcome=Outcome(End.TROUBLE, "/place/site failed."))),
    (rules.is_old_or_new, replace(GOOD, found=Look({"article": "new", "log": "old"}, {}))),
    (rules.keeps_originals, replace(GOOD, found=Look({}, {}))),
    (rules.keeps_originals, replace(GOOD, found=Look({}, AFTER.files | {"newsroom/originals/ab/ab.jpg": "cut"}))),
    (rules.has_whole_files, replace(GOOD, found=Look({}, {"site/index.html": "half"}))),
    (rules.has_whole_files, replace(GOOD, found=Look({}, AFTER.files | {"site/half.html": "half"}))),
]

MADE_AGAIN: list[tuple[Outcome, Look, str]] = [
    (Outcome(End.TROUBLE, "It failed."), AFTER, "done again, it fails"),
    (Outcome(End.DONE), BEFORE, "other records"),
    (Outcome(End.DONE), Look(AFTER.tables, AFTER.files | {"newsroom/x.part": "x"}), "litter: newsroom/x.part"),
    (Outcome(End.DONE), Look(AFTER.tables, {}), "lacks site/index.html"),
    (Outcome(End.DONE), Look(AFTER.tables, BEFORE.files), "site/index.html is another"),
]


def test_a_stop_that_spoils_nothing_passes() -> None:
    for rule in (*rules.AT_ONCE, rules.is_old_or_new):
        assert list(rule(GOOD)) == []
    for after in rules.AFTER:
        assert list(after(Again(GOOD.job, PLACE, CLEAN, Outcome(End.DONE), AFTER))) == []


@pytest.mark.parametrize(("rule", "stopped"), SPOILT)
def test_what_is_spoilt_is_found(rule: Callable[[Stopped], Iterator[str]], stopped: Stopped) -> None:
    assert list(rule(stopped))


@pytest.mark.parametrize(("outcome", "found", "said"), MADE_AGAIN)
def test_what_doing_it_again_does_not_mend_is_found(outcome: Outcome, found: Look, said: str) -> None:
    again = Again(GOOD.job, PLACE, CLEAN, outcome, found)
    assert [fault for rule in rules.AFTER for fault in rule(again) if said in fault]


def test_a_damaged_page_of_a_newsroom_is_found(tmp_path: Path) -> None:
    with make_store(tmp_path / "newsroom") as store, store.step(named("Add")):
        store.put_all(an_article(f"a{number}", body="river " * 200) for number in range(30))
    file = tmp_path / "newsroom" / "newsroom.db"
    assert list(faults_of(file)) == []
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    file.write_bytes(content)
    assert list(faults_of(file))
