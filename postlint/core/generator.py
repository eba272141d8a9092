"""What a site generator does with a post, as far as postlint knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from postlint.core.finding import Severity

FrontMatterFormat = Literal["yaml", "toml", "json", "headers", "comment"]
"""`headers`: `Key: value` lines, fences or none (Pelican). `comment`: Nikola's `<!-- .. key: value -->`."""
TemplateSyntax = Literal["liquid", "hugo", "zola", "nunjucks", "quarto", "nikola", "pelican"]


class ValueProblem(NamedTuple):
    """A front matter value that a generator refuses, or takes for something else than its author."""

    message: str
    """What stands there and what comes of it, in an author's words."""
    replacement: str | None = None
    """What to write in the value's place to mean what was meant, where that can be told."""
    severity: Severity | None = None
    """Only where it is worse or milder than the rule's others."""


class PublishedDraft(NamedTuple):
    """A key that is meant to hide a post and does not."""

    key: str
    message: str
    severity: Severity | None = None
    """Only where it is worse or milder than the rule's others."""


class ExcerptSeparator(NamedTuple):
    """The mark in a post's body at which its excerpt ends."""

    spelling: str
    """As it is usually written."""
    pattern: str
    """A regular expression for all that the generator accepts."""
    overridden_by: tuple[str, ...] = ()
    """The front matter keys beside which it counts for nothing."""


@dataclass(frozen=True, slots=True)
class Fences:
    """How a generator finds the two lines around YAML and TOML, and what comes of a block that it does not find."""

    close: Literal["line", "prefix", "either"] = "line"
    """The closing fence: a line of its own; any line that begins so; the same, and `+++` closes `---` too."""
    longer: bool = False
    """Whether fences may be longer than three characters."""
    bare_opening: bool = False
    """Whether nothing may follow the opening fence on its line, not even a space."""
    text_below: bool = False
    """Whether the line below the opening fence must not be blank."""
    line_after: bool = False
    """Whether a line end must follow the closing fence."""
    opening_optional: bool = False
    """Whether front matter may begin with its first key: all above a `---` is taken for it."""
    tabs_indent: bool = False
    """Whether YAML may be indented with tabs."""
    quoted: tuple[str, ...] = ()
    """Keys whose texts the generator puts in quotes before it reads the YAML."""
    on_unrecognized: Literal["prints", "fails"] = "prints"
    """What the generator does with a block that it does not take for front matter."""
    unclosed: Literal["prints", "fails", "swallows"] = "prints"
    """What it does where the closing fence is missing; `swallows`: all of the file is then front matter."""
    duplicate_keys: Literal["last", "first", "fails"] = "last"
    """Which of two equal keys counts."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """Where a generator's Markdown parser leaves CommonMark."""

    name: str = "CommonMark"
    heading_interrupts_paragraph: bool = True
    heading_may_be_indented: bool = True
    """Whether a heading may have up to three spaces before its hashes."""
    list_interrupts_paragraph: bool = True
    list_indent: int = 0
    """How many columns a list must be indented to nest, however near the outer item's text is."""
    table_interrupts_paragraph: bool = True
    table_needs_blank_lines: bool = False
    """Whether anything else that touches a table, from above or below, makes text of it, too."""
    table_ends_at_blank_line: bool = False
    """Whether headings, lists and quotes that touch a table from below are rows of it."""
    fence_interrupts_paragraph: bool = True
    tildes_interrupt_paragraph: bool = True
    """The same of `~~~`, where the parser tells them apart."""
    fence_info_with_spaces: bool = True
    """Whether ` ```python title="x" ` opens a fence."""
    spaced_info: str = r"\S*"
    """A regular expression for all that may follow a fence, where not everything may."""
    heading_without_space: bool = False
    """Whether `#Heading` is a heading."""
    unclosed_fence_is_text: bool = False
    attribute_lines: bool = False
    """Whether a line `{: .wide}` or `{.wide}` below a block is no part of it, but gives it a class."""
    indented_code: bool = True
    """Whether four spaces make code."""
    indented_blocks: bool = False
    """Whether `!!! note`, `??? note` and `=== "Tab"` hold, as Markdown, what is indented below them."""
    bare_urls_link: bool = True
    """Whether `https://example.org` in the text becomes a link."""
    space_between_link_parts: bool = False
    """Whether `[text] (address)` is a link."""
    spaces_in_link_targets: bool = False
    """Whether `[text](my file.pdf)` is a link."""
    definition_interrupts_paragraph: bool = False
    """Whether `[label]: address` right below text is a definition."""
    footnote_interrupts_paragraph: bool = True
    """The same of `[^label]: note`."""
    code_hides_pipes: bool = False
    """Whether a `|` in a code span does not end a table's cell."""
    table_dashes: Literal["equal", "more", "any"] = "equal"
    """How many cells the line of dashes may have, beside the header's, for a table to be one."""
    extra_cells_are_lost: bool = True
    """Whether cells beyond a table's header are left out of the page."""


