"""How a report is to look: what the user or the terminal said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What a reporter may take into account besides the result; each takes what concerns it."""

    color: bool = False
    width: int = 100
    """Cells in a line, for the reports that break lines."""
    statistics: bool = False
    """Also count the findings by rule and by file."""
    quiet: bool = False
    """Findings (and statistics) alone: no totals, nothing if there is nothing."""
    prefix: str = ""
    """The path from the repository's root to the working directory, for annotations."""
