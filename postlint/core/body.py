"""What a post's Markdown holds, each part with its exact place in the file.

The types that a post has by the dozen are named tuples, which cost half as much to make as frozen dataclasses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from postlint.core.text import Span


class _OnLines(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def last_line(self) -> int: ...


def lines_of(parts: Iterable[_OnLines]) -> frozenset[int]:
    """The numbers, from 1, of all lines on which some parts of a body stand."""
    return frozenset(line for one in parts for line in range(one.line, one.last_line + 1))


@dataclass(frozen=True, slots=True)
class Heading:
    """`# ATX`, `# closed #` or underlined (setext)."""

    level: int
    text: str
    """As written, inline markup and all, without its marks."""
    plain: str
    """As read aloud: without markup; images by their alternative text."""
    span: Span
    """From the first mark (or the text) to the end of its last line, without trailing space."""
    content: Span
    """The text as written; empty, after the mark, where there is none."""
    marker: Span | None
    """The opening run of `#`; None in a setext heading."""
    style: Literal["atx", "closed", "setext"]
    line: int
    """The number of its first line, from 1."""
    last_line: int
    """The number of its last line: a setext heading's underline."""
    container: int
    """How deep it lies in lists and quotes; 0 at the top."""


class ListItem(NamedTuple):
    """One item of a list."""

    span: Span
    """From its marker to the end of its last line that is not blank."""
    marker: Span
    """`-`, `*`, `+`, `1.` or `1)`."""
    content: Span
    """What follows the marker and its spaces, to the end of the item; empty if nothing does."""
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with its items; lists in its items are lists of their own."""

    ordered: bool
    items: tuple[ListItem, ...]
    span: Span
    line: int
    last_line: int
    parents: tuple[Literal["bullet", "ordered", "quote"], ...]
    """The lists and quotes that it lies in, outermost first."""


class Quote(NamedTuple):
    """A block quote."""

    span: Span
    line: int
    last_line: int
    parents: tuple[Literal["bullet", "ordered", "quote"], ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A block of code: fenced, indented, or between template tags (`{% highlight %}`)."""

    kind: Literal["fenced", "indented", "template"]
    info: str
    """What follows the opening fence on its line, stripped; a template tag's arguments."""
    code: str
    """What it shows, without the indentation of the lists and quotes that it lies in."""
    span: Span
    """From the opening fence to the end of the closing one."""
    fence: Span | None
    """The opening fence's marks, or the whole opening template tag; None if indented."""
    info_span: Span | None
    """The info string (arguments); empty, after the marks, where there is none."""
    closing: Span | None
    """The closing fence's marks or tag; None if indented or not closed."""
    offsets: tuple[int, ...]
    """For each line of `code`, the offset in the file at which its first character stands."""
    line: int
    """The number of its first line: the opening fence's."""
    last_line: int
    container: int
    """How deep it lies in lists and quotes."""
    parents: tuple[Literal["bullet", "ordered", "quote"], ...] = ()
    blank_before: bool = True
    """Whether the line above is blank or there is none."""

    def offset_of(self, line: int, column: int) -> int:
        """The offset in the file of a line and column of `code`, both from 1; the nearest one that exists."""
        if not self.offsets:
            return self.span.end
        if line > len(self.offsets):
            return self.span.end if self.closing is None else self.closing.start
        line = max(line, 1)
        text = self.code.split("\n", line)[line - 1]
        return self.offsets[line - 1] + min(max(column, 1) - 1, len(text))

    @property
    def first_line(self) -> int:
        """The number, in the file, of the code's first line."""
        return self.line if self.kind == "indented" else self.line + 1


@dataclass(frozen=True, slots=True)
class Link:
    """A link. Templates in it are as written in the file."""

    kind: Literal["inline", "full", "collapsed", "shortcut", "autolink"]
    target: str
    """The address as written (a reference's: as in its definition), without `<>`, escapes kept."""
    text: str
    """Its text as written; of an autolink, the address."""
    plain: str
    """Its text as read aloud: images by their alternative text."""
    span: Span
    text_span: Span
    target_span: Span
    """The address between the parentheses (its definition's place is not meant); of a reference, the label."""
    title: str | None = None
    label: str | None = None
    """A reference's label as written."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image in Markdown or an `<img>` in HTML."""

    kind: Literal["inline", "full", "collapsed", "shortcut", "html"]
    target: str
    alt: str | None
    """The alternative text as read aloud; None where an `<img>` has no such attribute."""
    span: Span
    target_span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A link reference definition: `[label]: address`."""

    label: str
    key: str
    """The label as labels are compared: case folded, white space collapsed."""
    target: str
    span: Span
    label_span: Span
    duplicate: bool = False
    """Whether an earlier definition of the label counts."""


class Reference(NamedTuple):
    """`[text][label]` or `[label][]` whose label nothing defines; it is printed as text."""

    label: str
    kind: Literal["full", "collapsed", "shortcut"]
    span: Span
    image: bool


class Footnote(NamedTuple):
    """A footnote's definition or a reference to one: `[^label]`."""

    label: str
    span: Span
    empty: bool = False
    """A definition that holds nothing."""


class Cell(NamedTuple):
    """A table's cell, without the pipes and the space around it."""

    span: Span


class Row(NamedTuple):
    """A row of a table."""

    span: Span
    cells: tuple[Cell, ...]
    line: int
    leading_pipe: bool
    trailing_pipe: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its header, the delimiter row, its other rows."""

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
    """With its marks."""
    content: Span
    """Between its marks; of HTML, the whole."""


class Block(NamedTuple):
    """A block that no other type speaks of."""

    kind: Literal["paragraph", "html", "math", "thematic-break", "definition-list"]
    span: Span
    line: int
    last_line: int
    container: int


class IndentedBlock(NamedTuple):
    """An admonition, details or a tab of Python-Markdown, with what is indented below its first line."""

    line: int
    last_line: int
    indent: int
    """The column, from 0, at which what it holds begins."""


@dataclass(frozen=True, slots=True)
class Body:
    """Every view of a post's Markdown, in the order of the file."""

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
    """Runs of `*` and `_` that make no emphasis, those of one text together; not those in emphasis or links."""
    too_deep: Span | None = None
    """Where nesting went past what is read; nothing below that depth was checked."""
