"""Indented heading.

Most parsers accept up to three spaces, but some read an indented heading as text, and four spaces make it code
everywhere.

~~~markdown bad 1
  ## Setup

Install it.
~~~

~~~markdown fixed
## Setup

Install it.
~~~

~~~markdown good
## Setup

- ## In a list

  ## and again
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Quote
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.containers import Step, spaces_end, steps

_SPACE = (" ", "\t")


@dataclass(frozen=True, slots=True)
class Options:
    in_indented: bool = False
    """Also report headings that are not indented inside a list item or quote, if that is indented itself."""


@post_rule(
    preset=RECOMMENDED, severity=WARNING, aliases=("MD023", "heading-start-left"), markdownlint={"in_indented": True}
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text, starts, markdown = post.text, post.source.line_starts, post.generator.markdown
    candidates = [
        heading
        for heading in post.headings
        if heading.container or text[heading.span.start - 1 : heading.span.start] in _SPACE
    ]
    if not candidates:
        return
    blocks = post.body.indented_blocks
    prefixes = dict(steps(post, [heading.line for heading in candidates if heading.container]))
    for heading in candidates:
        around = prefixes.get(heading.line, ())
        line_start = starts[heading.line - 1]
        inset = max((block.indent for block in blocks if block.line < heading.line <= block.last_line), default=0)
        indent = Span(max(around[-1].end if around else line_start, line_start + inset), heading.span.start)
        if indent.start < indent.end and not text[indent.start : indent.end].strip():
            fix = Fix("Remove the indentation", (Edit(indent, ""),))
            count = indent.end - indent.start
            message = f"heading indented by {count} space{'s' * (count != 1)}"
            is_text = not (markdown.heading_may_be_indented or heading.container or heading.style == "setext")
            message += f", which {markdown.name} renders as text" if is_text else ""
            yield Finding(f"{message}, expected no indentation", heading.span, fix, ERROR if is_text else None)
        elif options.in_indented and any(_is_indented(post, heading.line, step) for step in around):
            yield Finding("heading in an indented list or quote, expected no indentation", heading.span)


def _is_indented(post: Post, line: int, step: Step) -> bool:
    """Whether there is whitespace before a container's marker on a line."""
    has_marker = isinstance(step.container, Quote) or step.container.line == line
    return has_marker and spaces_end(post, step.start) > step.start
