"""The parsed Markdown of a post, each part with its exact position in the file.

Lines count from 1. Types with many instances per post are named tuples, which cost half as much to create as frozen
dataclasses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from postlint.core.text import Span


class _HasLines(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def last_line(self) -> int: ...


def lines_of(parts: Iterable[_HasLines]) -> frozenset[int]:
    """The numbers of all lines that the parts of a body cover."""
    return frozenset(line for part in parts for line in range(part.line, part.last_line + 1))


@dataclass(frozen=True, slots=True)
class Heading:
    """An ATX heading (`# Title`, `# Title #`) or a setext heading (underlined with `=` or `-`)."""

    level: int
    text: str
    """The text as written, with inline markup but without heading markers."""
    plain: str
    """The text without markup; an image is represented by its alternative text."""
    span: Span
    """From the marker (or the text of a setext heading) to the end of the last line, without trailing whitespace."""
    content: Span
    """The text as written. Empty and after the marker if there is no text."""
    marker: Span | None
    """The opening run of `#`; None in a setext heading."""
    style: Literal["atx", "closed", "setext"]
    line: int
    last_line: int
    """In a setext heading, the underline."""
    container: int
    """Nesting depth in lists and block quotes; 0 at the top level."""


class ListItem(NamedTuple):
    """A list item."""

    span: Span
    """From the marker to the end of the last line that is not blank."""
    marker: Span
    """`-`, `*`, `+`, `1.` or `1)`."""
    content: Span
    """From the first character after the marker and its spaces to the end of the item; may be empty."""
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with its items. Nested lists are separate list blocks."""

    ordered: bool
    items: tuple[ListItem, ...]
    span: Span
    line: int
    last_line: int
    parents: tuple[Literal["bullet", "ordered", "quote"], ...]
    """The lists and block quotes that contain it, outermost first."""


class Quote(NamedTuple):
    """A block quote."""

    span: Span
    line: int
    last_line: int
    parents: tuple[Literal["bullet", "ordered", "quote"], ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A code block: fenced, indented, or between template tags (`{% highlight %}`)."""

    kind: Literal["fenced", "indented", "template"]
    info: str
    """The info string after the opening fence, stripped. In a template block, the arguments of the tag."""
    code: str
    """The code without the indentation of the lists and block quotes that contain it."""
    span: Span
    """From the opening fence to the end of the closing fence."""
    fence: Span | None
    """The characters of the opening fence, or the opening template tag. None if indented."""
    info_span: Span | None
    """The position of `info`. Empty and after the fence if there is no info string; None if indented."""
    closing: Span | None
    """The closing fence or template tag. None if indented or unclosed."""
    offsets: tuple[int, ...]
    """For each line of `code`, the offset in the file of its first character."""
    line: int
    """The line of the opening fence; in an indented block, the first line of code."""
    last_line: int
    container: int
    """Nesting depth in lists and block quotes."""
    parents: tuple[Literal["bullet", "ordered", "quote"], ...] = ()
    """The lists and block quotes that contain it, outermost first."""

    def offset_of(self, line: int, column: int) -> int:
        """The offset in the file of a line and column of `code`, both from 1. Clamped to the code if out of range."""
        if not self.offsets:
            return self.span.end
        if line > len(self.offsets):
            return self.span.end if self.closing is None else self.closing.start
        line = max(line, 1)
        text = self.code.split("\n", line)[line - 1]
        return self.offsets[line - 1] + min(max(column, 1) - 1, len(text))

    @property
    def first_line(self) -> int:
        """The line in the file of the first line of code."""
        return self.line if self.kind == "indented" else self.line + 1


@dataclass(frozen=True, slots=True)
class Link:
    """A link. Template tags in its fields are as written in the file."""

    kind: Literal["inline", "full", "collapsed", "shortcut", "autolink"]
    target: str
    """The URL as written, without `<>` and with escapes. In a reference link, the URL of its definition."""
    text: str
    """The text as written; in an autolink, the URL."""
    plain: str
    """The text without markup; an image is represented by its alternative text."""
    span: Span
    text_span: Span
    target_span: Span
    """The URL between the parentheses; in a reference link, the label (not the URL in the definition)."""
    title: str | None = None
    label: str | None = None
    """The label of a reference link as written."""


@dataclass(frozen=True, slots=True)
class Image:
    """A Markdown image or an HTML `<img>` element."""

    kind: Literal["inline", "full", "collapsed", "shortcut", "html"]
    target: str
    alt: str | None
    """The alternative text without markup. None if an `<img>` element has no `alt` attribute."""
    span: Span
    target_span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A link reference definition: `[label]: url`."""

    label: str
    key: str
    """The normalized label: case folded, whitespace collapsed."""
    target: str
    span: Span
    label_span: Span
    duplicate: bool
    """Whether an earlier definition with the same key takes effect instead."""


class Reference(NamedTuple):
    """A reference with an undefined label, `[text][label]` or `[label][]`; it is rendered as text."""

    label: str
    kind: Literal["full", "collapsed", "shortcut"]
    span: Span
    image: bool


class Footnote(NamedTuple):
    """A footnote definition, `[^label]: text`, or a footnote reference, `[^label]`."""

    label: str
    span: Span
    empty: bool = False
    """Whether it is a definition without content."""


class Cell(NamedTuple):
    """A table cell, without pipes and surrounding whitespace."""

    span: Span


class Row(NamedTuple):
    """A table row."""

    span: Span
    cells: tuple[Cell, ...]
    line: int
    leading_pipe: bool
    trailing_pipe: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header row, delimiter row and body rows."""

    span: Span
    header: Row
    delimiter: Row
    rows: tuple[Row, ...]
    line: int
    last_line: int
    container: int


class Inline(NamedTuple):
    """A code span, emphasis, strong emphasis, inline HTML or math."""

    kind: Literal["code", "emphasis", "strong", "strikethrough", "html", "math"]
    span: Span
    """The whole span, with delimiters."""
    content: Span
    """The content between the delimiters; in HTML, the same as `span`."""


class Block(NamedTuple):
    """A block without a more specific type."""

    kind: Literal["paragraph", "html", "math", "thematic-break", "definition-list"]
    span: Span
    line: int
    last_line: int
    container: int


class IndentedBlock(NamedTuple):
    """A Python-Markdown admonition, details block or tab, with its indented content."""

    line: int
    last_line: int
    indent: int
    """The column, from 0, at which its content begins."""


@dataclass(frozen=True, slots=True)
class Body:
    """All parts of a post's Markdown, each kind in file order."""

    headings: tuple[Heading, ...] = ()
    lists: tuple[ListBlock, ...] = ()
    quotes: tuple[Quote, ...] = ()
    code_blocks: tuple[CodeBlock, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    definitions: tuple[Definition, ...] = ()
    undefined_references: tuple[Reference, ...] = ()
    footnote_definitions: tuple[Footnote, ...] = ()
    footnote_references: tuple[Footnote, ...] = ()
    tables: tuple[Table, ...] = ()
    inlines: tuple[Inline, ...] = ()
    blocks: tuple[Block, ...] = ()
    indented_blocks: tuple[IndentedBlock, ...] = ()
    stray_delimiters: tuple[tuple[Span, ...], ...] = ()
    """Runs of `*` and `_` that do not form emphasis, outside of emphasis and links, grouped by inline text."""
    too_deep: Span | None = None
    """The first block that exceeds the nesting limit. Anything nested deeper was not parsed."""
