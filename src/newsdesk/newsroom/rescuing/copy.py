"""Copies of unsaved text as Markdown files, made from memory: the newsroom may be out of reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.exchange import Manuscript, write_markdown
from newsdesk.i18n import N_
from newsdesk.model.article import Article
from newsdesk.newsroom.rescuing.back import PLAIN
from newsdesk.newsroom.rescuing.file import Rescued, write_through

STATED = ("kicker", "headline", "standfirst", "dateline", "outlet_note", "search_text", "social_text")
"""What the front matter of a copy says, where there is something to say."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The text of one Markdown file."""

    headline: str
    text: str


def copies(rescued: Sequence[Rescued], shown: Article | None) -> list[Copy]:
    """A file's text for each article that has unsaved text; the one that is `shown` goes first, and whole."""
    made = [_copy(one, shown if shown and shown.id == one.article else None) for one in rescued]
    if shown is not None and all(one.article != shown.id for one in rescued):
        return [_written(shown, (), shown.headline), *made]
    order = [shown is not None and one.article == shown.id for one in rescued]
    return [copy for _, copy in sorted(zip(order, made, strict=True), key=lambda pair: not pair[0])]


def write_copies(made: Sequence[Copy], file: Path) -> list[Path]:
    """Write the first copy to `file` and the others beside it, under names that are free; gives the paths.

    Raises `Trouble` when one cannot be written.
    """
    written: list[Path] = []
    for copy in made:
        path = file if not written else _free(file, len(written) + 1)
        try:
            write_through(path, copy.text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise Trouble(
                N_("“{path}” cannot be written: {reason}."),
                N_("Check that there is room on the disk and that you may write there."),
                path=str(path),
                reason=error.strerror or type(error).__name__,
            ) from error
        written.append(path)
    return written


def _free(file: Path, number: int) -> Path:
    path = file.with_stem(f"{file.stem}-{number}")
    return path if not path.exists() else _free(file, number + 1)


def _copy(rescued: Rescued, shown: Article | None) -> Copy:
    loose = [
        (text.label, text.text)
        for text in rescued.texts
        if text.text and (text.photo is not None or text.field not in PLAIN)
    ]
    if shown is not None:
        return _written(shown, loose, rescued.headline)
    plain = {text.field: text.text for text in rescued.texts if text.photo is None and text.field in PLAIN}
    fields = {"headline": rescued.headline} | plain
    return _text(fields, loose, rescued.headline)


def _written(article: Article, loose: Sequence[tuple[str, str]], headline: str) -> Copy:
    return _text({field: str(getattr(article, field)) for field in PLAIN}, loose, headline)


def _text(fields: dict[str, str], loose: Sequence[tuple[str, str]], headline: str) -> Copy:
    """What is neither text nor front matter stands under the text, each with the name of its place."""
    body = "\n\n".join(filter(None, [fields.get("body", ""), *(f"**{name}**\n\n{text}" for name, text in loose)]))
    stated = [field for field in STATED if fields.get(field)]
    manuscript = Manuscript(
        Path(),
        frozenset(stated),
        body=body,
        **{field: fields[field] for field in stated},  # type: ignore[arg-type]
    )
    return Copy(headline, write_markdown(manuscript, UTC))
