"""The Markdown parsers that several generators share, each as it was run."""

from __future__ import annotations

from postlint.core.generator import Markdown

PYTHON_MARKDOWN = Markdown(
    name="Python-Markdown",
    list_interrupts_paragraph=False,
    table_interrupts_paragraph=False,
    heading_without_space=True,
    unclosed_fence_is_text=True,  # extensions/fenced_code.py: a pattern that needs both ends
    code_hides_pipes=True,  # extensions/tables.py, RE_CODE_PIPES
)
"""With `extra`, `fenced_code` or `pymdownx.superfences`."""

PANDOC = Markdown(
    name="Pandoc",
    heading_interrupts_paragraph=False,
    list_interrupts_paragraph=False,
    table_interrupts_paragraph=False,
    code_hides_pipes=True,
)
"""Pandoc's own `markdown`, as Quarto reads it."""
