"""Findings about inconsistent emphasis delimiters, for the rules on emphasis and on strong emphasis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from postlint.core.body import Inline
from postlint.core.finding import Finding, Fix
from postlint.core.messages import backticked
from postlint.core.post import Post
from postlint.core.text import Edit, Span

_NAMES = {"*": "asterisk", "_": "underscore"}
_CHARACTERS = {"asterisk": "*", "underscore": "_"}


def inconsistent_delimiters(
    post: Post, kind: Literal["emphasis", "strong"], style: Literal["consistent", "asterisk", "underscore"]
) -> Iterator[Finding]:
    """Findings for delimiters that are not in the style; `consistent` is the style of the first ones."""
    text = post.text
    expected: str = style
    for emphasis in post.body.inlines:
        if emphasis.kind != kind:
            continue
        actual = _NAMES[text[emphasis.span.start]]
        if expected == "consistent":
            expected = actual
        if actual != expected and not (expected == "underscore" and _in_word(post, emphasis)):
            yield from _findings(post, emphasis, expected)


def _in_word(post: Post, emphasis: Inline) -> bool:
    """Whether it begins or ends inside a word, where underscores are not delimiters."""
    neighbors = _neighbors(post, emphasis)
    return any(neighbor == "_" or (neighbor.isascii() and neighbor.isalnum()) for neighbor in neighbors)


def _neighbors(post: Post, emphasis: Inline) -> tuple[str, str]:
    """The characters before and after it; empty at the ends of the file."""
    text = post.text
    return text[emphasis.span.start - 1 : emphasis.span.start], text[emphasis.span.end : emphasis.span.end + 1]


def _findings(post: Post, emphasis: Inline, expected: str) -> Iterator[Finding]:
    """One finding, or one for each delimiter if the emphasis continues over lines."""
    text, character = post.text, _CHARACTERS[expected]
    opening = Span(emphasis.span.start, emphasis.content.start)
    closing = Span(emphasis.content.end, emphasis.span.end)
    content = text[emphasis.content.start : emphasis.content.end]
    neighbors = _neighbors(post, emphasis)
    delimiter = character * (opening.end - opening.start)
    fix = None
    unambiguous = character not in neighbors and character not in content
    if unambiguous and (character == "*" or not any(neighbor.isalnum() for neighbor in neighbors)):
        fix = Fix(f"Replace with {expected}s", (Edit(opening, delimiter), Edit(closing, delimiter)))
    actual = text[opening.start : opening.end]
    message = f"emphasis delimiter {backticked(actual)}, expected {backticked(delimiter)}"
    if "\n" not in content:
        yield Finding(message, emphasis.span, fix)
        return
    yield Finding(message, opening, fix)
    yield Finding(message, closing, fix)
