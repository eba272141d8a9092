"""Checks that the span of every part of a post covers its text, for generated (tests) and real posts (benchmarks)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from postlint.core.body import CodeBlock, Heading, Image, Link, Row
from postlint.core.post import Post
from postlint.core.text import Span

_MARKER = re.compile(r"[-+*]|\d{1,9}[.)]")
_SPACE = " \t\n\v\f\r"
_DELIMITERS = {
    "code": (r"`+", r"`+"),
    "emphasis": (r"[*_]", r"[*_]"),
    "strong": (r"\*\*|__", r"\*\*|__"),
    "strikethrough": (r"~~?", r"~~?"),
    "html": (r"<", r">"),
    "math": (r"\$\$?", r"\$\$?"),
}


def misplaced(post: Post) -> Iterator[str]:
    """Describe every part of a post whose span does not cover its text."""
    for check in (_headings, _lists, _code_blocks, _links, _images, _references, _tables, _inlines, _blocks, _order):
        yield from check(post)


def _problem(post: Post, part: str, span: Span) -> str:
    line, column = post.source.position(span.start)
    return f"{post.path}:{line}:{column}: {part} is {post.source[span]!r}"


def _headings(post: Post) -> Iterator[str]:
    for heading in post.headings:
        text = post.source[heading.span]
        right = text.startswith("#" * heading.level) if heading.marker else text.rstrip(_SPACE)[-1:] in "=-"
        if not right or post.source[heading.content] != heading.text or heading.text != heading.text.strip(_SPACE):
            yield _problem(post, f"heading {heading.text!r}", heading.span)
        if heading.marker and (post.source[heading.marker] != "#" * heading.level or not _only_space(post, heading)):
            yield _problem(post, "heading marker", heading.marker)
        if post.source.line_number(heading.span.start) != heading.line:
            yield _problem(post, f"heading of line {heading.line}", heading.span)


def _only_space(post: Post, heading: Heading) -> bool:
    assert heading.marker is not None
    between = post.text[heading.marker.end : heading.content.start]
    return not between.strip() or not heading.text


def _lists(post: Post) -> Iterator[str]:
    for block in post.lists:
        for item in block.items:
            marker = post.source[item.marker]
            if not _MARKER.fullmatch(marker) or block.ordered != marker[0].isdigit():
                yield _problem(post, "list marker", item.marker)
            if post.source.line_number(item.marker.start) != item.line or item.span.end > block.span.end:
                yield _problem(post, f"list item of line {item.line}", item.span)
    for quote in post.body.quotes:
        if post.text[quote.span.start] != ">":
            yield _problem(post, "quote", quote.span)


def _code_blocks(post: Post) -> Iterator[str]:
    for block in post.code_blocks:
        lines = block.code.split("\n")[: len(block.offsets)]
        if len(lines) != len(block.offsets) and block.code:
            yield _problem(post, f"code block of {len(block.offsets)} lines", block.span)
        for offset, line in zip(block.offsets, lines, strict=False):
            # A tab that is partly list indentation leaves spaces in the code that the file does not have.
            if not post.text.startswith(line.lstrip(" \t"), offset + len(line) - len(line.lstrip(" \t"))):
                yield _problem(post, f"code line {line!r}", Span(offset, offset + len(line)))
        yield from _fences(post, block)


def _fences(post: Post, block: CodeBlock) -> Iterator[str]:
    if block.kind != "fenced":
        return
    assert block.fence is not None
    assert block.info_span is not None
    if not re.fullmatch(r"`{3,}|~{3,}", post.source[block.fence]):
        yield _problem(post, "fence", block.fence)
    if post.source[block.info_span] != block.info:
        yield _problem(post, f"info string {block.info!r}", block.info_span)
    if block.closing is not None and not post.source[block.closing].startswith(post.source[block.fence]):
        yield _problem(post, "closing fence", block.closing)


def _links(post: Post) -> Iterator[str]:
    for link in post.links:
        text = post.source[link.span]
        if link.kind == "autolink":
            if text != f"<{link.target}>":
                yield _problem(post, "autolink", link.span)
            continue
        yield from _bracketed(post, link, text, "[")
        if not text.startswith(f"[{link.text}]") or post.source[link.text_span] != link.text:
            yield _problem(post, f"link text {link.text!r}", link.span)


def _images(post: Post) -> Iterator[str]:
    for image in post.images:
        text = post.source[image.span]
        if image.kind == "html":
            if not text.lower().startswith("<img") or (image.target and post.source[image.target_span] != image.target):
                yield _problem(post, "HTML image", image.span)
            continue
        yield from _bracketed(post, image, text, "![")


def _bracketed(post: Post, part: Link | Image, text: str, opening: str) -> Iterator[str]:
    closing = ")" if part.kind == "inline" else "]"
    if not (text.startswith(opening) and text.endswith(closing)):
        yield _problem(post, f"{part.kind} link or image", part.span)
    if part.kind == "inline" and (post.source[part.target_span] != part.target or re.search(r"[\n]", part.target)):
        yield _problem(post, f"URL {part.target!r}", part.target_span)


def _references(post: Post) -> Iterator[str]:
    for definition in post.body.definitions:
        if post.source[definition.label_span] != f"[{definition.label}]":
            yield _problem(post, f"definition of {definition.label!r}", definition.label_span)
    for reference in post.body.undefined_references:
        if not re.fullmatch(r"!?\[.*\]\[.*\]", post.source[reference.span], re.DOTALL):
            yield _problem(post, f"undefined reference {reference.label!r}", reference.span)
    for note in post.body.footnote_definitions:
        if post.source[note.span] != f"[^{note.label}]:":
            yield _problem(post, f"footnote {note.label!r}", note.span)
    for note in post.body.footnote_references:
        if post.source[note.span] != f"[^{note.label}]":
            yield _problem(post, f"footnote reference {note.label!r}", note.span)


def _tables(post: Post) -> Iterator[str]:
    for table in post.tables:
        for row in (table.header, table.delimiter, *table.rows):
            yield from _row(post, row)
        if not re.fullmatch(r"[|:\- \t]+", post.source[table.delimiter.span]):
            yield _problem(post, "delimiter row", table.delimiter.span)


def _row(post: Post, row: Row) -> Iterator[str]:
    text = post.source[row.span]
    if post.source.line_number(row.span.start) != row.line or text.startswith("|") != row.leading_pipe:
        yield _problem(post, f"row of line {row.line}", row.span)
    for cell in row.cells:
        content = post.source[cell.span]
        if re.search(r"(?<!\\)\|", content) or content != content.strip(_SPACE):
            yield _problem(post, "cell", cell.span)


def _inlines(post: Post) -> Iterator[str]:
    for inline in post.body.inlines:
        opening, closing = _DELIMITERS[inline.kind]
        text = post.source[inline.span]
        if not (re.match(opening, text) and re.search(f"(?:{closing})\\Z", text)):
            yield _problem(post, inline.kind, inline.span)
        if not (inline.span.start <= inline.content.start <= inline.content.end <= inline.span.end):
            yield _problem(post, f"content of {inline.kind}", inline.content)


def _blocks(post: Post) -> Iterator[str]:
    for block in post.body.blocks:
        text = post.masked_text[block.span.start : block.span.end]
        if text != text.strip(_SPACE) or not text:
            yield _problem(post, block.kind, block.span)
        top = block.kind == "paragraph" and block.container == 0
        if top and post.source.line_number(block.span.start) != block.line:
            yield _problem(post, f"paragraph of line {block.line}", block.span)


def _order(post: Post) -> Iterator[str]:
    """Parts of one kind are in file order, and no two have the same span."""
    body = post.body
    ordered = (body.headings, body.code_blocks, body.links, body.images, body.inlines, body.tables, body.definitions)
    for parts in ordered:
        spans = [part.span for part in parts]
        for before, after in pairwise(spans):
            if after <= before:
                yield _problem(post, f"after {before}, {after}", after)
    everything = (body.headings, body.lists, body.quotes, body.code_blocks, body.links, body.images, body.blocks)
    for part in (part for parts in everything for part in parts):
        if not 0 <= part.span.start <= part.span.end <= len(post.text):
            yield f"{post.path}: {part.span} is outside of the text"
