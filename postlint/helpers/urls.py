"""Bare URLs: those in text without link syntax, as GitHub finds them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from postlint.core.body import Inline
from postlint.core.post import Post
from postlint.core.text import Span, blanked
from postlint.helpers.html import ELEMENT_NAME
from postlint.helpers.spans import block_spans, inline_spans, inside

_MAIL_CHARACTERS = r"+\-._A-Za-z0-9"
# GitHub's rules: https://github.github.com/gfm/#autolinks-extension-
_URL = re.compile(
    rf"(?P<email>(?<![/{_MAIL_CHARACTERS}])[{_MAIL_CHARACTERS}]+"
    r"@[A-Za-z0-9_-]++(?:\.[A-Za-z0-9][A-Za-z0-9_-]*+)++)(?<=[A-Za-z])"
    r"|(?:(?<![A-Za-z])(?P<scheme>[Hh][Tt][Tt][Pp][Ss]?://)(?=\w)|(?<![^\s(*_\[\]~])[Ww]{3}\.(?=\S))[^\s<]{1,2048}"
    r"|\\.|[\[\]]"
)
_HINTS = ("://", "www.", "WWW.", "@")
"""Every URL contains one of these strings."""
_TRAILING_PUNCTUATION = re.compile(r"""(?:;[A-Za-z]+&|[]!"'),*.:;?_~])+""")
"""In reversed text."""
_DOMAIN = re.compile(r"[\w.-]+")
_LINK_END = re.compile(r"\](?=[(\[])")
_TAG_START = re.compile(rf"<(?P<close>/?)(?P<name>{ELEMENT_NAME})")

BARE_URL = (
    r"(?:(?<![a-zA-Z])https?://|(?<![^\s(*_\[\]~])www\.)[^\s<]*[^\s<!\"')*,.:;?_~\]]"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++(?<=[a-z])"
)
"""A bare URL or email address, as a pattern to match without case; it may end elsewhere than on GitHub."""


def bare_urls(post: Post) -> Iterator[Span]:
    """The bare URLs and email addresses in a post's text, outside of HTML elements."""
    text, body = post.masked_text, post.body
    hints = sorted(at for hint in _HINTS for at in _occurrences(text, hint, post.body_start))
    if not hints:
        return
    excluded = [view.span for views in (body.links, body.images, body.definitions, body.code_blocks) for view in views]
    excluded += [*block_spans(post, "html", "math"), *inline_spans(post, "code", "html", "math")]
    excluded.sort()
    hints = [at for at in hints if not inside(excluded, at)]
    if not hints:
        return
    starts = _block_starts(post)
    excluded = sorted([*excluded, *_elements(post, starts)])
    for index in dict.fromkeys(bisect_right(starts, at) for at in hints):
        start = starts[index - 1] if index else post.body_start
        end = starts[index] if index < len(starts) else len(text)
        within = excluded[bisect_left(excluded, (start,)) : bisect_left(excluded, (end,))]
        block = blanked(text[start:end], [Span(span.start - start, min(span.end, end) - start) for span in within])
        yield from (Span(start + url.start, start + url.end) for url in find_urls(block))


def _occurrences(text: str, string: str, at: int) -> Iterator[int]:
    while (at := text.find(string, at)) >= 0:
        yield at
        at += len(string)


def _block_starts(post: Post) -> list[int]:
    """Where paragraphs, headings and cells begin, in order."""
    starts = [span.start for span in block_spans(post, "paragraph")]
    starts += [heading.content.start for heading in post.headings]
    starts += [cell.span.start for table in post.tables for row in (table.header, *table.rows) for cell in row.cells]
    return sorted(starts)


def find_urls(text: str) -> Iterator[Span]:
    """The bare URLs and email addresses in a string, except those in brackets."""
    depth, at = 0, 0
    while match := _URL.search(text, at):
        start, at = match.span()
        if match[0] in ("[", "]"):  # a URL in brackets is not made a link
            depth = max(0, depth + (1 if match[0] == "[" else -1))
        elif match[0][0] != "\\":
            end = at if match["email"] else _url_end(match)
            at = end or at
            if end and not depth and not (text[start - 1 : start] == "<" and text[end : end + 1] == ">"):
                yield Span(start, end)


def _url_end(match: re.Match[str]) -> int | None:
    """The end of a URL without the punctuation after it; None if its domain is invalid."""
    link_end = _LINK_END.search(match[0])
    url = match[0][: link_end.start()] if link_end else match[0]
    punctuation = _TRAILING_PUNCTUATION.match(url[::-1])
    end = len(url) - (punctuation.end() if punctuation else 0)
    unclosed = url.count("(", 0, end) - url.count(")", 0, end)
    while unclosed > 0 and url[end : end + 1] == ")":
        end, unclosed = end + 1, unclosed - 1
    domain = _DOMAIN.match(url, len(match["scheme"] or ""), end)
    if domain is None or "_" in ".".join(domain[0].split(".")[-2:]):
        return None
    return match.start() + end


def _elements(post: Post, block_starts: Sequence[int]) -> Iterator[Span]:
    """Inline HTML elements from opening to closing tag, each within one block."""
    opened: dict[tuple[int, str], list[Inline]] = {}
    for inline in post.body.inlines:
        if inline.kind == "html" and (tag := _TAG_START.match(post.text, inline.span.start)):
            key = bisect_right(block_starts, inline.span.start), tag["name"]
            if not tag["close"]:
                opened.setdefault(key, []).append(inline)
            elif opened.get(key):
                yield Span(opened[key].pop().span.start, inline.span.end)
