"""Tables as GitHub reads them, where markdown-it reads others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

NAME = "table_below"


def tables(parser: MarkdownIt) -> None:
    """Read tables."""
    from markdown_it.rules_block import table

    ruler = parser.block.ruler
    # Below all that begins with a mark: a line that begins an item, a quote or a heading is no table's header.
    ruler.before("lheading", NAME, table, {"alt": ["paragraph", "reference"]})
    ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """HTML as markdown-it reads it; but a tag alone on its line, which ends no paragraph, ends a table."""
    from markdown_it.rules_block import html_block
    from markdown_it.rules_block.html_block import HTML_SEQUENCES

    if silent and state.parentType == "table" and not state.is_code_block(start):
        at = state.bMarks[start] + state.tShift[start]
        if HTML_SEQUENCES[-1][0].search(state.src[at : state.eMarks[start]]):
            return True
    return html_block(state, start, end, silent)
