"""A page with every way we know to call out, and a server that notes who calls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_HEAD = """
<title>Hostile</title>
<base href="{at}/base/">
<link rel="stylesheet" href="{at}/sheet.css">
<link rel="icon" href="{at}/icon.png">
<link rel="prefetch" href="{at}/prefetch">
<link rel="preload" as="image" href="{at}/preload.png">
<link rel="preconnect" href="{at}">
<link rel="dns-prefetch" href="{at}">
<link rel="manifest" href="{at}/manifest.json">
<style>
@import url("{at}/import.css");
@font-face {{ font-family: Far; src: url("{at}/font.woff2"); }}
p {{ font-family: Far; background: url("{at}/background.png"); }}
input[value^="s"] {{ background: url("{at}/letter-s"); }}
</style>
<meta http-equiv="refresh" content="0; url={at}/refreshed">
<script src="{at}/script.js"></script>
<script>fetch("{at}/fetched"); new Image().src = "{at}/scripted.png"; location = "{at}/located";</script>
"""

_BODY = """
<p>Text</p>
<img src="{at}/image.png" alt="">
<img srcset="{at}/image-2x.png 1x" src="{at}/image-1x.png" onerror="fetch('{at}/error')" alt="">
<picture><source srcset="{at}/source.png"><img src="{at}/fallback.png" alt=""></picture>
<iframe src="{at}/frame"></iframe>
<iframe srcdoc="<img src='{at}/inner.png'>"></iframe>
<object data="{at}/object"></object>
<embed src="{at}/embed">
<video src="{at}/video.mp4" poster="{at}/poster.png" autoplay></video>
<audio src="{at}/audio.mp3" autoplay></audio>
<svg width="9" height="9"><image href="{at}/vector.png"></image><use href="{at}/use.svg#a"></use></svg>
<input value="secret" autofocus onfocus="fetch('{at}/focus')">
<input type="image" src="{at}/button.png">
<form id="f" action="{at}/form"><button>Go</button></form>
<div style="background: url({at}/styled.png)" onmouseover="fetch('{at}/over')">x</div>
<table background="{at}/table.png"><tr><td>x</td></tr></table>
<a id="ping" href="{at}/link" ping="{at}/ping">link</a>
<script>document.getElementById("f").submit()</script>
"""


def hostile_page(at: str) -> str:
    """The page; `at` is the server that it calls."""
    return f"<!DOCTYPE html><html><head>{_HEAD.format(at=at)}</head><body>{_BODY.format(at=at)}</body></html>"


def hostile_text(at: str) -> str:
    """The same in an article's text, with Markdown's own ways."""
    own = ("![far]({at}/mark.png)", "[x]: {at}/x.png", "![far][x]", "{at}/card", '<img src="{at}/raw.png">')
    return "\n\n".join((*own, _HEAD, _BODY)).format(at=at)


@dataclass(slots=True)
class Calls:
    """Where a server is, and the paths that it was asked for."""

    at: str
    paths: list[str] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Calls]:
    """A server on this computer that answers every request with a short page."""

    class Note(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.paths.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<p>You left")

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Note)
    server.daemon_threads = True
    calls = Calls(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield calls
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
