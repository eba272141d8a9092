"""A Markdown page of ours, such as a rule's manual, for a terminal."""

from __future__ import annotations

from io import StringIO

from postlint.report.view import View


def render(text: str, view: View) -> str:
    """The page with formatted headings, lists and code."""
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(file=StringIO(), width=min(view.width, 100), force_terminal=view.color, no_color=not view.color)
    with console.capture() as captured:
        console.print(Markdown(text, code_theme="ansi_dark", hyperlinks=False))
    return captured.get()