Anchors = Callable[[Sequence[str]], Sequence[str | None]]
"""The ids that a page's headings may get, from their plain texts in the order of the page; None: cannot be told."""


def _no_date(_: str) -> date | None:
    return None


def _no_problem(_: str) -> str | None:
    return None


def _no_url(_path: str, _data: Mapping[str, Any]) -> str | None:
    return None


def _never(_: str) -> bool:
    return False


def _no_invalid_start(_path: str, _text: str) -> str | None:
    return None


def _always(_: str) -> bool:
    return True


def _read_right(_key: str, _value: Any, _written: str) -> ValueProblem | None:
    return None


def _any_date(_value: Any, _written: str) -> ValueProblem | None:
    return None


def _is_draft(_path: str, data: Mapping[str, Any]) -> bool:
    return data.get("draft") is True or data.get("published") is False


def _one_term(text: str) -> list[str]:
    return [text] if text else []


def _hidden(_path: str, _data: Mapping[str, Any], _written: Callable[[str], str]) -> PublishedDraft | None:
    return None


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
    fences: Fences = field(default_factory=Fences)
    templates: TemplateSyntax | None = None
    markdown: Markdown = field(default_factory=Markdown)
    is_post: Callable[[str], bool] = _never
    """Whether the file at this path is a dated post (not a page, listing or partial)."""
    is_partial: Callable[[str], bool] = _never
    """Whether the file is a part of other pages, with no front matter of its own."""
    needs_front_matter: Callable[[str], bool] = _never
    invalid_start: Callable[[str, str], str | None] = _no_invalid_start
    """What makes the generator look for front matter in a file without, from path and text; the build then fails."""
    file_name_date: Callable[[str], date | None] = _no_date
    """The date that the generator takes from a file's name."""
    file_name_problem: Callable[[str], str | None] = _no_problem
    """Why the generator ignores or refuses a file of this name, in an author's words."""
    read_date: Callable[[str], date | None] = _no_date
    """The calendar day of a `date` value as this generator reads it; None if it cannot be told."""
    date_keys: tuple[str, ...] = ("date",)
    """The top level keys whose values are dates to the generator."""
    reads_dates: Callable[[str], bool] = _always
    """Whether the generator does more with the dates of the file at this path than hand them to templates."""
    date_problem: Callable[[Any, str], ValueProblem | None] = _any_date
    """What is wrong with a date, from its value and from what stands in the file, quotes and all."""
    value_problem: Callable[[str, Any, str], ValueProblem | None] = _read_right
    """What is wrong with the value of a top level key, from key, value and what stands in the file.

    Only where the generator takes it silently for something else: what it refuses is the schema's to say."""
    published_draft: Callable[[str, Mapping[str, Any], Callable[[str], str]], PublishedDraft | None] = _hidden
    """The key that ought to hide the post, where the generator publishes it all the same.

    From path, data and a function that gives what stands in the file as the value of a top level key."""
    is_draft: Callable[[str, Mapping[str, Any]], bool] = _is_draft
    """Whether the page is not published, from path and data."""
    terms: Callable[[str], list[str]] = _one_term
    """The tags that a text stands for where it is given in place of a list."""
    skips_future: bool = False
    """Whether it leaves out a post that is dated after today, unless told otherwise."""
    excerpt_separator: ExcerptSeparator | None = None
    """None where there is none, or where each site chooses its own."""
    anchors: Anchors | None = None
    """The ids of a page's headings; None where they have none, or where a site's settings decide."""
    alternative_anchors: Anchors | None = None
    """Those that a generator without facts of its own here may give, if the page's links do not speak against it."""
    url: Callable[[str, Mapping[str, Any]], str | None] = _no_url
    """The page's address on the site, from path and front matter; None if it cannot be told."""
    labels_in_documented_code: bool = False
    """Whether reference labels that look like code are looked up in documented code: `[text][module.Class]`."""
    labels_defined_elsewhere: bool = False
    """Whether what any reference names may be defined outside of the page."""
    languages: frozenset[str] = frozenset()
    """The tags of code blocks that the site's settings add."""
    title_from_file_name: bool = False
    """Whether a post without a `title` gets one from its file's name."""
    theme_prints_title: bool = False
    """Whether themes usually print the `title` as the page's H1."""
    keys_ignore_case: bool = False
    """Whether `Title` and `title` are one front matter key."""
    schemas: tuple[str, ...] = ()
    """The built-in schemas of its front matter, by name."""
    schemas_at: Callable[[str], tuple[str, ...]] | None = None
    """Those of them that hold for the file at this path; None: all of them."""
    source_suffixes: tuple[str, ...] = (".md", ".markdown")

    def schemas_for(self, path: str) -> tuple[str, ...]:
        """The schemas of the file at a path."""
        return self.schemas_at(path) if self.schemas_at else self.schemas
