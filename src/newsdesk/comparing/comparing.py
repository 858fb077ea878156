"""Two versions of an article side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from newsdesk.comparing.fields import Tell, Wording, field_changes
from newsdesk.comparing.passages import passages_between
from newsdesk.comparing.photos import photo_changes
from newsdesk.comparing.records import Comparison
from newsdesk.i18n import tr
from newsdesk.model.newsroom import DEFAULT_CREDIT_FORM
from newsdesk.model.revision import Snapshot


def compare(
    before: Snapshot,
    after: Snapshot,
    names: Callable[[str], str],
    tell: Tell = datetime.isoformat,
    credit_form: str = DEFAULT_CREDIT_FORM,
    say: Callable[[str], str] = tr,
) -> Comparison:
    """All that a person would see differ between two versions of an article.

    `names` gives the name for an id and the word for a status; `tell` says a moment in words, `say`
    translates the few words that values have.
    """
    wording = Wording(names, tell, credit_form, say)
    return Comparison(
        field_changes(before.article, after.article, wording),
        passages_between(before.article.body, after.article.body),
        photo_changes(before, after, wording),
    )
