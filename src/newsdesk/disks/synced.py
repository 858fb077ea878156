"""Which service keeps a folder in step with other machines, by what it leaves in the folders that it syncs."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

DROPBOX = "Dropbox"
ONEDRIVE = "OneDrive"
ICLOUD = "iCloud Drive"
GOOGLE = "Google Drive"
NEXTCLOUD = "Nextcloud or ownCloud"
SYNCTHING = "Syncthing"
MEGA = "MEGA"
RESILIO = "Resilio Sync"
PCLOUD = "pCloud"
BOX = "Box"


def _any(_path: Path) -> bool:
    return True


MARKERS: tuple[tuple[str, Callable[[Path], bool], str], ...] = (
    # In a person's home a folder of this name holds what Dropbox itself keeps: only the file marks what is synced.
    (".dropbox", Path.is_file, DROPBOX),
    (".dropbox.cache", Path.is_dir, DROPBOX),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", _any, ONEDRIVE),
    (".stfolder", _any, SYNCTHING),
    (".stversions", Path.is_dir, SYNCTHING),
    (".stignore", Path.is_file, SYNCTHING),
    (".sync_*.db", Path.is_file, NEXTCLOUD),
    ("._sync_*.db", Path.is_file, NEXTCLOUD),
    (".owncloudsync.log*", Path.is_file, NEXTCLOUD),
    (".nextcloudsync.log*", Path.is_file, NEXTCLOUD),
    (".tmp.driveupload", Path.is_dir, GOOGLE),
    (".tmp.drivedownload", Path.is_dir, GOOGLE),
    (".shortcut-targets-by-id", Path.is_dir, GOOGLE),
    (".megaignore", Path.is_file, MEGA),
    (".sync", lambda path: (path / "ID").is_file(), RESILIO),
    (".*.icloud", Path.is_file, ICLOUD),
)
"""What lies in a synced folder: a name or pattern, what it must be, and whose it is."""

NAMES: tuple[tuple[str, str], ...] = (
    ("Dropbox", DROPBOX),
    ("Dropbox (*)", DROPBOX),
    ("OneDrive", ONEDRIVE),
    ("OneDrive - *", ONEDRIVE),
    ("Mobile Documents", ICLOUD),
    ("com~apple~CloudDocs", ICLOUD),
    ("iCloudDrive", ICLOUD),
    ("Google Drive", GOOGLE),
    ("pCloudDrive", PCLOUD),
    ("pCloud Drive", PCLOUD),
)
"""What services call the folders that they sync; hardly anybody calls another folder so."""

HOME_NAMES = {
    "Nextcloud": NEXTCLOUD,
    "ownCloud": NEXTCLOUD,
    "MEGA": MEGA,
    "MEGAsync": MEGA,
    "Box": BOX,
    "Box Sync": BOX,
    "My Drive": GOOGLE,
}
"""The same where the name alone says little, and counts only for a folder of the home or the top of a drive."""

CLOUD_STORAGE = {
    "Dropbox": DROPBOX,
    "OneDrive": ONEDRIVE,
    "GoogleDrive": GOOGLE,
    "Box": BOX,
    "pCloud": PCLOUD,
    "MEGA": MEGA,
}
"""How folders begin in `~/Library/CloudStorage`, where macOS has services lay theirs; all there is synced."""

ICLOUD_FOLDERS = ("Desktop", "Documents")
"""Links that macOS makes in the folder of iCloud where that also takes the desktop and the documents."""


def synced_by(path: Path, home: Path | None) -> str:
    """The name of the service that syncs `path` or a folder above it; empty when none is known to."""
    noted = list(_noted(home)) if home is not None else []
    for folder in (path, *path.parents):
        for place, service in noted:
            if folder == place:
                return service
        service = _by_name(folder, home) or _by_markers(folder)
        if service:
            return service
    return ""


def _by_name(folder: Path, home: Path | None) -> str:
    for pattern, service in NAMES:
        if fnmatch(folder.name, pattern):
            return service
    if folder.parent == home or folder.parent == Path(folder.anchor):
        return HOME_NAMES.get(folder.name, "")
    if folder.parent.name == "CloudStorage" and folder.parent.parent.name == "Library":
        return CLOUD_STORAGE.get(folder.name.partition("-")[0], folder.name)
    return ""


def _by_markers(folder: Path) -> str:
    try:
        hidden = [path for path in folder.iterdir() if path.name.startswith(".")]
    except OSError:  # not there yet, or not for us to see
        return ""
    for pattern, fits, service in MARKERS:
        if any(fnmatch(path.name, pattern) and fits(path) for path in hidden):
            return service
    return ""


def _noted(home: Path) -> Iterator[tuple[Path, str]]:
    """Synced folders that are written down on this machine: by Dropbox in a file, by others in the environment."""
    for file in (home / ".dropbox" / "info.json", *_windows_files()):
        with suppress(OSError, ValueError, AttributeError, TypeError):
            for account in json.loads(file.read_text(encoding="utf-8")).values():
                yield Path(account["path"]), DROPBOX
    for variable in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]), ONEDRIVE
    cloud = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    for link in (cloud / name for name in ICLOUD_FOLDERS):
        with suppress(OSError, RuntimeError):
            if link.is_symlink():
                yield link.resolve(), ICLOUD


def _windows_files() -> Iterator[Path]:
    for variable in ("APPDATA", "LOCALAPPDATA"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]) / "Dropbox" / "info.json"
