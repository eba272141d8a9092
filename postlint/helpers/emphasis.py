"""Emphasis whose marks are not the wanted ones, for the rules on emphasis and on strong emphasis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from postlint.core.body import Inline
from postlint.core.finding import Finding, Fix
from postlint.core.post import Post
from postlint.core.text import Edit, Span

_NAMES = {"*": "asterisk", "_": "underscore"}
_MARKS = {"asterisk": "*", "underscore": "_"}


def other_marker(
    post: Post, kind: Literal["emphasis", "strong"], style: Literal["consistent", "asterisk", "underscore"]
) -> Iterator[Finding]:
    """Report marks of the other style; `consistent` is the style of the first ones."""
    text = post.text
    wanted: str = style
    for one in post.body.inlines:
        if one.kind != kind:
            continue
        found = _NAMES[text[one.span.start]]
        if wanted == "consistent":
            wanted = found
        if found != wanted and not (wanted == "underscore" and _in_word(post, one)):
            yield from _findings(post, one, wanted)


def _in_word(post: Post, one: Inline) -> bool:
    """Whether it begins or ends inside a word, where underscores mark nothing."""
    return any(around == "_" or (around.isascii() and around.isalnum()) for around in _around(post, one))


def _around(post: Post, one: Inline) -> tuple[str, str]:
    text = post.text
    return text[one.span.start - 1 : one.span.start], text[one.span.end : one.span.end + 1]


def _findings(post: Post, one: Inline, wanted: str) -> Iterator[Finding]:
    text, mark = post.text, _MARKS[wanted]
    opening, closing = Span(one.span.start, one.content.start), Span(one.content.end, one.span.end)
    new = mark * (opening.end - opening.start)
    fix = None
    around = _around(post, one)
    free = mark not in around and mark not in text[one.content.start : one.content.end]
    if free and (mark == "*" or not any(each.isalnum() for each in around)):
        fix = Fix(f"Write {wanted}s", (Edit(opening, new), Edit(closing, new)))
    message = f"`{text[opening.start : opening.end]}`, expected `{new}`"
    if "\n" not in text[one.content.start : one.content.end]:
        yield Finding(message, one.span, fix)
        return
    yield Finding(message, opening, fix)
    yield Finding(message, closing, fix)
