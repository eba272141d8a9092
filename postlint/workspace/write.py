"""Write a file completely or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile


def write(path: str, data: bytes, before: bytes | None = None) -> None:
    """Replace the content of a file, which keeps its mode and, if permitted, its owner.

    Raises OSError, with the old file left as it was, if the path is a symbolic link, if the file is read-only, if its
    content is no longer `before` (unless that is None), or if the new file cannot be written.
    """
    if os.path.islink(path):
        raise OSError(errno.ELOOP, "it is a symbolic link", path)
    if not os.access(path, os.W_OK):  # the rename below would succeed
        raise PermissionError(errno.EACCES, "it is read-only", path)
    handle, new = tempfile.mkstemp(prefix=".postlint-", dir=os.path.dirname(path))
    try:
        with open(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, new)
        _copy_owner(path, new)
        if before is not None and _read(path) != before:
            raise OSError(errno.EBUSY, "it has changed since it was read", path)
        os.replace(new, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):  # if interrupted after the rename
            os.unlink(new)
        raise


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _copy_owner(path: str, new: str) -> None:
    """Keep the owner of other users' files: in a container, we are often root."""
    old, own = os.stat(path), os.stat(new)
    if (old.st_uid, old.st_gid) != (own.st_uid, own.st_gid) and hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(new, old.st_uid, old.st_gid)
