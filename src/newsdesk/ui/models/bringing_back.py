"""Bringing back what an article was, from the window: not over what is typed in it meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.jobs import Failed
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom.history import Restored
from newsdesk.store import Store
from newsdesk.ui.context import Context

AGAIN = N_("Bring it back once more if you still want it.")


def bring_back(
    context: Context,
    article: ArticleId,
    restore: Callable[[Store], Restored],
    done: Callable[[Restored], object],
    failed: Failed,
) -> None:
    """Save what is typed, then have `restore` bring something back.

    The writing lane may be busy for long. When somebody types on in the article before it comes to this, nothing
    is brought back: the next save would put the text that is shown over it.
    """
    context.flush()
    typed = context.saving.strokes(article)

    def work(store: Store) -> Restored:
        if context.saving.strokes(article) != typed:
            raise Trouble(N_("The article was changed meanwhile, so nothing was brought back."), AGAIN)
        return restore(store)

    def came(restored: Restored) -> None:
        if context.saving.strokes(article) != typed:
            # Between the last look on the lane and now.
            failed(Trouble(N_("You typed on while it was brought back: there it is as you typed it."), AGAIN))
        else:
            done(restored)

    context.do(work, came, failed)
