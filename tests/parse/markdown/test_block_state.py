"""The state of the block parser has the content that markdown-it's own would have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from postlint.parse.markdown.block_state import BlockState

FIELDS = ("bMarks", "eMarks", "tShift", "sCount", "bsCount", "lineMax", "src")


@given(st.text("ab \t\n>-", max_size=30))
def test_state_is_that_of_markdown_it(text: str) -> None:
    parser = MarkdownIt()
    ours, theirs = (state(text, parser, {}, []) for state in (BlockState, StateBlock))
    assert [getattr(ours, field) for field in FIELDS] == [getattr(theirs, field) for field in FIELDS]
