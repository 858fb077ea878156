"""What `article:` links name: slugs become ids, which stay when slugs change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId
from newsdesk.model.references import ARTICLE, article_refs, replace_targets
from newsdesk.store import Reader


class Linking:
    """Finds the articles that texts link to: among `new` ones by edition and slug, and in the newsroom."""

    def __init__(
        self, reader: Reader, editions: Sequence[Edition], new: Mapping[tuple[EditionId, str], ArticleId]
    ) -> None:
        self._reader = reader
        self._editions = editions
        self._new = new
        self._new_ids = frozenset(new.values())
        self._found: dict[tuple[EditionId, str], ArticleId | None] = {}

    def linked(self, body: str, edition: EditionId) -> tuple[str, list[str]]:
        """The text with the ids of the articles that it links to, and the references that name none."""
        if ARTICLE not in body:
            return body, []
        ids = {ref: self._find(ref, edition) for ref in article_refs(body)}
        named = {f"{ARTICLE}{ref}": f"{ARTICLE}{id}" for ref, id in ids.items() if id}
        if any(word != name for word, name in named.items()):
            body = replace_targets(body, lambda word: named.get(word, word))
        return body, [ref for ref, id in ids.items() if id is None]

    def _find(self, ref: str, edition: EditionId) -> ArticleId | None:
        """By slug in the text's own edition, as `es/slug`, by id, then by slug in any edition, main one first."""
        key = edition, ref
        if key not in self._found:
            self._found[key] = self._by_slug(*key) or self._named(ref) or self._anywhere(ref)
        return self._found[key]

    def _by_slug(self, edition: EditionId, slug: str) -> ArticleId | None:
        if (edition, slug) in self._new:
            return self._new[edition, slug]
        article = self._reader.article_by_slug(edition, slug)
        return article.id if article else None

    def _named(self, ref: str) -> ArticleId | None:
        prefix, slash, slug = ref.partition("/")
        if slash:
            called = [one for one in self._editions if prefix in (one.prefix, one.language.lower())]
            return self._by_slug(called[0].id, slug) if called else None
        if ref in self._new_ids or self._reader.get(Article, ref):
            return ArticleId(ref)
        return None

    def _anywhere(self, slug: str) -> ArticleId | None:
        found = (self._by_slug(edition.id, slug) for edition in self._editions)
        return next((id for id in found if id), None)
