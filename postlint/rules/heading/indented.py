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

from postlint.core.containers import steps
from postlint.core.rule import RECOMMENDED, WARNING, Edit, Finding, Fix, NoOptions, Post, Span, post_rule


@post_rule(preset=RECOMMENDED, severity=WARNING, aliases=("MD023", "heading-start-left"))
def check(post: Post, options: NoOptions) -> Iterator[Finding]:
    text, starts = post.source.text, post.source.line_starts
    suspects = [one for one in post.headings if text[one.span.start - 1 : one.span.start] in (" ", "\t")]
    if not suspects:
        return
    prefixes = dict(steps(post, [one.line for one in suspects if one.container]))
    for heading in suspects:
        around = prefixes.get(heading.line, ())
        indent = Span(around[-1].end if around else starts[heading.line - 1], heading.span.start)
        if indent.start < indent.end and not text[indent.start : indent.end].strip():
            fix = Fix("Remove the indentation", (Edit(indent, ""),))
            count = indent.end - indent.start
            yield Finding(f"heading indented by {count} space{'s' * (count != 1)}, expected none", heading.span, fix)
