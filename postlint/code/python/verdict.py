"""What a check of a Python block comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block is what its tag says. Lines and columns count from 1, in the block."""

    kind: Literal["valid", "broken", "mislabelled", "newer"]
    """`valid`: Python, or an excerpt of it as posts show it, or nothing that can be judged; `broken`: its author's
    error; `mislabelled`: it is something else; `newer`: it needs a later Python than the one asked for."""
    why: str = ""
    """Of a valid block, what it took to read it: `session`, `excerpt`, `elision`, `include` ..."""
    line: int = 1
    column: int = 1
    message: str = ""
    """What is wrong, in an author's words."""
    statement_line: int = 1
    """The line in which the statement begins that holds `line`."""
    language: str = ""
    """Of a mislabelled block, the tag to use instead; empty where that cannot be told."""
    certain: bool = False
    """Whether that tag is beyond doubt."""

    @property
    def silent(self) -> bool:
        """Whether there is nothing to report."""
        return self.kind == "valid"


def valid(why: str = "") -> Verdict:
    """A block with nothing to report, and why."""
    return Verdict("valid", why)


def mislabelled(message: str, language: str, line: int = 1, *, certain: bool = False) -> Verdict:
    """A block that is something else than Python."""
    return Verdict("mislabelled", line=line, statement_line=line, message=message, language=language, certain=certain)
