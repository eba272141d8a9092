"""`postlint explain RULE`: a rule's manual."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from postlint.cli.main import OK
from postlint.engine.registry import load
from postlint.manual.rule_manual import manual, markdown, plain
from postlint.report import View


def parser() -> argparse.ArgumentParser:
    """The parser of `explain`."""
    made = argparse.ArgumentParser(
        prog="postlint explain",
        description="Print the manual of rules: what they report and why, examples, options.",
    )
    made.add_argument("rules", nargs="+", metavar="RULE", help="a name, a family, or markdownlint's code or name")
    return made


def run(args: argparse.Namespace) -> int:
    """Print the manuals. Raises UnknownRuleError."""
    registry = load()
    names = [sorted(registry.resolve([word])) for word in args.rules]
    pages = [manual(registry.by_name[name]) for group in names for name in group]
    if sys.stdout.isatty():
        from postlint.report import rich_page

        view = View(color=not os.environ.get("NO_COLOR"), width=shutil.get_terminal_size((100, 24)).columns)
        print("\n".join(rich_page.render(markdown(page), view) for page in pages), end="")
    else:
        print("\n\n".join(plain(page) for page in pages), end="")
    return OK
