"""Turn a run's result into text: one module a format, loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from postlint.core.result import RunResult
from postlint.report.view import View

__all__ = ["FORMATS", "WITH_EXCERPTS", "View", "render"]

FORMATS: tuple[str, ...] = ("rich", "text", "json", "github", "sarif")

WITH_EXCERPTS = frozenset({"rich", "sarif"})
"""The formats that show the lines around a finding."""


def render(name: str, result: RunResult, view: View | None = None) -> str:
    """The report in one of `FORMATS`, ending in a line feed unless it is empty."""
    if name not in FORMATS:
        raise ValueError(f"unknown format {name!r}, expected one of {', '.join(FORMATS)}")
    reporter = import_module(f"postlint.report.{name}")
    return cast(str, reporter.render(result, view or View()))
