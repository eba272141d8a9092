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
from typing import Literal

from postlint.core.rule import OPT_IN, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.core.width import display_width

_PIPE = re.compile(r"\\[\\|]|(?P<pipe>(?P<before>[ \t]*)\|(?P<after>[ \t]*))")


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["any", "aligned", "compact", "tight"] = "any"
    """Pipes that line up, one space on each side of a cell, none, or what fits each table best."""
    aligned_delimiter: bool = False
    """In the latter two, the pipes of the second row line up with those of the first."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD060", "table-column-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    for table in post.tables:
        rows = []
        for row in (table.header, table.delimiter, *table.rows):
            line = post.source.line(row.line)
            rows.append((line.start, list(_pipes(post.text, Span(row.span.start, line.end)))))
        aligned = list(_aligned(post.text, rows)) if options.style in ("any", "aligned") else None
        found = aligned
        if options.style != "aligned" and found != []:
            head = list(_aligned(post.text, rows[:2])) if options.aligned_delimiter else []
            for style in ("compact", "tight") if options.style == "any" else (options.style,):
                spaced = [*head, *_spaced(post.text, rows, style)]
                found = spaced if found is None or len(spaced) < len(found) else found
        yield from found or ()


@dataclass(frozen=True, slots=True)
class _Pipe:
    """A pipe and the white space beside it; None where there is no cell on that side."""

    at: int
    before: Span | None
    after: Span | None


def _pipes(text: str, row: Span) -> Iterator[_Pipe]:
    end = row.start + len(text[row.start : row.end].rstrip())
    at = row.start
    while match := _PIPE.search(text, at, row.end):
        at = match.end()
        if match["pipe"]:
            pipe = match.end("before")
            before, after = Span(*match.span("before")), Span(*match.span("after"))
            yield _Pipe(pipe, None if pipe == row.start else before, None if after.start == end else after)
            at = pipe + 1


def _aligned(text: str, rows: Sequence[tuple[int, list[_Pipe]]]) -> Iterator[Finding]:
    head = [display_width(text[rows[0][0] : one.at]) for one in rows[0][1]]
    for start, pipes in rows[1:]:
        left = set(head)
        for one in pipes:
            column = display_width(text[start : one.at])
            if left and column not in left:
                yield Finding("pipe does not line up with the table's first row", Span(one.at, one.at + 1))
            left.discard(column)


def _spaced(text: str, rows: Sequence[tuple[int, list[_Pipe]]], style: str) -> Iterator[Finding]:
    wanted = " " if style == "compact" else ""
    for _, pipes in rows:
        for one in pipes:
            for side, space in (("left", one.before), ("right", one.after)):
                width = 0 if space is None else space.end - space.start
                if space is not None and width != len(wanted):
                    found = f"{width or 'no'} space{'s' * (width != 1)}"
                    message = f"{found} {side} of the pipe, expected {len(wanted) or 'none'}"
                    fix = Fix("Mend the space beside the pipe", (Edit(space, wanted),))
                    yield Finding(message, Span(one.at, one.at + 1), fix)
