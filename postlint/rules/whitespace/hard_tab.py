"""A tab stands where spaces were expected.

How wide a tab is depends on who shows it; Markdown counts it to the next multiple of four columns. Text that lines
up in an editor may nest otherwise on the page.

~~~markdown bad 2
1. Grind the beans.
\t- finely
~~~

~~~markdown fixed
1. Grind the beans.
    - finely
~~~

~~~markdown good
1. Grind the beans.
    - finely
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import lines_of
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.html import comment_spans
from postlint.helpers.lines import code_lines, inside, text_start

_TABS = re.compile(r"\t+")
_STOP = 4


@dataclass(frozen=True, slots=True)
class Options:
    code_blocks: bool = False
    """Report tabs in code, too."""
    ignore_code_languages: tuple[str, ...] = ()
    """The languages (and blocks of none) in which tabs are allowed; fences of other languages are then looked at."""
    spaces_per_tab: int | None = None
    """Put so many spaces in the place of each tab; without it, as many as it takes to its tab stop."""


@post_rule(
    preset=STRICT,
    severity=WARNING,
    aliases=("MD010", "no-hard-tabs"),
    markdownlint={"code_blocks": True},
    beyond_markdown=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.text
    if "\t" not in text:
        return
    start = text_start(post)
    code = code_lines(post)
    languages = frozenset(one.lower() for one in options.ignore_code_languages)
    if languages:
        allowed = code_lines(post, languages)
        if not options.code_blocks:
            allowed |= code - lines_of(one for one in post.code_blocks if one.fence)
    else:
        allowed = set() if options.code_blocks else code
    comments = comment_spans(post)
    spans = [] if options.code_blocks else [one.span for one in post.body.inlines if one.kind == "code"]
    verbatim = _verbatim(post)
    before = (0, 0)
    for match in _TABS.finditer(text, start):
        line = post.source.line_number(match.start())
        if line in allowed or inside(spans, match.start()) or inside(comments, match.start()):
            continue
        span = Span(*match.span())
        count = span.end - span.start
        fix = None
        if line not in code and not inside(verbatim, span.start):
            if options.spaces_per_tab is None:
                column, before = _column(post, span.start, before)
                width = _STOP - column % _STOP + _STOP * (count - 1)
            else:
                width = count * options.spaces_per_tab
            fix = Fix("Replace by spaces", (Edit(span, " " * width),))
        yield Finding(f"{count} hard tab{'s' * (count != 1)}, expected spaces", span, fix)


def _verbatim(post: Post) -> list[Span]:
    """Where a tab reaches the page as it is: HTML, code, math and what becomes an attribute."""
    body = post.body
    spans = [one.span for one in body.blocks if one.kind in ("html", "math")]
    spans += [one.span for one in body.inlines if one.kind in ("html", "math", "code")]
    spans += [one.span for one in body.images]
    spans += [Span(one.text_span.end, one.span.end) for one in body.links]
    return sorted(spans)


def _column(post: Post, at: int, before: tuple[int, int]) -> tuple[int, tuple[int, int]]:
    """The column, from 0, of an offset, and what to hand in with the next one: an offset and its column.

    The column counts from that offset where it lies on the same line, so that a line is gone through once.
    """
    offset, column = before
    start = post.source.line(post.source.line_number(at)).start
    if offset < start:
        offset, column = start, 0
    for part in re.split(r"(\t)", post.text[offset:at]):
        column += _STOP - column % _STOP if part == "\t" else len(part)
    return column, (at, column)
