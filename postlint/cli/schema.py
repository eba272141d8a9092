"""`postlint schema`: make a schema of the front matter that posts have, show the built-in ones, try one's own."""

from __future__ import annotations

import argparse
import json
import os
from typing import Any

from postlint.cli.main import OK, WRONG, print_error
from postlint.core.settings import ConfigurationError
from postlint.core.spelling import suggestion
from postlint.generators import GENERATORS, get_generator
from postlint.report import sanitize
from postlint.workspace.paths import shown

_EPILOG = """\
examples:
  postlint schema infer _posts --output post.schema.json
  postlint schema infer content --when layout=recipe --closed
  postlint schema check post.schema.json
  postlint schema show hugo

Name the schema in postlint.toml, and posts that do not keep to it are errors:

  [[overrides]]
  files = ["_posts/"]
  schema = "./post.schema.json"
"""
_INFER = """\
Write a JSON Schema (draft 2020-12) of what the front matter of posts has in
common: types, required keys, values, forms such as dates. Its comments say how
many posts have what. Keys and values that look like slips of the pen are left
out and listed on the error stream."""
_EXIT_CODES = """\
exit codes: 0 the schema is written; 1 it is, but some files could not be read;
2 wrong usage, no front matter, or a path that does not exist.
"""
_RAW: Any = {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False}


def parser() -> argparse.ArgumentParser:
    """The parser of `schema`."""
    made = argparse.ArgumentParser(
        prog="postlint schema",
        description="JSON Schemas of posts' front matter: make one, print the built-in ones, try your own.",
        epilog=_EPILOG,
        **_RAW,
    )
    verbs = made.add_subparsers(dest="verb", metavar="VERB", required=True)
    _add_infer(verbs)
    text = "print the built-in schema of a generator"
    show = verbs.add_parser("show", help=text, description=f"{text.capitalize()}.", allow_abbrev=False)
    show.add_argument("generator", metavar="GENERATOR", help=", ".join(GENERATORS))
    text = "say whether a file is a schema that postlint can use"
    check = verbs.add_parser("check", help=text, description=f"{text.capitalize()}.", allow_abbrev=False)
    check.add_argument("file", metavar="FILE", help="a JSON Schema, in JSON")
    return made


def _add_infer(verbs: Any) -> None:
    made = verbs.add_parser(
        "infer",
        help="write a schema of what posts have in common",
        description=_INFER,
        epilog=_EXIT_CODES,
        **_RAW,
    )
    made.add_argument(
        "paths", nargs="*", default=["."], metavar="PATH", help="files and folders (default: this folder)"
    )
    made.add_argument("--output", "-o", metavar="FILE", help="write it there (default: the standard output)")
    made.add_argument("--force", action="store_true", help="with --output: write over a file that is there")
    made.add_argument(
        "--when",
        action="append",
        type=_pair,
        metavar="KEY=VALUE",
        help="only of posts with this value in their front matter; may be repeated",
    )
    made.add_argument("--closed", action="store_true", help="allow no keys but those found")
    made.add_argument(
        "--enum-limit",
        type=_count,
        default=10,
        metavar="N",
        help="list the allowed values where no more than N are used again and again (default: %(default)s; 0: never)",
    )
    made.add_argument(
        "--depth",
        type=_count,
        default=2,
        metavar="N",
        help="levels of nested tables to describe (default: %(default)s)",
    )
    made.add_argument(
        "--include",
        action="append",
        default=[],
        metavar="GLOB",
        help="also read these files, though a check of the folder would leave them out",
    )
    made.add_argument("--exclude", action="append", default=[], metavar="GLOB", help="leave these files out")
    made.add_argument("--generator", choices=GENERATORS, metavar="NAME", help="what builds the site (default: found)")
    where = made.add_mutually_exclusive_group()
    where.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    where.add_argument("--isolated", action="store_true", help="read no configuration")


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise argparse.ArgumentTypeError(f"'{text}' is not KEY=VALUE")
    return key.strip(), value.strip()


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 0")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Do what the verb says. Raises ConfigurationError."""
    if args.verb == "show":
        return _show(args.generator)
    if args.verb == "check":
        return _check(args.file)
    from postlint.cli.schema_infer import run

    return run(args)


def _show(name: str) -> int:
    from postlint.schema import load_schema
    from postlint.schema.load import builtin_schemas

    known = [*GENERATORS, *(one for one in builtin_schemas() if one not in GENERATORS)]
    if name not in known:
        hint = suggestion(name, known) or f", expected one of {', '.join(known)}"
        raise ConfigurationError(f"no generator '{name}'{hint}")
    schemas = (name,) if name in builtin_schemas() else get_generator(name).schemas
    if len(schemas) != 1:
        which = f"several schemas for {name}: {', '.join(schemas)}" if schemas else f"no schema for {name}"
        raise ConfigurationError(f"postlint has {which}")
    print(schema_text(load_schema(*schemas).document), end="")
    return OK


def _check(file: str) -> int:
    from postlint.schema import SchemaError, load_schema

    path = os.path.abspath(file)
    try:
        schema = load_schema(path)
    except SchemaError as problem:
        print_error(f"{shown(path)}: {str(problem).removeprefix(f'schema `{path}`: ')}")
        return WRONG
    count = len(schema.properties)
    print(f"{sanitize.path(shown(path))}: a schema that postlint can use, of {count} key{'s' * (count != 1)}")
    return OK


def schema_text(document: Any, *, ascii_alone: bool = False) -> str:
    """A schema as JSON for people; what cannot be seen, or might deceive, is escaped."""
    text = json.dumps(document, indent=2, ensure_ascii=ascii_alone)
    if text.isascii():
        return text + "\n"
    return "".join(one if one == "\n" or one.isprintable() else json.dumps(one)[1:-1] for one in text) + "\n"
