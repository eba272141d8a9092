"""Thematic breaks are written in different ways.

`---`, `***` and `- - -` draw the same line. One way throughout tells a reader of the source that the same is meant.

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

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.lines import is_blank


@dataclass(frozen=True, slots=True)
class Options:
    style: str = "consistent"
    """How each is written, as `---`; `consistent`: as the first one is."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD035", "hr-style", "thematic-break/mixed-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    wanted = options.style.strip()
    for block in post.body.blocks:
        if block.kind != "thematic-break":
            continue
        span = Span(block.span.start, post.source.line(block.line).end)
        found = post.source[span]
        if wanted == "consistent":
            wanted = found
        if found != wanted:
            fix = Fix(f"Write `{wanted}`", (Edit(span, wanted),)) if _safe(post, block.line, span) else None
            yield Finding(f"thematic break {quoted(found)}, expected {quoted(wanted)}", span, fix)


def _safe(post: Post, line: int, span: Span) -> bool:
    """Whether it may be written otherwise: below text `---` makes a heading, at the top front matter."""
    if line == 1 or not is_blank(post, line - 1):
        return False
    return not post.text[post.source.line(line).start : span.start].strip("> \t")
