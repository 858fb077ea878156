"""What a release tells without opening its revision."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.stores import START, an_article
from newsdesk.model.article import Byline, Status
from newsdesk.model.ids import ArticleId, PersonId, PhotoId, PlacementId, RevisionId
from newsdesk.model.placement import Placement, Role
from newsdesk.model.release import BareRelated, bare_related, lead_of, release_of, shows_the_same
from newsdesk.model.revision import Reason, Revision, Snapshot

BODY = """First paragraph.

![A fox](photo:fox)

READ: The second flood

More in [the archive](article:old-flood) and [again](article:old-flood).

![](photo:owl)
"""

REVISION = Revision(RevisionId("r"), ArticleId("one"), START, "Ada", Reason.RELEASE, "hash")
INLINE = Placement(PlacementId("a"), ArticleId("one"), PhotoId("fox"), Role.INLINE)
LEAD = Placement(PlacementId("b"), ArticleId("one"), PhotoId("elk"), Role.LEAD)


def test_a_release_knows_what_its_text_names() -> None:
    article = an_article("one", body=BODY, bylines=(Byline(PersonId("ada")),), status=Status.HELD)
    release = release_of(Snapshot(article, (INLINE, LEAD)), REVISION)
    assert (release.id, release.revision, release.hash) == ("one", "r", "hash")
    assert release.lead == "elk"
    assert release.photos == ("fox", "owl")
    assert release.articles == ("old-flood",)
    assert BareRelated("READ", "The second flood") in release.related
    assert release.bylines == article.bylines
    assert release.withheld


def test_the_times_of_a_release() -> None:
    bare = release_of(Snapshot(an_article("one"), ()), REVISION)
    assert (bare.first_released, bare.released, bare.opens, bare.lead) == (START, START, None, None)
    early, late = START - timedelta(days=2), START + timedelta(days=2)
    article = an_article("one", first_released=early, released=late, not_before=late, embargo=early)
    release = release_of(Snapshot(article, ()), REVISION)
    assert (release.first_released, release.released, release.opens) == (early, late, late)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("READ: The flood", (("READ", "The flood"),)),
        ("**READ:** The flood", (("READ", "The flood"),)),
        ("**READ**: The flood", (("READ", "The flood"),)),
        ("LEIA TAMBÉM:   A cheia  ", (("LEIA TAMBÉM", "A cheia"),)),
        ("اقرأ: الفيضان", (("اقرأ", "الفيضان"),)),
        ("READ: One\r\nREAD: One  \n", (("READ", "One"),)),
        (f"Note: x{' ' * 200_000}y", (("Note", f"x{' ' * 200_000}y"),)),
        ("READ: One\n\nREAD: One\nREAD: Two", (("READ", "One"), ("READ", "Two"))),
        ("A label that is far too long to be one: no", ()),
        ("12:30 the meeting began", ()),
        ("https://example.org/a", ()),
    ],
)
def test_lines_that_may_name_an_article(text: str, found: tuple[tuple[str, str], ...]) -> None:
    assert bare_related(text) == tuple(BareRelated(*line) for line in found)


def test_the_lead_is_the_lead() -> None:
    assert lead_of(Snapshot(an_article("one"), (INLINE,))) is None
    assert lead_of(Snapshot(an_article("one"), (INLINE, LEAD))) == "elk"


def test_what_only_the_desk_sees_makes_no_difference_to_readers() -> None:
    article = an_article("one", headline="H")
    one = Snapshot(article, (LEAD, INLINE))
    desk = replace(article, status=Status.HELD, assignee=PersonId("ada"), released=START, front_matter="a: b")
    assert shows_the_same(one, Snapshot(desk, (INLINE, LEAD)))
    assert not shows_the_same(one, Snapshot(replace(article, kicker="K"), (LEAD, INLINE)))
    assert not shows_the_same(one, Snapshot(article, (LEAD,)))
    assert not shows_the_same(one, Snapshot(article, (replace(LEAD, caption="C"), INLINE)))
