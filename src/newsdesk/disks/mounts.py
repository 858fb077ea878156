"""Which file system a folder lies on, by the system's table of what is mounted where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

NETWORK = frozenset(
    "nfs nfs3 nfs4 cifs smb smb2 smb3 smbfs afpfs afs auristorfs ncpfs 9p vboxsf prl_fs vmhgfs davfs webdav ftp "
    "ceph glusterfs lustre gpfs beegfs ocfs2 gfs gfs2 orangefs pvfs2 coda sshfs".split()
)
"""Types of file systems that other machines can write to at the same time."""

NETWORK_FUSE = frozenset(
    "sshfs davfs davfs2 ceph ceph-fuse glusterfs juicefs mfs rclone s3fs gcsfuse goofys curlftpfs smbnetfs afp "
    "gvfsd-fuse gvfs-fuse-daemon kio-fuse vmhgfs-fuse google-drive-ocamlfuse onedriver pcloud pclsync drivefs "
    "s3ql blobfuse2 seafile".split()
)
"""The same among programs that make a file system of their own (FUSE), by their names."""

NETWORK_DEVICES = frozenset({"pcloud.fs", "drivefs", "google drive"})
"""Devices of such programs whose file systems have no type that says so."""

REMOTE = "remote"
"""What Windows says of a drive that is another machine's."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of the table: where it begins, the type of its file system, the device, its options in words."""

    point: PurePath
    type: str
    device: str = ""
    options: str = ""

    @property
    def network(self) -> bool:
        """Whether the files lie on another machine, or can be written from one."""
        kind, _, program = self.type.lower().partition(".")
        return (
            kind in NETWORK
            or (kind.startswith("fuse") and program in NETWORK_FUSE)
            or self.device.lower() in NETWORK_DEVICES
            or REMOTE in self.options.split(",")
        )


def mounted() -> list[Mount]:
    """The table of this machine; empty where the system does not show it."""
    import psutil

    try:
        found = psutil.disk_partitions(all=True)
    except (OSError, psutil.Error):
        return []
    return [Mount(Path(one.mountpoint), one.fstype, one.device, one.opts) for one in found]


def mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """What a path without links lies on: the innermost mount, and of two at one point the later."""
    best = None
    for mount in mounts:
        if path.is_relative_to(mount.point) and (best is None or _depth(mount) >= _depth(best)):
            best = mount
    return best


def share_of(path: PurePath) -> str:
    r"""The share that a path of Windows names by itself, as `\\server\share`; empty for any other path."""
    if not isinstance(path, PureWindowsPath):
        return ""
    drive = path.drive
    for prefix in ("\\\\?\\UNC\\", "\\\\?\\", "\\\\.\\"):
        if drive.upper().startswith(prefix):
            return f"\\\\{drive[len(prefix) :]}" if "UNC" in prefix else ""
    return drive if drive.startswith("\\\\") else ""


def _depth(mount: Mount) -> int:
    return len(mount.point.parts)
