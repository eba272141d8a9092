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

from postlint.core.lines import code_lines, comment_spans, inside, text_start
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule

_TABS = re.compile(r"\t+")
_STOP = 4


@dataclass(frozen=True, slots=True)
class Options:
    code_blocks: bool = False
    """Report tabs in code, too."""
    ignore_code_languages: tuple[str, ...] = ()
    """With `code-blocks`: the languages (and blocks of none) in which tabs are allowed."""
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
    text = post.source.text
    if "\t" not in text:
        return
    start = text_start(post)
    code = code_lines(post)
    allowed = code
    if options.code_blocks:
        languages = frozenset(one.lower() for one in options.ignore_code_languages)
        allowed = code_lines(post, languages) if languages else set()
    comments = comment_spans(post)
    spans = [] if options.code_blocks else [one.span for one in post.body.inlines if one.kind == "code"]
    verbatim = _verbatim(post)
    for match in _TABS.finditer(text, start):
        line = post.source.line_number(match.start())
        if line in allowed or inside(spans, match.start()) or inside(comments, match.start()):
            continue
        span = Span(*match.span())
        count = span.end - span.start
        fix = None
        if line not in code and not inside(verbatim, span.start):
            width = _width(post, span, line) if options.spaces_per_tab is None else count * options.spaces_per_tab
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


def _width(post: Post, tabs: Span, line: int) -> int:
    """How many columns the tabs span."""
    start = post.source.line(line).start
    column = len(post.source.text[start : tabs.start].expandtabs(_STOP))
    return _STOP - column % _STOP + _STOP * (tabs.end - tabs.start - 1)
