"""Links of a previewed page: they lead into the person's own browser, and only when the person says so."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from newsdesk.i18n import tr
from newsdesk.ui.kit.banner import Banner, Kind


def ask_to_open(banner: Banner, address: str) -> None:
    """Ask whether to open an address of the web or to write to one of e-mail."""
    url = QUrl(address)
    if url.scheme() == "mailto":
        text, action = tr("Write an e-mail to {address}?", address=url.path()), tr("Write")
    else:
        text, action = tr("Open {host} in the browser?", host=url.host()), tr("Open")
    banner.show_text(Kind.WARNING, text, [(action, lambda: QDesktopServices.openUrl(url))])
