"""The folder that a site is exported into: which are refused, and holding one against a second export."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.publish.manifest import OWN_FOLDER

_LOCK = "lock"


def check_folder(out: Path, newsroom: Path) -> Path:
    """`out` with its links resolved; raises `Trouble` with the reason when a site must not be exported there."""
    try:
        return _checked(out, newsroom)
    except OSError as error:
        raise cannot_read(Path(error.filename or out), error) from error


def _checked(out: Path, newsroom: Path) -> Path:
    real, home, desk = (Path(os.path.realpath(folder)) for folder in (out, Path.home(), newsroom))
    if home.is_relative_to(real):
        raise _refused(N_("“{path}” is your home folder or holds it: a site does not belong there."), real)
    if real.is_relative_to(desk):
        raise _refused(N_("“{path}” is inside the newsroom itself."), real)
    if desk.is_relative_to(real):
        raise _refused(N_("“{path}” holds the newsroom itself."), real)
    if os.path.lexists(real / ".git"):
        raise _refused(N_("“{path}” is the top of a Git repository."), real)
    there = next(folder for folder in (real, *real.parents) if _is_there(folder))
    if not there.is_dir():
        raise _refused(N_("“{path}” is a file."), there)
    if (real / OWN_FOLDER).is_symlink():
        raise _refused(N_("“{path}” is a link, and a site is not written through links."), real / OWN_FOLDER)
    return real


def _is_there(path: Path) -> bool:
    """Whether something is at `path`; an error when one may not look, which some versions of `exists` hide."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _refused(reason: str, path: Path) -> Trouble:
    return Trouble(reason, way_out=N_("Export into a folder of its own, such as a new one."), path=str(path))


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Make the folder `out` and hold it. What was made and is empty at the end of the block is removed.

    Raises `Trouble` when it cannot be made, or while another export holds it.
    """
    own = out / OWN_FOLDER
    made = [folder for folder in (own, out, *out.parents) if not folder.exists()]
    try:
        own.mkdir(parents=True, exist_ok=True)
        lock = FileLock(own / _LOCK)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise Trouble(
            N_("Another export into “{path}” is under way."),
            way_out=N_("Wait until it is done, then export again."),
            path=str(out),
        ) from error
    except OSError as error:
        _remove_empty(made)
        raise cannot_write(out, error) from error
    try:
        yield
    finally:
        _let_go(lock, own / _LOCK)
        _remove_empty(made)


def _let_go(lock: FileLock, path: Path) -> None:
    # While it is held where the system allows it, or the lock of the next export could be the one that goes.
    with suppress(OSError):
        path.unlink()
    lock.release()
    if os.name == "nt":  # which removes no file that is open, here or in another process
        with suppress(OSError):
            path.unlink()


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def cannot_read(path: Path, error: OSError) -> Trouble:
    """The `Trouble` that a fault of the disk makes of reading `path`, or of looking what is there."""
    return Trouble(
        N_("“{path}” cannot be read: {reason}."),
        way_out=N_("Check that you may read it, or export into another folder."),
        path=str(path),
        reason=error.strerror or str(error),
    )


def cannot_write(path: Path, error: OSError) -> Trouble:
    """The `Trouble` that a fault of the disk makes of writing `path`."""
    return Trouble(
        N_("“{path}” cannot be written: {reason}."),
        way_out=N_("Check that there is room on the disk and that you may write there, then export again."),
        path=str(path),
        reason=error.strerror or str(error),
    )
