"""Raw HTML in a post: patterns for tags, and comments."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.core.post import Post
from postlint.core.text import Span

ELEMENT_NAME = r"[^!?>/\s][^/\s>]*"
"""The name of an element, right after `<` or `</`."""
ATTRIBUTES = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+"
"""What is between an element's name and the `>`, over any number of lines."""
TAG = rf"</?[A-Za-z]{ATTRIBUTES}>"
"""An opening or closing tag."""
ONE_LINE_ATTRIBUTES = r"(?:[^<>\"'\n]|\"[^\"\n]*\"|'[^'\n]*')*+"
"""`ATTRIBUTES` that end on the line on which they begin."""
COMMENT = r"<!--[\s\S]*?-->"
"""A comment, over any number of lines."""

_OPENING, _CLOSING = "<!--", "-->"


def without_spans(text: str, start: int, spans: Sequence[Span]) -> str:
    """A string that begins at an offset of the file, without some spans of the file in it, which are in order.

    >>> without_spans("a <b>c</b>", 100, [Span(102, 105), Span(106, 110)])
    'a c'
    """
    for span in reversed(spans):
        text = text[: span.start - start] + text[span.end - start :]
    return text


def without_comments(text: str) -> str:
    """A string without its HTML comments, and without the part of a comment that is cut off at either end.

    >>> without_comments("a <!-- b --> c"), without_comments("b --> c <!-- d")
    ('a  c', ' c ')
    """
    last = text.rfind(_CLOSING)
    if last >= 0 and (end := _end_of_cut_comment(text, last)) >= 0:
        text = text[end:]
    pieces: list[str] = []
    at = 0
    while (opening := text.find(_OPENING, at)) >= 0:
        pieces.append(text[at:opening])
        closing = text.find(_CLOSING, opening)
        if closing < 0:
            return "".join(pieces)
        at = closing + len(_CLOSING)
    return "".join([*pieces, text[at:]])


def _end_of_cut_comment(text: str, last: int) -> int:
    """The end of the last comment that begins before the string, or -1; `last` is the offset of the last `-->`."""
    end, at = -1, 0
    while at <= last:
        closing = text.find(_CLOSING, at)
        opening = text.find(_OPENING, at, closing)
        at = closing + len(_CLOSING)
        if opening < 0:
            end = at
    return end


def is_comment(html: str) -> bool:
    """Whether a block of HTML is a comment from its first to its last character; markdownlint skips such blocks.

    >>> is_comment("<!-- a -->"), is_comment("<!-- a --> b"), is_comment("<!--> a -->")
    (True, False, False)
    """
    return (
        html.startswith(_OPENING)
        and html.endswith(_CLOSING)
        and not html.startswith((">", "->"), len(_OPENING))
        and not html.endswith("--->")
    )


def comment_spans(post: Post) -> list[Span]:
    """The contents of the body's HTML comments, in order."""
    text, spans = post.text, []
    at = text.find(_OPENING, post.body_start)
    while at >= 0 and (closing := text.find(_CLOSING, at + 2)) >= 0:
        content = Span(at + len(_OPENING), closing)
        if content.start < closing and _is_comment_content(text, content):
            spans.append(content)
        at = text.find(_OPENING, closing + len(_CLOSING))
    return spans


def _is_comment_content(text: str, content: Span) -> bool:
    """Whether CommonMark reads a comment with this content; after text on its line, not every content is allowed."""
    line_start = text.rfind("\n", 0, content.start) + 1
    if not text[line_start : content.start - len(_OPENING)].strip():
        return True
    return not (
        text.startswith((">", "->"), content.start)
        or text.endswith("-", content.start, content.end)
        or text.find("--", content.start, content.end) >= 0
    )
