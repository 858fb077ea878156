"""Putting passages of an earlier body back into the body of today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.comparing import Kind, Passage
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.blocks import Block, blocks_of
from newsdesk.model.lines import START, state_after
from newsdesk.model.references import image_line, photo_line


def passage_back(body: str, passage: Passage) -> str:
    """The body with the earlier text of a passage: put in the place of the later, put in again, or taken out.

    Raises `Trouble` when the body does not hold any more what the comparison saw there.
    """
    if passage.kind is Kind.SAME:
        raise ValueError("a passage that did not change cannot come back")
    blocks = blocks_of(body)
    if passage.kind is Kind.REMOVED:
        return _put_in(body, blocks, passage)
    lines = body.split("\n")
    start, end = _nearest(lines, blocks, passage.after, passage.place)
    if passage.kind is Kind.CHANGED:
        lines[start:end] = [passage.before]
        return "\n".join(lines)
    following = next((block.line for block in blocks if block.line >= end), None)
    if following is not None:
        del lines[start:following]
    else:
        del lines[max((block.end for block in blocks if block.end <= start), default=0) : end]
    return "\n".join(lines)


def _put_in(body: str, blocks: Sequence[Block], passage: Passage) -> str:
    lines = body.split("\n")
    if passage.follows is not None:
        start = passage.place - passage.follows.count("\n") - 1
        _, end = _nearest(lines, blocks, passage.follows, start)
        lines[end:end] = ["", passage.before]
    elif blocks:
        lines[0:0] = [passage.before, ""]
    else:
        return passage.before
    return "\n".join(lines)


def _nearest(lines: Sequence[str], blocks: Sequence[Block], text: str, line: int) -> tuple[int, int]:
    """The lines at which whole blocks of this text begin and end, those that are nearest to a line."""
    wanted = text.split("\n")
    ends = {block.end for block in blocks}
    places = [(block.line, block.line + len(wanted)) for block in blocks]
    found = [(start, end) for start, end in places if end in ends and lines[start:end] == wanted]
    if not found:
        raise Trouble(
            N_("The text has changed there since it was compared. Nothing was brought back."),
            way_out=N_("Compare the two versions again, then bring the passage back."),
        )
    return min(found, key=lambda place: abs(place[0] - line))


def caption_back(body: str, photo: str, caption: str) -> str:
    """The body with this caption at the first place where the photo stands."""
    lines = body.split("\n")
    for number in _photo_lines(lines, photo):
        link = image_line(lines[number])
        if link:
            start = lines[number].index("![") + len("![")
            lines[number] = lines[number][:start] + caption + lines[number][start + len(link.label) :]
            break
    return "\n".join(lines)


def photo_out(body: str, photo: str) -> str:
    """The body without the lines in which the photo stands."""
    lines = body.split("\n")
    for number in reversed(_photo_lines(lines, photo)):
        block = next(block for block in blocks_of("\n".join(lines)) if block.line <= number < block.end)
        if block.end == block.line + 1:
            gone = Passage(Kind.ADDED, "", block.text, (), None, block.line, block.line, None)
            lines = passage_back("\n".join(lines), gone).split("\n")
        else:
            del lines[number]
    return "\n".join(lines)


def photo_in(body: str, photo: str, passages: Sequence[Passage]) -> str:
    """The body with the line of a photo where it stood: `passages` are those of the earlier body and this one."""
    for passage in passages:
        line = next((line for line in passage.before.split("\n") if _holds(line, photo)), None)
        if line is None:
            continue
        gone = replace(passage, kind=Kind.REMOVED, before=line, after="")
        return passage_back(body, gone)
    return body


def _photo_lines(lines: Sequence[str], photo: str) -> list[int]:
    """The lines outside fences in which a photo stands."""
    found, state = [], START
    for number, line in enumerate(lines):
        if not state >> 2 and _holds(line, photo):
            found.append(number)
        state = state_after(state, line)
    return found


def _holds(line: str, photo: str) -> bool:
    held = photo_line(line)
    return held is not None and held[1] == photo
