"""Slugs are safe in every address and on every file system, whatever the headline."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.slug import MAX_LENGTH, RESERVED, free_slug, slug_of

SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Night shift: the dockers who keep the harbour lit", "night-shift-the-dockers-who-keep-the-harbour-lit"),
        ("Iraq: Missile attack on Baghdad's Green Zone", "iraq-missile-attack-on-baghdads-green-zone"),
        ("İstanbul, Ärger & Çay", "istanbul-arger-cay"),
        ("Cafe\u0301 price up 5%", "cafe-price-up-5"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "article-con"),
        ("com1", "article-com1"),
        ("index", "article-index"),
        ("🎉🎉", "article"),
        ("\u202eevil", "evil"),
        ("", "article"),
    ],
)
def test_slugs_of_headlines(text: str, slug: str) -> None:
    assert slug_of(text) == slug


@given(st.text(max_size=300))
def test_every_slug_is_safe(text: str) -> None:
    slug = slug_of(text)
    assert SAFE.fullmatch(slug)
    assert len(slug) <= MAX_LENGTH + len("article-")
    assert slug not in RESERVED


@given(st.text(max_size=100), st.integers(0, 30))
def test_a_free_slug_is_free_and_stable(text: str, count: int) -> None:
    taken: set[str] = set()
    for _ in range(count):
        taken.add(free_slug(slug_of(text), taken))
    assert len(taken) == count
    assert free_slug(slug_of(text), taken) == free_slug(slug_of(text), set(taken))


def test_a_long_slug_keeps_room_for_its_number() -> None:
    wanted = slug_of("word " * 40)
    assert free_slug(wanted, {wanted}).endswith("-2")
    assert len(free_slug(wanted, {wanted})) <= MAX_LENGTH
