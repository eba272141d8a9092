"""Vague link text.

Screen readers list the links of a page without the text around them, where six times "here" helps nobody.

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
    """Link texts to report; case and punctuation are ignored."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD059", "descriptive-link-text"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    vague = _prohibited(options.prohibited_texts)
    longest = max(map(len, vague), default=0) + 10  # Leave room for punctuation and markup.
    for link in post.links:
        if link.kind == "autolink" or len(link.text) > longest or _words(link.text) not in vague:
            continue
        if not _contains_code_or_html(post, link.text_span):
            yield Finding(f"vague link text {quoted(link.plain)}, expected a description of its target", link.text_span)


def _contains_code_or_html(post: Post, span: Span) -> bool:
    """Whether a span contains inline code, which is a name, or HTML, which shows more than the letters."""
    inlines = post.body.inlines
    at = bisect_left(inlines, span.start, key=lambda inline: inline.span.start)
    candidates = takewhile(lambda inline: inline.span.start < span.end, inlines[at : at + 20])
    return any(inline.kind in ("code", "html") for inline in candidates)


@cache
def _prohibited(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(_words, texts)))


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).lower().strip()
