"""`postlint schema check`: whether a file is a JSON Schema that postlint can use."""

from __future__ import annotations

import argparse
import os

from postlint.cli.console import print_error
from postlint.cli.exit_codes import EXIT_ERROR, EXIT_OK
from postlint.report import sanitize
from postlint.workspace.paths import display_path


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `schema check`."""
    parser.description = "Check that a file is a JSON Schema that postlint can use."
    parser.add_argument("file", metavar="FILE", help="a JSON Schema, in JSON")


def run(args: argparse.Namespace) -> int:
    """Print the result; exit code 2 for an unusable schema."""
    from postlint.schema import SchemaError, load_schema

    path = os.path.abspath(args.file)
    try:
        schema = load_schema(path)
    except SchemaError as error:
        print_error(f"{display_path(path)}: {error.reason}")
        return EXIT_ERROR
    count = len(schema.properties)
    print(f"{sanitize.path(display_path(path))}: valid schema with {count} key{'s' * (count != 1)}")
    return EXIT_OK
