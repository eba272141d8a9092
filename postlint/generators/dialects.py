"""The Markdown parsers that several generators share, each as it was run."""

from __future__ import annotations

from dataclasses import replace

from postlint.core.generator import Markdown

PYTHON_MARKDOWN = Markdown(
    name="Python-Markdown",
    list_interrupts_paragraph=False,
    list_indent=4,
    table_interrupts_paragraph=False,
    fence_info_with_spaces=False,
    # extensions/fenced_code.py; run: other words make it code in a line
    spaced_info=r"\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=(?P<quote>[\"'])[^\n]*?(?P=quote))?",
    heading_without_space=True,
    unclosed_fence_is_text=True,  # extensions/fenced_code.py: a pattern that needs both ends
    code_hides_pipes=True,  # extensions/tables.py, RE_CODE_PIPES
    bare_urls_link=False,
    indented_blocks=True,  # extensions/admonition.py; pymdownx.details, pymdownx.tabbed
)
"""With `extra` or `fenced_code`."""

MKDOCS = replace(PYTHON_MARKDOWN, bare_urls_link=True, fence_info_with_spaces=True)
"""`pymdownx.magiclink` and `pymdownx.superfences` are usual there."""

PANDOC = Markdown(
    name="Pandoc",
    heading_interrupts_paragraph=False,
    list_interrupts_paragraph=False,
    table_interrupts_paragraph=False,
    code_hides_pipes=True,
    bare_urls_link=False,
)
"""Pandoc's own `markdown`, as Quarto reads it."""
