"""A code frame: the source lines of a finding, highlighted, with the span underlined."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pygments import token as kinds
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from rich.cells import cell_len
from rich.text import Text

from postlint.core.finding import Diagnostic, Excerpt
from postlint.report import sanitize

_TAB_SIZE = 4
_FENCES = ("```", "~~~")
_STYLES = {
    kinds.Comment: "bright_black",
    kinds.Keyword: "magenta",
    kinds.Name.Tag: "blue",
    kinds.Name.Attribute: "cyan",
    kinds.Name.Function: "blue",
    kinds.Name.Class: "blue",
    kinds.Name.Decorator: "magenta",
    kinds.Literal.Number: "cyan",
    kinds.Literal.Date: "cyan",
    kinds.Literal.String: "green",
    kinds.Generic.Heading: "bold",
    kinds.Generic.Subheading: "bold",
    kinds.Generic.Emph: "italic",
    kinds.Generic.Strong: "bold",
    kinds.Generic.Prompt: "bright_black",
}


class _Window(NamedTuple):
    """The visible part of long lines."""

    cut: int
    """How many code points are cut off at the start of each line."""
    cells: int
    """The width of the window, in terminal cells."""

    def show(self, line: str) -> str:
        # A code point takes at least one cell, except for combining ones; expanding a very long rest would be slow.
        start = "…" if self.cut else ""
        return _display(start + line[self.cut : self.cut + self.cells + 1])


def frame(diagnostic: Diagnostic, excerpt: Excerpt, style: str, indent: int, width: int) -> Iterator[Text]:
    """The excerpt's lines with line numbers; the span is underlined in the style on its first line."""
    first, lines = _trimmed(excerpt, diagnostic)
    if not lines:
        return
    start, end = diagnostic.start, diagnostic.end
    last_in_span = end.line - (end.column == 1 and end.line > start.line)
    gutter = max(5, len(str(first + len(lines) - 1)))
    window = _window(diagnostic, first, lines, width - indent - gutter - 3)
    highlighted = _code([window.show(line) for line in lines], excerpt.language)
    for number, (raw, text) in enumerate(zip(lines, highlighted, strict=True), first):
        in_span = start.line <= number <= last_in_span
        text.truncate(window.cells, overflow="ellipsis")
        yield _row(indent, f"{number:{gutter}}", style if in_span else "", text)
        if number == start.line:
            yield _row(indent, " " * gutter, style, _underline(diagnostic, raw, window, style))


def _trimmed(excerpt: Excerpt, diagnostic: Diagnostic) -> tuple[int, list[str]]:
    """The number of the first line, and the lines, without blank ones before and after the span."""
    first, lines = excerpt.first_line, list(excerpt.lines)
    while lines and not lines[-1].strip() and first + len(lines) - 1 > diagnostic.end.line:
        lines.pop()
    while lines and not lines[0].strip() and first < diagnostic.start.line:
        lines.pop(0)
        first += 1
    return first, lines


def _window(diagnostic: Diagnostic, first: int, lines: list[str], cells: int) -> _Window:
    """A window that shows the span: from the start of the lines if possible."""
    cells = max(cells, 10)
    index = diagnostic.start.line - first
    if not 0 <= index < len(lines):
        return _Window(0, cells)
    left, right = _columns(diagnostic, lines[index])
    uncut = _Window(0, cells)
    if left < cells and cell_len(_display(lines[index][:left])) + min(right - left, cells // 3) < cells:
        return uncut
    return _Window(max(left - cells // 3, 0), cells)


def _columns(diagnostic: Diagnostic, line: str) -> tuple[int, int]:
    """Where the span starts and ends in its first line: code points, from 0."""
    left = min(diagnostic.start.column - 1, len(line))
    right = diagnostic.end.column - 1 if diagnostic.end.line == diagnostic.start.line else len(line)
    return left, max(left, min(right, len(line)))


def _underline(diagnostic: Diagnostic, line: str, window: _Window, style: str) -> Text:
    left, right = _columns(diagnostic, line)
    before = cell_len(window.show(line[:left]))
    until = cell_len(window.show(line[:right]))
    before = min(before, window.cells - 1)
    return Text(" " * before).append("^" * max(1, min(until, window.cells) - before), style)


def _display(text: str) -> str:
    """The text with control characters replaced and tabs expanded to terminal cells."""
    if "\t" not in text:
        return sanitize.excerpt(text)
    expanded = ""
    for index, part in enumerate(text.split("\t")):
        if index:
            expanded += " " * (_TAB_SIZE - cell_len(expanded) % _TAB_SIZE)
        expanded += sanitize.excerpt(part)
    return expanded


def _row(indent: int, number: str, style: str, text: Text) -> Text:
    row = Text(" " * indent, no_wrap=True, overflow="ignore", end="")
    row.append(number, style or "bright_black")
    row.append(" ┃ " if style else " │ ", style or "bright_black")
    return row.append_text(text)


@cache
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@cache
def _style(kind: kinds._TokenType) -> str:
    return next((_STYLES[ancestor] for ancestor in reversed(kind.split()) if ancestor in _STYLES), "")


def _code(lines: list[str], language: str) -> list[Text]:
    """The highlighted lines. A fence is left plain: it would mislead the lexer of the block's language."""
    top = language != "markdown" and lines[0].lstrip(" >").startswith(_FENCES)
    bottom = language != "markdown" and len(lines) > 1 and lines[-1].lstrip(" >").startswith(_FENCES)
    inside = lines[top : len(lines) - bottom]
    highlighted = _highlighted("\n".join(inside), language) if inside else []
    return [Text(lines[0])] * top + highlighted + [Text(lines[-1])] * bottom


def _highlighted(code: str, language: str) -> list[Text]:
    """The lines as `Text` objects with the styles of their tokens."""
    text = Text()
    lexer = _lexer(language)
    for kind, value in lexer.get_tokens(f"{code}\n") if lexer else ():
        text.append(value, _style(kind) or None)
    text.right_crop(1)  # the line feed; without it, the Markdown lexer does not recognize headings
    if text.plain != code:  # no lexer, or one that changes the text
        text = Text(code)
    return list(text.split("\n", allow_blank=True))
