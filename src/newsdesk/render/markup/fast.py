"""Inline markup of ordinary sentences, read in one pass; anything less plain is left to the engine."""

from __future__ import annotations

import re

from newsdesk.render.markup.addresses import ADDRESS, trimmed

_MARKS = re.compile(r"[\\`*_\[\]<&!:|\n\x02\x03>]")
_UNSURE = re.compile(r"[\\`*_\[\]<\x02\x03]|&[#\w]+;| {2}\n")
_PLAIN = r"(?:[^\[\]*_`<>&\\:\n]|:(?!/))"
_TOKEN = re.compile(
    rf"(?<!!)\[(?P<text>{_PLAIN}+)\]"
    r"\((?P<target>(?:https?://|article:|mailto:)[^\s()<>\[\]\"'`\\;]+)\)"
    rf"|(?<![*\w])(?P<run>\*\*?)(?=[^\s*])(?P<stressed>{_PLAIN}*(?<!\s))(?P=run)(?![*\w])"
    rf"|(?P<address>{ADDRESS.pattern})"
)


def fast_inline(text: str) -> str | None:
    """The HTML of a run of inline markup, exactly as the engine writes it, or None when it needs the engine.

    Knows links whose text is plain, `*emphasis*`, `**strong**` and bare addresses.
    """
    if _MARKS.search(text) is None:
        return text
    parts: list[str] = []
    at = 0
    for token in _TOKEN.finditer(text):
        parts.append(text[at : token.start()])
        parts.append("")
        at = token.end()
        if token["text"]:
            parts[-1] = f'<a href="{token["target"].replace("&", "&amp;")}">{token["text"]}</a>'
        elif token["run"]:
            tag = "em" if len(token["run"]) == 1 else "strong"
            parts[-1] = f"<{tag}>{token['stressed']}</{tag}>"
        else:
            address = trimmed(token["address"])
            if "&" in address and ";" in address:
                return None
            shown = address.replace("&", "&amp;")
            parts[-1] = f'<a href="{shown}">{shown}</a>'
            at = token.start() + len(address)
    parts.append(text[at:])
    for index in range(0, len(parts), 2):
        plain = parts[index]
        if _UNSURE.search(plain):
            return None
        if "&" in plain or ">" in plain:
            parts[index] = plain.replace("&", "&amp;").replace(">", "&gt;")
    return "".join(parts)
