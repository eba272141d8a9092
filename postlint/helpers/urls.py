"""Addresses that stand in a text without marks, as GitHub finds them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from postlint.core.body import Inline
from postlint.core.post import Post
from postlint.core.text import Span, blanked
from postlint.helpers.lines import inside

_ATEXT = r"+\-._A-Za-z0-9"
# GitHub's rules: https://github.github.com/gfm/#autolinks-extension-
_ADDRESS = re.compile(
    rf"(?P<email>(?<![/{_ATEXT}])[{_ATEXT}]+@[A-Za-z0-9_-]++(?:\.[A-Za-z0-9][A-Za-z0-9_-]*+)++)(?<=[A-Za-z])"
    r"|(?:(?<![A-Za-z])(?P<scheme>[Hh][Tt][Tt][Pp][Ss]?://)(?=\w)|(?<![^\s(*_\[\]~])[Ww]{3}\.(?=\S))[^\s<]{1,2048}"
    r"|\\.|[\[\]]"
)
_MARKS = ("://", "www.", "WWW.", "@")
_TRAIL = re.compile(r"""(?:;[A-Za-z]+&|[]!"'),*.:;?_~])+""")
_DOMAIN = re.compile(r"[\w.-]+")
_REFERENCE = re.compile(r"\](?=[(\[])")
_TAG = re.compile(r"<(/?)([^!>/\s][^/\s>]*)")


def bare_urls(post: Post) -> Iterator[Span]:
    """The web and mail URLs in a post's text that no mark makes a link, outside of elements of HTML."""
    text, body = post.masked_text, post.body
    hints = sorted(at for mark in _MARKS for at in _each(text, mark, post.body_start))
    if not hints:
        return
    spans = [one.span for views in (body.links, body.images, body.definitions, body.code_blocks) for one in views]
    spans += [one.span for one in body.blocks if one.kind in ("html", "math")]
    spans += [one.span for one in body.inlines if one.kind in ("code", "html", "math")]
    spans.sort()
    hints = [at for at in hints if not inside(spans, at)]
    if not hints:
        return
    starts = [one.span.start for one in body.blocks if one.kind == "paragraph"]
    starts += [one.content.start for one in post.headings]
    starts += [one.span.start for table in post.tables for row in (table.header, *table.rows) for one in row.cells]
    starts.sort()
    spans = sorted([*spans, *_elements(post, starts)])
    for index in dict.fromkeys(bisect_right(starts, at) for at in hints):
        start = starts[index - 1] if index else post.body_start
        end = starts[index] if index < len(starts) else len(text)
        within = spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]
        block = blanked(text[start:end], [Span(one.start - start, min(one.end, end) - start) for one in within])
        yield from (Span(start + one.start, start + one.end) for one in find_urls(block))


def _each(text: str, mark: str, at: int) -> Iterator[int]:
    while (at := text.find(mark, at)) >= 0:
        yield at
        at += len(mark)


def find_urls(text: str) -> Iterator[Span]:
    """The URLs in a text, but for those within brackets."""
    depth, at = 0, 0
    while match := _ADDRESS.search(text, at):
        start, at = match.span()
        if match[0] in ("[", "]"):  # within brackets, no address is taken for a link
            depth = max(0, depth + (1 if match[0] == "[" else -1))
        elif match[0][0] != "\\":
            end = at if match["email"] else _end(match)
            at = end or at
            if end and not depth and not (text[start - 1 : start] == "<" and text[end : end + 1] == ">"):
                yield Span(start, end)


def _end(match: re.Match[str]) -> int | None:
    """Where an address ends, without the punctuation after it; None if its domain cannot be one."""
    reference = _REFERENCE.search(match[0])
    found = match[0][: reference.start()] if reference else match[0]
    trail = _TRAIL.match(found[::-1])
    end = len(found) - (trail.end() if trail else 0)
    unclosed = found.count("(", 0, end) - found.count(")", 0, end)
    while unclosed > 0 and found[end : end + 1] == ")":
        end, unclosed = end + 1, unclosed - 1
    domain = _DOMAIN.match(found, len(match["scheme"] or ""), end)
    if domain is None or "_" in ".".join(domain[0].split(".")[-2:]):
        return None
    return match.start() + end


def _elements(post: Post, starts: Sequence[int]) -> Iterator[Span]:
    """Inline elements with what is between their tags, each within one block."""
    opened: dict[tuple[int, str], list[Inline]] = {}
    for one in post.body.inlines:
        if one.kind == "html" and (tag := _TAG.match(post.text, one.span.start)):
            key = bisect_right(starts, one.span.start), tag[2]
            if not tag[1]:
                opened.setdefault(key, []).append(one)
            elif opened.get(key):
                yield Span(opened[key].pop().span.start, one.span.end)
