"""The progress bar itself."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Column

from postlint.report import sanitize


class Bar:
    """A line with the number of checked files and the latest one; it is removed at the end."""

    def __init__(self, total: int, stream: TextIO) -> None:
        console = Console(file=stream, highlight=False, markup=False, emoji=False)
        self._progress = Progress(
            BarColumn(24, complete_style="blue", finished_style="blue"),
            MofNCompleteColumn(),
            TextColumn(
                "{task.fields[path]}",
                style="bright_black",
                markup=False,
                table_column=Column(no_wrap=True, overflow="ellipsis"),
            ),
            console=console,
            auto_refresh=False,
            transient=True,
        )
        self._progress.start()
        self._task = self._progress.add_task("", total=total, path="")

    def show(self, done: int, path: str) -> None:
        """Draw the bar."""
        self._progress.update(self._task, completed=done, path=sanitize.line(path), refresh=True)

    def close(self) -> None:
        """Remove the bar and show the cursor again."""
        self._progress.stop()
