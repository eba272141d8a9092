"""`postlint schema show`: the built-in schema of a generator."""

from __future__ import annotations

import argparse

from postlint.cli.exit_codes import EXIT_OK
from postlint.cli.schema.schema_text import schema_text
from postlint.core.messages import quoted
from postlint.core.settings import ConfigurationError
from postlint.core.spelling import suggestion
from postlint.generators import GENERATORS, get_generator


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `schema show`."""
    parser.description = "Print the built-in front matter schema of a generator."
    parser.add_argument("generator", metavar="GENERATOR", help=", ".join(GENERATORS))


def run(args: argparse.Namespace) -> int:
    """Print the schema. Raises ConfigurationError for an unknown name, or a generator without exactly one schema."""
    from postlint.schema import load_schema
    from postlint.schema.load import builtin_schemas

    name = args.generator
    known = [*GENERATORS, *(schema for schema in builtin_schemas() if schema not in GENERATORS)]
    if name not in known:
        hint = suggestion(name, known) or f", expected one of {', '.join(known)}"
        raise ConfigurationError(f"unknown generator {quoted(name)}{hint}")
    schemas = (name,) if name in builtin_schemas() else get_generator(name).front_matter.schemas
    if not schemas:
        raise ConfigurationError(f"postlint has no schema for {name}")
    if len(schemas) > 1:
        raise ConfigurationError(f"postlint has several schemas for {name}; choose one of {', '.join(schemas)}")
    print(schema_text(load_schema(*schemas).document), end="")
    return EXIT_OK
