"""An output format as a value: how it renders a result, and what the callers need to know about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from postlint.core.result import RunResult
from postlint.report.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The traits without a default must be decided for every format."""

    render: Callable[[RunResult, View], str]
    """The report. It ends in a line feed, unless it is empty."""
    description: str
    """Who or what it is for, then what it contains: a phrase for the table in the README."""
    repository_paths: bool
    """Whether another program looks for its paths in the repository. They must then be relative to its root, which is
    what `View.repository_path` makes of them; they are relative to the working directory otherwise."""
    document: bool
    """Whether a program parses the output as a whole. It is then printed even if no file was checked, and complete
    under `--quiet`; otherwise nothing is printed in the first case, and only findings in the second."""
    excerpts: bool = False
    """Whether it uses the excerpts of findings, which are collected only then."""
    step_summary: Callable[[RunResult], str] | None = None
    """Markdown for the summary page of a GitHub Actions step."""
