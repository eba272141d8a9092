"""The lines of a block while they are being repaired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from postlint.code.python.lines import code_lines
from postlint.code.python.parser.parser import Parser


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines that do not parse yet. A repair changes lines, it never adds or removes any."""

    lines: tuple[str, ...]
    original: tuple[str, ...]
    """The lines before any repair."""
    parser: Parser
    code: tuple[int, ...] = field(init=False)
    """The numbers, from 0, of the lines with code."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", tuple(code_lines(self.lines)))

    @property
    def last(self) -> int:
        """The number of the last line with code; 0 if there is none."""
        return self.code[-1] if self.code else 0

    def with_line(self, number: int, line: str) -> Candidate:
        """A copy in which one line is replaced."""
        return self.with_lines({number: line})

    def with_lines(self, changes: dict[int, str]) -> Candidate:
        """A copy in which some lines, by number, are replaced."""
        return self.rewritten([changes.get(number, line) for number, line in enumerate(self.lines)])

    def rewritten(self, lines: Sequence[str]) -> Candidate:
        """A copy in which all lines are replaced by as many others."""
        return replace(self, lines=tuple(lines))

    @property
    def text(self) -> str:
        """The lines as one text that ends in a line feed."""
        return "\n".join(self.lines) + "\n"
