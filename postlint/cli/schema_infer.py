"""`postlint schema infer`: posts -> a schema, and what looks like a slip in them."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace

from postlint.cli.main import FINDINGS, OK, WRONG, print_error
from postlint.cli.schema import schema_text
from postlint.core.settings import ConfigurationError, Override, Settings
from postlint.report import sanitize
from postlint.schema.infer import InferOptions, Inferred, Sample, infer
from postlint.schema.violations import describe_path
from postlint.workspace.discover import discover
from postlint.workspace.front_matter_samples import Samples, gather, without_rules
from postlint.workspace.globs import is_pattern
from postlint.workspace.paths import shown
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.write import write


def run(args: argparse.Namespace) -> int:
    """Read the posts, write the schema, list the outliers. Raises ConfigurationError."""
    output = args.output and os.path.abspath(args.output)
    if args.force and not output:
        raise ConfigurationError("--force goes with --output")
    if output and os.path.lexists(output) and not args.force:
        raise ConfigurationError(f"{shown(output)} is there already; --force writes over it")
    loader = _loader(args)
    found = discover(args.paths, loader.for_folder)
    for problem in found.problems:
        print_error(problem)
    samples = gather(found.files, loader, dict(args.when or ()))
    for line in samples.unreadable:
        print(sanitize.path(line), file=sys.stderr)
    if not samples.posts:
        print_error(_nothing(samples, args))
        return WRONG
    inferred = infer(
        [Sample(post.front_matter.data, post.ignore_case) for post in samples.posts],
        InferOptions(args.closed, args.enum_limit, args.depth),
    )
    _list_outliers(samples, inferred)
    if not output:
        _print(inferred)
    elif not _write(output, inferred, len(samples.posts)):
        return WRONG
    return WRONG if found.problems else FINDINGS if samples.unreadable else OK


def _loader(args: argparse.Namespace) -> SettingsLoader:
    for glob in (*args.include, *args.exclude):
        if not is_pattern(glob):
            raise ConfigurationError(f"'{glob}' is not a glob in gitignore's syntax")

    def adjust(settings: Settings) -> Settings:
        return replace(
            without_rules(settings),
            include=(*settings.include, *args.include),
            exclude=(*settings.exclude, *args.exclude),
            command_line=Override(generator=args.generator),
        )

    return SettingsLoader(args.config, args.isolated, adjust)


def _nothing(samples: Samples, args: argparse.Namespace) -> str:
    """Why there is no post to infer from."""
    if samples.others:
        wanted = " and ".join(f"{key}={value}" for key, value in args.when)
        return f"none of {_number(samples.others, 'post')} has {wanted}"
    if samples.unreadable:
        return "no front matter that can be read"
    if samples.bare:
        return f"no front matter in {_number(samples.bare, 'Markdown file')}"
    return "no Markdown files here"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _list_outliers(samples: Samples, inferred: Inferred) -> None:
    lines = [samples.posts[one.sample].line(one.path, key=one.is_key) for one in inferred.outliers]
    for line, one in sorted(zip(lines, inferred.outliers, strict=True), key=lambda pair: (pair[1].sample, pair[0])):
        where = sanitize.path(f"{samples.posts[one.sample].source.path}:{line}")
        print(f"{where}: {sanitize.line(describe_path(one.path))}: {sanitize.line(one.reason)}", file=sys.stderr)


def _print(inferred: Inferred) -> None:
    text = schema_text(inferred.document)
    encoding = sys.stdout.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = schema_text(inferred.document, ascii_alone=True)
    sys.stdout.write(text)


def _write(path: str, inferred: Inferred, posts: int) -> bool:
    """Write the schema; whether that went well."""
    data = schema_text(inferred.document).encode()
    try:
        if os.path.lexists(path):
            write(path, data)
        else:
            with open(path, "xb") as file:
                file.write(data)
    except OSError as error:
        print_error(f"{shown(path)}: cannot be written: {error.strerror or error}")
        return False
    keys = len(inferred.document["properties"])
    print(f"wrote {sanitize.line(shown(path))}: {_number(keys, 'key')} of {_number(posts, 'post')}")
    return True
