"""Emphasis used as a heading.

A line of bold or italic text looks like a heading, but outlines, tables of contents and screen readers do not find it.

~~~markdown bad 1
**Grinding the beans**

Not too fine.
~~~

~~~markdown good
## Grinding the beans

Not too fine.

**Never boil the coffee!**
~~~
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.html import ONE_LINE_ATTRIBUTES

_TAG = rf"<[/!?]?[a-zA-Z]{ONE_LINE_ATTRIBUTES}>|<!--(?!-?>)[^\n]*?-->"
_ALONE = re.compile(rf"(?:{_TAG}|[ \t])*+(?P<delimiter>\*\*|\*|__|_)(?P<text>[^\n]+)(?P=delimiter)(?:{_TAG}|[ \t])*+")
_INLINE_DELIMITERS = frozenset("*_`<$")
_MARKUP = re.compile(r"\[|\\[!-/:-@\[-`{-~]|&#?\w+;|https?://|www\.|\w@\w|(?<!\w):[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Options:
    punctuation: str = ".,;:!?。，；：！？"
    """Characters that make it a sentence if it ends in one of them."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD036", "no-emphasis-as-heading"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    text = post.masked_text
    starts: list[int] = []
    for block in post.body.blocks:
        if block.container or block.kind not in ("paragraph", "html"):
            continue
        start, end = block.span
        if (
            text[start] not in "*_<"
            or text[end : end + 1] in (" ", "\t")
            or not (match := _ALONE.fullmatch(text, start, end))
        ):
            continue
        span = Span(*match.span("text"))
        if _MARKUP.search(match["text"]) or match["text"][-1] in options.punctuation or post.masked(span):
            continue
        outer = Span(span.start - len(match["delimiter"]), span.end + len(match["delimiter"]))
        if block.kind == "paragraph":
            starts = starts or [inline.span.start for inline in post.body.inlines]
            index = bisect_left(starts, outer.start)
            is_emphasis = index < len(starts) and post.body.inlines[index].span == outer
            if not is_emphasis or (index + 1 < len(starts) and starts[index + 1] < outer.end):
                continue
        elif not _INLINE_DELIMITERS.isdisjoint(match["text"]):
            continue
        yield Finding(f"emphasized line {quoted(match['text'])}, expected a heading", span)
