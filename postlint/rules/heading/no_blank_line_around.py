"""No blank line around a heading.

Some parsers render a heading right below a paragraph as text, including its hashes, which is an error. Otherwise it is
a matter of style: blank lines make headings easy to find in the source.

~~~toml options
report = "always"
~~~

~~~markdown bad 2
Grind the beans.
## Boiling water

Fill the kettle.
~~~

~~~markdown fixed
Grind the beans.

## Boiling water

Fill the kettle.
~~~

~~~markdown good
Grind the beans.

## Boiling water

Fill the kettle.
~~~
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Heading, lines_of
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, ReportOptions, Span, post_rule
from postlint.helpers.lines import is_attributes, is_blank, quote_prefix


@dataclass(frozen=True, slots=True)
class Options(ReportOptions):
    lines_above: int | tuple[int, ...] = 1
    """The number of blank lines above; a list gives one number per level, and -1 allows any number."""
    lines_below: int | tuple[int, ...] = 1
    """The number of blank lines below; a list gives one number per level, and -1 allows any number."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD022", "blanks-around-headings"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    interrupts = post.generator.markdown.heading_interrupts_paragraph
    if interrupts and options.report == "broken":
        return
    paragraphs = None if interrupts else {block.last_line for block in post.body.blocks if block.kind == "paragraph"}
    list_lines = _list_lines(post)
    for heading in post.headings:
        fixable = heading.line not in list_lines
        if (
            paragraphs
            and heading.style != "setext"
            and heading.line - 1 in paragraphs
            and not _is_below_div_fence(post, heading)
        ):
            message = f"heading right below a paragraph, which {post.generator.markdown.name} renders as text"
            fix = _fix(post, heading.line, heading.line - 1, 1) if fixable else None
            yield Finding(f"{message}, expected a blank line above", heading.span, fix, ERROR)
        elif options.report == "always":
            expected = _for_level(options.lines_above, heading.level)
            actual = _blank_lines(post, heading.line - 1, -1, expected)
            if actual < expected:
                fix = _fix(post, heading.line, heading.line - 1, expected - actual) if fixable else None
                yield Finding(_message(actual, expected, "above"), heading.span, fix)
        if options.report == "always":
            below = heading.last_line + 1
            expected = _for_level(options.lines_below, heading.level)
            actual = _blank_lines(post, below, 1, expected)
            if actual < expected and not is_attributes(post, below):
                fix = _fix(post, below, below, expected - actual) if fixable else None
                yield Finding(_message(actual, expected, "below"), heading.span, fix)


def _is_below_div_fence(post: Post, heading: Heading) -> bool:
    """Whether the line above is the fence of a div (`::: {.note}`), which Pandoc does not read as a paragraph."""
    return post.source[post.source.line(heading.line - 1)].lstrip(" >").startswith(":::")


def _list_lines(post: Post) -> frozenset[int]:
    """The lines in lists, which a blank line would make loose."""
    if not any(heading.container for heading in post.headings):
        return frozenset()
    return lines_of(list_block for list_block in post.lists if not list_block.parents)


def _for_level(lines: int | tuple[int, ...], level: int) -> int:
    if isinstance(lines, int):
        return lines
    return lines[level - 1] if level <= len(lines) else 1


def _blank_lines(post: Post, line: int, step: int, most: int) -> int:
    """How many lines are blank from this line on, in steps of 1 or -1; at most `most`."""
    count = 0
    while count < most and is_blank(post, line + count * step):
        count += 1
    return count


def _message(actual: int, expected: int, side: str) -> str:
    if expected == 1:
        return f"no blank line {side} the heading"
    return f"{actual or 'no'} blank line{'s' * (actual != 1)} {side} the heading, expected {expected}"


def _fix(post: Post, line: int, neighbor: int, count: int) -> Fix:
    """Insert blank lines before a line, with the quote markers of the line next to it."""
    at = post.source.line(line).start
    blank = quote_prefix(post, neighbor) + "\n"
    return Fix(f"Insert {'a blank line' if count == 1 else 'blank lines'}", (Edit(Span(at, at), blank * count),))
