"""A post: one file with its front matter and its body.

`Post` is the only mutable class here: it caches the parts that it reads on first use. It is never sent to another
process or written to a cache; only `Checked` is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Protocol, TypeVar

from postlint.core.body import Body, CodeBlock, Heading, Image, Link, ListBlock, Table, lines_of
from postlint.core.front_matter import FrontMatter, FrontMatterProblem
from postlint.core.generator import Generator
from postlint.core.text import Source, Span, blanked

T = TypeVar("T")

CommentAction = Literal[
    "disable", "enable", "disable-line", "disable-next-line", "disable-file", "enable-file", "capture", "restore"
]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that disables or enables rules."""

    action: CommentAction
    names: tuple[str, ...]
    """Rule names as written. Empty: all rules."""
    name_spans: tuple[Span, ...]
    span: Span
    """The whole comment."""
    line: int
    markdownlint: bool = False
    """Whether it is a markdownlint comment."""


class PostReader(Protocol):
    """Reads the parts of a post that are read on first use."""

    def read_body(self, post: Post) -> Body:
        """Parse the Markdown."""

    def read_comments(self, post: Post) -> tuple[Comment, ...]:
        """Read the comments that disable or enable rules, in file order."""

    def read_configuration(self, post: Post) -> Mapping[str, Any]:
        """Read the rule settings in `markdownlint-configure-file` comments."""


class Post:
    """One file with its front matter and its body, as a generator reads it."""

    def __init__(
        self,
        source: Source,
        generator: Generator,
        reader: PostReader,
        *,
        front_matter: FrontMatter | None,
        front_matter_problems: tuple[FrontMatterProblem, ...],
        body_start: int,
        masks: tuple[Span, ...],
        masked_text: str,
        site_path: str | None = None,
        full_markdown: bool = True,
    ) -> None:
        self.source = source
        self.generator = generator
        self.front_matter = front_matter
        self.front_matter_problems = front_matter_problems
        self.body_start = body_start
        """The offset at which the body begins."""
        self.masks = masks
        """The template tags, in file order. What they render is unknown, and no fix may touch them."""
        self.masked_text = masked_text
        """The text with front matter replaced by spaces and template tags by letters. As long as `text`."""
        self.site_path = source.path if site_path is None else site_path
        """The path relative to the site root, the directory of the generator's configuration file."""
        self.full_markdown = full_markdown
        """False for `.mdx` and `.qmd` files: only front matter, fences and whitespace may be checked."""
        self._reader = reader
        self._cached: dict[Callable[[Post], Any], Any] = {}

    def cached(self, view: Callable[[Post], T]) -> T:
        """The result of a function of this post, computed once and kept with the post."""
        if view not in self._cached:
            self._cached[view] = view(self)
        result: T = self._cached[view]
        return result

    @cached_property
    def body(self) -> Body:
        """The Markdown, parsed on first use."""
        return self._reader.read_body(self)

    @property
    def body_is_read(self) -> bool:
        """Whether the Markdown has been parsed."""
        return "body" in self.__dict__  # where `cached_property` keeps its value

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments that disable or enable rules, in file order."""
        return self._reader.read_comments(self)

    @cached_property
    def configuration(self) -> Mapping[str, Any]:
        """Rule settings from comments, as markdownlint reads them: `{"MD013": false}`."""
        return self._reader.read_configuration(self)

    @property
    def text(self) -> str:
        """The whole file, with `\\n` line endings."""
        return self.source.text

    @property
    def path(self) -> str:
        """The path for display."""
        return self.source.path

    @property
    def data(self) -> Mapping[str, Any]:
        """The data of the front matter. Empty if there is none."""
        return self.front_matter.data if self.front_matter else {}

    @property
    def is_post(self) -> bool:
        """Whether the generator publishes it as a post, not as a page or a part of one."""
        return self.generator.sources.is_post(self.site_path)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of all levels and styles, in file order."""
        return self.body.headings

    @property
    def lists(self) -> tuple[ListBlock, ...]:
        """The lists, in file order. Each nested list follows the list that contains it."""
        return self.body.lists

    @property
    def code_blocks(self) -> tuple[CodeBlock, ...]:
        """The fenced, indented and template (`{% highlight %}`) code blocks, in file order."""
        return self.body.code_blocks

    @property
    def links(self) -> tuple[Link, ...]:
        """The links: inline, reference and `<autolink>`. Bare URLs and HTML are not included."""
        return self.body.links

    @property
    def images(self) -> tuple[Image, ...]:
        """The Markdown images and HTML `<img>` elements, in file order."""
        return self.body.images

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables as GitHub reads them, in file order."""
        return self.body.tables

    @cached_property
    def code_lines(self) -> frozenset[int]:
        """The numbers of all lines in code blocks, including fences."""
        return lines_of(self.code_blocks)

    @cached_property
    def prose(self) -> str:
        """The text with everything that is not prose replaced by spaces; offsets and line endings stay the same.

        Replaced are front matter, code, raw HTML, math, images, link definitions and the URLs of links. Template tags
        are masked as in `masked_text`.
        """
        body = self.body
        hidden = [Span(0, self.body_start)]
        hidden += [block.span for block in body.code_blocks]
        hidden += [block.span for block in body.blocks if block.kind in ("html", "math")]
        hidden += [inline.span for inline in body.inlines if inline.kind in ("code", "html", "math")]
        hidden += [
            link.span if link.kind == "autolink" else Span(link.text_span.end, link.span.end) for link in body.links
        ]
        hidden += [image.span for image in body.images]
        hidden += [definition.span for definition in body.definitions]
        return blanked(self.masked_text, hidden)

    def masked(self, span: Span) -> bool:
        """Whether a span overlaps a template tag, so that the rendered text is unknown."""
        index = bisect_left(self.masks, (span.end,))  # masks are sorted and do not overlap
        return index > 0 and span.start < self.masks[index - 1].end
