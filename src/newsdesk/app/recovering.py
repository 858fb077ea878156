"""What a start finds of an end that was not a good one: text that was rescued, and up to when the rest stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shiboken6 import isValid

from newsdesk.i18n import tr
from newsdesk.model.query import EVERY_ARTICLE
from newsdesk.newsroom.rescuing import Rescued, offers
from newsdesk.ui.kit.banner import Action, Kind
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.models.wording import exact_words


def recover(window: MainWindow, unclean: datetime | None) -> None:
    """Offer what was rescued, and tell of an unclean end: `unclean` is the moment of the last write before it."""
    context = window.context
    if unclean is not None:
        _tell_of_unclean_end(window, unclean)
    if context.refusal is not None:
        # Nothing can be taken back into it: the copy waits.
        return

    def found(rescued: Sequence[Rescued]) -> None:
        if isValid(window) and rescued:
            _offer(window, rescued)

    context.rescuing.find(found, context.tell_failure)


def _offer(window: MainWindow, rescued: Sequence[Rescued]) -> None:
    """Ask for what the newsroom does not have; the rest of the copy is dropped."""
    context = window.context
    made = offers(context.read, rescued)
    context.rescuing.leave([offer.rescued for offer in made])
    if made:
        # Loaded when there is something to show, which is seldom.
        from newsdesk.ui.dialogs.rescued import RescuedDialog

        RescuedDialog(context, made, window.frame).open()


def _tell_of_unclean_end(window: MainWindow, unclean: datetime) -> None:
    """Say up to when the text stands, and offer to compare it with the last version."""
    context = window.context
    time = exact_words(unclean, context.clock())
    actions: list[Action] = []
    rows = context.read.listing(EVERY_ARTICLE, None, 1)
    last = context.read.last_revision(rows[0].id) if rows else None
    if last is not None:
        article, revision = rows[0].id, last.id
        actions.append((tr("Compare"), lambda: window.compare(article, revision, None)))
    banner = window.notice if window.notice.isHidden() else window.banner
    said = tr("Newsdesk did not end properly last time. Your text stands as of {time}.", time=time)
    banner.show_text(Kind.WARNING, said, actions)
