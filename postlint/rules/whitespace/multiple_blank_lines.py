"""Several blank lines follow each other.

One separates paragraphs as well as many; on the page they look the same. Code is left alone.

~~~markdown bad 3
Boil the water.


Wait.
~~~

~~~markdown fixed
Boil the water.

Wait.
~~~

~~~markdown good
Boil the water.

Wait.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.lines import code_lines, text_start

_RUN = re.compile(r"\n[^\S\n]*+\n[^\S\n]*+(?:(?:\n[^\S\n]*+)++|\Z)")
"""From a line's end over two blank lines or more to where the next line's text begins."""


@dataclass(frozen=True, slots=True)
class Options:
    maximum: int = 1
    """How many blank lines may follow each other."""


@post_rule(
    preset=STRICT,
    severity=WARNING,
    aliases=("MD012", "no-multiple-blanks", "whitespace/several-blank-lines"),
    beyond_markdown=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    source = post.source
    start = text_start(post)
    text = source.text if start else f"\n{source.text}"  # so that a line end precedes every line
    shift = 0 if start else 1
    html: set[int] | None = None
    code: set[int] = set()
    masked: set[int] = set()
    for match in _RUN.finditer(text, max(start - 1, 0)):
        first = source.line_number(match.start() + 1 - shift)
        count = match[0].count("\n") - (match.end() < len(text))
        if count <= options.maximum:
            continue
        if html is None:
            blocks = [one for one in post.body.blocks if one.kind == "html"]
            html = {line for one in blocks for line in range(one.line, one.last_line)}
            code = code_lines(post)
            masked = {line for one in post.masks for line in _lines(post, one)}
        in_code = max((number + 1 for number in range(count) if first + number in code), default=0)
        for number in range(in_code + options.maximum, count):
            if first + number in masked:
                continue
            span = source.line(first + number)
            message = f"blank line {number + 1} of {count}, expected no more than {options.maximum}"
            fix = None if first in html else Fix("Remove the blank line", (Edit(Span(span.start - 1, span.end), ""),))
            yield Finding(message, span, fix)


def _lines(post: Post, mask: Span) -> range:
    """The lines after the first one that a template tag, or what it holds, goes over."""
    if "\n" not in post.source[mask]:
        return range(0)
    return range(post.source.line_number(mask.start) + 1, post.source.line_number(mask.end) + 1)
