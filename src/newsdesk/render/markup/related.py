"""The related block: a paragraph of its own that points to another article."""

from newsdesk.model.related import LONGEST, RelatedLine, read_related

__all__ = ["LONGEST", "RelatedLine", "read_related"]
