"""How long comparing takes: two versions of a text word by word, beside Python's own difflib in the same run."""

from __future__ import annotations

import difflib
import random
import statistics
import time
from collections.abc import Callable, Mapping

from newsdesk.comparing import Kind, compare
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, EditionId, StoryId
from newsdesk.model.revision import Snapshot
from newsdesk.model.snapshots import utc_time
from timing import table

PARAGRAPH = 50
"""Words in a paragraph."""
VOCABULARY = 8_000
"""Different words, the most common one most often, as in a language."""

Texts = tuple[str, str]


def contest(rounds: int) -> str:
    """Compare in turn and give the table."""
    rows = []
    for name, (before, after) in _cases().items():
        contestants: Mapping[str, Callable[[], float]] = {
            "ours": lambda texts=(before, after): _ours(*texts),  # type: ignore[misc]
            "difflib": lambda texts=(before, after): _difflib(*texts),  # type: ignore[misc]
        }
        seconds: dict[str, list[float]] = {"ours": [], "difflib": []}
        kept = dict.fromkeys(seconds, 0.0)
        for number in range(rounds):
            for who in list(contestants)[:: 1 if number % 2 == 0 else -1]:
                began = time.perf_counter()
                kept[who] = contestants[who]()
                seconds[who].append(time.perf_counter() - began)
        ours, theirs = (statistics.median(seconds[who]) for who in seconds)
        rows.append(
            [
                name,
                f"{ours * 1000:.0f} ms",
                f"{theirs * 1000:.0f} ms",
                f"{theirs / ours:.1f}",
                f"{kept['ours']:.0%}",
                f"{kept['difflib']:.0%}",
            ]
        )
    return table(
        "Comparing two versions word by word (difflib.SequenceMatcher as it comes)",
        ["texts", "Newsdesk", "difflib", "difflib / Newsdesk", "found unchanged", "found unchanged by difflib"],
        rows,
    )


def _cases() -> dict[str, Texts]:
    chance = random.Random(2026)
    cases: dict[str, Texts] = {}
    for words in (2_000, 10_000, 100_000):
        text = _text(chance, words)
        cases[f"{words:,} words, one in twenty edited"] = text, _edited(chance, text)
    text = _text(chance, 10_000)
    line = text.replace("\n\n", " ")
    cases["10,000 words in one line, one in twenty edited"] = line, _edited(chance, line)
    cases["10,000 words, another text"] = text, _text(chance, 10_000)
    return cases


def _ours(before: str, after: str) -> float:
    """The share of the words before that are found in the text after."""
    passages = compare(_snapshot(before), _snapshot(after), str).passages
    same = [piece for passage in passages for piece in passage.pieces if piece.kind is Kind.SAME]
    return sum(len(piece.text.split()) for piece in same) / len(before.split())


def _difflib(before: str, after: str) -> float:
    ours, theirs = before.split(), after.split()
    blocks = difflib.SequenceMatcher(None, ours, theirs).get_matching_blocks()
    return sum(block.size for block in blocks) / len(ours)


def _snapshot(body: str) -> Snapshot:
    made = utc_time("2026-01-16T06:00:00.000000Z")
    article = Article(ArticleId("one"), EditionId("en"), StoryId("one"), made, "slug", body=body)
    return Snapshot(article, ())


def _text(chance: random.Random, words: int) -> str:
    paragraphs = (" ".join(_word(chance) for _ in range(PARAGRAPH)) for _ in range(words // PARAGRAPH))
    return "\n\n".join(f"{paragraph}." for paragraph in paragraphs)


def _edited(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(len(words) // 20):
        words[chance.randrange(len(words))] = _word(chance)
    return " ".join(words)


def _word(chance: random.Random) -> str:
    """A word by Zipf's law: the second is half as common as the first, the third a third."""
    return f"w{int(VOCABULARY ** chance.random())}"
