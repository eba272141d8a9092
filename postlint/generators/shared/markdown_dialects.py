"""The Markdown dialects that several generators share; each was run."""

from __future__ import annotations

from postlint.core.generator import MarkdownDialect
from postlint.generators.shared import slugs

PYTHON_MARKDOWN = MarkdownDialect(
    name="Python-Markdown",
    list_interrupts_paragraph=False,
    list_indent=4,
    heading_may_be_indented=False,
    table_interrupts_paragraph=False,
    table_ends_at_blank_line=True,
    fence_info_with_spaces=False,
    # extensions/fenced_code.py; run: other words turn it into inline code
    spaced_info=r"\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=(?P<quote>[\"'])[^\n]*?(?P=quote))?",
    heading_without_space=True,
    unclosed_fence_is_text=True,  # extensions/fenced_code.py: the pattern needs both fences
    code_hides_pipes=True,  # extensions/tables.py, RE_CODE_PIPES
    bare_urls_link=False,
    spaces_in_link_targets=True,
    definition_interrupts_paragraph=True,
    footnote_text_below=True,  # run: the lines below belong to it, whatever their indent
    dotted_languages=True,  # run, in fenced_code and pymdownx.superfences
    indented_blocks=True,  # extensions/admonition.py; pymdownx.details, pymdownx.tabbed
    heading_ids=slugs.heading_ids(slugs.python_markdown, separator="_"),
)
"""With the extension `extra` or `fenced_code`."""

MKDOCS = PYTHON_MARKDOWN._replace(
    bare_urls_link=True,
    # pymdownx/superfences.py, RE_NESTED_FENCE_START: options beside the language, or attributes
    spaced_info=r"(?:\.?[\w#.+-]+(?=\s|\Z))?(?:\s*\{[^\n]*\}|(?:\s*[a-zA-Z]\w*(?:=(?:\"[^\"]*\"|'[^']*'))?(?=\s|\Z))*)",
    heading_ids=slugs.heading_ids(slugs.python_markdown, slugs.pymdownx, separator="_"),
)
"""`pymdownx.magiclink` and `pymdownx.superfences` are usual there."""

UNKNOWN_PARSER = MarkdownDialect(
    name="the site's Markdown parser",
    code_hides_pipes=True,
    definition_interrupts_paragraph=True,
    attribute_lines=True,
    space_between_link_parts=True,
    spaces_in_link_targets=True,
    table_dashes="any",
    extra_cells_are_lost=False,
    heading_without_space=None,
)
"""A parser that the site's settings choose, and whose syntax and ids are unknown: each fact is the one that no rule
reports."""
