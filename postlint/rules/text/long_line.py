"""Line too long.

For teams that wrap their posts. Lines that cannot be wrapped are not reported: a long word or URL at the end of a line,
a line with only a link, a link definition.

~~~toml options
line-length = 30
~~~

~~~markdown bad 1
Grind the beans, but not too fine, and boil the water.
~~~

~~~markdown good
Grind the beans, but not too
fine. [The manual of the grinder](https://example.com)

[manual]: https://example.com/the-manual.html
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from postlint.core.body import lines_of
from postlint.core.rule import OPT_IN, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.link_only_lines import link_only_lines
from postlint.helpers.spans import line_numbers

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
"""Characters that markdownlint counts as two: those outside of the Basic Multilingual Plane, such as emoji."""


@dataclass(frozen=True, slots=True)
class Options:
    line_length: int = 80
    """The maximum number of characters; an emoji counts as two."""
    heading_line_length: int | None = None
    """The maximum for headings; by default that of other lines."""
    code_block_line_length: int | None = None
    """The maximum for code; by default that of other lines."""
    code_blocks: bool = True
    """Check code."""
    tables: bool = True
    """Check tables."""
    headings: bool = True
    """Check headings."""
    strict: bool = False
    """Report every line that is too long."""
    stern: bool = False
    """Report every line that is too long and can be wrapped."""


class _LongLine(NamedTuple):
    number: int
    span: Span
    length: int
    limit: int


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD013", "line-length"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    long = _long_lines(post, options)
    link_only = frozenset() if options.strict or not long else link_only_lines(post, [line[:2] for line in long])
    for line, span, length, limit in long:
        if line not in link_only:
            excess = Span(min(span.start + limit, span.end - 1), span.end)
            yield Finding(f"line has {length} characters, expected at most {limit}", excess)


def _long_lines(post: Post, options: Options) -> list[_LongLine]:
    """The lines that are too long and that can be wrapped, unless the options are strict."""
    text, lines, starts = post.text, post.source.lines, post.source.line_starts
    in_heading = options.heading_line_length or options.line_length
    in_code = options.code_block_line_length or options.line_length
    least = max(min(options.line_length, in_heading, in_code), 1)
    if not text.isascii() and _ASTRAL.search(text):
        least = max(least // 2, 1)
    first = post.source.line_number(post.body_start)
    candidates = [line for line in range(first, len(lines) + 1) if len(lines[line - 1]) >= least]
    if not candidates:
        return []
    headings = lines_of(post.headings)
    skipped = _definition_lines(post) | (frozenset() if options.code_blocks else post.code_lines)
    if not options.tables:
        skipped |= lines_of(post.tables)
    if not options.headings:
        skipped |= headings
    long: list[_LongLine] = []
    for line in candidates:
        limit = in_code if line in post.code_lines else in_heading if line in headings else options.line_length
        line_text = lines[line - 1]
        length = _length(line_text)
        if length > limit > 0 and line not in skipped and (options.strict or _wrappable(line_text, limit, options)):
            start = starts[line - 1]
            long.append(_LongLine(line, Span(start, start + len(line_text)), length, limit))
    return long


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def _wrappable(text: str, limit: int, options: Options) -> bool:
    """Whether the last word begins beyond the limit; with `stern`, whether there is any place to wrap the line."""
    last = "" if text[-1].isspace() else text.rsplit(None, 1)[-1]
    rest = text[: len(text) - len(last)]
    if options.stern:
        return bool(rest.replace("#", "").replace(">", "").strip())
    return _length(rest) + 1 > limit


def _definition_lines(post: Post) -> frozenset[int]:
    """The lines of link definitions and footnotes."""
    number, lines = post.source.line_number, post.source.lines
    definitions = {line for definition in post.body.definitions for line in line_numbers(post, definition.span)}
    footnotes = {number(footnote.span.start) for footnote in post.body.footnote_definitions}
    for block in post.body.blocks if footnotes else ():
        if block.line in footnotes:
            footnotes.update(range(block.line, block.last_line + 1))
    for line in sorted(footnotes):
        while line < len(lines) and (not lines[line].strip() or lines[line].startswith(("    ", "\t"))):
            line += 1
            if line in definitions:
                break
            definitions.add(line)
    return frozenset(definitions | footnotes)
