"""`postlint explain RULE`: a rule's manual."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from postlint.cli.exit_codes import EXIT_OK
from postlint.engine.registry import load
from postlint.manual.rule_manual import manual, markdown, plain
from postlint.report import View


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `explain`."""
    parser.description = "Print the manual of rules: what they report and why, with examples and options."
    parser.add_argument("rules", nargs="+", metavar="RULE", help="a rule or family, or a markdownlint code or name")


def run(args: argparse.Namespace) -> int:
    """Print the manuals: Markdown rendered for a terminal, plain text otherwise. Raises UnknownRuleError."""
    registry = load()
    groups = [sorted(registry.resolve([word])) for word in args.rules]
    manuals = [manual(registry.by_name[name]) for group in groups for name in group]
    if sys.stdout.isatty():
        from postlint.report import rich_page

        view = View(color=not os.environ.get("NO_COLOR"), width=shutil.get_terminal_size((100, 24)).columns)
        print("\n".join(rich_page.render(markdown(page), view) for page in manuals), end="")
    else:
        print("\n\n".join(plain(page) for page in manuals), end="")
    return EXIT_OK
