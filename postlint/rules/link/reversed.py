"""A link has its brackets the wrong way round, or a space between them.

`(text)[address]` is no link, and neither is `[text] (address)`: the page shows the brackets and the address as text.

~~~markdown bad 1
Read (the manual)[https://example.org/manual] first.
~~~

~~~markdown fixed
Read [the manual](https://example.org/manual) first.
~~~

~~~markdown bad 1
Read [the manual] (https://example.org/manual) first.
~~~

~~~markdown fixed
Read [the manual](https://example.org/manual) first.
~~~

~~~markdown good
Read [the manual](https://example.org/manual) first (see below)[^1].

[^1]: All of it.
~~~
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, Post, Span, post_rule

# markdownlint's pattern, from its middle on; the bound keeps a line of many `)[` from costing its length squared.
_MIDDLE = re.compile(r"\)\[(?P<url>[^\]^\n][^\]\n]{0,999})\](?!\()")
_NEEDS_CARE = re.compile(r"[\s()<>]")
_ADDRESS = re.compile(
    r"(?:https?|ftp|mailto):\S|\.{0,2}/[\w.]|#[a-z]|www\.|@/|[\w./-]+\.(?:com|org|net|io|dev|md|html?)(?![\w.])",
    re.IGNORECASE,
)

_APART = re.compile(
    r"\](?P<gap>[ \t]+)\((?P<url>(?:[^\s()<>]|\([^\s()<>]*\)){1,2000}+)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
)
_SURE_ADDRESS = re.compile(
    r"(?:https?://|mailto:|www\.)\S|[\w./-]+\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp)\Z", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """Report what is meant as a link, by an address in the brackets; or every `(x)[y]` outside code."""


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    aliases=("MD011", "no-reversed-links"),
    markdownlint={"report": "always"},
    changes_html=True,
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    source = post.text
    if options.report == "broken" and ("] (" in source or "]\t(" in source):
        yield from _apart(post)
    if ")[" not in source:
        return
    code: list[Span] | None = None
    for match in _MIDDLE.finditer(source, post.body_start):
        url, start = match["url"], source.rfind("(", max(post.body_start, match.start() - 1000), match.start())
        text, span = source[start + 1 : match.start()], Span(start, match.end())
        if start < 0 or not text or ")" in text or "\n" in text or "\\" in (source[start - 1 : start], text[-1]):
            continue
        if options.report == "broken" and not _is_meant(post, url, Span(*match.span("url"))):
            continue
        code = _code_spans(post) if code is None else code
        if url.endswith("\\") or _in_code(code, span):
            continue
        yield Finding(
            f"{quoted(f'({text})[{url}]')} is shown as text, expected {quoted(f'[{text}]({url})')}",
            span,
            None if _NEEDS_CARE.search(url) or "]" in text else _swapped(span, text, url),
        )


def _apart(post: Post) -> Iterator[Finding]:
    if post.generator.markdown.space_between_link_parts:
        return
    text = post.text
    code: list[Span] | None = None
    for match in _APART.finditer(text, post.body_start):
        if not _SURE_ADDRESS.match(match["url"]):
            continue
        start, gap = _opening(text, match.start()), Span(*match.span("gap"))
        if start < post.body_start:
            continue
        code = _code_spans(post) if code is None else code
        before, label = text[start - 1 : start], text[start + 1 : match.start()]
        brackets = Span(start, match.start() + 1)
        # `[1] (https://...)` is how some cite; `[a][b] (...)` and `[a] (...)` with a definition are links already
        if (before in ("]", "\\") or before.isalnum()) or not _WORD.search(label) or text[match.start() - 1] == "\\":
            continue
        span = Span(start - (before == "!"), match.end())
        if _in_code(code, span) or post.masked(span) or post.prose[slice(*match.span("url"))].isspace():
            continue
        if any(link.span.touches(brackets) for link in post.links):
            continue
        written = text[span.start : span.end]
        fix = Fix("Close the gap", (Edit(gap, ""),))
        yield Finding(f"{quoted(written)} is shown as text, expected no space between the brackets", span, fix)


def _opening(text: str, close: int) -> int:
    """Where the bracket opens, on the same line, that one closes; -1 if nowhere."""
    depth = 0
    for at in range(close, max(close - 1000, -1), -1):
        if text[at] == "\n":
            return -1
        depth += (text[at] == "]") - (text[at] == "[")
        if not depth:
            return at
    return -1


def _swapped(span: Span, text: str, url: str) -> Fix:
    return Fix("Swap the brackets", (Edit(span, f"[{text}]({url})"),))


def _code_spans(post: Post) -> list[Span]:
    body = post.body
    spans = [block.span for block in body.code_blocks]
    spans += [block.span for block in body.blocks if block.kind == "math"]
    spans += [one.span for one in body.inlines if one.kind in ("code", "math")]
    return sorted(spans)


def _in_code(code: list[Span], span: Span) -> bool:
    at = bisect_left(code, (span.end,)) - 1
    return at >= 0 and code[at].end > span.start


def _is_meant(post: Post, url: str, span: Span) -> bool:
    return (
        " " not in url
        and _ADDRESS.match(url) is not None
        and not post.prose[span.start - 1 : span.end].isspace()
        and not any(link.span.touches(span) for link in post.links)
    )
