"""The table of output formats in the README."""

from __future__ import annotations

import re
from pathlib import Path

from postlint.report import FORMATS, get_format

_README = Path(__file__).parents[2] / "README.md"
_SECTION = re.compile(r"<!-- formats -->\n.*?<!-- end of formats -->", re.DOTALL)


def format_table() -> str:
    """All formats with their descriptions, as a Markdown table."""
    rows = [f"| `{name}` | {get_format(name).description} |\n" for name in FORMATS]
    return "".join(["| `--format` | for |\n", "| --- | --- |\n", *rows])


def readme() -> str:
    """The README with a current table. Raises ValueError if the comments around it are missing."""
    section = f"<!-- formats -->\n\n{format_table()}\n<!-- end of formats -->"
    text, count = _SECTION.subn(lambda _: section, _README.read_text(encoding="utf-8"))
    if count != 1:
        raise ValueError("README.md: expected one section `<!-- formats -->` ... `<!-- end of formats -->`")
    return text
