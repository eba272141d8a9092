"""What is wrong with a block of data."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """An error of the author's. Line and column count from 1, in the block."""

    line: int
    column: int
    message: str
