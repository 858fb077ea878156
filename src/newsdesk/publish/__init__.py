"""The site: which pages it has, what they show, and how they get into its folder.

A name is loaded when it is first used: telling where an article will be must not wait for what draws pages.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "Caches": "export",
    "Cancelled": "outputs",
    "Gathered": "gathering",
    "LeftOut": "online",
    "Progress": "outputs",
    "Remark": "export",
    "Report": "export",
    "THEME_FOLDER": "sites",
    "Waiting": "online",
    "Written": "outputs",
    "article_path": "addresses",
    "article_view": "gathering",
    "check_folder": "folder",
    "export_site": "export",
    "folder_name": "addresses",
    "folder_of": "addresses",
    "gather": "gathering",
    "is_online": "online",
    "joined": "addresses",
    "locate": "views",
    "view_of_body": "gathering",
}

if TYPE_CHECKING:
    from newsdesk.publish.addresses import (
        article_path,
        folder_name,
        folder_of,
        joined,
    )
    from newsdesk.publish.export import (
        Caches,
        Remark,
        Report,
        export_site,
    )
    from newsdesk.publish.folder import (
        check_folder,
    )
    from newsdesk.publish.gathering import (
        Gathered,
        article_view,
        gather,
        view_of_body,
    )
    from newsdesk.publish.online import (
        LeftOut,
        Waiting,
        is_online,
    )
    from newsdesk.publish.outputs import (
        Cancelled,
        Progress,
        Written,
    )
    from newsdesk.publish.sites import (
        THEME_FOLDER,
    )
    from newsdesk.publish.views import (
        locate,
    )
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "THEME_FOLDER",
    "Caches",
    "Cancelled",
    "Gathered",
    "LeftOut",
    "Progress",
    "Remark",
    "Report",
    "Waiting",
    "Written",
    "article_path",
    "article_view",
    "check_folder",
    "export_site",
    "folder_name",
    "folder_of",
    "gather",
    "is_online",
    "joined",
    "locate",
    "view_of_body",
]
