"""What a site generator does with a post, as far as postlint knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

FrontMatterFormat = Literal["yaml", "toml", "json"]
TemplateSyntax = Literal["liquid", "hugo", "zola"]


@dataclass(frozen=True, slots=True)
class Markdown:
    """Where a generator's Markdown parser leaves CommonMark."""

    name: str = "CommonMark"
    heading_interrupts_paragraph: bool = True
    list_interrupts_paragraph: bool = True
    table_interrupts_paragraph: bool = True
    fence_interrupts_paragraph: bool = True
    fence_info_with_spaces: bool = True
    """Whether ` ```python title="x" ` opens a fence."""
    heading_without_space: bool = False
    """Whether `#Heading` is a heading."""
    unclosed_fence_is_text: bool = False
    code_hides_pipes: bool = False
    """Whether a `|` in a code span does not end a table's cell."""
    extra_cells_are_lost: bool = True
    """Whether cells beyond a table's header are left out of the page."""


def _no_date(_: str) -> date | None:
    return None


def _no_problem(_: str) -> str | None:
    return None


def _no_address(_path: str, _data: Mapping[str, Any]) -> str | None:
    return None


def _never(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Generator:
    """One site generator. Paths are a post's path below the site's root, with `/`."""

    name: str
    """As in the configuration: `jekyll`."""
    title: str
    """As in messages: `Jekyll`."""
    formats: frozenset[FrontMatterFormat]
    """The front matter it reads; a block in another format is printed as text."""
    leading_blank_lines: bool = False
    """Whether blank lines may stand above the front matter."""
    dots_close: bool = False
    """Whether `...` closes YAML front matter."""
    templates: TemplateSyntax | None = None
    markdown: Markdown = field(default_factory=Markdown)
    is_post: Callable[[str], bool] = _never
    """Whether the file at this path is a dated post (not a page, listing or partial)."""
    is_partial: Callable[[str], bool] = _never
    """Whether the file is a part of other pages, with no front matter of its own."""
    needs_front_matter: Callable[[str], bool] = _never
    file_name_date: Callable[[str], date | None] = _no_date
    """The date that the generator takes from a file's name."""
    file_name_problem: Callable[[str], str | None] = _no_problem
    """Why the generator ignores or refuses a file of this name, in an author's words."""
    read_date: Callable[[str], date | None] = _no_date
    """The calendar day of a `date` value as this generator reads it; None if it cannot be told."""
    address: Callable[[str, Mapping[str, Any]], str | None] = _no_address
    """The page's address on the site, from path and front matter; None if it cannot be told."""
    title_from_file_name: bool = False
    """Whether a post without a `title` gets one from its file's name."""
    theme_prints_title: bool = False
    """Whether themes usually print the `title` as the page's H1."""
    keys_ignore_case: bool = False
    """Whether `Title` and `title` are one front matter key."""
    schemas: tuple[str, ...] = ()
    """The built-in schemas of a post's front matter, by name."""
    source_suffixes: tuple[str, ...] = (".md", ".markdown")
