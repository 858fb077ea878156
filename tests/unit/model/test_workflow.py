"""Which status may follow which."""

from __future__ import annotations

import pytest

from newsdesk.model.article import Status
from newsdesk.model.workflow import BY_HAND, may_follow


@pytest.mark.parametrize("before", list(Status))
def test_nothing_but_publishing_makes_an_article_published(before: Status) -> None:
    assert not may_follow(before, Status.PUBLISHED)


@pytest.mark.parametrize("after", sorted(BY_HAND))
def test_a_killed_article_only_comes_back_as_a_draft(after: Status) -> None:
    assert may_follow(Status.KILLED, after) == (after is Status.DRAFT)


@pytest.mark.parametrize("after", sorted(BY_HAND))
def test_a_filed_article_may_go_anywhere_by_hand(after: Status) -> None:
    assert may_follow(Status.FILED, after)
