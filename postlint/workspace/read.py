"""A file's bytes -> Source, or the reason why it cannot be read."""

from __future__ import annotations

import os
import stat

from postlint.core.errors import PostlintError
from postlint.core.text import Source, Span

SIZE_LIMIT = 10_000_000
"""Bytes. The largest published post that we know of has 0.7 million."""

_START = Span(0, 0)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class UnreadableError(PostlintError):
    """A file that cannot be checked; the message is the reason, without the path."""

    def __init__(self, reason: str, source: Source, span: Span = _START) -> None:
        super().__init__(reason)
        self.source = source
        """What can be shown of the file: its path, and its text if there is a position."""
        self.span = span

    @property
    def line(self) -> int:
        """The number of the line that could not be read."""
        return self.source.line_number(self.span.start)


def read_source(path: str, display_path: str) -> Source:
    """Read a file by its absolute path.

    Raises UnreadableError.
    """
    nothing = Source(display_path, "")
    try:
        mode = os.stat(path).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # reading a pipe or a device may never end
            raise UnreadableError("not a regular file (use `-` to read standard input)", nothing)
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > SIZE_LIMIT:
                raise UnreadableError(f"file is {size:,} bytes; the limit is {SIZE_LIMIT:,}", nothing)
            data = file.read()
    except OSError as error:
        raise UnreadableError(f"cannot be read: {(error.strerror or str(error)).lower()}", nothing) from error
    return decode(data, display_path)


def decode(data: bytes, display_path: str) -> Source:
    """The text of bytes.

    Raises UnreadableError.
    """
    try:
        return Source.decode(display_path, data)
    except UnicodeDecodeError as error:
        if data.startswith(_UTF_16):
            raise UnreadableError("file is UTF-16, expected UTF-8", Source(display_path, "")) from error
        before = Source.decode(display_path, data[: error.start])
        reason = f"byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8"
        raise UnreadableError(reason, before, Span(len(before.text), len(before.text))) from error
