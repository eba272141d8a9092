"""Raw HTML.

A team may want its posts in plain Markdown, which every tool and theme can show. Exceptions can be listed in
`allowed-elements`.

~~~markdown bad 1
Press <kbd>Enter</kbd>.
~~~

~~~markdown good
Press **Enter**. <!-- not Return -->
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.body import Block, lines_of
from postlint.core.messages import backticked
from postlint.core.rule import OPT_IN, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.html import ELEMENT_NAME, is_comment
from postlint.helpers.spans import inline_spans

_TAG_START = re.compile(rf"<(?P<name>\??{ELEMENT_NAME})")
# Escapes, link targets, comments, code and unclosed instructions, which are skipped, and tags.
_TAG = re.compile(
    r"""\\[!-/:-@\[-`{-~]"""
    r"""|\]\(<[^<>\n]*+>"""
    r"""|<!--(?:-?>|(?:(?!-->)[\s\S])*+(?:-->)?)"""
    r"""|^[ \t]*(?P<fence>`{3,}+|~{3,}+)[^\n]*+(?:\n(?![ \t]*(?P=fence))[^\n]*+)*+"""
    r"""|(?<!`)(?P<ticks>`++)(?:(?!(?<!`)(?P=ticks)(?!`))[\s\S])*+(?<!`)(?P=ticks)(?!`)"""
    r"""|<\?(?:(?!\?>)[\s\S])*+\Z"""
    r"""|(?P<tag><\?(?:(?!\?>)[\s\S])*+\?>"""
    r"""|<[a-zA-Z][a-zA-Z0-9-]*+"""
    r"""(?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?+)*+\s*+/?>)""",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Options:
    allowed_elements: tuple[str, ...] = ()
    """Elements allowed everywhere."""
    table_allowed_elements: tuple[str, ...] | None = None
    """Elements allowed in tables; if not set, `allowed-elements`."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD033", "no-inline-html"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    spans = inline_spans(post, "html")
    for block in post.body.blocks:
        if block.kind == "html" and not is_comment(post.source[block.span]):
            spans += _tags(post, block)
    if not spans:
        return
    allowed = frozenset(name.lower() for name in options.allowed_elements)
    allowed_in_tables = allowed
    if options.table_allowed_elements is not None:
        allowed_in_tables = frozenset(name.lower() for name in options.table_allowed_elements)
    tables = lines_of(post.tables)
    for span in spans:
        if tag := _TAG_START.match(post.masked_text, *span):
            is_in_table = tables and post.source.line_number(span.start) in tables
            if tag["name"].lower() not in (allowed_in_tables if is_in_table else allowed):
                yield Finding(f"HTML element {backticked('<' + tag['name'] + '>')}, expected Markdown", span)


def _tags(post: Post, block: Block) -> Iterator[Span]:
    """The tags of a block of HTML outside of comments and code."""
    for match in _TAG.finditer(post.masked_text, *block.span):
        if match["tag"]:
            yield Span(*match.span())
