"""Moving the lines of list items to the left or right."""

from __future__ import annotations

import re
from functools import cache

from postlint.core.body import ListBlock, ListItem
from postlint.core.post import Post
from postlint.core.text import Edit, Span
from postlint.helpers.containers import QUOTE_MARKER, item_text_start

_SPACES = re.compile(r" *")


def shifted(post: Post, parent: ListBlock, item: ListItem, width: int, first: int) -> tuple[Edit, ...] | None:
    """Edits that move the lines of a list item, from line `first` on, by `width` columns to the right.

    A negative width moves them to the left. Lazy lines stay where they are. None if tabs or quotes within lists make it
    unclear where to edit.
    """
    quotes = parent.parents.count("quote")
    if "quote" in parent.parents[quotes:]:
        return None
    text, edits = post.text, []
    prefix = _quote_prefix(quotes)
    text_indent: int | None = None
    for line in range(item.line, item.last_line + 1):
        start, end = post.source.line(line)
        markers = prefix.match(text, start, end)
        if text_indent is None:
            if markers is None:
                return None
            text_indent = item_text_start(post, item) - markers.end()
            indent = Span(markers.end(), item.marker.start)
        elif line < first or markers is None:
            continue
        else:
            match = _SPACES.match(text, markers.end(), end)
            indent = Span(*match.span()) if match else Span(end, end)
            if "\t" in markers[0] or text[indent.end : indent.end + 1] == "\t":
                return None
            if indent.end == end or indent.end - indent.start < text_indent:
                continue
        if line >= first:
            edits.append(_shift(indent, width))
    return tuple(edits)


@cache
def _quote_prefix(quotes: int) -> re.Pattern[str]:
    return re.compile(rf"(?:{QUOTE_MARKER.pattern}){{{quotes}}}")


def _shift(indent: Span, width: int) -> Edit:
    if width >= 0:
        return Edit(Span(indent.end, indent.end), " " * width)
    return Edit(Span(max(indent.start, indent.end + width), indent.end), "")
