"""Wrong list indentation.

A bullet list is not indented according to its depth. Two spaces per level are the minimum that every CommonMark parser
accepts for nesting. Python-Markdown needs four: with fewer, it prints the items of the inner list in the outer list,
and the finding is an error.

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

from postlint.core.body import ListBlock, ListItem, lines_of
from postlint.core.rule import ERROR, RECOMMENDED, WARNING, Finding, Fix, Post, ReportOptions, post_rule
from postlint.helpers.columns import CODE_INDENT
from postlint.helpers.containers import item_text_start
from postlint.helpers.list_items import shifted

_INDENTED = re.compile(r"[ \t]*\Z| {4}|\t")
_LAZY = re.compile(r" {0,3}[^\s>#<|`~*+=_\d:-]")


@dataclass(frozen=True, slots=True)
class Options(ReportOptions):
    indent: int = 2
    """The number of spaces per level; more if the generator needs more."""
    start_indented: bool = False
    """Whether top level lists are indented as well."""
    start_indent: int | None = None
    """The number of spaces before top level lists; by default, as many as for a level."""


@post_rule(
    preset=RECOMMENDED,
    severity=WARNING,
    aliases=("MD007", "ul-indent"),
    strict={"report": "always"},
    markdownlint={"report": "always"},
)
def check(post: Post, options: Options) -> Iterator[Finding]:
    markdown = post.generator.markdown
    needed, always = markdown.list_indent, options.report == "always"
    if not needed and not always:
        return
    indent = max(options.indent or 2, needed)
    start = (options.start_indent or indent) if options.start_indented else 0
    footnote_lines = _footnote_lines(post) if post.body.footnote_definitions and post.lists else frozenset()
    definition_lines = lines_of(block for block in post.body.blocks if block.kind == "definition-list")
    outer_lists: list[ListBlock] = []
    for block in post.lists:
        while outer_lists and outer_lists[-1].span.end <= block.span.start:
            outer_lists.pop()
        is_nested = bool(outer_lists) and block.parents[-1:] != ("quote",)
        outer = _item(outer_lists[-1].items, block.line) if is_nested else None
        outer_lists.append(block)
        in_definition = block.line in definition_lines
        if in_definition and markdown.definition_lists:
            continue  # indented as far as the text of a definition
        indented = [other.line for other in post.body.indented_blocks if other.line < block.line <= other.last_line]
        depth = None if block.ordered or indented else _depth(block)
        if outer is not None and indented and outer.line < indented[-1]:
            outer = None  # the list begins in an indented block
        base = None if outer is None else _indent(post, block, outer)[0]
        for item in block.items:
            actual, margin = _indent(post, block, item)
            is_lost = base is not None and actual - base < needed
            if depth is not None:
                expected = start + depth * indent + (4 if block.line in footnote_lines else 0)
            else:
                expected = (base or 0) + needed
            if actual == expected or not (is_lost or (always and depth is not None)):
                continue
            message = f"list item indented by {actual}, expected {expected}"
            if is_lost:
                message += f": {markdown.name} prints it in the outer list"
            edits = shifted(post, block, item, expected - actual, item.line)
            stays_nested = outer is None or 0 <= margin + expected - _text_column(post, outer) < CODE_INDENT
            fix = Fix(f"Indent by {expected}", edits) if edits and stays_nested and not in_definition else None
            yield Finding(message, item.marker, fix, ERROR if is_lost else None)


def _depth(block: ListBlock) -> int | None:
    """The number of bullet lists around a list; None if one of them is ordered."""
    depth = 0
    for parent in reversed(block.parents):
        if parent == "ordered":
            return None
        if parent == "quote":
            break
        depth += 1
    return depth


def _indent(post: Post, block: ListBlock, item: ListItem) -> tuple[int, int]:
    """The indentation of an item, and the width of the block quote markers before it."""
    start = post.source.line(item.line).start
    if "quote" not in block.parents:
        return item.marker.start - start, 0
    before = post.text[start : item.marker.start]
    margin = before.rfind(">") + 1
    margin += bool(margin) and before[margin : margin + 1] in (" ", "\t")
    return len(before) - margin, margin


def _text_column(post: Post, item: ListItem) -> int:
    """The column, from 0, at which the text of an item begins."""
    return item_text_start(post, item) - post.source.line(item.line).start


def _item(items: Sequence[ListItem], line: int) -> ListItem:
    return next(item for item in reversed(items) if item.line <= line)


def _footnote_lines(post: Post) -> frozenset[int]:
    """The lines in footnotes."""
    numbers: set[int] = set()
    lines = post.source.lines
    for footnote in post.body.footnote_definitions:
        number = post.source.line_number(footnote.span.start)
        numbers.add(number)
        while number < len(lines) and (
            _INDENTED.match(lines[number]) or (lines[number - 1].strip() and _LAZY.match(lines[number]))
        ):
            number += 1
            numbers.add(number)
    return frozenset(numbers)
