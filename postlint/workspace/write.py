"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile


def write(path: str, data: bytes, before: bytes | None = None) -> None:
    """Put new content in the place of a file, which keeps its mode and, where that may be, its owner.

    Refuses to write through a symbolic link, over a file that may not be written, and, given what was read, over what
    somebody else has written meanwhile. Raises OSError; the old file then stands as it was.
    """
    if os.path.islink(path):
        raise OSError("it is a symbolic link")
    if not os.access(path, os.W_OK):  # a rename would not ask
        raise OSError("it is read-only")
    handle, new = tempfile.mkstemp(prefix=".postlint-", dir=os.path.dirname(path))
    try:
        with open(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, new)
        _copy_owner(path, new)
        if before is not None and _read(path) != before:
            raise OSError("it has changed since it was read")
        os.replace(new, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):  # where the interrupt came after the rename
            os.unlink(new)
        raise


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _copy_owner(path: str, new: str) -> None:
    """Leave the files of others to them: in a container we are often root."""
    old, own = os.stat(path), os.stat(new)
    if (old.st_uid, old.st_gid) != (own.st_uid, own.st_gid) and hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(new, old.st_uid, old.st_gid)
