"""List items and quotes: which part of a line each one around it takes, and where its own text begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from postlint.core.body import ListItem, Quote
from postlint.core.post import Post
from postlint.helpers.columns import CODE_INDENT, column

QUOTE_MARKER = re.compile(r"[ \t]*(>)[ \t]?")
"""The marker of a quote (group 1) on a line that is known to be in it, with its indentation and the space after it."""

_SPACE = re.compile(r"[ \t]*")


class Step(NamedTuple):
    """The part of a line that belongs to one container: its marker or indentation."""

    container: Quote | ListItem
    start: int
    """The end of the containers around it."""
    end: int
    """The start of its own content."""


def steps(post: Post, lines: Iterable[int]) -> Iterator[tuple[int, tuple[Step, ...]]]:
    """Each of some lines, which are in order, with the steps of the list items and quotes around it, outermost first.

    A lazy line of a paragraph, which lacks a quote's marker or an item's indentation, has steps only up to there.
    """
    pending: list[Quote | ListItem] = [
        *post.body.quotes,
        *(item for list_block in post.lists for item in list_block.items),
    ]
    pending.sort(key=attrgetter("span.start"), reverse=True)
    opened: list[tuple[Quote | ListItem, int]] = []
    for line in lines:
        while pending and pending[-1].line <= line:
            container = pending.pop()
            opened = [(outer, width) for outer, width in opened if outer.last_line >= container.line]
            opened.append((container, _width(post, container, opened)))
        opened = [(outer, width) for outer, width in opened if outer.last_line >= line]
        yield line, tuple(_walk(post, line, opened))


def _width(post: Post, container: Quote | ListItem, around: list[tuple[Quote | ListItem, int]]) -> int:
    """The indentation of an item's content in columns, from the end of the containers around it."""
    if isinstance(container, Quote):
        return 0
    start = post.source.line(container.line).start
    outer = start
    for step in _walk(post, container.line, around):
        outer = step.end
    return column(post.text, start, item_text_start(post, container)) - column(post.text, start, outer)


def item_text_start(post: Post, item: ListItem) -> int:
    """The offset at which the text of a list item begins on its first line; its other lines are indented as far.

    Five columns after the marker are one space and indented code. If nothing follows the marker on its line, it is the
    offset one past the marker.
    """
    start, end = post.source.line(item.line)
    at = item.content.start
    if at >= end or item.content.start == item.content.end:
        return item.marker.end + 1
    is_code = column(post.text, start, at) - column(post.text, start, item.marker.end) > CODE_INDENT
    return item.marker.end + 1 if is_code else at


def _walk(post: Post, line: int, opened: Iterable[tuple[Quote | ListItem, int]]) -> Iterator[Step]:
    text = post.text
    start, end = post.source.line(line)
    at = start
    for container, width in opened:
        before = at
        if isinstance(container, Quote):
            match = QUOTE_MARKER.match(text, at, end)
            if match is None:
                return
            at = match.end()
        elif container.line == line:
            at = min(item_text_start(post, container), end)
        else:
            goal = column(text, start, at) + width
            while at < end and text[at] in " \t" and column(text, start, at) < goal:
                at += 1
            if at < end and column(text, start, at) < goal:
                return
        yield Step(container, before, at)


def spaces_end(post: Post, offset: int) -> int:
    """The end of the spaces and tabs that begin at an offset."""
    match = _SPACE.match(post.text, offset)
    return match.end() if match else offset
