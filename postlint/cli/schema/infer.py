"""`postlint schema infer`: existing posts -> a schema, and the likely typos in them."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace

from postlint.cli.console import print_error
from postlint.cli.exit_codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_OK
from postlint.cli.schema.schema_text import schema_text
from postlint.core.messages import quoted
from postlint.core.settings import ConfigurationError, Override, Settings
from postlint.generators import GENERATORS
from postlint.report import sanitize
from postlint.schema.infer import InferOptions, Inferred, Outlier, Sample, infer
from postlint.schema.violations import describe_path
from postlint.workspace.discover import discover
from postlint.workspace.front_matter_samples import Samples, gather, without_rules
from postlint.workspace.globs import is_pattern
from postlint.workspace.paths import display_path
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.write import write

_DESCRIPTION = """\
Write a JSON Schema (draft 2020-12) that describes the front matter of existing
posts: types, required keys, allowed values, and formats such as dates. Comments
in the schema count the posts behind each statement. Likely typos are excluded
and listed on standard error."""
_EPILOG = """\
exit codes: 0 the schema is written; 1 it is written, but some files could not
be read; 2 usage or configuration error, missing path, or no front matter.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `schema infer`."""
    parser.description = _DESCRIPTION
    parser.epilog = _EPILOG
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and directories (default: .)")
    _add_output(parser)
    _add_inference(parser)
    _add_discovery(parser)


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", "-o", metavar="FILE", help="write to FILE (default: standard output)")
    parser.add_argument("--force", action="store_true", help="with --output: overwrite an existing file")


def _add_inference(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--when",
        action="append",
        type=_key_and_value,
        metavar="KEY=VALUE",
        help="use only posts with this front matter value; may be repeated",
    )
    parser.add_argument("--closed", action="store_true", help="disallow keys that no post has")
    parser.add_argument(
        "--enum-limit",
        type=_count,
        default=10,
        metavar="N",
        help="emit an enum if there are at most N recurring values (default: %(default)s; 0: never)",
    )
    parser.add_argument(
        "--depth",
        type=_count,
        default=2,
        metavar="N",
        help="levels of nested mappings to describe (default: %(default)s)",
    )


def _add_discovery(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--include", action="append", default=[], metavar="GLOB", help="also read files that are skipped by default"
    )
    parser.add_argument("--exclude", action="append", default=[], metavar="GLOB", help="exclude files")
    parser.add_argument("--generator", choices=GENERATORS, metavar="NAME", help="site generator (default: detected)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--config", metavar="FILE", help="use this configuration file for all posts")
    where.add_argument("--isolated", action="store_true", help="ignore all configuration files")


def _key_and_value(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise argparse.ArgumentTypeError(f"expected KEY=VALUE, not '{text}'")
    return key.strip(), value.strip()


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a non-negative integer, not '{text}'")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Read the posts, write the schema, list the outliers. Raises ConfigurationError."""
    output = args.output and os.path.abspath(args.output)
    if args.force and not output:
        raise ConfigurationError("--force requires --output")
    if output and os.path.lexists(output) and not args.force:
        raise ConfigurationError(f"{display_path(output)} already exists; use --force to overwrite it")
    loader = _settings_loader(args)
    files = discover(args.paths, loader.for_folder)
    for problem in files.problems:
        print_error(problem)
    samples = gather(files.files, loader, dict(args.when or ()))
    for line in samples.unreadable:
        print(sanitize.path(line), file=sys.stderr)
    if not samples.posts:
        print_error(_no_samples_message(samples, args))
        return EXIT_ERROR
    inferred = infer(
        [Sample(post.front_matter.data, post.ignore_case) for post in samples.posts],
        InferOptions(args.closed, args.enum_limit, args.depth),
    )
    _list_outliers(samples, inferred)
    if not output:
        _print(inferred)
    elif not _write(output, inferred, len(samples.posts)):
        return EXIT_ERROR
    return EXIT_ERROR if files.problems else EXIT_FINDINGS if samples.unreadable else EXIT_OK


def _settings_loader(args: argparse.Namespace) -> SettingsLoader:
    for glob in (*args.include, *args.exclude):
        if not is_pattern(glob):
            raise ConfigurationError(f"invalid gitignore pattern {quoted(glob)}")

    def adjust(settings: Settings) -> Settings:
        return replace(
            without_rules(settings),
            include=(*settings.include, *args.include),
            exclude=(*settings.exclude, *args.exclude),
            command_line=Override(generator=args.generator),
        )

    return SettingsLoader(args.config, args.isolated, adjust)


def _no_samples_message(samples: Samples, args: argparse.Namespace) -> str:
    """Why there is no post to infer from."""
    if samples.others:
        conditions = " and ".join(f"{key}={value}" for key, value in args.when)
        return f"no post with {conditions} (read {_number(samples.others, 'post')})"
    if samples.unreadable:
        return "no readable front matter found"
    if samples.bare:
        return f"no front matter in {_number(samples.bare, 'Markdown file')}"
    return "no Markdown files found"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _list_outliers(samples: Samples, inferred: Inferred) -> None:
    """Print the likely typos on standard error, by post and line."""
    numbered = [(outlier.sample, _line(samples, outlier), outlier) for outlier in inferred.outliers]
    for sample, line, outlier in sorted(numbered, key=lambda item: item[:2]):
        where = sanitize.path(f"{samples.posts[sample].source.path}:{line}")
        print(
            f"{where}: {sanitize.line(describe_path(outlier.path))}: {sanitize.line(outlier.reason)}", file=sys.stderr
        )


def _line(samples: Samples, outlier: Outlier) -> int:
    return samples.posts[outlier.sample].line(outlier.path, key=outlier.is_key)


def _print(inferred: Inferred) -> None:
    text = schema_text(inferred.document)
    encoding = sys.stdout.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = schema_text(inferred.document, ascii_only=True)
    sys.stdout.write(text)


def _write(path: str, inferred: Inferred, posts: int) -> bool:
    """Write the schema; False, with an error message, if that fails."""
    data = schema_text(inferred.document).encode()
    try:
        if os.path.lexists(path):
            write(path, data)
        else:
            with open(path, "xb") as file:
                file.write(data)
    except OSError as error:
        print_error(f"{display_path(path)}: cannot write the schema: {error.strerror or error}")
        return False
    keys = len(inferred.document["properties"])
    print(f"wrote {sanitize.line(display_path(path))}: {_number(keys, 'key')} from {_number(posts, 'post')}")
    return True
