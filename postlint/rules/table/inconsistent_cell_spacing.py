"""The cells of a table are spaced in different ways.

Pipes that line up make a table easy to read, one space on each side of a cell makes it easy to edit, none at all
makes it short. A table may have any of these, but one.

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

from postlint.core.body import Table
from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.core.width import display_width

_NO_SPACE = re.compile(r"[^ \t]")
_PIPE = re.compile(r"\\[\\|]|\|")


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["any", "aligned", "compact", "tight"] = "any"
    """Pipes that line up, one space on each side of a cell, none, or what fits each table best."""
    aligned_delimiter: bool = False
    """In the latter two, the pipes of the second row line up with those of the first."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD060", "table-column-style", "table/mixed-cell-spacing"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    for table in post.tables:
        if post.masked(table.span):
            continue  # what a template tag prints may be of any width
        rows = []
        for row in (table.header, table.delimiter, *table.rows):
            line = post.source.line(row.line)
            rows.append((line.start, list(_pipes(post.text, Span(row.span.start, line.end)))))
        style, faults = _nearest_style(post.text, rows, options)
        for number, fault in enumerate(faults):
            fix = _lined_up(post, table) if style == "aligned" and number == 0 else None
            yield _finding(fault, 1 if style == "compact" else 0, fix)


class _Pipe(NamedTuple):
    """A pipe and the white space beside it; None where there is no cell on that side."""

    at: int
    before: Span | None
    after: Span | None


class _Fault(NamedTuple):
    """A pipe that does not fit a style; None where it does not line up, or the space beside it."""

    at: int
    space: Span | None = None
    side: str = ""


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


def _nearest_style(
    text: str, rows: Sequence[tuple[int, list[_Pipe]]], options: Options
) -> tuple[str, Sequence[_Fault]]:
    """The style that a table fits best, of those that it may have, and what of it does not fit."""
    styles = ("aligned", "compact", "tight") if options.style == "any" else (options.style,)
    nearest, least = "", None
    for style in styles:
        if style == "aligned":
            faults = list(_aligned(text, rows))
        else:
            head = list(_aligned(text, rows[:2])) if options.aligned_delimiter else []
            faults = [*head, *_spaced(rows, 1 if style == "compact" else 0)]
        if least is None or len(faults) < len(least):
            nearest, least = style, faults
        if not least:
            break
    return nearest, least or ()


def _aligned(text: str, rows: Sequence[tuple[int, list[_Pipe]]]) -> Iterator[_Fault]:
    head = [_width(text, rows[0][0], one) for one in rows[0][1]]
    for start, pipes in rows[1:]:
        left = set(head)
        for one in pipes:
            column = _width(text, start, one)
            if left and column not in left:
                yield _Fault(one.at)
            left.discard(column)


def _width(text: str, start: int, pipe: _Pipe) -> int:
    """How much there is to see between a line's start and a pipe; a tab may be of any width, and counts as none."""
    return display_width(text[start : pipe.at].replace("\t", ""))


def _spaced(rows: Sequence[tuple[int, list[_Pipe]]], wanted: int) -> Iterator[_Fault]:
    for _, pipes in rows:
        for at, before, after in pipes:
            if before is not None and before.end - before.start != wanted:
                yield _Fault(at, before, "left")
            if after is not None and after.end - after.start != wanted:
                yield _Fault(at, after, "right")


def _finding(fault: _Fault, wanted: int, lined_up: Fix | None) -> Finding:
    span, space = Span(fault.at, fault.at + 1), fault.space
    if space is None:
        return Finding("pipe does not line up with the table's first row", span, lined_up)
    width = space.end - space.start
    found = f"{width or 'no'} space{'s' * (width != 1)}"
    message = f"{found} {fault.side} of the pipe, expected {wanted or 'none'}"
    return Finding(message, span, Fix("Mend the space beside the pipe", (Edit(space, " " * wanted),)))


def _lined_up(post: Post, table: Table) -> Fix | None:
    """Write the whole table anew with its pipes below each other; not one whose rows differ in their cells."""
    rows = (table.header, table.delimiter, *table.rows)
    count = len(table.header.cells)
    if any(len(row.cells) != count or not (row.leading_pipe and row.trailing_pipe) for row in rows):
        return None
    texts = [[post.source[cell.span] for cell in row.cells] for row in rows]
    widths = [max(display_width(one) for one in column) for column in zip(texts[0], *texts[2:], strict=True)]
    widths = [max(width, len(_dashes(cell, 0))) for width, cell in zip(widths, texts[1], strict=True)]
    texts[1] = [_dashes(cell, width) for width, cell in zip(widths, texts[1], strict=True)]
    edits = []
    for row, cells in zip(rows, texts, strict=True):
        padded = [cell + " " * (width - display_width(cell)) for width, cell in zip(widths, cells, strict=True)]
        edits.append(Edit(row.span, f"| {' | '.join(padded)} |"))
    return Fix("Line the table up", tuple(edits))


def _dashes(cell: str, width: int) -> str:
    """A cell of the second row, with the colons that it has."""
    left, right = cell[:1] == ":", cell[-1:] == ":"
    return ":" * left + "-" * max(width - left - right, 1) + ":" * right
