"""A heading touches the text above or below it.

Some parsers print a heading that follows a paragraph's line as text, hash and all; there this is an error.
Elsewhere it is style: a blank line on either side makes headings easy to find in the source.

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
from typing import Literal

from postlint.core.body import Heading, lines_of
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Edit, Finding, Fix, Post, Span, post_rule
from postlint.helpers.lines import is_attributes, is_blank, quote_prefix


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """`broken`: only where the generator then renders no heading. `always`: everywhere."""
    lines_above: int | tuple[int, ...] = 1
    """How many blank lines stand above; a list gives one number for each level, -1 allows any."""
    lines_below: int | tuple[int, ...] = 1
    """How many blank lines stand below; a list gives one number for each level, -1 allows any."""


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
    paragraphs = None if interrupts else {one.last_line for one in post.body.blocks if one.kind == "paragraph"}
    listed = _listed(post)
    for heading in post.headings:
        movable = heading.line not in listed
        if paragraphs and heading.style != "setext" and heading.line - 1 in paragraphs and not _opens(post, heading):
            message = f"heading right below a paragraph, which {post.generator.markdown.name} prints as text"
            fix = _fix(post, movable, heading.line, heading.line - 1, 1)
            yield Finding(f"{message}, expected a blank line above", heading.span, fix, ERROR)
        elif options.report == "always":
            wanted = _for_level(options.lines_above, heading.level)
            found = _count(post, heading.line - 1, -1, wanted)
            if found < wanted:
                fix = _fix(post, movable, heading.line, heading.line - 1, wanted - found)
                yield Finding(_message(found, wanted, "above"), heading.span, fix)
        if options.report == "always":
            below = heading.last_line + 1
            wanted = _for_level(options.lines_below, heading.level)
            found = _count(post, below, 1, wanted)
            if found < wanted and not is_attributes(post, below):
                yield Finding(
                    _message(found, wanted, "below"), heading.span, _fix(post, movable, below, below, wanted - found)
                )


def _opens(post: Post, heading: Heading) -> bool:
    """Whether the line above is the fence of a div (`::: {.note}`), which is no paragraph where those are known."""
    return post.source[post.source.line(heading.line - 1)].lstrip(" >").startswith(":::")


def _listed(post: Post) -> frozenset[int]:
    """The lines that lie in lists; a blank line there would set the items apart."""
    if not any(heading.container for heading in post.headings):
        return frozenset()
    return lines_of(one for one in post.lists if not one.parents)


def _for_level(lines: int | tuple[int, ...], level: int) -> int:
    if isinstance(lines, int):
        return lines
    return lines[level - 1] if level <= len(lines) else 1


def _count(post: Post, line: int, step: int, wanted: int) -> int:
    """How many of the wanted lines from this one on are blank."""
    found = 0
    while found < wanted and is_blank(post, line + found * step):
        found += 1
    return found


def _message(found: int, wanted: int, where: str) -> str:
    if wanted == 1:
        return f"no blank line {where} the heading"
    return f"{found or 'no'} blank line{'s' * (found != 1)} {where} the heading, expected {wanted}"


def _fix(post: Post, movable: bool, line: int, neighbour: int, count: int) -> Fix | None:
    """Insert blank lines before this line, with the quotes' marks of its neighbour."""
    if not movable:
        return None
    at = post.source.line(line).start
    blank = quote_prefix(post, neighbour) + "\n"
    return Fix(f"Insert {'a blank line' if count == 1 else 'blank lines'}", (Edit(Span(at, at), blank * count),))
