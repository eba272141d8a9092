"""Plain text: one line a finding, for pipes, editors and logs; nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.core.finding import Diagnostic
from postlint.core.result import RunResult
from postlint.report import sanitize, tally
from postlint.report.view import View


def render(result: RunResult, view: View) -> str:
    """`path:line:column: severity rule message`, then the counts."""
    return "".join(f"{line}\n" for line in _lines(result, view))


def finding(one: Diagnostic) -> str:
    """A finding's line."""
    mark = "" if one.fix is None else " [fix]" if one.fix.safe else " [unsafe fix]"
    place = f"{sanitize.path(one.path)}:{one.start.line}:{one.start.column}"
    return f"{place}: {one.severity} {sanitize.line(one.rule)} {sanitize.line(one.message)}{mark}"


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
