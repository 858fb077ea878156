"""What kind of place a folder is: by made-up tables of mounts, and by folders that services would leave."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from newsdesk.disks import Mount, Place, PlaceKind, place_of
from newsdesk.disks.mounts import mount_of, mounted, share_of

DISK = Mount(Path("/"), "ext4", "/dev/sda1")


def place(folder: Path, *mounts: Mount, home: Path = Path("/nobody")) -> Place:
    return place_of(folder, [DISK, *mounts], home)


@pytest.mark.parametrize(
    "type",
    "nfs nfs4 cifs smb3 smbfs afpfs 9p davfs webdav ceph glusterfs fuse.sshfs fuse.glusterfs fuse.rclone".split(),
)
def test_a_file_system_of_the_network_is_a_share(type: str, tmp_path: Path) -> None:
    found = place(tmp_path / "share" / "desk", Mount(tmp_path / "share", type, "server:/export"))
    assert found == Place(PlaceKind.NETWORK, "server:/export")


@pytest.mark.parametrize("type", "ext4 xfs btrfs zfs tmpfs apfs hfs NTFS fuseblk fuse.mergerfs overlay".split())
def test_a_file_system_of_this_machine_is_none(type: str, tmp_path: Path) -> None:
    assert place(tmp_path / "desk", Mount(tmp_path, type, "/dev/sdb1")) == Place(PlaceKind.LOCAL)


def test_the_innermost_mount_counts_and_of_two_the_later(tmp_path: Path) -> None:
    share, disk = Mount(tmp_path, "nfs4", "a:/"), Mount(tmp_path / "disk", "ext4", "/dev/sdb1")
    assert place(tmp_path / "disk" / "desk", disk, share).kind is PlaceKind.LOCAL
    assert place(tmp_path / "diskette", disk, share).kind is PlaceKind.NETWORK
    over = Mount(tmp_path / "disk", "cifs", "//b/c")
    assert place(tmp_path / "disk", share, disk, over) == Place(PlaceKind.NETWORK, "//b/c")


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "share")
    share = Mount(tmp_path / "share", "nfs", "a:/b")
    assert place(tmp_path / "here" / "desk", share).kind is PlaceKind.NETWORK
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    assert place(tmp_path / "ring").kind is PlaceKind.LOCAL


def test_a_drive_that_windows_calls_remote_is_a_share() -> None:
    drives = [
        Mount(PureWindowsPath("C:\\"), "NTFS", "C:\\", "rw,fixed"),
        Mount(PureWindowsPath("Z:\\"), "NTFS", "Z:\\", "rw,remote"),
    ]
    ours = mount_of(PureWindowsPath("c:\\Users\\ada\\desk"), drives)
    theirs = mount_of(PureWindowsPath("z:\\desk"), drives)
    assert ours is not None
    assert theirs is not None
    assert (ours.network, theirs.network) == (False, True)


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\news\desk", r"\\server\news"),
        (r"\\?\UNC\server\news\desk", r"\\server\news"),
        (r"\\?\C:\desk", ""),
        (r"C:\desk", ""),
    ],
)
def test_a_path_of_windows_can_name_a_share(path: str, share: str) -> None:
    assert share_of(PureWindowsPath(path)) == share


def test_two_slashes_name_no_share_elsewhere() -> None:
    assert share_of(PurePosixPath("//server/news")) == ""


def test_the_table_of_this_machine_names_what_lies_on_each_mount() -> None:
    # In a changed root the table may lack what it hangs on, and a machine may give none.
    for mount in mounted():
        assert mount.point.is_absolute()
        assert mount_of(mount.point / "newsroom", [mount]) == mount


def _file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")


def _folder(path: Path) -> None:
    path.mkdir(parents=True)


@pytest.mark.parametrize(
    ("make", "marker", "service"),
    [
        (_file, ".dropbox", "Dropbox"),
        (_folder, ".dropbox.cache", "Dropbox"),
        (_file, ".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (_folder, ".stfolder", "Syncthing"),
        (_folder, ".stversions", "Syncthing"),
        (_file, ".sync_a1b2c3d4e5f6.db", "Nextcloud or ownCloud"),
        (_file, "._sync_a1b2c3d4e5f6.db", "Nextcloud or ownCloud"),
        (_folder, ".tmp.driveupload", "Google Drive"),
        (_file, ".megaignore", "MEGA"),
        (_file, ".sync/ID", "Resilio Sync"),
        (_file, ".story.txt.icloud", "iCloud Drive"),
        (_folder, "Dropbox", "Dropbox"),
        (_folder, "OneDrive - The Daily", "OneDrive"),
        (_folder, "Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
    ],
)
def test_a_synced_folder_is_known_by_what_lies_in_it(
    make: Callable[[Path], None], marker: str, service: str, tmp_path: Path
) -> None:
    top = tmp_path / "top"
    make(top / marker)
    inside = top / marker.partition("/")[0] if not marker.startswith(".") else top
    assert place(inside / "a" / "desk") == Place(PlaceKind.SYNCED, service)
    assert place(tmp_path / "beside" / "desk") == Place(PlaceKind.LOCAL)


def test_what_dropbox_keeps_in_the_home_does_not_mark_the_home(tmp_path: Path) -> None:
    _folder(tmp_path / ".dropbox")
    assert place(tmp_path / "desk", home=tmp_path) == Place(PlaceKind.LOCAL)


def test_dropbox_writes_down_where_it_is(tmp_path: Path) -> None:
    _folder(tmp_path / ".dropbox")
    info = tmp_path / ".dropbox" / "info.json"
    info.write_text(json.dumps({"personal": {"path": str(tmp_path / "work")}}), encoding="utf-8")
    assert place(tmp_path / "work" / "desk", home=tmp_path) == Place(PlaceKind.SYNCED, "Dropbox")
    info.write_text('["not", "this"]', encoding="utf-8")
    assert place(tmp_path / "work" / "desk", home=tmp_path) == Place(PlaceKind.LOCAL)


def test_onedrive_is_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(tmp_path / "cloud"))
    assert place(tmp_path / "cloud" / "desk") == Place(PlaceKind.SYNCED, "OneDrive")


def test_icloud_takes_the_documents_too(tmp_path: Path) -> None:
    cloud = tmp_path / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    _folder(cloud)
    _folder(tmp_path / "Documents")
    assert place(tmp_path / "Documents" / "desk", home=tmp_path) == Place(PlaceKind.LOCAL)
    (cloud / "Documents").symlink_to(tmp_path / "Documents")
    assert place(tmp_path / "Documents" / "desk", home=tmp_path) == Place(PlaceKind.SYNCED, "iCloud Drive")


def test_what_macos_has_services_lay_into_one_folder_is_synced(tmp_path: Path) -> None:
    storage = tmp_path / "Library" / "CloudStorage"
    assert place(storage / "GoogleDrive-ada@example.org" / "My Drive" / "desk").what == "Google Drive"
    assert place(storage / "Sync-Desk" / "desk").what == "Sync-Desk"


def test_names_that_say_little_count_in_the_home_alone(tmp_path: Path) -> None:
    assert place(tmp_path / "Nextcloud" / "desk", home=tmp_path).kind is PlaceKind.SYNCED
    assert place(tmp_path / "stories" / "Box" / "desk", home=tmp_path).kind is PlaceKind.LOCAL


def test_a_link_out_of_a_synced_folder_is_synced_too(tmp_path: Path) -> None:
    _folder(tmp_path / "Dropbox")
    _folder(tmp_path / "disk")
    (tmp_path / "Dropbox" / "desk").symlink_to(tmp_path / "disk")
    assert place(tmp_path / "Dropbox" / "desk").kind is PlaceKind.SYNCED


def test_a_share_is_a_share_even_if_it_is_synced(tmp_path: Path) -> None:
    _folder(tmp_path / ".stfolder")
    assert place(tmp_path, Mount(tmp_path, "nfs", "a:/b")).kind is PlaceKind.NETWORK
