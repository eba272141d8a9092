"""Progress of a long run on the standard error stream, for whoever sits at a terminal; otherwise nothing."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from postlint.report.rich_progress import Bar

_MANY = 100
_PATIENCE = 0.5
_EVERY = 0.1


class Progress:
    """A context manager; call `advance` for each file that is done.

    The bar appears only on a terminal, for more than a hundred files, after half a second. It is drawn from
    `advance`, without a thread of its own: processes may be forked while it is there.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._wanted = total > _MANY and stream.isatty()
        self._done = 0
        self._next = time.monotonic() + _PATIENCE
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def advance(self, path: str) -> None:
        """One more file is done."""
        self._done += 1
        if not self._wanted or (now := time.monotonic()) < self._next:
            return
        self._next = now + _EVERY
        if self._bar is None:
            from postlint.report.rich_progress import Bar

            self._bar = Bar(self._total, self._stream)
        self._bar.show(self._done, path)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()
