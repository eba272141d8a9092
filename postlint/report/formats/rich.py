"""The report for a terminal: findings by file, each with an excerpt of the source.

Only `Text` objects are printed, so that rich never interprets posts, paths and messages as markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby, zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from postlint.core.finding import ERROR, INFO, WARNING, Diagnostic, DiagnosticFix, Severity
from postlint.core.result import RunResult
from postlint.report import sanitize, tally
from postlint.report.format import Format
from postlint.report.rich_frame import frame
from postlint.report.view import View

_SYMBOLS = {ERROR: "✖", WARNING: "▲", INFO: "●"}
_STYLES = {ERROR: "bold red", WARNING: "yellow", INFO: "blue"}
_DIM = "bright_black"
_MAX_WIDTH = 120
"""Cells; longer lines are hard to read."""
_MAX_FRAMES = 5
"""How many findings of one rule in one file are shown with an excerpt; the others would add nothing new."""


def render(result: RunResult, view: View) -> str:
    """The whole report, without escape sequences unless the view has color."""
    console = Console(
        file=StringIO(), width=view.width, color_system="standard" if view.color else None,
        force_terminal=view.color, no_color=not view.color, highlight=False, markup=False, emoji=False,
        legacy_windows=False, height=25,  # without a height, rich takes both from the environment
    )  # fmt: skip
    with console.capture() as capture:
        show(console, result, view)
    lines = capture.get().split("\n")
    return "\n".join(lines if view.color else [line.rstrip(" ") for line in lines])


def show(console: Console, result: RunResult, view: View) -> None:
    """Print the report on a console."""
    width = min(console.width, _MAX_WIDTH)
    if result.diff:
        _print(console, _diff(result.diff))
    for path, group in groupby(result.diagnostics, key=lambda diagnostic: diagnostic.path):
        _print(console, _file(console, path, list(group), width))
    if result.diagnostics and (view.statistics or not view.quiet):
        console.print(_rules(result))
        console.print()
    if result.diagnostics and view.statistics:
        console.print(_files(result))
        console.print()
    if not view.quiet:
        _print(console, _totals(result))


def _print(console: Console, lines: Iterator[Text]) -> None:
    # One call for all lines, because each call is slow.
    console.print(Text("\n").join(lines), soft_wrap=True)


def _file(console: Console, path: str, group: Sequence[Diagnostic], width: int) -> Iterator[Text]:
    yield _header(path, group, width)
    yield Text()
    position_width = max(len(_position(diagnostic)) for diagnostic in group)
    counts: Counter[str] = Counter()
    for diagnostic, following in zip_longest(group, group[1:]):
        counts[diagnostic.rule] += 1
        yield from _headline(console, diagnostic, position_width, width)
        if counts[diagnostic.rule] <= _MAX_FRAMES:
            if diagnostic.excerpt and diagnostic.excerpt.lines:
                yield from frame(diagnostic, diagnostic.excerpt, _STYLES[diagnostic.severity], 2, width)
            if diagnostic.fix:
                yield _hint(diagnostic.fix)
        if following is None or min(counts[diagnostic.rule], counts[following.rule] + 1) <= _MAX_FRAMES:
            yield Text()


def _header(path: str, group: Sequence[Diagnostic], width: int) -> Text:
    counts = _counts(tally.by_severity(group), words=False)
    name = sanitize.path(path)
    rule = width - cell_len(name) - counts.cell_len - 2
    header = Text(name, style="bold")
    header.append(f" {'─' * rule} " if rule > 0 else "\n  ", f"not bold {_DIM}")
    return header.append_text(counts)


def _counts(counts: Sequence[tuple[Severity, int]], *, words: bool) -> Text:
    parts = []
    for severity, count in counts:
        label = tally.plural(count, str(severity)) if words else f"{count:,}"
        parts.append(Text(f"{_SYMBOLS[severity]} {label}", f"not bold {_STYLES[severity]}"))
    return Text("  ").join(parts)


def _position(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.start.line}:{diagnostic.start.column}"


def _headline(console: Console, diagnostic: Diagnostic, position_width: int, width: int) -> Iterator[Text]:
    """The severity's symbol, the position, the wrapped message, and the rule's name at the right."""
    severity = diagnostic.severity
    lead = Text("  ").append(f"{_SYMBOLS[severity]} ", _STYLES[severity])
    lead.append(f"{_position(diagnostic):{position_width}}  ", _DIM)
    name = Text(sanitize.line(diagnostic.rule), style=_DIM)
    message_width = max(width - lead.cell_len, 20)
    message = Text(sanitize.line(diagnostic.message), style="bold")
    message.highlight_regex(r"`[^`]+`", "not bold cyan")
    lines = list(message.wrap(console, message_width))
    for index, line in enumerate(lines):
        line.rstrip()
        start = lead if index == 0 else Text(" " * lead.cell_len)
        lines[index] = start + line
    gap = width - lines[-1].cell_len - name.cell_len
    if gap >= 2:
        lines[-1] = lines[-1] + Text(" " * gap) + name
    else:
        lines.append(Text(" " * max(width - name.cell_len, 2)) + name)
    yield from lines


def _hint(fix: DiagnosticFix) -> Text:
    option = "--fix" if fix.safe else "--fix --unsafe-fixes"
    title = sanitize.line(fix.title)
    return Text.assemble("  ", (" " * 6 + "╰ ", _DIM), (title, "green"), (f"  {option}", _DIM))


def _rules(result: RunResult) -> Table:
    table = _table("findings", "rule", "fixable")
    rows = tally.by_rule(result.diagnostics)
    digits = max(len(f"{row.findings:,}") for row in rows)
    for row in rows:
        count = Text.assemble((f"{_SYMBOLS[row.severity]} ", _STYLES[row.severity]), f"{row.findings:{digits},}")
        table.add_row(
            count, Text(sanitize.line(row.rule)), Text(f"{row.fixable:,}" if row.fixable else "", style="green")
        )
    return table


def _files(result: RunResult) -> Table:
    table = _table("findings", "file", "")
    for path, count in tally.by_file(result.diagnostics):
        table.add_row(Text(f"{count:,}"), Text(sanitize.line(path)), Text())
    return table


def _table(count: str, name: str, last: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_DIM, pad_edge=False)
    table.add_column(Text(count), justify="right", min_width=10)
    table.add_column(Text(name), overflow="fold")
    table.add_column(Text(last), justify="right")
    return table


def _diff(diff: str) -> Iterator[Text]:
    styles = {"+": "green", "-": "red", "@": "cyan"}
    for line in sanitize.diff(diff).removesuffix("\n").split("\n"):
        bold = line.startswith(("+++ ", "--- "))
        yield Text(line.removesuffix("\r"), style="bold" if bold else styles.get(line[:1], ""))
    yield Text()


def _totals(result: RunResult) -> Iterator[Text]:
    took = f" · {result.seconds:.1f} s" if result.seconds >= 0.1 else ""
    if not result.diagnostics:
        yield Text.assemble(
            ("✔ ", "bold green"), "no findings", (f" in {tally.plural(result.files, 'file')}{took}", _DIM)
        )
    else:
        counts = _counts(tally.by_severity(result.diagnostics), words=True)
        yield counts.append(f"  {tally.affected_files(result)}{took}", _DIM)
    if fixable := tally.fixable(result):
        yield Text(fixable, style="green")
    if fixed := tally.fixed(result):
        yield Text.assemble(("✔ ", "bold green"), fixed)


FORMAT = Format(
    render=render,
    description="terminals: excerpts of the source, in color; the default there",
    repository_paths=False,
    document=False,
    excerpts=True,
)
