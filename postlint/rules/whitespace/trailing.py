"""A line ends in white space.

It cannot be seen and shows up in every diff. Two spaces at the end of a paragraph's line break it, and are allowed.

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

from postlint.core.body import ListBlock
from postlint.core.rule import STRICT, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.html import comment_spans
from postlint.helpers.lines import code_lines, inside, text_start

_SPACE = " \t\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
_SPACES = frozenset(_SPACE)
_UNINDENTED = re.compile(r"[ \t>]*>[ \t]?")
"""A quote's blank line without an item's indent: it ends no item, to markdownlint."""


@dataclass(frozen=True, slots=True)
class Options:
    br_spaces: int = 2
    """How many spaces break a line; fewer than two allow none."""
    code_blocks: bool = False
    """Report lines of code blocks, too."""
    list_item_empty_lines: bool = False
    """Allow it in list items, but for the blank lines that end one."""
    strict: bool = False
    """Also report spaces that could break a line, but stand where they break none."""


@post_rule(preset=STRICT, severity=WARNING, aliases=("MD009", "no-trailing-spaces"), beyond_markdown=True)
def check(post: Post, options: Options) -> Iterator[Finding]:
    source = post.source
    candidates = [number for number, line in enumerate(source.lines, 1) if line and line[-1] in _SPACES]
    if not candidates:
        return
    first = source.line_number(text_start(post))
    breaking = options.br_spaces if options.br_spaces >= 2 else 0
    lines: _Lines | None = None
    for line in candidates:
        text = source.lines[line - 1]
        start, end = source.line_starts[line - 1] + len(text.rstrip(_SPACE)), source.line_starts[line - 1] + len(text)
        count = end - start
        if line < first or (count == breaking and not options.strict):
            continue
        lines = lines or _Lines(post)
        if (not options.code_blocks and line in lines.code) or (options.list_item_empty_lines and line in lines.lists):
            continue
        if inside(lines.comments, start):
            continue
        if count == breaking and line in lines.broken and not lines.in_code(start):
            continue
        span = Span(start, end)
        yield Finding(_message(count, breaking), span, lines.fix(source[span], span, line, breaking))


def _message(count: int, breaking: int) -> str:
    allowed = f"none or {breaking}" if breaking else "none"
    return f"{count} trailing space{'s' * (count != 1)}, expected {allowed}"


class _Lines:
    """What lines are, read when a first one ends in white space."""

    def __init__(self, post: Post) -> None:
        body = post.body
        self._text = post.text
        self.code = code_lines(post)
        self.comments = comment_spans(post)
        self.lists: set[int] = set()
        for one in body.lists:  # an inner list comes after its outer one, and decides over its lines
            self.lists.update(range(one.line, one.last_line + 1 + self._ends_blank(post, one)))
            for item, following in pairwise(one.items):
                for line in range(item.last_line + 1, following.line):
                    if not _UNINDENTED.fullmatch(post.source.lines[line - 1]):
                        self.lists.discard(line)
        paragraphs = [one for one in body.blocks if one.kind == "paragraph"]
        headings = [one for one in body.headings if one.style == "setext"]
        self.broken = {line for one in paragraphs for line in range(one.line, one.last_line)}
        self._broken_heading = {line for one in headings for line in range(one.line, one.last_line - 1)}
        self._spans = [
            one.span for one in body.inlines if one.kind in ("code", "html", "math")
            and "\n" in self._text[one.span.start : one.span.end]
        ]  # fmt: skip

    @staticmethod
    def _ends_blank(post: Post, one: ListBlock) -> bool:
        """Whether a quote's blank line below a list is its last line, as markdownlint counts."""
        lines = post.source.lines
        return "quote" in one.parents and one.last_line < len(lines) and lines[one.last_line].strip("> \t") == ""

    def in_code(self, offset: int) -> bool:
        """Whether an offset lies in a code span, HTML or math of several lines."""
        return inside(self._spans, offset)

    def fix(self, found: str, span: Span, line: int, breaking: int) -> Fix | None:
        """Delete it, but for the spaces that break the line; none where white space is content."""
        if line in self.code or self.in_code(span.start) or found.strip(" \t"):
            return None
        if self._text.endswith("\\", 0, span.start):
            return None  # the backslash would break the line
        if found.endswith("  ") and (line in self.broken or line in self._broken_heading):
            kept = " " * breaking
            return None if kept in ("", found) else Fix("Keep what breaks the line", (Edit(span, kept),))
        return Fix("Remove the trailing space", (Edit(span, ""),))
