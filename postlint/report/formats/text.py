"""Plain text for pipes, editors and logs: one line per finding, nothing shortened."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.finding import Diagnostic
from postlint.core.result import RunResult
from postlint.report import sanitize, tally
from postlint.report.format import Format
from postlint.report.view import View


def render(result: RunResult, view: View) -> str:
    """`path:line:column: severity rule message`, then the counts."""
    return "".join(f"{line}\n" for line in _lines(result, view))


def finding(diagnostic: Diagnostic) -> str:
    """The line of a finding."""
    fix = "" if diagnostic.fix is None else " [fix]" if diagnostic.fix.safe else " [unsafe fix]"
    place = f"{sanitize.path(diagnostic.path)}:{diagnostic.start.line}:{diagnostic.start.column}"
    return f"{place}: {diagnostic.severity} {sanitize.line(diagnostic.rule)} {sanitize.line(diagnostic.message)}{fix}"


def _lines(result: RunResult, view: View) -> Iterator[str]:
    if result.diff:
        yield sanitize.diff(result.diff).removesuffix("\n")
    yield from map(finding, result.diagnostics)
    if view.statistics and result.diagnostics:
        yield from _statistics(result)
    if not view.quiet:
        yield tally.totals(result)


def _statistics(result: RunResult) -> Iterator[str]:
    yield ""
    yield "findings by rule:"
    for row in tally.by_rule(result.diagnostics):
        fixable = f" ({row.fixable:,} fixable)" if row.fixable else ""
        yield f"{row.findings:7,}  {row.severity!s:7}  {sanitize.line(row.rule)}{fixable}"
    yield ""
    yield "findings by file:"
    for path, count in tally.by_file(result.diagnostics):
        yield f"{count:7,}  {sanitize.line(path)}"
    yield ""


FORMAT = Format(
    render=render,
    description="pipes, editors and logs: one line per finding; the default elsewhere",
    repository_paths=False,
    document=False,
)
