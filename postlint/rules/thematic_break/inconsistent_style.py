"""Inconsistent thematic breaks.

`---`, `***` and `- - -` draw the same line. A single style shows readers of the source that they mean the same.

~~~markdown bad 7
Grind the beans.

---

Boil the water.

***

Pour.
~~~

~~~markdown fixed
Grind the beans.

---

Boil the water.

---

Pour.
~~~

~~~markdown good
Grind the beans.

---

Boil the water.

---

Pour.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.messages import backticked
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.lines import is_blank


@dataclass(frozen=True, slots=True)
class Options:
    style: str = "consistent"
    """The style, for example `---`; `consistent`: as the first one in the post."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD035", "hr-style", "thematic-break/mixed-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    expected = options.style.strip()
    for block in post.body.blocks:
        if block.kind != "thematic-break":
            continue
        span = Span(block.span.start, post.source.line(block.line).end)
        actual = post.source[span]
        if expected == "consistent":
            expected = actual
        if actual != expected:
            fix = None
            if _can_be_replaced(post, block.line, span):
                fix = Fix(f"Change to {backticked(expected)}", (Edit(span, expected),))
            yield Finding(f"thematic break {backticked(actual)}, expected {backticked(expected)}", span, fix)


def _can_be_replaced(post: Post, line: int, span: Span) -> bool:
    """Whether another style means the same: below text, `---` makes a heading; at the top, front matter."""
    if line == 1 or not is_blank(post, line - 1):
        return False
    return not post.text[post.source.line(line).start : span.start].strip("> \t")
