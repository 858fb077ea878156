"""The commands of the Article menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from newsdesk.i18n import N_, message, tr
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId
from newsdesk.model.workflow import may_follow
from newsdesk.newsroom import delete_articles, duplicate_article, new_article, set_status, take_back
from newsdesk.store import Store
from newsdesk.ui.commands.command import Command, Menu, writing
from newsdesk.ui.commands.editing import with_article
from newsdesk.ui.commands.parts import Parts

Key = QKeySequence.StandardKey
STATUS = N_("&Status")


def with_chosen(parts: Parts) -> str:
    """At least one article must be chosen."""
    return "" if parts.chosen() else N_("Choose an article in the list first.")


def new(parts: Parts) -> None:
    """Make an article where the desk stands, and put the caret into its headline."""
    parts.context.flush()
    query = parts.articles.query
    edition = query.edition or parts.context.read.newsroom().main_edition
    # What is typed before it is there belongs to no other article.
    parts.editor.open_article(None)
    parts.context.do(lambda store: new_article(store, edition, section=query.section), _shows(parts))


def duplicate(parts: Parts) -> None:
    """Make a copy of the article that is open, and open it."""
    id = parts.editor.article_id
    if id is None:
        return
    parts.context.flush()
    parts.context.do(lambda store: duplicate_article(store, id), _shows(parts))


def _shows(parts: Parts) -> Callable[[Article], None]:
    """Opens an article that was just made, with the caret in its headline."""

    def show(article: Article) -> None:
        parts.articles.show_new(article.id)
        parts.editor.open_article(article.id)
        parts.editor.focus_headline()

    return show


def delete(parts: Parts) -> None:
    """Delete what is chosen and say so, with the way back."""
    ids = parts.chosen()
    parts.context.flush()
    headlines = [article.headline for article in parts.context.read.get_all(Article, ids).values()]
    if parts.editor.article_id in ids:
        parts.editor.open_article(None)

    def gone(_result: None) -> None:
        if len(ids) == 1 and headlines:
            said = message(N_("Deleted “{headline}”."), headline=headlines[0] or tr("Untitled"))
        else:
            said = message(N_("Deleted {count} articles."), count=len(ids))
        parts.context.tell(said, undo=True)

    parts.context.do(lambda store: delete_articles(store, ids), gone)


def _set_status(status: Status) -> Callable[[Parts], None]:
    def run(parts: Parts) -> None:
        ids = parts.chosen()
        parts.context.flush()
        parts.context.do(lambda store: set_status(store, ids, status))

    return run


def _may_become(status: Status) -> Callable[[Parts], str]:
    def ready(parts: Parts) -> str:
        reason = with_chosen(parts)
        if reason:
            return reason
        articles = parts.context.read.get_all(Article, parts.chosen()).values()
        if all(article.status is status for article in articles):
            return N_("It is so already.")
        if all(article.status is status or may_follow(article.status, status) for article in articles):
            return ""
        return N_("A killed article first becomes a draft.")

    return ready


def _released(parts: Parts) -> str:
    reason = with_chosen(parts)
    if reason:
        return reason
    articles = parts.context.read.get_all(Article, parts.chosen()).values()
    return "" if any(article.released_revision for article in articles) else N_("It is not published.")


def _take_back(parts: Parts) -> None:
    ids = parts.chosen()
    parts.context.flush()

    def taken(_result: object) -> None:
        said = N_("Taken back: the site goes without it from the next time that you publish.")
        parts.context.tell(message(said), undo=True)

    def work(store: Store) -> object:
        return take_back(store, [id for id in ids if _is_released(store, id)])

    parts.context.do(work, taken)


def _is_released(store: Store, id: ArticleId) -> bool:
    article = store.read.get(Article, id)
    return article is not None and article.released_revision is not None


STATUSES = (
    (Status.DRAFT, N_("&Draft")),
    (Status.FILED, N_("&Filed")),
    (Status.EDITING, N_("&Editing")),
    (Status.READY, N_("&Ready")),
    (Status.HELD, N_("&Held")),
    (Status.SPIKED, N_("&Spiked")),
    (Status.KILLED, N_("&Killed")),
)

ARTICLE = (
    *writing(
        Command("article.new", N_("&New Article"), Menu.ARTICLE, new, keys=(Key.New,), icon="add"),
        Command(
            "article.duplicate", N_("D&uplicate"), Menu.ARTICLE, duplicate, with_article, ("Ctrl+Shift+D",), "copy"
        ),
        Command(
            "article.delete", N_("De&lete"), Menu.ARTICLE, delete, with_chosen, ("Ctrl+Shift+Backspace",), "trash"
        ),
        *(
            Command(
                f"article.status.{status.value}",
                text,
                Menu.ARTICLE,
                _set_status(status),
                _may_become(status),
                group=1,
                submenu=STATUS,
            )
            for status, text in STATUSES
        ),
        Command("article.take_back", N_("&Take Back from Readers"), Menu.ARTICLE, _take_back, _released, group=1),
    ),
    Command(
        "article.previous",
        N_("&Previous Article"),
        Menu.ARTICLE,
        lambda parts: parts.articles.step(-1),
        keys=("Ctrl+PgUp",),
        icon="up",
        group=3,
    ),
    Command(
        "article.next",
        N_("Ne&xt Article"),
        Menu.ARTICLE,
        lambda parts: parts.articles.step(1),
        keys=("Ctrl+PgDown",),
        icon="down",
        group=3,
    ),
)
