"""Blocks of Python-Markdown whose body is what is indented below them.

Admonitions (`!!! note`), details (`??? note`) and tabs (`=== "Linux"`): CommonMark takes their bodies for code, and
would see neither the fences nor the headings in them. Sources: Python-Markdown's admonition extension, pymdownx.details
and pymdownx.tabbed. And the lines around those that are not indented, `/// note` and `///`, with the options below
them, which are no text either: pymdownx.blocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

NAME = "indented_block"
FIRST_CHARACTERS = "!?=/"

_OPENING = re.compile(r"""(?:!!!|\?\?\?\+?)[ \t]*[\w"][^\n]*|===[+!]?[ \t]+(?:\[[^\]\n]*\][ \t]*)?["'][^\n]*""")
_MARK = re.compile(r"/{3,}[ \t]*(?:[\w-]+[ \t]*(?:\|[^\n]*)?)?")
_OPENING_MARK = re.compile(r"^[ \t>]*/{3,}[ \t]*[\w-]+[ \t]*(?:\|.*)?$", re.MULTILINE)
_SOMEWHERE = re.compile(rf"^[ \t>]*(?:{_OPENING.pattern})$", re.MULTILINE)
INDENT = 4


def occurs(text: str) -> bool:
    """Whether a text may hold such a block."""
    if ("!!!" in text or "???" in text or "===" in text) and _SOMEWHERE.search(text) is not None:
        return True
    return "///" in text and _OPENING_MARK.search(text) is not None


def indented_blocks(parser: MarkdownIt) -> None:
    """Teach a parser these blocks."""
    parser.block.ruler.before("fence", NAME, _indented_block, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _indented_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    at = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("///", at):
        return _mark(state, start, end, silent)
    if state.is_code_block(start) or not _OPENING.fullmatch(state.src, at, state.eMarks[start]):
        return False
    after = _body_end(state, start, end)
    if after == start + 1:
        return False
    if silent:
        return True
    token = state.push(f"{NAME}_open", "div", 1)
    token.map = [start, after]
    before = state.parentType, state.lineMax
    state.parentType, state.lineMax = "root", after
    state.blkIndent += INDENT
    state.md.block.tokenize(state, start + 1, after)
    state.blkIndent -= INDENT
    state.parentType, state.lineMax = before
    state.push(f"{NAME}_close", "div", -1)
    state.line = after
    return True


def _mark(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that opens or closes a block of pymdownx.blocks, and its options."""
    at = state.bMarks[start] + state.tShift[start]
    found = _MARK.fullmatch(state.src, at, state.eMarks[start])
    if state.is_code_block(start) or not found:
        return False
    if not silent:
        state.line = start + 1
        if found[0].strip("/ \t"):
            while state.line < end and not state.isEmpty(state.line) and state.is_code_block(state.line):
                state.line += 1
    return True


def _body_end(state: StateBlock, start: int, end: int) -> int:
    """The line after the last one that is indented below the opening."""
    after = line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + INDENT):
        line += 1
        if not state.isEmpty(line - 1):
            after = line
    return after
