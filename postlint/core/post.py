"""A post: one file, its front matter, its body, and where everything stands.

A `Post` is the one plain class: its views of the body are read when first asked for. It never crosses
a process or a cache; only `Checked` does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from postlint.core.body import Body, CodeBlock, Heading, Image, Link, ListBlock, Table, lines_of
from postlint.core.front_matter import FrontMatter, FrontMatterProblem
from postlint.core.generator import Generator
from postlint.core.text import Source, Span, blanked

CommentAction = Literal[
    "disable", "enable", "disable-line", "disable-next-line", "disable-file", "enable-file", "capture", "restore"
]


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

    @property
    def body_is_read(self) -> bool:
        """Whether the body has been parsed already."""
        return "body" in self.__dict__

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
        return lines_of(self.code_blocks)

    @cached_property
    def prose(self) -> str:
        """The body's text at its own offsets: all that is not read as prose is blank.

        Front matter, code, inline code, HTML, math and the URLs of links and images are spaces
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
