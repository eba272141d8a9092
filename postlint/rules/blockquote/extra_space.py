"""Multiple spaces after a block quote marker.

The page looks the same, but with three more spaces the text becomes code.

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
from postlint.helpers.containers import Step, spaces_end, steps
from postlint.helpers.spans import inline_spans, inside

_LIST_MARKER_STARTS = frozenset("-+*0123456789")
_WIDE = re.compile(r">[ \t][ \t]")


@dataclass(frozen=True, slots=True)
class Options:
    list_items: bool = True
    """Also report lists, and text in lists."""


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
    above = _lines_above(post, lines)
    around = dict(steps(post, sorted({*lines, *above.values()})))
    content = _significant_space(post)
    after_lists = _starts_after_lists(post)
    for line in lines:
        if options.list_items or not any(isinstance(step.container, ListItem) for step in around[line]):
            for gap in _gaps(post, line, around[line], around.get(above.get(line, 0), ()), content):
                if gap.end not in after_lists and not inside(content.inlines, gap.start):
                    # Moved without the list above it, a list would become its parent.
                    moves_list = after_lists and post.text[gap.end : gap.end + 1] in _LIST_MARKER_STARTS
                    fix = None if moves_list else Fix("Remove the extra spaces", (Edit(gap, ""),))
                    yield Finding("multiple spaces after the block quote marker `>`, expected 1", gap, fix)


class _SignificantSpace(NamedTuple):
    """Whitespace that belongs to what is quoted."""

    lines: dict[int, int]
    """Lines of blocks that keep their whitespace, each with the characters that belong to the block's indentation."""
    inlines: list[Span]


def _gaps(
    post: Post, line: int, around: tuple[Step, ...], above: tuple[Step, ...], content: _SignificantSpace
) -> Iterator[Span]:
    """Whitespace after quote markers that is neither the indentation of a list item nor part of a block."""
    end = post.source.line(line).end
    for index, step in enumerate(around):
        gap = Span(step.end, spaces_end(post, step.end))
        if not isinstance(step.container, Quote) or gap.start == gap.end:
            continue
        if index + 1 < len(around):
            inner = around[index + 1].container
            if isinstance(inner, Quote) or inner.line == line:
                yield gap
        elif line in content.lines:
            if content.lines[line]:
                yield Span(gap.start, min(gap.end, gap.start + content.lines[line]))
        elif gap.end < end or not _is_in_item(index, step, above):
            yield gap


def _is_in_item(index: int, quote: Step, above: tuple[Step, ...]) -> bool:
    """Whether a blank line of a quote is in a list item of the quote: its whitespace is the item's indentation."""
    return (
        index + 1 < len(above)
        and above[index].container is quote.container
        and isinstance(above[index + 1].container, ListItem)
    )


def _significant_space(post: Post) -> _SignificantSpace:
    lines: dict[int, int] = {}
    for code in post.code_blocks:
        if "quote" in code.parents:
            last = code.last_line
            while code.closing is None and code.kind == "fenced" and _is_blank(post, last + 1):
                last += 1
            indent = _extra_indent(post, code.line, code.span.start) if code.kind == "fenced" else 0
            lines.update(dict.fromkeys(range(code.first_line, last + 1), indent))
            if code.closing:
                lines[last] = 0
    for block in post.body.blocks:
        if block.container and block.kind == "html":
            lines.update(dict.fromkeys(range(block.line, block.last_line + 1), 0))
        elif block.container and block.kind == "math":
            indent = _extra_indent(post, block.line, block.span.start)
            lines.update(dict.fromkeys(range(block.line + 1, block.last_line), indent))
    lines.update((table.line + 1, 0) for table in post.tables if table.container)
    return _SignificantSpace(lines, inline_spans(post, "code", "math"))


def _extra_indent(post: Post, line: int, offset: int) -> int:
    """How many characters of whitespace, beyond one, there are before a fence."""
    before = post.text[post.source.line(line).start : offset]
    return max(len(before) - len(before.rstrip(" \t")) - 1, 0)


def _starts_after_lists(post: Post) -> frozenset[int]:
    """Where lists right below another list begin: to markdownlint, the space before them is part of that list."""
    ends = {(list_block.last_line, list_block.parents) for list_block in post.lists}
    quotes = {quote.line for quote in post.body.quotes}
    starts = set()
    for list_block in post.lists:
        if "quote" not in list_block.parents or list_block.line in quotes:
            continue
        line = list_block.line - 1
        while _is_blank(post, line):
            line -= 1
        if (line, list_block.parents) in ends:
            starts.add(list_block.span.start)
    return frozenset(starts)


def _lines_above(post: Post, lines: dict[int, None]) -> dict[int, int]:
    """For each of the lines that has nothing but quote markers, the nearest line above that has more."""
    above: dict[int, int] = {}
    for line in lines:
        at = line
        while at not in above and _is_blank(post, at):
            at -= 1
        if at != line:
            above[line] = above.get(at, max(at, 1))
    return above


def _is_blank(post: Post, line: int) -> bool:
    """Whether a line exists and has nothing but quote markers."""
    return 0 < line <= len(post.source.line_starts) and not post.source[post.source.line(line)].strip("> \t")
