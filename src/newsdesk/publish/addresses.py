"""Site paths: where each page lies, in names that every file system and server takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

MOST_BYTES = 200
"""How long one name may be in UTF-8, so that endings such as `-2.comments.html` still fit into 255 bytes."""

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Names that Windows keeps for devices, with any extension (Microsoft, “Naming Files, Paths, and Namespaces”)."""

_PLAIN = rf"(?!(?:{'|'.join(map(re.escape, sorted(DEVICES)))})(?:/|\Z))[a-z0-9]+(?:-[a-z0-9]+)*"
_PLAIN_PATH = re.compile(rf"{_PLAIN}(?:/{_PLAIN})*")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#%\s]+')
_OLDER_PAGE = re.compile(r"page-\d+(\.html)?")
_LISTED_NAME = "index.html"
_COMMENTS = ".comments"


def is_plain(path: str) -> bool:
    """Whether nothing about a path needs a second look; true of nearly all, and quick to say."""
    return len(path) <= MOST_BYTES and _PLAIN_PATH.fullmatch(path) is not None


def safe_name(text: str) -> str:
    """One segment of a path: composed, without invisible characters, separators or device names; may be empty."""
    if is_plain(text) and "/" not in text:
        return text
    seen = "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter)[0] != "C")
    name = _cut(_FORBIDDEN.sub("-", unicodedata.normalize("NFC", seen)).strip(" .-"))
    stem = unicodedata.normalize("NFKC", name.split(".")[0]).strip().casefold()
    return f"page-{name}" if stem in DEVICES else name


def _cut(name: str) -> str:
    return name.encode()[:MOST_BYTES].decode(errors="ignore").rstrip(" .-")


def safe_path(text: str) -> str:
    """A path whose segments are all safe names; empty ones are dropped, so that none leads up or to the root."""
    if is_plain(text):
        return text
    return "/".join(filter(None, map(safe_name, text.split("/"))))


def folder_name(slug: str, fallback: str) -> str:
    """The name of a list's folder: without dots, so that no file has it."""
    return safe_name(slug).replace(".", "-") or fallback


def stays_inside(path: str) -> bool:
    """Whether a path as read from a file leads to a place inside the site's folder."""
    return not set(path) & set("\\:\0") and not {"", ".", ".."} & set(path.split("/"))


def joined(*parts: str) -> str:
    """The parts that are not empty, with slashes between them."""
    return "/".join(filter(None, parts))


def article_path(pattern: str, prefix: str, section: str, day: date, slug: str) -> str:
    """The path of an article's page by the newsroom's address pattern.

    `prefix` and `section` are paths (each may be empty); `day` is that of the first release in the newsroom's
    zone. A pattern that ends in `/` gives a folder with `index.html`; any other gets `.html`.
    """
    filled = (
        pattern.replace("{section}", section)
        .replace("{year}", f"{day.year:04}")
        .replace("{month}", f"{day.month:02}")
        .replace("{day}", f"{day.day:02}")
        .replace("{slug}", safe_name(slug))
    )
    path = safe_path(filled) or "article"
    if pattern.endswith("/"):
        return joined(prefix, path, _LISTED_NAME)
    folder, _, name = path.rpartition("/")
    if _OLDER_PAGE.fullmatch(name):
        name = f"article-{name}"  # or the list of its folder would drive it out one day
    # Names with `.comments` are kept for the pages beside the articles.
    return joined(prefix, folder, name.removesuffix(".html").replace(_COMMENTS, "-comments") + ".html")


def list_path(folder: str, number: int | None = None) -> str:
    """The path of a list's newest page, or of its older page of that number."""
    return joined(folder, _LISTED_NAME if number is None else f"page-{number}.html")


def comments_path(article: str) -> str:
    """The path of the comments page beside an article's page; no other page has it."""
    return f"{article.removesuffix('.html')}{_COMMENTS}.html"


def folder_of(path: str) -> str:
    """The folder that a path lies in, empty for the root of the site."""
    return path.rpartition("/")[0]


class Claims:
    """Gives each page a path that no file system or server can take for another page's.

    Paths are compared by NFKC and without regard to case, and no file has the name of a folder.
    """

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def claim(self, path: str) -> str:
        """`path`, or the first of its numbered forms (from 2) that is free."""
        path = self._below_folders(path)
        free, number = path, 2
        while collision_key(free) in self._files or collision_key(free) in self._folders:
            free, number = _numbered(path, number), number + 1
            free = self._below_folders(free)
        key = collision_key(free)
        self._files.add(key)
        folder = folder_of(key)
        while folder and folder not in self._folders:
            self._folders.add(folder)
            folder = folder_of(folder)
        return free

    def _below_folders(self, path: str) -> str:
        """The path with every folder numbered whose name is a file's."""
        folder, _, name = path.rpartition("/")
        if not folder or collision_key(folder) in self._folders:
            return path
        folder = self._below_folders(folder)
        free, number = folder, 2
        while collision_key(free) in self._files:
            free, number = f"{folder}-{number}", number + 1
        return f"{free}/{name}"


def collision_key(path: str) -> str:
    """What two paths have in common when some file system takes them for one."""
    return (
        path.lower()
        if path.isascii()
        else unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())
    )


def _numbered(path: str, number: int) -> str:
    folder, _, name = path.rpartition("/")
    if name == _LISTED_NAME and folder:
        return f"{folder}-{number}/{name}"
    stem, dot, ending = name.rpartition(".")
    return joined(folder, f"{stem}-{number}{dot}{ending}")
