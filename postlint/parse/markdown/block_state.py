"""The state of markdown-it's block parser, with the positions of lines computed per line, not per character."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from postlint.helpers.columns import TAB_STOP


class BlockState(StateBlock):
    """A `StateBlock` with the same content. Its constructor is faster."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        self.src = src
        lines = src.split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()  # after the last line feed, only text makes a line
        starts = [*accumulate([len(line) + 1 for line in lines], initial=0)]
        indents = [len(line) - len(line.lstrip(" \t")) for line in lines]
        self.eMarks = [*[start - 1 for start in starts[1:]], len(src)]
        starts[-1] = len(src)
        self.bMarks = starts
        self.tShift = [*indents, 0]
        self.sCount = [*indents, 0]
        if "\t" in src:
            for line, indent in enumerate(indents):
                if indent:
                    self.sCount[line] = len(lines[line][:indent].expandtabs(TAB_STOP))
        self.bsCount = [0] * len(starts)
        self.lineMax = len(lines)


def read_blocks(state: StateCore) -> None:
    """The step of markdown-it that parses the text into blocks, with `BlockState`."""
    if state.src:
        blocks = BlockState(state.src, state.md, state.env, state.tokens)
        state.md.block.tokenize(blocks, 0, blocks.lineMax)
