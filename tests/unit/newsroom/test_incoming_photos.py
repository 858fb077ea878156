"""No file outside the folder around a manuscript's is taken for a photo of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.errors import Trouble
from newsdesk.exchange import Manuscript, Picture
from newsdesk.newsroom.incoming_photos import IncomingPhotos
from newsdesk.store import Store

Write = Callable[..., Path]

PARTS = [
    "..",
    ".",
    "photos",
    "link",
    "quay.jpg",
    "%2e%2e",
    "%2e%2e%2foutside.jpg",
    "outside.jpg",
    "",
    "~",
    "articles",
]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("/".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_no_path_leads_out(store: Store, picture: Write, word: str) -> None:
    root = picture().parents[1]
    (root / "articles").mkdir(exist_ok=True)
    (root.parent / "outside.jpg").write_bytes((root / "photos" / "quay.jpg").read_bytes())
    if not (root / "link").is_symlink():
        (root / "link").symlink_to(root.parent)
    manuscript = Manuscript(root / "articles" / "a.md", lead=Picture(word))
    with suppress(Trouble):
        (photo,) = IncomingPhotos(store, update=False).of(manuscript).values()
        assert photo.file_name == "quay.jpg"
