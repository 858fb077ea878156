"""Where things lie on this machine: what we ship, and the folders that the platform gives us."""

from __future__ import annotations

import os
from pathlib import Path


def resources() -> Path:
    """The folder of themes, samples and translations that we ship: in the package, else in the source tree."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"


def data_folder() -> Path:
    """The platform's folder for this person's Newsdesk data, where the default newsroom lies."""
    import platformdirs

    return Path(platformdirs.user_data_dir("newsdesk", appauthor=False))


def state_folder() -> Path:
    """The platform's folder for what Newsdesk remembers between starts, such as the last opened newsroom."""
    import platformdirs

    return Path(platformdirs.user_state_dir("newsdesk", appauthor=False))


def runtime_folder() -> Path:
    """The folder for what lives as long as a session; where the platform has none, that of the state."""
    session = os.environ.get("XDG_RUNTIME_DIR")
    return Path(session) / "newsdesk" if session and Path(session).is_dir() else state_folder()


def cache_folder(newsroom_id: str) -> Path:
    """The folder for what can be made again for one newsroom: rendered bodies and scaled photos."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("newsdesk", appauthor=False)) / newsroom_id


def config_folder() -> Path:
    """The platform's folder for this person's preferences."""
    import platformdirs

    return Path(platformdirs.user_config_dir("newsdesk", appauthor=False))
