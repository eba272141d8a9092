"""The body of a post, read by markdown-it-py into views with exact places.

markdown-it gives block tokens the lines that they span and inline tokens no place at all. Blocks are placed here
from their lines: what a block holds always stands at the right end of its lines, because containers (lists, quotes)
take from the left. Inline tokens are placed by `parse.markdown_inlines`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from postlint.core.body import Body
from postlint.core.generator import MarkdownDialect
from postlint.core.text import Span
from postlint.parse.markdown import admonitions
from postlint.parse.markdown import tables as table_syntax
from postlint.parse.markdown.blocks import Walk
from postlint.parse.markdown.dispatch import dispatch_blocks, underlines
from postlint.parse.markdown.inlines import (
    INLINE_RULES,
    inline_rule,
    note_stray_delimiters,
    placed_rule,
    quick_helpers,
    quick_parser,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    from postlint.core.body import CodeBlock
    from postlint.core.post import Post

COMMONMARK = MarkdownDialect()

NESTING = 100
"""How deep lists and quotes are read; more would overflow the interpreter's stack."""

_DEFINITION_LIST = re.compile(r"^[ \t>]*[:~][ \t]", re.MULTILINE)


def read_body(post: Post, template_blocks: tuple[CodeBlock, ...] = ()) -> Body:
    """Every view of a post's Markdown; `template_blocks` are code blocks that template tags made."""
    text = post.masked_text
    walk = Walk(post, template_blocks)
    try:
        walk.read(*_parse(text[post.body_start :], post.generator.markdown, mdx=post.path.endswith(".mdx")))
    except RecursionError:  # a few constructs nest in calls that markdown-it does not count
        return Body(too_deep=Span(post.body_start, len(text)))
    return walk.body()


def _parse(
    text: str, dialect: MarkdownDialect = COMMONMARK, *, mdx: bool = False
) -> tuple[list[Token], dict[str, object]]:
    parser = _parser(
        tables="|" in text,
        footnotes="[^" in text or "^[" in text,
        math="$" in text,
        definition_lists=_DEFINITION_LIST.search(text) is not None,
        indented_blocks=dialect.indented_blocks and admonitions.occurs(text),
        indented_code=dialect.indented_code and not mdx,
    )
    environment: dict[str, object] = {"underlines": underlines(text)}
    return parser.parse(text, environment), environment


@cache
def _parser(
    *, tables: bool, footnotes: bool, math: bool, definition_lists: bool, indented_blocks: bool, indented_code: bool
) -> MarkdownIt:
    """A parser with just the syntax that a text can hold: each rule left out saves a call a line."""
    from markdown_it import MarkdownIt

    from postlint.parse.markdown.state import read_blocks

    class Parser(MarkdownIt):
        def normalizeLink(self, url: str) -> str:
            return url  # URLs are wanted as written

    parser = Parser("commonmark", {"maxNesting": NESTING, "inline_definitions": True})
    parser.helpers = quick_helpers()  # type: ignore[assignment]
    _add_syntax(parser, tables=tables, footnotes=footnotes, math=math, definition_lists=definition_lists)
    if indented_blocks:
        admonitions.indented_blocks(parser)
    if not indented_code:
        parser.disable("code")
    rules = dict(zip(parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(""), strict=True))
    rules = {name: rule for name, rule in rules.items() if name in INLINE_RULES}
    placed = placed_rule(rules)
    parser.inline.ruler.push("placed", placed)
    parser.inline.ruler.enableOnly(["text", "placed"])
    parser.inline.ruler2.before("fragments_join", "stray_delimiters", note_stray_delimiters)
    # Text is read up to characters that mean something here, not to all that any plugin may want.
    characters = {character for name in rules for character in INLINE_RULES[name]}
    parser.inline.terminator_re = re.compile(f"[{re.escape(''.join(sorted(characters)))}\\]]")
    quick_parser(parser.inline, placed, characters)
    parser.core.ruler.at("block", read_blocks)
    parser.core.ruler.at("inline", inline_rule(characters - {"\n"}))
    # Escaped characters may stay tokens of their own; line ends are line feeds already.
    parser.disable(["text_join", "normalize"])
    dispatch_blocks(parser)
    return parser


def _add_syntax(parser: MarkdownIt, *, tables: bool, footnotes: bool, math: bool, definition_lists: bool) -> None:
    parser.enable("strikethrough")
    parser.block.ruler.at("code", _indented_code)
    if tables:
        table_syntax.tables(parser)
    if footnotes:
        from mdit_py_plugins.footnote import footnote_plugin
        from mdit_py_plugins.footnote.index import footnote_def

        # Without its tail rule, which drops unused definitions with all that they hold.
        parser.use(footnote_plugin, move_to_end=False, always_match_refs=True)
        # As on GitHub, one ends a quote, a list and a table, too.
        parser.block.ruler.at("footnote_def", footnote_def, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    if math:
        from mdit_py_plugins.dollarmath import dollarmath_plugin

        # Pandoc's delimiters: an amount of dollars is no formula.
        parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    if definition_lists:
        from mdit_py_plugins.deflist import deflist_plugin

        parser.use(deflist_plugin)


def _indented_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Indented code as markdown-it reads it; but what touches a link's definition is text: code ends no paragraph."""
    from markdown_it.rules_block import code

    last = state.tokens[-1] if state.tokens else None
    if last is not None and last.type == "definition" and last.map is not None and last.map[1] == start:
        return False
    return code(state, start, end, silent)


def render_html(text: str) -> str:
    """The HTML of a Markdown text, to compare before and after a fix; tables, footnotes and math included."""
    return str(_renderer().render(text))


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING})
    _add_syntax(parser, tables=True, footnotes=True, math=True, definition_lists=True)
    parser.disable(["footnote_inline"])  # as text, what it holds is compared too
    return parser
