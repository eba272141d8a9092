"""Reversed link brackets or a space between them.

`(text)[url]` and `[text] (url)` are not links: the page shows the brackets and the URL as text. By default `(x)[y]` is
reported if `y` looks like a URL; with `report = "always"`, everywhere outside code.

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
from collections.abc import Iterator

from postlint.core.messages import quoted
from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, Post, ReportOptions, Span, post_rule
from postlint.helpers.spans import block_spans, inline_spans, overlaps

# The second half of markdownlint's pattern. The bound keeps the time for a line of many `)[` linear.
_REVERSED = re.compile(r"\)\[(?P<url>[^\]^\n][^\]\n]{0,999})\](?!\()")
_NEEDS_CARE = re.compile(r"[\s()<>]")
_URL = re.compile(
    r"(?:https?|ftp|mailto):\S|\.{0,2}/[\w.]|#[a-z]|www\.|@/|[\w./-]+\.(?:com|org|net|io|dev|md|html?)(?![\w.])",
    re.IGNORECASE,
)

_SEPARATED = re.compile(
    r"\](?P<gap>[ \t]+)\((?P<url>(?:[^\s()<>]|\([^\s()<>]*\)){1,2000}+)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
)
_CERTAIN_URL = re.compile(
    r"(?:https?://|mailto:|www\.)\S|[\w./-]+\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp)\Z", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2}")


@post_rule(
    preset=RECOMMENDED,
    severity=ERROR,
    aliases=("MD011", "no-reversed-links"),
    markdownlint={"report": "always"},
    changes_html=True,
)
def check(post: Post, options: ReportOptions) -> Iterator[Finding]:
    source = post.text
    if options.report == "broken" and ("] (" in source or "]\t(" in source):
        yield from _separated(post)
    if ")[" not in source:
        return
    code: list[Span] | None = None
    for match in _REVERSED.finditer(source, post.body_start):
        url, start = match["url"], source.rfind("(", max(post.body_start, match.start() - 1000), match.start())
        text, span = source[start + 1 : match.start()], Span(start, match.end())
        if start < 0 or not text or ")" in text or "\n" in text or "\\" in (source[start - 1 : start], text[-1]):
            continue
        if options.report == "broken" and not _is_meant_as_link(post, url, Span(*match.span("url"))):
            continue
        code = _code_and_math(post) if code is None else code
        if url.endswith("\\") or overlaps(code, span):
            continue
        yield Finding(
            f"{quoted(f'({text})[{url}]')} is shown as text, expected {quoted(f'[{text}]({url})')}",
            span,
            None if _NEEDS_CARE.search(url) or "]" in text else _swap(span, text, url),
        )


def _separated(post: Post) -> Iterator[Finding]:
    """Report `[text] (url)` if the generator's parser does not accept the space."""
    if post.generator.markdown.space_between_link_parts:
        return
    text = post.text
    code: list[Span] | None = None
    for match in _SEPARATED.finditer(text, post.body_start):
        if not _CERTAIN_URL.match(match["url"]):
            continue
        start, gap = _opening_bracket(text, match.start()), Span(*match.span("gap"))
        if start < post.body_start:
            continue
        code = _code_and_math(post) if code is None else code
        before, label = text[start - 1 : start], text[start + 1 : match.start()]
        brackets = Span(start, match.start() + 1)
        # `[1] (https://...)` may be a citation; `[a][b] (...)`, and `[a] (...)` if `a` is defined, are links already.
        if (before in ("]", "\\") or before.isalnum()) or not _WORD.search(label) or text[match.start() - 1] == "\\":
            continue
        span = Span(start - (before == "!"), match.end())
        if overlaps(code, span) or post.masked(span) or post.prose[slice(*match.span("url"))].isspace():
            continue
        if any(link.span.touches(brackets) for link in post.links):
            continue
        source = text[span.start : span.end]
        fix = Fix("Remove the space", (Edit(gap, ""),))
        yield Finding(f"{quoted(source)} is shown as text, expected no space between the brackets", span, fix)


def _opening_bracket(text: str, close: int) -> int:
    """The offset of the bracket, on the same line, that a closing bracket belongs to; -1 if there is none."""
    depth = 0
    for at in range(close, max(close - 1000, -1), -1):
        if text[at] == "\n":
            return -1
        depth += (text[at] == "]") - (text[at] == "[")
        if not depth:
            return at
    return -1


def _swap(span: Span, text: str, url: str) -> Fix:
    return Fix("Swap the brackets", (Edit(span, f"[{text}]({url})"),))


def _code_and_math(post: Post) -> list[Span]:
    blocks = [block.span for block in post.body.code_blocks]
    return sorted([*blocks, *block_spans(post, "math"), *inline_spans(post, "code", "math")])


def _is_meant_as_link(post: Post, url: str, span: Span) -> bool:
    return (
        " " not in url
        and _URL.match(url) is not None
        and not post.prose[span.start - 1 : span.end].isspace()
        and not any(link.span.touches(span) for link in post.links)
    )
