"""What every command module provides."""

from __future__ import annotations

import argparse
from typing import Protocol


class Command(Protocol):
    """A module of `postlint.cli`, or of a folder in it for the commands of a command.

    Its name is the word on the command line. A new top-level command is one module and a word in `cli.COMMANDS`.
    """

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Set the parser's description and add the arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do the work and return the exit code.

        Raises PostlintError, which `main` prints as one line.
        """


def create_parser(name: str, command: Command) -> argparse.ArgumentParser:
    """The parser of a top-level command. Texts keep their lines; options cannot be abbreviated."""
    parser = argparse.ArgumentParser(
        prog=f"postlint {name}", formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    command.configure(parser)
    return parser
