"""`postlint explain RULE`: a rule's manual."""

from __future__ import annotations

import argparse

from postlint.cli.main import OK
from postlint.core.settings import ConfigurationError
from postlint.engine.manual import manual, plain
from postlint.engine.registry import UnknownRuleError, load


def parser() -> argparse.ArgumentParser:
    """The parser of `explain`."""
    made = argparse.ArgumentParser(
        prog="postlint explain",
        description="Print what a rule reports, why, its options and examples.",
    )
    made.add_argument("rules", nargs="+", metavar="RULE", help="a name, a family, or markdownlint's code or name")
    return made


def run(args: argparse.Namespace) -> int:
    """Print the manuals."""
    registry = load()
    try:
        names = [sorted(registry.resolve([word])) for word in args.rules]
    except UnknownRuleError as error:
        raise ConfigurationError(str(error)) from error
    pages = [plain(manual(registry.by_name[name])) for group in names for name in group]
    print("\n\n".join(pages), end="")
    return OK
