"""Table syntax as on GitHub, where markdown-it differs."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block, table
from markdown_it.rules_block.html_block import HTML_SEQUENCES

NAME = "github_table"
"""The name of the block rule."""


def add_tables(parser: MarkdownIt) -> None:
    """Make a parser read tables."""
    ruler = parser.block.ruler
    # After all blocks that begin with a marker: the first line of a list or heading is not a table header.
    ruler.before("lheading", NAME, table, {"alt": ["paragraph", "reference"]})
    ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """HTML blocks as in markdown-it, but a line with only a tag ends a table, although it does not end a paragraph."""
    if silent and state.parentType == "table" and not state.is_code_block(start):
        offset = state.bMarks[start] + state.tShift[start]
        if HTML_SEQUENCES[-1][0].search(state.src[offset : state.eMarks[start]]):
            return True
    return html_block(state, start, end, silent)
