"""Progress of a long run, on standard error if it is a terminal."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from postlint.report.rich_progress import Bar

_MIN_FILES = 100
_DELAY = 0.5
"""Seconds before the bar appears."""
_INTERVAL = 0.1
"""Seconds between two updates."""


class Progress:
    """A context manager; call `advance` after each file.

    The bar appears only on a terminal, for more than a hundred files, after half a second. `advance` draws it, without
    a thread: a fork while a thread runs would be unsafe.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._enabled = total > _MIN_FILES and stream.isatty()
        self._done = 0
        self._next = time.monotonic() + _DELAY
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def advance(self, path: str) -> None:
        """Count a file that was checked, and draw the bar if it is time to."""
        self._done += 1
        if not self._enabled or (now := time.monotonic()) < self._next:
            return
        self._next = now + _INTERVAL
        if self._bar is None:
            from postlint.report.rich_progress import Bar

            self._bar = Bar(self._total, self._stream)
        self._bar.show(self._done, path)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()
