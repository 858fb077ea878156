"""The names of the steps that change fields of an article, as the Edit menu and the log say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article

CHANGE_NAMES: Mapping[str, str] = {
    "headline": N_("Change the headline of “{headline}”"),
    "kicker": N_("Change the kicker of “{headline}”"),
    "standfirst": N_("Change the standfirst of “{headline}”"),
    "body": N_("Change the text of “{headline}”"),
    "dateline": N_("Change the dateline of “{headline}”"),
    "byline": N_("Change the byline of “{headline}”"),
    "section": N_("Change the section of “{headline}”"),
    "further_sections": N_("Change the further sections of “{headline}”"),
    "topics": N_("Change the topics of “{headline}”"),
    "lead": N_("Change the lead photo of “{headline}”"),
    "lead_caption": N_("Change the lead photo’s caption in “{headline}”"),
    "lead_alt": N_("Change the lead photo’s alt text in “{headline}”"),
    "lead_credit": N_("Change the lead photo’s credit in “{headline}”"),
    "slug": N_("Change the slug of “{headline}”"),
    "status": N_("Change the status of “{headline}”"),
    "language": N_("Move “{headline}” to another edition"),
    "story": N_("Change the story of “{headline}”"),
    "date": N_("Change the date of “{headline}”"),
    "not_before": N_("Change the time from which “{headline}” is online"),
    "embargo": N_("Change the embargo of “{headline}”"),
    "deadline": N_("Change the deadline of “{headline}”"),
    "assignee": N_("Change who has “{headline}” in hand"),
    "length_target": N_("Change the length of “{headline}”"),
    "outlet_note": N_("Change the note on “{headline}”"),
    "published_url": N_("Change where “{headline}” has appeared"),
    "search_text": N_("Change the search text of “{headline}”"),
    "social_text": N_("Change the social text of “{headline}”"),
    "comments": N_("Change the comments of “{headline}”"),
}


def change_name(fields: Sequence[str], article: Article) -> Message:
    """The name of a step that changes these fields of an article."""
    headline = article.headline or article.slug
    if len(fields) == 1:
        return message(CHANGE_NAMES[fields[0]], headline=headline)
    return message(N_("Change {count} fields of “{headline}”"), count=len(fields), headline=headline)
