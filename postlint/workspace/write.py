"""Write a file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile


def write(path: str, data: bytes) -> None:
    """Put new content in the place of a file, which keeps its mode; refuses to write through a symbolic link.

    Raises OSError; the old file then stands as it was.
    """
    if os.path.islink(path):
        raise OSError("it is a symbolic link")
    handle, new = tempfile.mkstemp(prefix=f".{os.path.basename(path)}.", dir=os.path.dirname(path))
    try:
        with open(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, new)
        os.replace(new, path)
    except BaseException:
        os.unlink(new)
        raise
