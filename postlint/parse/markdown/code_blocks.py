"""Reads the tokens of code blocks, and maps each line of code to its position in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from postlint.core.body import CodeBlock
from postlint.core.text import Span
from postlint.parse.markdown.coordinates import WHITESPACE
from postlint.parse.markdown.lines import LineMap

if TYPE_CHECKING:
    from markdown_it.token import Token

    from postlint.core.post import Post
    from postlint.parse.markdown.containers import TokenHandler


class CodeBlockReader:
    """Collects fenced and indented code blocks."""

    def __init__(self, post: Post, lines: LineMap, template_blocks: Sequence[CodeBlock]) -> None:
        self._post = post
        self._lines = lines
        self.code_blocks: list[CodeBlock] = list(template_blocks)
        """The template blocks, then the others in file order."""

    def handlers(self) -> Mapping[str, TokenHandler]:
        """The handler for each type of token that is a code block."""
        return {"fence": self._fenced, "code_block": self._indented}

    def _fenced(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        lines = self._lines
        first, after = lines.raw_extent(token)
        fence_end = lines.source.line(first).end - len(token.info)
        fence = Span(fence_end - len(token.markup), fence_end)
        info = token.info.strip(WHITESPACE)
        info_start = fence_end + len(token.info) - len(token.info.lstrip(WHITESPACE)) if info else fence_end
        code = _split_lines(token.content)
        last = min(after, len(lines.source.line_starts))
        closing = None
        if last - first == len(code) + 1:
            end = lines.end(last)
            closing = Span(end - _run_length(lines.text, end), end)
        offsets = self._offsets(first + 1, code)
        if closing is None:
            last = lines.last_line(first, last)
        info_span = Span(info_start, info_start + len(info))
        self._add("fenced", fence.start, first, last, code, offsets, fence, info_span, closing)

    def _indented(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first, last = self._lines.extent(token)
        code = _split_lines(token.content)[: last - first + 1]
        offsets = self._offsets(first, code)
        self._add("indented", offsets[0], first, last, code, offsets, None, None, None)

    def _offsets(self, first: int, code: list[str]) -> list[int]:
        """The offset of each line of code, from line `first`: each ends where the line of the file ends."""
        starts = self._lines.source.line_starts
        ends = [start - 1 for start in starts[first : first + len(code)]]
        if len(ends) < len(code):
            ends.append(len(self._lines.text))
        line_starts = starts[first - 1 : first - 1 + len(code)]
        # A tab that is partly list indentation leaves spaces in the code that the file does not have.
        return [max(end - len(text), start) for start, end, text in zip(line_starts, ends, code, strict=True)]

    def _add(
        self, kind: Literal["fenced", "indented"], start: int, first: int, last: int, code: list[str],
        offsets: list[int], fence: Span | None, info: Span | None, closing: Span | None,
    ) -> None:  # fmt: skip
        lines, source = self._lines, self._lines.source
        span = Span(start, max(start, closing.end if closing else lines.end(last)))
        if self._post.masked(Span(start, source.line(last).end)):
            code = [source.text[offset : offset + len(line)] for offset, line in zip(offsets, code, strict=True)]
        self.code_blocks.append(
            CodeBlock(
                kind, source[info] if info else "", "\n".join([*code, ""]) if code else "", span, fence, info, closing,
                tuple(offsets), first, last, len(lines.parents), lines.parents,
            )
        )  # fmt: skip


def _split_lines(content: str) -> list[str]:
    """The lines of the content of a code token, which ends with a line feed unless the file ends without one."""
    lines = content.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def _run_length(text: str, end: int) -> int:
    """The length of the run of equal characters that ends at an offset."""
    character, start = text[end - 1], end
    while start > 0 and text[start - 1] == character:
        start -= 1
    return end - start
