"""Inconsistent heading style.

`# Setup`, `# Setup #` and text underlined with `===` make the same heading. One style in the whole post is easier to
read and to search for.

~~~markdown bad 3
# Brewing

Grinding
--------

Not too fine.
~~~

~~~markdown fixed
# Brewing

## Grinding

Not too fine.
~~~

~~~markdown good
# Brewing

## Grinding

Not too fine.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import Heading
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.lines import is_blank

_STYLES = {"atx": "atx", "closed": "atx_closed", "setext": "setext"}
_EXAMPLES = {"atx": "`# atx`", "atx_closed": "`# closed #`", "setext": "underlined"}


@dataclass(frozen=True, slots=True)
class Options:
    style: Literal["consistent", "atx", "atx_closed", "setext", "setext_with_atx", "setext_with_atx_closed"] = (
        "consistent"
    )
    """The style: that of the first heading, one of the three, or underlines for levels 1 and 2 and another below."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD003", "heading-style", "heading/mixed-style"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    style: str = options.style
    for heading in post.headings:
        actual = _STYLES[heading.style]
        if style == "consistent":
            style = actual
        expected = style
        if style.startswith("setext_with_"):
            expected = "setext" if heading.level <= 2 else style.removeprefix("setext_with_")
        if actual != expected:
            message = f"{_EXAMPLES[actual]} heading, expected {_EXAMPLES[expected]}"
            yield Finding(message, heading.span, _fix(post, heading, expected))


def _fix(post: Post, heading: Heading, expected: str) -> Fix | None:
    text = post.source[heading.content]
    if not text or "\n" in text or text[-1] == "#":
        return None
    hashes = "#" * heading.level
    before = Edit(Span(heading.span.start, heading.content.start), "" if expected == "setext" else hashes + " ")
    after = Span(heading.content.end, heading.span.end)
    if expected == "setext":
        # Only text that is still a paragraph of its own without its hashes can be underlined.
        is_separate = not heading.container and is_blank(post, heading.line - 1) and text[0].isalpha()
        if not is_separate or heading.level > 2 or post.source.position(heading.span.start).column > 1:
            return None
        line = "\n" + "=-"[heading.level - 1] * max(len(text), 3)
        return Fix("Underline the heading", (before, Edit(after, line)))
    if expected == "atx_closed":
        return Fix("Write as a closed heading", (before, Edit(after, " " + hashes)))
    return Fix("Write as `# heading`", (before, Edit(after, "")))
