"""A block while it is being repaired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from postlint.code.python.lines import code_lines
from postlint.code.python.parser.syntax import Parser


@dataclass(frozen=True, slots=True)
class Draft:
    """Lines that do not parse yet. A repair changes lines; it never adds or removes one."""

    lines: tuple[str, ...]
    original: tuple[str, ...]
    """The lines before any repair."""
    parser: Parser
    code: tuple[int, ...] = field(init=False)
    """The numbers of the lines that hold more than a comment."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", tuple(code_lines(self.lines)))

    @property
    def last(self) -> int:
        """The last line that holds more than a comment."""
        return self.code[-1] if self.code else 0

    def with_line(self, number: int, line: str) -> Draft:
        """The draft with another line in the place of one."""
        return self.with_lines({number: line})

    def with_lines(self, changes: dict[int, str]) -> Draft:
        """The draft with other lines in the place of some."""
        return self.rewritten([changes.get(number, line) for number, line in enumerate(self.lines)])

    def rewritten(self, lines: Sequence[str]) -> Draft:
        """The draft with other lines altogether, as many as before."""
        return replace(self, lines=tuple(lines))

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines) + "\n"
