"""A heading is indented.

Up to three spaces change nothing in most parsers, but some take an indented heading for text, and the fourth space
makes it code everywhere.

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
from postlint.helpers.containers import Step, spaces, steps

_SPACE = (" ", "\t")


@dataclass(frozen=True, slots=True)
class Options:
    in_indented: bool = False
    """Also report headings at the left of a list item or quote that is indented itself."""


@post_rule(
    preset=RECOMMENDED, severity=WARNING, aliases=("MD023", "heading-start-left"), markdownlint={"in_indented": True}
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    text, starts, markdown = post.text, post.source.line_starts, post.generator.markdown
    suspects = [one for one in post.headings if one.container or text[one.span.start - 1 : one.span.start] in _SPACE]
    if not suspects:
        return
    blocks = post.body.indented_blocks
    prefixes = dict(steps(post, [one.line for one in suspects if one.container]))
    for heading in suspects:
        around = prefixes.get(heading.line, ())
        begin = starts[heading.line - 1]
        inset = max((one.indent for one in blocks if one.line < heading.line <= one.last_line), default=0)
        indent = Span(max(around[-1].end if around else begin, begin + inset), heading.span.start)
        if indent.start < indent.end and not text[indent.start : indent.end].strip():
            fix = Fix("Remove the indentation", (Edit(indent, ""),))
            count = indent.end - indent.start
            said = f"heading indented by {count} space{'s' * (count != 1)}"
            lost = not (markdown.heading_may_be_indented or heading.container or heading.style == "setext")
            said += f", which {markdown.name} prints as text" if lost else ""
            yield Finding(f"{said}, expected none", heading.span, fix, ERROR if lost else None)
        elif options.in_indented and any(_indented(post, heading.line, step) for step in around):
            yield Finding("heading in an indented list or quote, expected no indentation", heading.span)


def _indented(post: Post, line: int, step: Step) -> bool:
    """Whether a container's mark, on a line, has white space before it."""
    marked = isinstance(step.container, Quote) or step.container.line == line
    return marked and spaces(post, step.start) > step.start
