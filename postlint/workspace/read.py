"""A file's bytes -> Source, or the finding that says why it cannot be read."""

from __future__ import annotations

import os
import stat

from postlint.core.finding import ERROR, Diagnostic
from postlint.core.text import Position, Source

UNREADABLE = "internal/unreadable"
LARGEST = 10_000_000
"""Bytes. The largest post that anyone was seen to publish has 0.7 million."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class UnreadableError(Exception):
    """A file that cannot be checked; says so as a finding."""

    def __init__(self, path: str, message: str, place: Position | None = None) -> None:
        super().__init__(message)
        place = place or Position(1, 1)
        self.diagnostic = Diagnostic(path, place, place, UNREADABLE, (), ERROR, message)


def read_source(path: str, shown: str) -> Source:
    """Read a file by its absolute path.

    Raises UnreadableError.
    """
    try:
        mode = os.stat(path).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # to read a pipe or a device may never end
            raise UnreadableError(shown, "it is no regular file; - reads the standard input")
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST:
                raise UnreadableError(shown, f"the file has {size:,} bytes, files up to {LARGEST:,} are checked")
            data = file.read()
    except OSError as error:
        raise UnreadableError(shown, f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    return decode(data, shown)


def decode(data: bytes, shown: str) -> Source:
    """The text of bytes.

    Raises UnreadableError.
    """
    try:
        return Source.decode(shown, data)
    except UnicodeDecodeError as error:
        if data.startswith(_UTF_16):
            raise UnreadableError(shown, "the file is UTF-16, expected UTF-8") from error
        line_start = data.rfind(b"\n", 0, error.start) + 1
        before = data[line_start : error.start].decode("utf-8", "replace")
        place = Position(data.count(b"\n", 0, error.start) + 1, len(before) + 1)
        message = f"byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8"
        raise UnreadableError(shown, message, place) from error
