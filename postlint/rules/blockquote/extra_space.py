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

from postlint.core.containers import Step, spaces, steps
from postlint.core.post import ListItem, Quote
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule

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
        for match in _WIDE.finditer(post.source.text, quote.span.start, post.source.line(quote.last_line).end)
    )
    if not lines:
        return
    verbatim = _verbatim(post)
    above = _above(post, lines)
    around = dict(steps(post, sorted({*lines, *above.values()})))
    for line in lines:
        if options.list_items or not any(isinstance(step.container, ListItem) for step in around[line]):
            for gap in _gaps(post, line, around[line], around.get(above.get(line, 0), ()), verbatim):
                fix = Fix("Leave one space", (Edit(gap, ""),))
                yield Finding("more than one space after the quote's mark", gap, fix)


def _gaps(
    post: Post, line: int, around: tuple[Step, ...], above: tuple[Step, ...], verbatim: dict[int, int]
) -> Iterator[Span]:
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
        elif line in verbatim:
            if verbatim[line]:
                yield Span(gap.start, min(gap.end, gap.start + verbatim[line]))
        elif gap.end < end or not _item_goes_on(index, step, above):
            yield gap


def _item_goes_on(index: int, quote: Step, above: tuple[Step, ...]) -> bool:
    """Whether a blank line of a quote lies in an item of the quote: its white space is the item's indent."""
    return (
        index + 1 < len(above)
        and above[index].container is quote.container
        and isinstance(above[index + 1].container, ListItem)
    )


def _verbatim(post: Post) -> dict[int, int]:
    """The lines whose white space is their own, and by how much their block's fence is indented."""
    lines: dict[int, int] = {}
    for code in post.code_blocks:
        if "quote" in code.parents:
            first, last = code.first_line, code.last_line - (code.closing is not None)
            start = code.span.start
            indent = 0
            if code.kind == "fenced":
                before = post.source.text[post.source.line(code.line).start : start]
                indent = len(before) - len(before.rstrip(" \t")) - 1
            lines.update(dict.fromkeys(range(first, last + 1), max(indent, 0)))
    for block in post.body.blocks:
        if block.container and block.kind in ("html", "math"):
            lines.update(dict.fromkeys(range(block.line, block.last_line + 1), 0))
    return lines


def _above(post: Post, lines: dict[int, None]) -> dict[int, int]:
    """For each line that holds nothing but quotes' marks, the next line above that holds more."""
    found: dict[int, int] = {}
    for line in lines:
        at = line
        while at and at not in found and not post.source.text[slice(*post.source.line(at))].strip("> \t"):
            at -= 1
        if at != line:
            found[line] = found.get(at, max(at, 1))
    return found
