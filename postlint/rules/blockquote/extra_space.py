"""More than one space follows a block quote's mark.

The page shows the same; three more spaces would make it code.

~~~markdown bad 2
> Coffee is a way
>  of stealing time.
~~~

~~~markdown fixed
> Coffee is a way
> of stealing time.
~~~

~~~markdown good
> Coffee is a way
> of stealing time.
>
>     code()
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from postlint.core.body import ListItem, Quote
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.containers import Step, spaces, steps
from postlint.helpers.lines import inside

_MARKS = frozenset("-+*0123456789")  # moved alone, a list would come to hold the one below it
_WIDE = re.compile(r">[ \t][ \t]")


@dataclass(frozen=True, slots=True)
class Options:
    list_items: bool = True
    """Also report lists, and what stands in lists."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD027", "no-multiple-space-blockquote"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    lines = dict.fromkeys(
        post.source.line_number(match.start())
        for quote in post.body.quotes
        if "quote" not in quote.parents
        for match in _WIDE.finditer(post.text, quote.span.start, post.source.line(quote.last_line).end)
    )
    if not lines:
        return
    above = _above(post, lines)
    around = dict(steps(post, sorted({*lines, *above.values()})))
    own = _own_space(post)
    after_lists = _after_lists(post)
    for line in lines:
        if options.list_items or not any(isinstance(step.container, ListItem) for step in around[line]):
            for gap in _gaps(post, line, around[line], around.get(above.get(line, 0), ()), own):
                if gap.end not in after_lists and not inside(own.inlines, gap.start):
                    moves_list = after_lists and post.text[gap.end : gap.end + 1] in _MARKS
                    fix = None if moves_list else Fix("Leave one space", (Edit(gap, ""),))
                    yield Finding("more than one space after the quote's mark", gap, fix)


class _Own(NamedTuple):
    """Where white space belongs to what is quoted."""

    lines: dict[int, int]
    """Lines, and by how much the mark of their block is indented: so much is not its own."""
    inlines: list[Span]


def _gaps(post: Post, line: int, around: tuple[Step, ...], above: tuple[Step, ...], own: _Own) -> Iterator[Span]:
    """The white space after quotes' marks that is neither an item's indent nor a block's own."""
    end = post.source.line(line).end
    for index, step in enumerate(around):
        gap = Span(step.end, spaces(post, step.end))
        if not isinstance(step.container, Quote) or gap.start == gap.end:
            continue
        if index + 1 < len(around):
            inner = around[index + 1].container
            if isinstance(inner, Quote) or inner.line == line:
                yield gap
        elif line in own.lines:
            if own.lines[line]:
                yield Span(gap.start, min(gap.end, gap.start + own.lines[line]))
        elif gap.end < end or not _item_goes_on(index, step, above):
            yield gap


def _item_goes_on(index: int, quote: Step, above: tuple[Step, ...]) -> bool:
    """Whether a blank line of a quote lies in an item of the quote: its white space is the item's indent."""
    return (
        index + 1 < len(above)
        and above[index].container is quote.container
        and isinstance(above[index + 1].container, ListItem)
    )


def _own_space(post: Post) -> _Own:
    lines: dict[int, int] = {}
    for code in post.code_blocks:
        if "quote" in code.parents:
            last = code.last_line
            while code.closing is None and code.kind == "fenced" and _blank(post, last + 1):
                last += 1
            indent = _indent(post, code.line, code.span.start) if code.kind == "fenced" else 0
            lines.update(dict.fromkeys(range(code.first_line, last + 1), indent))
            if code.closing:
                lines[last] = 0
    for block in post.body.blocks:
        if block.container and block.kind == "html":
            lines.update(dict.fromkeys(range(block.line, block.last_line + 1), 0))
        elif block.container and block.kind == "math":
            indent = _indent(post, block.line, block.span.start)
            lines.update(dict.fromkeys(range(block.line + 1, block.last_line), indent))
    lines.update((table.line + 1, 0) for table in post.tables if table.container)
    return _Own(lines, [one.span for one in post.body.inlines if one.kind in ("code", "math")])


def _indent(post: Post, line: int, at: int) -> int:
    """How many spaces more than the usual one stand before a fence."""
    before = post.text[post.source.line(line).start : at]
    return max(len(before) - len(before.rstrip(" \t")) - 1, 0)


def _after_lists(post: Post) -> frozenset[int]:
    """The first marks of lists right below another list: to markdownlint the space before them is that list's."""
    ends = {(one.last_line, one.parents) for one in post.lists}
    quotes = {one.line for one in post.body.quotes}
    found = set()
    for one in post.lists:
        if "quote" not in one.parents or one.line in quotes:
            continue
        line = one.line - 1
        while _blank(post, line):
            line -= 1
        if (line, one.parents) in ends:
            found.add(one.span.start)
    return frozenset(found)


def _above(post: Post, lines: dict[int, None]) -> dict[int, int]:
    """For each line that holds nothing but quotes' marks, the next line above that holds more."""
    found: dict[int, int] = {}
    for line in lines:
        at = line
        while at not in found and _blank(post, at):
            at -= 1
        if at != line:
            found[line] = found.get(at, max(at, 1))
    return found


def _blank(post: Post, line: int) -> bool:
    """Whether there is such a line and it holds nothing but quotes' marks."""
    return 0 < line <= len(post.source.line_starts) and not post.source[post.source.line(line)].strip("> \t")
