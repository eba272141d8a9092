"""Properties of every post: functions that pytest runs on posts of its own making, and `benchmarks/` on real ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from postlint.core.body import CodeBlock, Heading, Image, Link, Row
from postlint.core.post import Post
from postlint.core.text import Span

_MARKER = re.compile(r"[-+*]|\d{1,9}[.)]")
_SPACE = " \t\n\v\f\r"
_INLINE_MARKS = {
    "code": (r"`+", r"`+"),
    "emphasis": (r"[*_]", r"[*_]"),
    "strong": (r"\*\*|__", r"\*\*|__"),
    "strikethrough": (r"~~?", r"~~?"),
    "html": (r"<", r">"),
    "math": (r"\$\$?", r"\$\$?"),
}


def misplaced(post: Post) -> Iterator[str]:
    """Every view whose span is not the text that it speaks of."""
    for check in (_headings, _lists, _code_blocks, _links, _images, _references, _tables, _inlines, _blocks, _order):
        yield from check(post)


def _say(post: Post, what: str, span: Span) -> str:
    line, column = post.source.position(span.start)
    return f"{post.path}:{line}:{column}: {what} is {post.source[span]!r}"


def _headings(post: Post) -> Iterator[str]:
    for one in post.headings:
        text = post.source[one.span]
        right = text.startswith("#" * one.level) if one.marker else text.rstrip(_SPACE)[-1:] in "=-"
        if not right or post.source[one.content] != one.text or one.text != one.text.strip(_SPACE):
            yield _say(post, f"heading {one.text!r}", one.span)
        if one.marker and (post.source[one.marker] != "#" * one.level or not _only_space(post, one)):
            yield _say(post, "heading marker", one.marker)
        if post.source.line_number(one.span.start) != one.line:
            yield _say(post, f"heading of line {one.line}", one.span)


def _only_space(post: Post, heading: Heading) -> bool:
    assert heading.marker is not None
    between = post.text[heading.marker.end : heading.content.start]
    return not between.strip() or not heading.text


def _lists(post: Post) -> Iterator[str]:
    for block in post.lists:
        for item in block.items:
            marker = post.source[item.marker]
            if not _MARKER.fullmatch(marker) or block.ordered != marker[0].isdigit():
                yield _say(post, "list marker", item.marker)
            if post.source.line_number(item.marker.start) != item.line or item.span.end > block.span.end:
                yield _say(post, f"list item of line {item.line}", item.span)
    for quote in post.body.quotes:
        if post.text[quote.span.start] != ">":
            yield _say(post, "quote", quote.span)


def _code_blocks(post: Post) -> Iterator[str]:
    for block in post.code_blocks:
        lines = block.code.split("\n")[: len(block.offsets)]
        if len(lines) != len(block.offsets) and block.code:
            yield _say(post, f"code block of {len(block.offsets)} places", block.span)
        for offset, line in zip(block.offsets, lines, strict=False):
            # A tab that a list takes in part leaves spaces that do not stand in the file.
            if not post.text.startswith(line.lstrip(" \t"), offset + len(line) - len(line.lstrip(" \t"))):
                yield _say(post, f"code line {line!r}", Span(offset, offset + len(line)))
        yield from _fences(post, block)


def _fences(post: Post, block: CodeBlock) -> Iterator[str]:
    if block.kind != "fenced":
        return
    assert block.fence is not None
    assert block.info_span is not None
    if not re.fullmatch(r"`{3,}|~{3,}", post.source[block.fence]):
        yield _say(post, "fence", block.fence)
    if post.source[block.info_span] != block.info:
        yield _say(post, f"info string {block.info!r}", block.info_span)
    if block.closing is not None and not post.source[block.closing].startswith(post.source[block.fence]):
        yield _say(post, "closing fence", block.closing)


def _links(post: Post) -> Iterator[str]:
    for link in post.links:
        text = post.source[link.span]
        if link.kind == "autolink":
            if text != f"<{link.target}>":
                yield _say(post, "autolink", link.span)
            continue
        yield from _bracketed(post, link, text, "[")
        if not text.startswith(f"[{link.text}]") or post.source[link.text_span] != link.text:
            yield _say(post, f"link text {link.text!r}", link.span)


def _images(post: Post) -> Iterator[str]:
    for image in post.images:
        text = post.source[image.span]
        if image.kind == "html":
            if not text.lower().startswith("<img") or (image.target and post.source[image.target_span] != image.target):
                yield _say(post, "HTML image", image.span)
            continue
        yield from _bracketed(post, image, text, "![")


def _bracketed(post: Post, one: Link | Image, text: str, opening: str) -> Iterator[str]:
    closing = ")" if one.kind == "inline" else "]"
    if not (text.startswith(opening) and text.endswith(closing)):
        yield _say(post, f"{one.kind} link or image", one.span)
    if one.kind == "inline" and (post.source[one.target_span] != one.target or re.search(r"[\n]", one.target)):
        yield _say(post, f"address {one.target!r}", one.target_span)


def _references(post: Post) -> Iterator[str]:
    for definition in post.body.definitions:
        if post.source[definition.label_span] != f"[{definition.label}]":
            yield _say(post, f"definition of {definition.label!r}", definition.label_span)
    for reference in post.body.undefined_references:
        if not re.fullmatch(r"!?\[.*\]\[.*\]", post.source[reference.span], re.DOTALL):
            yield _say(post, f"undefined reference {reference.label!r}", reference.span)
    for note in post.body.footnote_definitions:
        if post.source[note.span] != f"[^{note.label}]:":
            yield _say(post, f"footnote {note.label!r}", note.span)
    for note in post.body.footnote_references:
        if post.source[note.span] != f"[^{note.label}]":
            yield _say(post, f"footnote reference {note.label!r}", note.span)


def _tables(post: Post) -> Iterator[str]:
    for table in post.tables:
        for row in (table.header, table.delimiter, *table.rows):
            yield from _row(post, row)
        if not re.fullmatch(r"[|:\- \t]+", post.source[table.delimiter.span]):
            yield _say(post, "delimiter row", table.delimiter.span)


def _row(post: Post, row: Row) -> Iterator[str]:
    text = post.source[row.span]
    if post.source.line_number(row.span.start) != row.line or text.startswith("|") != row.leading_pipe:
        yield _say(post, f"row of line {row.line}", row.span)
    for cell in row.cells:
        content = post.source[cell.span]
        if re.search(r"(?<!\\)\|", content) or content != content.strip(_SPACE):
            yield _say(post, "cell", cell.span)


def _inlines(post: Post) -> Iterator[str]:
    for one in post.body.inlines:
        opening, closing = _INLINE_MARKS[one.kind]
        text = post.source[one.span]
        if not (re.match(opening, text) and re.search(f"(?:{closing})\\Z", text)):
            yield _say(post, one.kind, one.span)
        if not (one.span.start <= one.content.start <= one.content.end <= one.span.end):
            yield _say(post, f"content of {one.kind}", one.content)


def _blocks(post: Post) -> Iterator[str]:
    for block in post.body.blocks:
        text = post.masked_text[block.span.start : block.span.end]
        if text != text.strip(_SPACE) or not text:
            yield _say(post, block.kind, block.span)
        top = block.kind == "paragraph" and block.container == 0
        if top and post.source.line_number(block.span.start) != block.line:
            yield _say(post, f"paragraph of line {block.line}", block.span)


def _order(post: Post) -> Iterator[str]:
    """Views of a kind come in the order of the file, and no two share a span."""
    body = post.body
    ordered = (body.headings, body.code_blocks, body.links, body.images, body.inlines, body.tables, body.definitions)
    for views in ordered:
        spans = [view.span for view in views]
        for before, after in pairwise(spans):
            if after <= before:
                yield _say(post, f"after {before}, {after}", after)
    everything = (body.headings, body.lists, body.quotes, body.code_blocks, body.links, body.images, body.blocks)
    for view in (view for views in everything for view in views):
        if not 0 <= view.span.start <= view.span.end <= len(post.text):
            yield f"{post.path}: {view.span} lies outside the text"
