"""Block syntax of Python-Markdown: admonitions, details and tabs.

The content of admonitions (`!!! note`), details (`??? note`) and tabs (`=== "Linux"`) is indented. In CommonMark it
would be code, and the fences and headings in it would not be read. Sources: Python-Markdown's admonition extension,
pymdownx.details and pymdownx.tabbed. The content of pymdownx.blocks is not indented; only their delimiter lines
(`/// note` and `///`) and the options below the opening line are not text.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

NAME = "indented_block"
"""The name of the block rule, and of its tokens before `_open` and `_close`."""
FIRST_CHARACTERS = "!?=/"
"""The characters that these blocks can begin with."""
INDENT = 4
"""The indentation of the content, in columns."""

_OPENING = re.compile(r"""(?:!!!|\?\?\?\+?)[ \t]*[\w"][^\n]*|===[+!]?[ \t]+(?:\[[^\]\n]*\][ \t]*)?["'][^\n]*""")
_OPENING_LINE = re.compile(rf"^[ \t>]*(?:{_OPENING.pattern})$", re.MULTILINE)
_DELIMITER = re.compile(r"/{3,}[ \t]*(?:[\w-]+[ \t]*(?:\|[^\n]*)?)?")
_OPENING_DELIMITER = re.compile(r"^[ \t>]*/{3,}[ \t]*[\w-]+[ \t]*(?:\|.*)?$", re.MULTILINE)


def may_occur_in(text: str) -> bool:
    """Whether a text may contain such a block."""
    if ("!!!" in text or "???" in text or "===" in text) and _OPENING_LINE.search(text) is not None:
        return True
    return "///" in text and _OPENING_DELIMITER.search(text) is not None


def add_indented_blocks(parser: MarkdownIt) -> None:
    """Make a parser read these blocks."""
    parser.block.ruler.before("fence", NAME, _indented_block, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _indented_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    offset = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("///", offset):
        return _delimiter_line(state, start, end, silent)
    if state.is_code_block(start) or not _OPENING.fullmatch(state.src, offset, state.eMarks[start]):
        return False
    after = _content_end(state, start, end)
    if after == start + 1:
        return False
    if silent:
        return True
    token = state.push(f"{NAME}_open", "div", 1)
    token.map = [start, after]
    outer = state.parentType, state.lineMax
    state.parentType, state.lineMax = "root", after
    state.blkIndent += INDENT
    state.md.block.tokenize(state, start + 1, after)
    state.blkIndent -= INDENT
    state.parentType, state.lineMax = outer
    state.push(f"{NAME}_close", "div", -1)
    state.line = after
    return True


def _delimiter_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that opens or closes a block of pymdownx.blocks, with its options."""
    offset = state.bMarks[start] + state.tShift[start]
    match = _DELIMITER.fullmatch(state.src, offset, state.eMarks[start])
    if state.is_code_block(start) or not match:
        return False
    if not silent:
        state.line = start + 1
        if match[0].strip("/ \t"):
            while state.line < end and not state.isEmpty(state.line) and state.is_code_block(state.line):
                state.line += 1
    return True


def _content_end(state: StateBlock, start: int, end: int) -> int:
    """The line after the last line that is indented below the opening line."""
    after = line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + INDENT):
        line += 1
        if not state.isEmpty(line - 1):
            after = line
    return after
