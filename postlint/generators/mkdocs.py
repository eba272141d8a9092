"""MkDocs.

"run" below: seen with MkDocs 1.6. The rest is read in mkdocs/utils/meta.py and its documentation.
"""

from __future__ import annotations

from postlint.core.generator import Fences, Generator
from postlint.generators.shared import slugs
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.markdown_parsers import MKDOCS

_PARTS = frozenset({"_includes", "_partials", "_snippets", "includes", "snippets", "partials", "overrides"})


def is_partial(path: str) -> bool:
    """Whether it is put into pages by the snippets extension, a plugin or a theme."""
    return not _PARTS.isdisjoint(path.split("/")[:-1])


GENERATOR = Generator(
    name="mkdocs",
    title="MkDocs",
    # Without `---`, `Key: value` lines at the very top are taken away, too; nobody writes front matter so today.
    formats=frozenset({"yaml"}),
    dots_close=True,
    fences=Fences(line_after=True),  # run: without a line end after it, the closing fence is none
    markdown=MKDOCS,
    is_partial=is_partial,
    read_date=iso_date,
    reads_dates=lambda path: False,  # a date is for themes alone
    title_from_file_name=True,
    anchors=slugs.anchors(slugs.python_markdown, slugs.pymdownx, separator="_"),
    labels_in_documented_code=True,  # mkdocstrings and autorefs
    schemas=("mkdocs",),
    source_suffixes=(".md", ".markdown", ".mdown", ".mkdn", ".mkd"),
)
