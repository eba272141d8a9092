"""A code frame: the lines of a finding as they stand in the file, highlighted, its span underlined."""

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

_TAB = 4
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
    """Which part of long lines is shown."""

    cut: int
    """How many characters are left out at the start of each line."""
    cells: int
    """How much room there is."""

    def show(self, line: str) -> str:
        # A character takes a cell or two, so what is beyond is dropped before it costs.
        start = "…" if self.cut else ""
        return _display(start + line[self.cut : self.cut + self.cells + 1])


def frame(one: Diagnostic, excerpt: Excerpt, style: str, indent: int, width: int) -> Iterator[Text]:
    """The excerpt's lines with a gutter of line numbers, the marked line underlined in the style."""
    first, lines = _trimmed(excerpt, one)
    if not lines:
        return
    last_marked = one.end.line - (one.end.column == 1 and one.end.line > one.start.line)
    gutter = max(5, len(str(first + len(lines) - 1)))
    window = _window(one, first, lines, width - indent - gutter - 3)
    shown = _code([window.show(line) for line in lines], excerpt.language)
    for number, (raw, text) in enumerate(zip(lines, shown, strict=True), first):
        marked = one.start.line <= number <= last_marked
        text.truncate(window.cells, overflow="ellipsis")
        yield _row(indent, f"{number:{gutter}}", style if marked else "", text)
        if number == one.start.line:
            yield _row(indent, " " * gutter, style, _underline(one, raw, window, style))


def _trimmed(excerpt: Excerpt, one: Diagnostic) -> tuple[int, list[str]]:
    """The excerpt without the blank lines at its edges that say nothing."""
    first, lines = excerpt.first_line, list(excerpt.lines)
    while lines and not lines[-1].strip() and first + len(lines) - 1 > one.end.line:
        lines.pop()
    while lines and not lines[0].strip() and first < one.start.line:
        lines.pop(0)
        first += 1
    return first, lines


def _window(one: Diagnostic, first: int, lines: list[str], cells: int) -> _Window:
    """A window around the span, at the start of the lines wherever it is seen from there."""
    cells = max(cells, 10)
    index = one.start.line - first
    if not 0 <= index < len(lines):
        return _Window(0, cells)
    left, right = _columns(one, lines[index])
    uncut = _Window(0, cells)
    if left < cells and cell_len(_display(lines[index][:left])) + min(right - left, cells // 3) < cells:
        return uncut
    return _Window(max(left - cells // 3, 0), cells)


def _columns(one: Diagnostic, line: str) -> tuple[int, int]:
    """Where the span starts and ends in its first line, from 0."""
    left = min(one.start.column - 1, len(line))
    right = one.end.column - 1 if one.end.line == one.start.line else len(line)
    return left, max(left, min(right, len(line)))


def _underline(one: Diagnostic, line: str, window: _Window, style: str) -> Text:
    left, right = _columns(one, line)
    before = cell_len(window.show(line[:left]))
    until = cell_len(window.show(line[:right]))
    before = min(before, window.cells - 1)
    return Text(" " * before).append("^" * max(1, min(until, window.cells) - before), style)


def _display(text: str) -> str:
    """As shown: made safe, tabs expanded by cells."""
    if "\t" not in text:
        return sanitize.excerpt(text)
    shown = ""
    for index, part in enumerate(text.split("\t")):
        if index:
            shown += " " * (_TAB - cell_len(shown) % _TAB)
        shown += sanitize.excerpt(part)
    return shown


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
    found = next((one for one in reversed(kind.split()) if one in _STYLES), None)
    return _STYLES[found] if found else ""


def _code(lines: list[str], language: str) -> list[Text]:
    """The lines, coloured; the fences of a block are not of its language, and would mislead a lexer."""
    top = language != "markdown" and lines[0].lstrip(" >").startswith(_FENCES)
    bottom = language != "markdown" and len(lines) > 1 and lines[-1].lstrip(" >").startswith(_FENCES)
    inside = lines[top : len(lines) - bottom]
    coloured = _highlighted("\n".join(inside), language) if inside else []
    return [Text(lines[0])] * top + coloured + [Text(lines[-1])] * bottom


def _highlighted(code: str, language: str) -> list[Text]:
    """The lines, coloured; text objects alone, so that nothing in them is read as markup."""
    text = Text()
    lexer = _lexer(language)
    for kind, value in lexer.get_tokens(f"{code}\n") if lexer else ():
        text.append(value, _style(kind) or None)
    text.right_crop(1)  # the line feed, without which lexers know no headings
    if text.plain != code:  # no lexer, or one that takes liberties
        text = Text(code)
    return list(text.split("\n", allow_blank=True))
