"""What a list query asks of an article, as conditions in SQL."""

from __future__ import annotations

from dataclasses import fields

from newsdesk.model.query import ListQuery

_CONDITIONS = {
    "status": "{article}.status = :status",
    "section": "({article}.section = :section OR {article}.id IN"
    " (SELECT article FROM article_section WHERE section = :section))",
    "topic": "{article}.id IN (SELECT article FROM article_topic WHERE topic = :topic)",
    "edition": "{article}.edition = :edition",
    "person": "{article}.id IN (SELECT article FROM article_byline WHERE person = :person)",
}
"""The condition of each field of a query; `article` is what the statement calls the table."""


def conditions(query: ListQuery, article: str = "article") -> list[str]:
    """The conditions of what is not None, on the article table under the name that the statement gives it."""
    return [_CONDITIONS[name].format(article=article) for name in values(query)]


def values(query: ListQuery) -> dict[str, str]:
    """What the conditions name, by its name."""
    asked = {field.name: getattr(query, field.name) for field in fields(query)}
    return {name: str(value) for name, value in asked.items() if value is not None}
