"""A line of bold or italic text stands where a heading would.

It looks like a heading and is none: no outline, no table of contents and no screen reader finds it.

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

_TAG = r"<[/!?]?[a-zA-Z](?:[^<>\"'\n]|\"[^\"\n]*\"|'[^'\n]*')*+>|<!--(?!-?>)[^\n]*?-->"
_ALONE = re.compile(rf"(?:{_TAG}|[ \t])*+(?P<mark>\*\*|\*|__|_)(?P<text>[^\n]+)(?P=mark)(?:{_TAG}|[ \t])*+")
_MARKS = frozenset("*_`<$")
_MARKUP = re.compile(r"\[|\\[!-/:-@\[-`{-~]|&#?\w+;|https?://|www\.|\w@\w|(?<!\w):[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Options:
    punctuation: str = ".,;:!?。，；：！？"
    """The characters at its end that make it a sentence."""


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
            or not (found := _ALONE.fullmatch(text, start, end))
        ):
            continue
        span = Span(*found.span("text"))
        if _MARKUP.search(found["text"]) or found["text"][-1] in options.punctuation or post.masked(span):
            continue
        outer = Span(span.start - len(found["mark"]), span.end + len(found["mark"]))
        if block.kind == "paragraph":
            starts = starts or [one.span.start for one in post.body.inlines]
            index = bisect_left(starts, outer.start)
            alone = post.body.inlines[index : index + 1] and post.body.inlines[index].span == outer
            if not alone or (index + 1 < len(starts) and starts[index + 1] < outer.end):
                continue
        elif not _MARKS.isdisjoint(found["text"]):
            continue
        yield Finding(f"{quoted(found['text'])} stands alone in emphasis, expected a heading", span)
