"""Trailing whitespace.

It is invisible and clutters diffs. Two spaces at the end of a line in a paragraph make a line break and are allowed.

~~~markdown bad 1
Boil the water.\x20

Wait.
~~~

~~~markdown fixed
Boil the water.

Wait.
~~~

~~~markdown good
Boil the water.\x20\x20
Wait.
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.html import comment_spans
from postlint.helpers.lines import code_lines, text_start
from postlint.helpers.spans import inline_spans, inside

_WHITESPACE = " \t\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
_WHITESPACE_CHARACTERS = frozenset(_WHITESPACE)
_UNINDENTED_QUOTE_LINE = re.compile(r"[ \t>]*>[ \t]?")
"""A blank line of a block quote without the indentation of a list item. For markdownlint it does not end the item."""


@dataclass(frozen=True, slots=True)
class Options:
    br_spaces: int = 2
    """Number of spaces that make a line break; below two, none are allowed."""
    code_blocks: bool = False
    """Also report lines of code blocks."""
    list_item_empty_lines: bool = False
    """Allow trailing whitespace in list items, except on the blank lines that end an item."""
    strict: bool = False
    """Also report spaces that would make a line break, if they do not make one there."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD009", "no-trailing-spaces"), beyond_markdown=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    source = post.source
    candidates = [number for number, line in enumerate(source.lines, 1) if line and line[-1] in _WHITESPACE_CHARACTERS]
    if not candidates:
        return
    first_line = source.line_number(text_start(post))
    breaking = options.br_spaces if options.br_spaces >= 2 else 0
    lines: _LineKinds | None = None
    for line in candidates:
        text, line_start = source.lines[line - 1], source.line_starts[line - 1]
        start, end = line_start + len(text.rstrip(_WHITESPACE)), line_start + len(text)
        width = end - start
        if line < first_line or (width == breaking and not options.strict):
            continue
        lines = lines or _LineKinds(post)
        if (not options.code_blocks and line in lines.code) or (options.list_item_empty_lines and line in lines.lists):
            continue
        if inside(lines.comments, start):
            continue
        if width == breaking and line in lines.broken and not lines.in_code(start):
            continue
        span = Span(start, end)
        yield Finding(_message(width, breaking), span, lines.fix(source[span], span, line, breaking))


def _message(count: int, breaking: int) -> str:
    allowed = f"none or {breaking}" if breaking else "none"
    return f"{count} trailing space{'s' * (count != 1)}, expected {allowed}"


class _LineKinds:
    """Which lines are of which kind; read only if a line ends in whitespace."""

    def __init__(self, post: Post) -> None:
        body = post.body
        self._text = text = post.text
        self.code = code_lines(post)
        self.comments = comment_spans(post)
        self.lists = _list_lines(post)
        paragraphs = [block for block in body.blocks if block.kind == "paragraph"]
        headings = [heading for heading in body.headings if heading.style == "setext"]
        self.broken = {line for block in paragraphs for line in range(block.line, block.last_line)}
        self._broken_heading = {line for heading in headings for line in range(heading.line, heading.last_line - 1)}
        self._spans = [
            span for span in inline_spans(post, "code", "html", "math") if "\n" in text[span.start : span.end]
        ]

    def in_code(self, offset: int) -> bool:
        """Whether an offset is in a code span, inline HTML or math of several lines."""
        return inside(self._spans, offset)

    def fix(self, space: str, span: Span, line: int, breaking: int) -> Fix | None:
        """Remove the space, except for a line break; None if the whitespace is content."""
        if line in self.code or self.in_code(span.start) or space.strip(" \t"):
            return None
        if self._text.endswith("\\", 0, span.start):
            return None  # A backslash at the end of a line would make a line break.
        if space.endswith("  ") and (line in self.broken or line in self._broken_heading):
            kept = " " * breaking
            return None if kept in ("", space) else Fix("Keep only the line break", (Edit(span, kept),))
        return Fix("Remove trailing whitespace", (Edit(span, ""),))


def _list_lines(post: Post) -> set[int]:
    """The lines of list items, without the blank lines that end an item, as markdownlint counts them."""
    source_lines = post.source.lines
    lines: set[int] = set()
    for block in post.lists:  # An inner list comes after its outer list and overrides it for its own lines.
        below = (
            source_lines[block.last_line] if "quote" in block.parents and block.last_line < len(source_lines) else None
        )
        ends_blank = below is not None and not below.strip("> \t")
        lines.update(range(block.line, block.last_line + 1 + ends_blank))
        for item, following in pairwise(block.items):
            for line in range(item.last_line + 1, following.line):
                if not _UNINDENTED_QUOTE_LINE.fullmatch(source_lines[line - 1]):
                    lines.discard(line)
    return lines
