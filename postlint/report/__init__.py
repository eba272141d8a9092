"""Turn the result of a run into text. A format is one module in `formats`, imported when it is used."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from postlint.core.result import RunResult
from postlint.report import formats
from postlint.report.format import Format
from postlint.report.view import View

__all__ = ["FORMATS", "Format", "View", "get_format", "render"]

FORMATS: tuple[str, ...] = tuple(sorted(module.name.replace("_", "-") for module in iter_modules(formats.__path__)))
"""The names of all formats."""


def get_format(name: str) -> Format:
    """A format by its name. Raises ValueError if it is unknown."""
    if name not in FORMATS:
        raise ValueError(f"unknown format {name!r}, expected one of {', '.join(FORMATS)}")
    module = import_module(f"{formats.__name__}.{name.replace('-', '_')}")
    chosen: Format = module.FORMAT
    return chosen


def render(name: str, result: RunResult, view: View | None = None) -> str:
    """The report in one of `FORMATS`; it ends in a line feed unless it is empty. Raises ValueError."""
    return get_format(name).render(result, view or View())
