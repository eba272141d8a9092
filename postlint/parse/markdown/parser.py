"""The body of a post, parsed by markdown-it-py and read into a `Body` with exact positions.

markdown-it gives block tokens their lines, and inline tokens no position. The position of a block follows from its
lines: containers (lists, block quotes) take markers and indentation from the left, so the content of a block is what is
left of its lines. Positions of inline tokens are recorded while they are parsed (`inline_dispatch`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from postlint.core.body import Body
from postlint.core.text import Span
from postlint.parse.markdown.admonitions import add_indented_blocks, may_occur_in
from postlint.parse.markdown.block_dispatch import dispatch_blocks, underlines
from postlint.parse.markdown.block_state import read_blocks
from postlint.parse.markdown.blocks import BlockReader
from postlint.parse.markdown.inline_dispatch import dispatch_inlines
from postlint.parse.markdown.tables import add_tables

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    from postlint.core.body import CodeBlock
    from postlint.core.generator import MarkdownDialect
    from postlint.core.post import Post

NESTING_LIMIT = 100
"""How deep lists and block quotes are read. Deeper nesting would overflow the stack of the interpreter."""

_DEFINITION_LIST = re.compile(r"^[ \t>]*[:~][ \t]", re.MULTILINE)


class Syntax(NamedTuple):
    """The syntax that a parser reads besides CommonMark and strikethrough."""

    tables: bool = True
    footnotes: bool = True
    math: bool = True
    definition_lists: bool = True
    indented_blocks: bool = False
    indented_code: bool = True


def read_body(post: Post, template_blocks: tuple[CodeBlock, ...] = ()) -> Body:
    """Read the Markdown of a post. `template_blocks` are the code blocks between template tags."""
    text = post.masked_text
    reader = BlockReader(post, template_blocks, NESTING_LIMIT)
    body = text[post.body_start :]
    try:
        reader.read(parse_tokens(body, syntax_in(body, post.generator.markdown, mdx=post.path.endswith(".mdx"))))
    except RecursionError:  # a few constructs nest in calls that markdown-it does not count
        return Body(too_deep=Span(post.body_start, len(text)))
    return reader.body()


def syntax_in(text: str, dialect: MarkdownDialect, *, mdx: bool = False) -> Syntax:
    """The syntax of a dialect that a text may contain. Each rule that is left out saves a call per line."""
    return Syntax(
        tables="|" in text,
        footnotes="[^" in text or "^[" in text,
        math="$" in text,
        definition_lists=_DEFINITION_LIST.search(text) is not None,
        indented_blocks=dialect.indented_blocks and may_occur_in(text),
        indented_code=dialect.indented_code and not mdx,
    )


def parse_tokens(text: str, syntax: Syntax) -> list[Token]:
    """Parse a Markdown text into tokens with the positions that `BlockReader` needs."""
    return _position_parser(syntax).parse(text, {"underlines": underlines(text)})


def render_html(post: Post) -> str:
    """Render the Markdown of a post, with its front matter and template tags masked, to compare it after a fix.

    Its blocks are those of CommonMark and `Syntax()`, also if the generator reads others, such as admonitions: fixes of
    what is code in CommonMark are therefore rejected if they change it.
    """
    text = post.masked_text
    return str(_html_parser(Syntax()).render(text, {"underlines": underlines(text)}))


class _RawUrlParser(MarkdownIt):
    """Keeps URLs as written."""

    def normalizeLink(self, url: str) -> str:
        return url


@cache
def _position_parser(syntax: Syntax) -> MarkdownIt:
    """A parser that records the positions of inline tokens."""
    parser = _RawUrlParser("commonmark", {"maxNesting": NESTING_LIMIT, "inline_definitions": True})
    configure(parser, syntax)
    dispatch_inlines(parser)
    parser.disable("text_join")  # escaped characters may stay tokens of their own
    return parser


@cache
def _html_parser(syntax: Syntax) -> MarkdownIt:
    """A parser for rendering."""
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING_LIMIT})
    configure(parser, syntax)
    parser.disable("footnote_inline")  # then its content is part of the text, and compared
    return parser


def configure(parser: MarkdownIt, syntax: Syntax) -> None:
    """Make a CommonMark parser read a syntax, and call block rules only where they can match."""
    add_syntax(parser, syntax)
    parser.core.ruler.at("block", read_blocks)
    parser.disable("normalize")  # line endings are line feeds already
    dispatch_blocks(parser)


def add_syntax(parser: MarkdownIt, syntax: Syntax) -> None:
    """Make a CommonMark parser read a syntax."""
    parser.enable("strikethrough")
    parser.block.ruler.at("code", _indented_code)
    if syntax.tables:
        add_tables(parser)
    if syntax.footnotes:
        from mdit_py_plugins.footnote import footnote_plugin
        from mdit_py_plugins.footnote.index import footnote_def

        # Without its tail rule, which drops unused definitions with their content.
        parser.use(footnote_plugin, move_to_end=False, always_match_refs=True)
        # As on GitHub, a definition also ends a block quote, a list and a table.
        parser.block.ruler.at("footnote_def", footnote_def, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    if syntax.math:
        from mdit_py_plugins.dollarmath import dollarmath_plugin

        # Delimiters as in Pandoc: an amount of dollars is not a formula.
        parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    if syntax.definition_lists:
        from mdit_py_plugins.deflist import deflist_plugin

        parser.use(deflist_plugin)
    if syntax.indented_blocks:
        add_indented_blocks(parser)
    if not syntax.indented_code:
        parser.disable("code")


def _indented_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Indented code as in markdown-it, but not directly below a link definition: code cannot interrupt a paragraph."""
    from markdown_it.rules_block import code

    last = state.tokens[-1] if state.tokens else None
    if last is not None and last.type == "definition" and last.map is not None and last.map[1] == start:
        return False
    return code(state, start, end, silent)
