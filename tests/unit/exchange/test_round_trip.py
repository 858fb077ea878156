"""What is written as Markdown reads back to the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.exchange import KEYS, Manuscript, Picture, Signature, manuscript_of, write_markdown
from newsdesk.exchange.yaml_text import parse, serialize
from newsdesk.model.article import Status
from newsdesk.paths import resources

ZONE = ZoneInfo("Europe/Lisbon")
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
SOURCE = Path("article.md")
SAMPLES = sorted((resources() / "samples" / "articles").glob("*.md"))

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))
names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1)
moments = st.integers(-(10**16), 10**17).map(lambda micros: EPOCH + timedelta(microseconds=micros))
numbers = st.integers(0, 999_999_999)
pictures = st.builds(Picture, photo=names, caption=texts, credit=texts, alt=texts, decorative=st.booleans())
STRATEGIES = (
    dict.fromkeys(("language", "story", "slug", "section", "assignee"), names)
    | dict.fromkeys(("kicker", "headline", "standfirst", "dateline", "outlet_note"), texts)
    | dict.fromkeys(("published_url", "search_text", "social_text"), texts)
    | dict.fromkeys(("further_sections", "topics"), st.lists(names, unique=True).map(tuple))
    | dict.fromkeys(("date", "updated", "deadline", "not_before", "embargo", "created"), moments)
    | {
        "byline": st.lists(st.builds(Signature, names, names | st.just("")), unique=True).map(tuple),
        "status": st.sampled_from(Status),
        "lead": pictures,
        "photos": st.lists(pictures).map(tuple),
        "length_target": numbers | st.none(),
        "comments": st.booleans() | st.none(),
    }
)
YAML_TEXTS = (
    "",
    "weight: 1.10\n",
    "draft: no\nversion: 010\ntime: 12:30\n",
    "cover:\n  image: a.jpg\n  tags: [x, 'y, z']\n",
    "shared: &a [1, 2]\nagain: *a\n",
    "kept: !mine {a: ~}\n",
    'text: "a\\tb\\U0001F600"\n',
)


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    """Any manuscript that states its headline, as all that we write do."""
    stated = draw(st.sets(st.sampled_from(sorted(set(KEYS) - {"headline"})))) | {"headline"}
    values = {key: draw(STRATEGIES[key]) for key in sorted(stated)}
    return Manuscript(
        source=SOURCE,
        stated=frozenset(stated),
        body=draw(texts),
        front_matter=draw(st.sampled_from(YAML_TEXTS)),
        **values,
    )


@given(manuscripts())
def test_any_manuscript(manuscript: Manuscript) -> None:
    back = manuscript_of(write_markdown(manuscript, ZONE), SOURCE, ZONE)
    kept = parse(manuscript.front_matter)
    expected = "" if kept is None else serialize(kept)
    assert back.front_matter == expected
    assert write_markdown(back, ZONE) == write_markdown(manuscript, ZONE)
    for key in (*KEYS, "body", "stated"):
        assert getattr(back, key) == getattr(manuscript, key), key


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    manuscript = manuscript_of(path.read_text(encoding="utf-8"), SOURCE, ZONE)
    assert manuscript.headline
    assert manuscript.body
    assert not manuscript.front_matter
    assert manuscript_of(write_markdown(manuscript, ZONE), SOURCE, ZONE) == manuscript


def test_every_field_has_a_key() -> None:
    assert {*KEYS, "source", "stated", "body", "front_matter"} == set(Manuscript.__dataclass_fields__)
    assert set(STRATEGIES) == set(KEYS)


def test_what_other_readers_of_yaml_would_misread_is_quoted() -> None:
    manuscript = Manuscript(
        SOURCE, stated=frozenset({"headline", "kicker", "slug"}), headline="no", kicker="12:30", slug="2026-03-21"
    )
    assert write_markdown(manuscript, ZONE) == "---\nkicker: '12:30'\nheadline: 'no'\nslug: '2026-03-21'\n---\n"
