"""The site: which pages it has, what they show, and how they get into its folder."""

from __future__ import annotations

from newsdesk.publish.export import Caches, Remark, Report, export_site
from newsdesk.publish.folder import check_folder
from newsdesk.publish.gathering import Gathered, article_view, gather, view_of_body
from newsdesk.publish.online import LeftOut, Waiting, is_online
from newsdesk.publish.outputs import Cancelled, Progress, Written
from newsdesk.publish.sites import THEME_FOLDER
from newsdesk.publish.views import locate

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
    "article_view",
    "check_folder",
    "export_site",
    "gather",
    "is_online",
    "locate",
    "view_of_body",
]
