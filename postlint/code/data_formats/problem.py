"""A syntax error in a block of data."""

from __future__ import annotations

from typing import NamedTuple

MAX_LENGTH = 100_000
"""Characters. A longer block is not checked."""


class Problem(NamedTuple):
    """A syntax error. Line and column count from 1, in the block."""

    line: int
    column: int
    message: str
