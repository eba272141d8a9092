"""A link's text does not say where it leads.

Screen readers list the links of a page without what stands around them: six times "here" tells nothing.

~~~markdown bad 1
The slides are [here](slides.pdf).
~~~

~~~markdown good
The [slides of the talk](slides.pdf) are online.
~~~
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, Post, Span, post_rule

_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Options:
    prohibited_texts: tuple[str, ...] = ("click here", "here", "link", "more")
    """Texts that say too little; upper case and punctuation do not count."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD059", "descriptive-link-text"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    vague = _prohibited(options.prohibited_texts)
    longest = max(map(len, vague), default=0) + 10  # with some marks around it
    for link in post.links:
        if link.kind == "autolink" or len(link.text) > longest or _words(link.text) not in vague:
            continue
        if not _holds_code(post, link.text_span):
            yield Finding(f"the link text {quoted(link.plain)} does not say where the link leads", link.text_span)


def _holds_code(post: Post, span: Span) -> bool:
    """Whether inline code or HTML stands there: then it is a name, or more than its letters."""
    inlines = post.body.inlines
    at = bisect_left(inlines, span.start, key=lambda one: one.span.start)
    inside = takewhile(lambda one: one.span.start < span.end, inlines[at : at + 20])
    return any(one.kind in ("code", "html") for one in inside)


@cache
def _prohibited(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(_words, texts)))


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).lower().strip()
