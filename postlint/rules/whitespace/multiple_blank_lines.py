"""Multiple consecutive blank lines.

One blank line separates paragraphs as well as several do; on the page they look the same. Code is not checked.

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
"""From a line's end over at least two blank lines to the text of the next line."""


@dataclass(frozen=True, slots=True)
class Options:
    maximum: int = 1
    """The largest number of consecutive blank lines."""


@post_rule(
    preset=STRICT,
    severity=WARNING,
    aliases=("MD012", "no-multiple-blanks", "whitespace/several-blank-lines"),
    beyond_markdown=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    source = post.source
    start = text_start(post)
    text = source.text if start else f"\n{source.text}"  # The pattern needs a line end before the first line.
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
            blocks = [block for block in post.body.blocks if block.kind == "html"]
            html = {line for block in blocks for line in range(block.line, block.last_line)}
            code = code_lines(post)
            masked = {line for mask in post.masks for line in _continuation_lines(post, mask)}
        in_code = max((number + 1 for number in range(count) if first + number in code), default=0)
        for number in range(in_code + options.maximum, count):
            if first + number in masked:
                continue
            span = source.line(first + number)
            message = f"blank line {number + 1} of {count}, expected at most {options.maximum}"
            fix = None if first in html else Fix("Remove the blank line", (Edit(Span(span.start - 1, span.end), ""),))
            yield Finding(message, span, fix)


def _continuation_lines(post: Post, mask: Span) -> range:
    """The lines of a template tag, or of what it encloses, after the first."""
    if "\n" not in post.source[mask]:
        return range(0)
    return range(post.source.line_number(mask.start) + 1, post.source.line_number(mask.end) + 1)
