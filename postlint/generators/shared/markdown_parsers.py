"""The Markdown parsers that several generators share, each as it was run."""

from __future__ import annotations

from dataclasses import replace

from postlint.core.generator import Markdown

PYTHON_MARKDOWN = Markdown(
    name="Python-Markdown",
    list_interrupts_paragraph=False,
    list_indent=4,
    heading_may_be_indented=False,
    table_interrupts_paragraph=False,
    table_ends_at_blank_line=True,
    fence_info_with_spaces=False,
    # extensions/fenced_code.py; run: other words make it code in a line
    spaced_info=r"\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=(?P<quote>[\"'])[^\n]*?(?P=quote))?",
    heading_without_space=True,
    unclosed_fence_is_text=True,  # extensions/fenced_code.py: a pattern that needs both ends
    code_hides_pipes=True,  # extensions/tables.py, RE_CODE_PIPES
    bare_urls_link=False,
    spaces_in_link_targets=True,
    definition_interrupts_paragraph=True,
    indented_blocks=True,  # extensions/admonition.py; pymdownx.details, pymdownx.tabbed
)
"""With `extra` or `fenced_code`."""

MKDOCS = replace(
    PYTHON_MARKDOWN,
    bare_urls_link=True,
    # pymdownx/superfences.py, RE_NESTED_FENCE_START: options beside the language, or attributes
    spaced_info=r"(?:\.?[\w#.+-]+(?=\s|\Z))?(?:\s*\{[^\n]*\}|(?:\s*[a-zA-Z]\w*(?:=(?:\"[^\"]*\"|'[^']*'))?(?=\s|\Z))*)",
)
"""`pymdownx.magiclink` and `pymdownx.superfences` are usual there."""

PANDOC = Markdown(
    name="Pandoc",
    heading_interrupts_paragraph=False,
    heading_may_be_indented=False,
    list_interrupts_paragraph=False,
    table_interrupts_paragraph=False,
    tildes_interrupt_paragraph=False,
    fence_info_with_spaces=False,
    spaced_info=r"\S*|\S*[ \t]*\{[^\n]*\}",
    unclosed_fence_is_text=True,
    code_hides_pipes=True,
    table_dashes="any",
    bare_urls_link=False,
    spaces_in_link_targets=True,
    footnote_interrupts_paragraph=False,
)
"""Pandoc's own `markdown`, as Quarto reads it."""
