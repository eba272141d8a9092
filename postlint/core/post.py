"""A post and its parts, each of which knows its exact place in the file.

The types that a post has by the dozen are named tuples, which cost half as much to make as frozen dataclasses.
A `Post` is the one plain class: its views of the body are read when first asked for. It never crosses
a process or a cache; only `Checked` does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from postlint.core.generator import FrontMatterFormat, Generator
from postlint.core.text import Source, Span, blanked

KeyPath = tuple[str | int, ...]
CommentAction = Literal[
    "disable", "enable", "disable-line", "disable-next-line", "disable-file", "enable-file", "capture", "restore"
]


class Place(NamedTuple):
    """Where a front matter key and its value stand; an item of a list has no key."""

    key: Span | None
    value: Span


class RawDate(str):
    """A date of the front matter as it is written; TOML dates are no strings there, YAML ones may be."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class FrontMatterProblem:
    """What is wrong with a front matter block before anyone looks at its values."""

    kind: Literal["unclosed", "ignored", "syntax-error", "duplicate-key"]
    message: str
    span: Span
    removals: tuple[Span, ...] = ()
    """What to delete to mend it, where that is certain."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block of data at the top of a post."""

    format: FrontMatterFormat
    span: Span
    """The whole block with its fences, without the line end after the closing one."""
    content: Span
    """What stands between the fences."""
    data: Mapping[str, Any]
    """Plain JSON values: dict, list, str, int, float, bool, None; dates as `RawDate`. Empty if it does not parse."""
    places: Mapping[KeyPath, Place]
    """The place of every key and item, by its path: `("tags", 1)`."""
    readable: bool = True
    """Whether it parsed."""

    def place(self, path: KeyPath) -> Span:
        """The span of a value or item; of the closest parent that has a place; else the opening fence."""
        while path:
            if found := self.places.get(path):
                return found.value
            path = path[:-1]
        return self.opening

    def key_place(self, path: KeyPath) -> Span:
        """The span of a key; of its value where it has none."""
        found = self.places.get(path)
        return found.key if found and found.key else self.place(path)

    @property
    def opening(self) -> Span:
        """The opening fence (in JSON, the brace); the first key where there is none."""
        if self.content.start == self.span.start and self.format != "json":
            return next((place.key for place in self.places.values() if place.key), self.span)
        length = {"json": 1, "comment": 4}.get(self.format, 3)
        return Span(self.span.start, min(self.span.start + length, self.span.end))


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

    def place(self, line: int, column: int) -> int:
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
    stray_marks: tuple[tuple[Span, ...], ...] = ()
    """Runs of `*` and `_` that make no emphasis, those of one text together; not those in emphasis or links."""
    too_deep: Span | None = None
    """Where nesting went past what is read; nothing below that depth was checked."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that switches rules off or on."""

    action: CommentAction
    names: tuple[str, ...]
    """Rules as written; none means all."""
    name_spans: tuple[Span, ...]
    span: Span
    """The whole comment."""
    line: int
    markdownlint: bool = False


class Post:
    """One file: its front matter, its body, and where everything stands."""

    def __init__(
        self,
        source: Source,
        generator: Generator,
        front_matter: FrontMatter | None = None,
        front_matter_problems: tuple[FrontMatterProblem, ...] = (),
        body_start: int = 0,
        read_body: Callable[[Post], Body] = lambda _: Body(),
        *,
        site_path: str | None = None,
        masks: tuple[Span, ...] = (),
        masked_text: str | None = None,
        read_comments: Callable[[Post], tuple[Comment, ...]] = lambda _: (),
        full_markdown: bool = True,
        read_configuration: Callable[[Post], Mapping[str, Any]] = lambda _: {},
    ) -> None:
        self.source = source
        self.generator = generator
        self.front_matter = front_matter
        self.front_matter_problems = front_matter_problems
        self.body_start = body_start
        """The offset at which the body begins."""
        self.site_path = source.path if site_path is None else site_path
        """The path below the site's root, which is where its generator's marker file lies."""
        self.masks = masks
        """Template tags, in order: what stands there is unknown. No fix may touch one."""
        self.masked_text = source.text if masked_text is None else masked_text
        """The text, same length, with front matter blanked and template tags filled with letters."""
        self.full_markdown = full_markdown
        """False for `.mdx` and `.qmd`: only front matter, fences and white space may be judged."""
        self._read_body = read_body
        self._read_comments = read_comments
        self._read_configuration = read_configuration

    @cached_property
    def body(self) -> Body:
        """The Markdown, parsed when first asked for."""
        return self._read_body(self)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments that switch rules off or on."""
        return self._read_comments(self)

    @cached_property
    def configuration(self) -> Mapping[str, Any]:
        """What comments say of rules for the whole file, in markdownlint's words: `{"MD013": false}`."""
        return self._read_configuration(self)

    @property
    def text(self) -> str:
        """The whole file with `\\n` line ends."""
        return self.source.text

    @property
    def path(self) -> str:
        """The path as shown."""
        return self.source.path

    @property
    def data(self) -> Mapping[str, Any]:
        """The front matter's data; empty where there is none."""
        return self.front_matter.data if self.front_matter else {}

    @property
    def is_post(self) -> bool:
        """Whether the generator publishes it as a post (and not as a page or a part of one)."""
        return self.generator.is_post(self.site_path)

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self.body.headings

    @property
    def lists(self) -> tuple[ListBlock, ...]:
        return self.body.lists

    @property
    def code_blocks(self) -> tuple[CodeBlock, ...]:
        return self.body.code_blocks

    @property
    def links(self) -> tuple[Link, ...]:
        return self.body.links

    @property
    def images(self) -> tuple[Image, ...]:
        return self.body.images

    @property
    def tables(self) -> tuple[Table, ...]:
        return self.body.tables

    @cached_property
    def code_lines(self) -> frozenset[int]:
        """The numbers of the lines that lie in code blocks, fences included."""
        return frozenset(line for block in self.code_blocks for line in range(block.line, block.last_line + 1))

    @cached_property
    def prose(self) -> str:
        """The body's text at its own offsets: all that is not read as prose is blank.

        Front matter, code, inline code, HTML, math and the addresses of links and images are spaces
        (line ends stay); template tags are as in `masked_text`.
        """
        text = self.masked_text
        body = self.body
        blanks = [Span(0, self.body_start)]
        blanks += [block.span for block in body.code_blocks]
        blanks += [block.span for block in body.blocks if block.kind in ("html", "math")]
        blanks += [one.span for one in body.inlines if one.kind in ("code", "html", "math")]
        blanks += [
            link.span if link.kind == "autolink" else Span(link.text_span.end, link.span.end) for link in body.links
        ]
        blanks += [image.span for image in body.images]
        blanks += [definition.span for definition in body.definitions]
        return blanked(text, blanks)

    def masked(self, span: Span) -> bool:
        """Whether a template tag lies in or across a span: its text is then unknown."""
        at = bisect_left(self.masks, (span.end,))  # they come in order and do not overlap
        return at > 0 and span.start < self.masks[at - 1].end
