"""Draw `docs/report.svg`, the picture in the README: the report on a post of `examples/blog`.

`pytest --update` writes it, and so does `python docs/picture.py`.
"""

from __future__ import annotations

import re
from contextlib import chdir
from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME

from postlint.report import View
from postlint.report.formats.rich import show
from postlint.workspace.discover import discover
from postlint.workspace.session import RunOptions, Session
from postlint.workspace.settings_loader import SettingsLoader

DOCS = Path(__file__).parent
BLOG = DOCS.parent / "examples" / "blog"
POST = "_posts/2025-03-16-reading-the-sensor.md"


def draw() -> str:
    """Check the whole blog, for the site rules, and draw the report on one post."""
    with chdir(BLOG):
        loader = SettingsLoader()
        session = Session(loader, RunOptions(site=True))
        result = session.check(discover(["."], loader.for_folder).files)
    diagnostics = tuple(diagnostic for diagnostic in result.diagnostics if diagnostic.path == POST)
    console = Console(
        file=StringIO(), record=True, width=96, color_system="standard", force_terminal=True,
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    show(console, replace(result, diagnostics=diagnostics, files=1, seconds=0), View())
    svg = console.export_svg(title=f"postlint {POST}", theme=SVG_EXPORT_THEME, unique_id="postlint")
    # An SVG in an <img> loads no fonts, so the picture uses the reader's monospaced font.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace(
        "Fira Code", "ui-monospace, Menlo, Consolas"
    )


if __name__ == "__main__":
    (DOCS / "report.svg").write_text(draw(), encoding="utf-8", newline="\n")
