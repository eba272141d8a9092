"""A bullet list is indented otherwise than by its depth.

Two spaces for each list that it lies in are the least that every CommonMark parser takes for nesting. Python-Markdown
wants four: with less, it prints the inner list's items among the outer's; there this is an error.

~~~toml options
report = "always"
~~~

~~~markdown bad 2
- coffee
   - ground
- water
~~~

~~~markdown fixed
- coffee
  - ground
- water
~~~

~~~markdown good
- coffee
  - ground
- water
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from postlint.core.body import ListBlock, ListItem, lines_of
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Finding, Fix, Post, post_rule
from postlint.helpers.columns import CODE_INDENT
from postlint.helpers.containers import item_text_start
from postlint.helpers.list_items import shifted

_INDENTED = re.compile(r"[ \t]*\Z| {4}|\t")
_LAZY = re.compile(r" {0,3}[^\s>#<|`~*+=_\d:-]")


@dataclass(frozen=True, slots=True)
class Options:
    report: Literal["broken", "always"] = "broken"
    """`broken`: only where the generator then prints the list's items among the outer list's. `always`: everywhere."""
    indent: int = 2
    """How many spaces a level has; more, where the generator needs more."""
    start_indented: bool = False
    """Whether lists that lie in no other are indented, too."""
    start_indent: int | None = None
    """By how many spaces those are; without it, by as many as a level has."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD007", "ul-indent"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    needed, always = post.generator.markdown.list_indent, options.report == "always"
    if not needed and not always:
        return
    indent = max(options.indent or 2, needed)
    start = (options.start_indent or indent) if options.start_indented else 0
    notes = _notes(post) if post.body.footnote_definitions and post.lists else frozenset()
    terms = lines_of(one for one in post.body.blocks if one.kind == "definition-list")
    outer: list[ListBlock] = []
    for one in post.lists:
        while outer and outer[-1].span.end <= one.span.start:
            outer.pop()
        around = _item(outer[-1].items, one.line) if outer and one.parents[-1:] != ("quote",) else None
        outer.append(one)
        explained = one.line in terms
        if explained and post.generator.name != "none":
            continue  # indented as far as the text of a definition is
        inset = [block.line for block in post.body.indented_blocks if block.line < one.line <= block.last_line]
        depth = None if one.ordered or inset else _depth(one)
        if around is not None and inset and around.line < inset[-1]:
            around = None  # it begins in a block of its own
        base = None if around is None else _indent(post, one, around)[0]
        for item in one.items:
            found, margin = _indent(post, one, item)
            lost = base is not None and found - base < needed
            if depth is not None:
                expected = start + depth * indent + (4 if one.line in notes else 0)
            else:
                expected = (base or 0) + needed
            if found == expected or not (lost or (always and depth is not None)):
                continue
            message = f"list item indented by {found}, expected {expected}"
            if lost:
                message += f": {post.generator.markdown.name} prints it among the outer list's items"
            edits = shifted(post, one, item, expected - found, item.line)
            nested = around is None or 0 <= margin + expected - _text(post, around) < CODE_INDENT
            fix = Fix(f"Indent it by {expected}", edits) if edits and nested and not explained else None
            yield Finding(message, item.marker, fix, ERROR if lost else None)


def _depth(one: ListBlock) -> int | None:
    """How many bullet lists it lies in; None where a numbered one is among them."""
    depth = 0
    for parent in reversed(one.parents):
        if parent == "ordered":
            return None
        if parent == "quote":
            break
        depth += 1
    return depth


def _indent(post: Post, one: ListBlock, item: ListItem) -> tuple[int, int]:
    """By how much an item is indented, and what the quotes around it take of its line."""
    start = post.source.line(item.line).start
    if "quote" not in one.parents:
        return item.marker.start - start, 0
    above = post.text[start : item.marker.start]
    margin = above.rfind(">") + 1
    margin += bool(margin) and above[margin : margin + 1] in (" ", "\t")
    return len(above) - margin, margin


def _text(post: Post, item: ListItem) -> int:
    """The column, from 0, at which an item's text begins."""
    return item_text_start(post, item) - post.source.line(item.line).start


def _item(items: Sequence[ListItem], line: int) -> ListItem:
    return next(item for item in reversed(items) if item.line <= line)


def _notes(post: Post) -> frozenset[int]:
    """The lines that lie in footnotes."""
    found: set[int] = set()
    lines = post.source.lines
    for note in post.body.footnote_definitions:
        line = post.source.line_number(note.span.start)
        found.add(line)
        while line < len(lines) and (
            _INDENTED.match(lines[line]) or (lines[line - 1].strip() and _LAZY.match(lines[line]))
        ):
            line += 1
            found.add(line)
    return frozenset(found)
