"""Moving the lines of list items."""

from __future__ import annotations

import re

from postlint.core.body import ListBlock, ListItem
from postlint.core.post import Post
from postlint.core.text import Edit, Span

_QUOTE = r"(?: {0,3}> ?)"
_CODE = 4
_SPACES = re.compile(r" *")


def shifted(post: Post, parent: ListBlock, item: ListItem, width: int, first: int) -> tuple[Edit, ...] | None:
    """Edits that move a list item's lines, from a line on, to the right (left if negative).

    None where that cannot be told: tabs, quotes within lists. Lazy lines stay where they are.
    """
    quotes = parent.parents.count("quote")
    if "quote" in parent.parents[quotes:]:
        return None
    text, edits = post.text, []
    prefix = re.compile(f"{_QUOTE}{{{quotes}}}")
    content: int | None = None
    for line in range(item.line, item.last_line + 1):
        start, end = post.source.line(line)
        marks = prefix.match(text, start, end)
        if content is None:
            if marks is None:
                return None
            content = _content(item) - marks.end()
            indent = Span(marks.end(), item.marker.start)
        elif line < first or marks is None:
            continue
        else:
            match = _SPACES.match(text, marks.end(), end)
            indent = Span(*match.span()) if match else Span(end, end)
            if text[indent.end : indent.end + 1] == "\t":
                return None
            if indent.end == end or indent.end - indent.start < content:
                continue
        if line >= first:
            edits.append(_shift(indent, width))
    return tuple(edits)


def _content(item: ListItem) -> int:
    """Where the item's text begins; code that is indented below its marker begins one column after that."""
    width = item.content.start - item.marker.end
    return item.content.start if width <= _CODE and item.content.start < item.content.end else item.marker.end + 1


def _shift(indent: Span, width: int) -> Edit:
    if width >= 0:
        return Edit(Span(indent.end, indent.end), " " * width)
    return Edit(Span(max(indent.start, indent.end + width), indent.end), "")
