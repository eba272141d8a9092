"""Hard tab.

The width of a tab depends on the editor; in Markdown, it extends to the next multiple of four columns. Text that is
aligned in an editor may be nested differently on the page.

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
from postlint.helpers.columns import TAB_STOP
from postlint.helpers.html import comment_spans
from postlint.helpers.lines import code_lines, text_start
from postlint.helpers.spans import block_spans, inline_spans, inside

_TABS = re.compile(r"\t+")


@dataclass(frozen=True, slots=True)
class Options:
    code_blocks: bool = False
    """Also report tabs in code."""
    ignore_code_languages: tuple[str, ...] = ()
    """Languages in which tabs are allowed, also in blocks without a language; blocks in other languages are checked."""
    spaces_per_tab: int | None = None
    """Number of spaces that replace a tab; by default, as many as reach its tab stop."""


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
    languages = frozenset(map(str.lower, options.ignore_code_languages))
    if languages:
        allowed = code_lines(post, languages)
        if not options.code_blocks:
            allowed |= code - lines_of(block for block in post.code_blocks if block.fence)
    else:
        allowed = set() if options.code_blocks else code
    comments = comment_spans(post)
    code_spans = [] if options.code_blocks else inline_spans(post, "code")
    verbatim = _verbatim(post)
    before = (0, 0)
    for match in _TABS.finditer(text, start):
        line = post.source.line_number(match.start())
        if line in allowed or inside(code_spans, match.start()) or inside(comments, match.start()):
            continue
        span = Span(*match.span())
        count = span.end - span.start
        fix = None
        if line not in code and not inside(verbatim, span.start):
            if options.spaces_per_tab is None:
                column, before = _column(post, span.start, before)
                width = TAB_STOP - column % TAB_STOP + TAB_STOP * (count - 1)
            else:
                width = count * options.spaces_per_tab
            fix = Fix("Replace with spaces", (Edit(span, " " * width),))
        yield Finding(f"{count} hard tab{'s' * (count != 1)}, expected spaces", span, fix)


def _verbatim(post: Post) -> list[Span]:
    """Where a tab is copied to the page unchanged: HTML, code, math, and URLs and titles of links."""
    spans = [*block_spans(post, "html", "math"), *inline_spans(post, "html", "math", "code")]
    spans += [image.span for image in post.images]
    spans += [Span(link.text_span.end, link.span.end) for link in post.links]
    return sorted(spans)


def _column(post: Post, at: int, before: tuple[int, int]) -> tuple[int, tuple[int, int]]:
    """The column, from 0, of an offset, and an offset with its column to pass on with the next one.

    If that is on the same line, counting starts there, so that each line is read only once.
    """
    offset, column = before
    start = post.source.line(post.source.line_number(at)).start
    if offset < start:
        offset, column = start, 0
    for part in re.split(r"(\t)", post.text[offset:at]):
        column += TAB_STOP - column % TAB_STOP if part == "\t" else len(part)
    return column, (at, column)
