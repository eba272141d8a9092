"""How a generator's Markdown parser differs from CommonMark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

HeadingIds = Callable[[Sequence[str]], Sequence[str | None]]
"""The ids that a page's headings may get, from their plain texts in page order; None: unknown."""


class MarkdownDialect(NamedTuple):
    """A Markdown parser with the settings that a generator gives it."""

    name: str = "CommonMark"
    """As in messages."""
    heading_interrupts_paragraph: bool = True
    heading_may_be_indented: bool = True
    """Whether there may be up to three spaces before the hashes of a heading."""
    list_interrupts_paragraph: bool = True
    list_indent: int = 0
    """How many columns a list must be indented to nest, whatever the column of the outer item's text."""
    table_interrupts_paragraph: bool = True
    table_needs_blank_lines: bool = False
    """Whether any other block that touches a table, above or below, also turns it into text."""
    table_ends_at_blank_line: bool = False
    """Whether headings, lists and quotes that touch a table from below become rows of it."""
    fence_interrupts_paragraph: bool = True
    tildes_interrupt_paragraph: bool = True
    """The same for `~~~`, which some parsers treat differently."""
    fence_info_with_spaces: bool = True
    """Whether ` ```python title="x" ` opens a fence."""
    spaced_info: str = r"\S*"
    """A regular expression for all info strings that the parser accepts, if it does not accept every info string."""
    heading_without_space: bool | None = False
    """Whether `#Heading` is a heading; None: unknown."""
    unclosed_fence_is_text: bool = False
    attribute_lines: bool = False
    """Whether a line `{: .wide}` or `{.wide}` below a block adds attributes to it instead of being a part of it."""
    indented_code: bool = True
    """Whether text indented by four spaces is code."""
    indented_blocks: bool = False
    """Whether `!!! note`, `??? note` and `=== "Tab"` contain the text indented below them, as Markdown."""
    definition_lists: bool = True
    """Whether a list below `: ` is surely inside a definition, and indented for that reason."""
    bare_urls_link: bool = True
    """Whether `https://example.org` in the text becomes a link."""
    space_between_link_parts: bool = False
    """Whether `[text] (url)` is a link."""
    spaces_in_link_targets: bool = False
    """Whether `[text](my file.pdf)` is a link."""
    definition_interrupts_paragraph: bool = False
    """Whether `[label]: url` right below text is a definition."""
    footnote_interrupts_paragraph: bool = True
    """The same for `[^label]: note`."""
    code_hides_pipes: bool = False
    """Whether a `|` in a code span does not end a table cell."""
    table_dashes: Literal["equal", "more", "any"] = "equal"
    """How many cells the delimiter row of a table may have, compared with the header."""
    extra_cells_are_lost: bool = True
    """Whether cells beyond the number of header cells are dropped."""
    footnote_text_below: bool = False
    """Whether the text of a footnote may begin on the line below its label, without an indent."""
    dotted_languages: bool = False
    """Whether the language of a code block may begin with a dot: ` ``` .sh`."""
    renumbers_headings: bool = False
    """Whether the generator moves headings to other levels: several H1 in the source are not several on the page."""
    alt_is_caption: bool = False
    """Whether the alternative text of an image is printed as its caption."""
    languages: frozenset[str] | None = frozenset()
    """The code block languages that the site's settings add; None: unknown."""
    heading_ids: HeadingIds | None = None
    """None if headings have no ids, or if the site's settings decide."""
    alternative_heading_ids: HeadingIds | None = None
    """The ids that another generator may give; they hold too unless the page's links contradict them."""
