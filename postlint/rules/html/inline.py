"""HTML stands in the text.

A team may want its posts in plain Markdown, which every tool and theme can show. `allowed-elements` lists what may
stand all the same.

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
from postlint.core.messages import quoted
from postlint.core.rule import OPT_IN, WARNING, Finding, Post, Span, post_rule
from postlint.helpers.lines import is_comment

_NAME = re.compile(r"<(\??[^!>/?\s][^/\s>]*)")
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
    """Elements that may stand anywhere."""
    table_allowed_elements: tuple[str, ...] | None = None
    """Elements that may stand in tables; without it, those that may anywhere."""


@post_rule(preset=OPT_IN, severity=WARNING, aliases=("MD033", "no-inline-html"))
def check(post: Post, options: Options) -> Iterator[Finding]:
    spans = [one.span for one in post.body.inlines if one.kind == "html"]
    for block in post.body.blocks:
        if block.kind == "html" and not is_comment(post.source[block.span]):
            spans += _tags(post, block)
    if not spans:
        return
    allowed = frozenset(one.lower() for one in options.allowed_elements)
    in_tables = allowed
    if options.table_allowed_elements is not None:
        in_tables = frozenset(one.lower() for one in options.table_allowed_elements)
    tables = lines_of(post.tables)
    for span in spans:
        if name := _NAME.match(post.masked_text, *span):
            here = in_tables if tables and post.source.line_number(span.start) in tables else allowed
            if name[1].lower() not in here:
                yield Finding(f"HTML element {quoted(name[1])}, expected Markdown", span)


def _tags(post: Post, block: Block) -> Iterator[Span]:
    """The tags of a block of HTML that are no part of comments or code."""
    for match in _TAG.finditer(post.masked_text, *block.span):
        if match["tag"]:
            yield Span(*match.span())
