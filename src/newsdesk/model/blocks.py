"""The blocks of a body's source text: what stands between empty lines, a fence of code with all that is in it."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.model.lines import START, state_after


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its lines as they are written, and the line at which it begins, counted from 0."""

    text: str
    line: int

    @property
    def end(self) -> int:
        """The line behind its last."""
        return self.line + self.text.count("\n") + 1


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text, in order. Lines end in a line feed and in nothing else."""
    found: list[Block] = []
    opened: list[str] = []
    state = START
    for number, line in enumerate(text.split("\n")):
        in_fence = state >> 2
        state = state_after(state, line)
        if in_fence or line.strip():
            opened.append(line)
        elif opened:
            found.append(Block("\n".join(opened), number - len(opened)))
            opened = []
    if opened:
        found.append(Block("\n".join(opened), text.count("\n") + 1 - len(opened)))
    return found
