"""A link has its brackets the wrong way round.

`(text)[address]` is no link: the page shows the brackets and the address as text.

~~~markdown bad 1
Read (the manual)[https://example.org/manual] first.
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

from postlint.core.rule import ERROR, RECOMMENDED, Edit, Finding, Fix, Post, Span, post_rule
from postlint.core.words import quoted

# markdownlint's pattern, from its middle on; the bound keeps a line of many `)[` from costing its length squared.
_MIDDLE = re.compile(r"\)\[(?P<address>[^\]^\n][^\]\n]{0,999})\](?!\()")
_NEEDS_CARE = re.compile(r"[\s()<>]")
_ADDRESS = re.compile(
    r"(?:https?|ftp|mailto):\S|\.{0,2}/[\w.]|#[a-z]|www\.|@/|[\w./-]+\.(?:com|org|net|io|dev|md|html?)(?![\w.])",
    re.IGNORECASE,
)


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
    if ")[" not in source:
        return
    code: list[Span] | None = None
    for match in _MIDDLE.finditer(source, post.body_start):
        address, start = match["address"], source.rfind("(", max(post.body_start, match.start() - 1000), match.start())
        text, span = source[start + 1 : match.start()], Span(start, match.end())
        if start < 0 or not text or ")" in text or "\n" in text or "\\" in (source[start - 1 : start], text[-1]):
            continue
        if options.report == "broken" and not _is_meant(post, address, Span(*match.span("address"))):
            continue
        code = _code_spans(post) if code is None else code
        if address.endswith("\\") or _in_code(code, span):
            continue
        yield Finding(
            f"{quoted(f'({text})[{address}]')} is shown as text, expected {quoted(f'[{text}]({address})')}",
            span,
            None if _NEEDS_CARE.search(address) or "]" in text else _swapped(span, text, address),
        )


def _swapped(span: Span, text: str, address: str) -> Fix:
    return Fix("Swap the brackets", (Edit(span, f"[{text}]({address})"),))


def _code_spans(post: Post) -> list[Span]:
    body = post.body
    spans = [block.span for block in body.code_blocks]
    spans += [block.span for block in body.blocks if block.kind == "math"]
    spans += [one.span for one in body.inlines if one.kind in ("code", "math")]
    return sorted(spans)


def _in_code(code: list[Span], span: Span) -> bool:
    at = bisect_left(code, (span.end,)) - 1
    return at >= 0 and code[at].end > span.start


def _is_meant(post: Post, address: str, span: Span) -> bool:
    return (
        " " not in address
        and _ADDRESS.match(address) is not None
        and not post.prose[span.start - 1 : span.end].isspace()
        and not any(link.span.touches(span) for link in post.links)
    )
