"""Inconsistent spacing of table cells.

Aligned pipes make a table easy to read, one space on each side of a cell makes it easy to edit, and no spaces make it
short. By default a table may have any of these styles, but only one.

~~~markdown bad 3
| Coffee | Water |
| --- | --- |
| 15 g| 250 g |
~~~

~~~markdown fixed
| Coffee | Water |
| --- | --- |
| 15 g | 250 g |
~~~

~~~markdown good
| Coffee | Water |
| ------ | ----- |
| 15 g   | 250 g |
~~~

~~~markdown good
|Coffee|Water|
|---|---|
|15 g|250 g|
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.core.width import display_width
from postlint.helpers.table_layout import align_pipes

_NO_SPACE = re.compile(r"[^ \t]")
_PIPE = re.compile(r"\\[\\|]|\|")


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["any", "aligned", "compact", "tight"] = "any"
    """Aligned pipes, one space on each side of a cell (`compact`), no spaces (`tight`), or the best fit (`any`)."""
    aligned_delimiter: bool = False
    """With `compact` and `tight`, align the pipes of the delimiter row with those of the header."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD060", "table-column-style", "table/mixed-cell-spacing"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    for table in post.tables:
        if post.masked(table.span):
            continue  # The width of a template tag's output is unknown.
        rows = []
        for row in (table.header, table.delimiter, *table.rows):
            line = post.source.line(row.line)
            rows.append((line.start, list(_pipes(post.text, Span(row.span.start, line.end)))))
        style, faults = _best_style(post.text, rows, options)
        for number, fault in enumerate(faults):
            fix = None
            if style == "aligned" and number == 0 and (edits := align_pipes(post, table)):
                fix = Fix("Align the table", edits)
            yield _finding(fault, 1 if style == "compact" else 0, fix)


class _Pipe(NamedTuple):
    """A pipe and the whitespace before and after it; None if there is no cell on that side."""

    at: int
    before: Span | None
    after: Span | None


class _Fault(NamedTuple):
    """A pipe that does not fit a style."""

    at: int
    space: Span | None = None
    """The wrong space beside the pipe; None if the pipe is not aligned."""
    side: str = ""
    """`left` or `right`."""


def _pipes(text: str, row: Span) -> Iterator[_Pipe]:
    end = row.start + len(text[row.start : row.end].rstrip())
    last = row.start
    for match in _PIPE.finditer(text, row.start, row.end):
        if match[0] == "|":
            at = match.start()
            before = Span(last + len(text[last:at].rstrip(" \t")), at)
            text_start = _NO_SPACE.search(text, at + 1, row.end)
            after = Span(at + 1, text_start.start() if text_start else row.end)
            yield _Pipe(at, None if at == row.start else before, None if after.start == end else after)
            last = at + 1


def _best_style(text: str, rows: Sequence[tuple[int, list[_Pipe]]], options: Options) -> tuple[str, Sequence[_Fault]]:
    """The allowed style with the fewest faults in a table, and these faults."""
    styles = ("aligned", "compact", "tight") if options.style == "any" else (options.style,)
    best, fewest = "", None
    for style in styles:
        if style == "aligned":
            faults = list(_alignment_faults(text, rows))
        else:
            header_faults = list(_alignment_faults(text, rows[:2])) if options.aligned_delimiter else []
            faults = [*header_faults, *_spacing_faults(rows, 1 if style == "compact" else 0)]
        if fewest is None or len(faults) < len(fewest):
            best, fewest = style, faults
        if not fewest:
            break
    return best, fewest or ()


def _alignment_faults(text: str, rows: Sequence[tuple[int, list[_Pipe]]]) -> Iterator[_Fault]:
    header_columns = [_column(text, rows[0][0], pipe) for pipe in rows[0][1]]
    for start, pipes in rows[1:]:
        unmatched = set(header_columns)
        for pipe in pipes:
            column = _column(text, start, pipe)
            if unmatched and column not in unmatched:
                yield _Fault(pipe.at)
            unmatched.discard(column)


def _column(text: str, start: int, pipe: _Pipe) -> int:
    """The display width of a line up to a pipe; tabs, whose width is unknown, count as nothing."""
    return display_width(text[start : pipe.at].replace("\t", ""))


def _spacing_faults(rows: Sequence[tuple[int, list[_Pipe]]], expected: int) -> Iterator[_Fault]:
    for _, pipes in rows:
        for at, before, after in pipes:
            if before is not None and before.end - before.start != expected:
                yield _Fault(at, before, "left")
            if after is not None and after.end - after.start != expected:
                yield _Fault(at, after, "right")


def _finding(fault: _Fault, expected: int, alignment: Fix | None) -> Finding:
    span, space = Span(fault.at, fault.at + 1), fault.space
    if space is None:
        return Finding("pipe is not aligned with the header row", span, alignment)
    width = space.end - space.start
    actual = f"{width or 'no'} space{'s' * (width != 1)}"
    message = f"{actual} {fault.side} of the pipe, expected {expected or 'none'}"
    return Finding(message, span, Fix("Normalize the space beside the pipe", (Edit(space, " " * expected),)))
