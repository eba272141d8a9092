"""The result of checking a Python block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block is valid Python. Lines and columns count from 1, in the block."""

    kind: Literal["valid", "broken", "mislabeled", "newer"]
    """`valid`: Python, an excerpt of Python, or a block that cannot be judged; `broken`: a syntax error;
    `mislabeled`: another language or text; `newer`: it requires a later Python than the target."""
    why: str = ""
    """Why a block counts as valid although it does not parse: `session`, `excerpt`, `include` ..."""
    line: int = 1
    column: int = 1
    message: str = ""
    """The message of the finding; of a mislabeled block, its second half: `it is YAML`."""
    statement_line: int = 1
    """The first line of the statement that contains `line`."""
    language: str = ""
    """The correct tag for a mislabeled block, or empty if it is unknown."""
    certain: bool = False
    """Whether the tag in `language` is certainly right."""

    @property
    def is_valid(self) -> bool:
        """Whether there is nothing to report."""
        return self.kind == "valid"


def valid(why: str = "") -> Verdict:
    """The verdict on a block with nothing to report."""
    return Verdict("valid", why)


def mislabeled(message: str, language: str, line: int = 1, *, certain: bool = False) -> Verdict:
    """The verdict on a block that is not Python."""
    return Verdict("mislabeled", line=line, statement_line=line, message=message, language=language, certain=certain)
