"""Where, on a line, the marks and indents of the lists and quotes that it lies in end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from postlint.core.body import ListItem, Quote
from postlint.core.post import Post

_STOP = 4
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_SPACE = re.compile(r"[ \t]*")


class Step(NamedTuple):
    """What one container takes of a line, from its left."""

    container: Quote | ListItem
    start: int
    """Where the containers around it end."""
    end: int
    """Where its own content begins."""


def steps(post: Post, lines: Iterable[int]) -> Iterator[tuple[int, tuple[Step, ...]]]:
    """For each of some lines, in order: what each list item and quote around it takes, outermost first.

    A line of a paragraph that lacks a quote's mark or an item's indent (a lazy one) has steps only up to there.
    """
    waiting: list[Quote | ListItem] = [*post.body.quotes, *(item for one in post.lists for item in one.items)]
    waiting.sort(key=attrgetter("span.start"), reverse=True)
    opened: list[tuple[Quote | ListItem, int]] = []
    for line in lines:
        while waiting and waiting[-1].line <= line:
            container = waiting.pop()
            opened = [one for one in opened if one[0].last_line >= container.line]
            opened.append((container, _width(post, container, opened)))
        opened = [one for one in opened if one[0].last_line >= line]
        yield line, tuple(_walk(post, line, opened))


def _width(post: Post, container: Quote | ListItem, around: list[tuple[Quote | ListItem, int]]) -> int:
    """How many columns an item's content stands right of what is around the item."""
    if isinstance(container, Quote):
        return 0
    line = post.source.line(container.line).start
    outer = line
    for step in _walk(post, container.line, around):
        outer = step.end
    return _column(post, line, _content(post, container)) - _column(post, line, outer)


def _content(post: Post, item: ListItem) -> int:
    """Where an item's content begins on its first line; five spaces after the marker are one and indented code."""
    line = post.source.line(item.line)
    at = item.content.start
    wide = _column(post, line.start, at) - _column(post, line.start, item.marker.end) > _STOP
    return item.marker.end + 1 if wide or at >= line.end or item.content.start == item.content.end else at


def _walk(post: Post, line: int, opened: Iterable[tuple[Quote | ListItem, int]]) -> Iterator[Step]:
    text = post.text
    start, end = post.source.line(line)
    at = start
    for container, width in opened:
        before = at
        if isinstance(container, Quote):
            match = _QUOTE.match(text, at, end)
            if match is None:
                return
            at = match.end()
        elif container.line == line:
            at = min(_content(post, container), end)
        else:
            goal = _column(post, start, at) + width
            while at < end and text[at] in " \t" and _column(post, start, at) < goal:
                at += 1
            if at < end and _column(post, start, at) < goal:
                return
        yield Step(container, before, at)


def _column(post: Post, start: int, at: int) -> int:
    return len(post.text[start:at].expandtabs(_STOP)) + max(0, at - len(post.text))


def spaces(post: Post, at: int) -> int:
    """Where the white space that begins at an offset ends."""
    match = _SPACE.match(post.text, at)
    return match.end() if match else at
