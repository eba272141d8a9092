"""`postlint init`: write a first postlint.toml."""

from __future__ import annotations

import argparse
import os

from postlint.cli.console import print_error
from postlint.cli.exit_codes import EXIT_ERROR, EXIT_OK
from postlint.core.settings import ConfigurationError
from postlint.workspace import markdownlint_config
from postlint.workspace.paths import display_path
from postlint.workspace.sites import Sites
from postlint.workspace.toml_writer import as_toml

_TEMPLATE = """\
# Configuration of postlint. Everything here is optional; command-line options take precedence.
# `postlint rules` lists all rules, `postlint explain RULE` describes a rule and its options.

# The rules to start from: recommended, strict, markdownlint, all, none.
preset = "recommended"

# {comment}
{generator}

# Files to exclude (gitignore patterns).
exclude = []

# Rules to enable or disable in addition to the preset: rule or family names, markdownlint codes or names.
extend-select = []
ignore = []

# The lowest severity that causes exit code 1: error, warning, info.
fail-on = "error"

# One rule: its severity (error, warning, info, off) and its options.
# [rules."heading/trailing-punctuation"]
# severity = "error"
# punctuation = ".,;:"

# Other settings for some posts, chosen by path, by front matter values, or both; later overrides win.
# [[overrides]]
# files = ["drafts/"]
# when = {{ draft = true }}
# ignore = ["post", "link"]
# schema = "./post.schema.json"  # a JSON Schema for their front matter; `postlint schema infer` writes one
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `init`."""
    parser.description = "Write a commented postlint.toml for the site in a directory."
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="the site's directory (default: .)")
    parser.add_argument(
        "--from-markdownlint",
        action="store_true",
        help="translate the directory's markdownlint configuration (JSON, JSONC or YAML)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the file; an existing one is never overwritten. Raises ConfigurationError."""
    folder = os.path.abspath(args.folder)
    path = os.path.join(folder, "postlint.toml")
    text = _translate_markdownlint(folder) if args.from_markdownlint else _fill_template(folder)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        print_error(f"{display_path(path)} already exists")
        return EXIT_ERROR
    except OSError as error:
        print_error(f"{display_path(path)}: cannot write the file: {error.strerror}")
        return EXIT_ERROR
    print(f"wrote {display_path(path)}")
    return EXIT_OK


def _fill_template(folder: str) -> str:
    generator = Sites().of(folder, None, folder).generator
    if not generator.is_known:
        comment, line = "The site generator; none was detected.", '# generator = "hugo"'
    else:
        comment, line = "The site generator, detected from the site's files.", f'generator = "{generator.name}"'
    return _TEMPLATE.format(comment=comment, generator=line)


def _translate_markdownlint(folder: str) -> str:
    paths = [os.path.join(folder, name) for name in markdownlint_config.NAMES]
    configuration = next((path for path in paths if os.path.isfile(path)), None)
    if configuration is None:
        names = ", ".join(markdownlint_config.NAMES)
        raise ConfigurationError(f"{display_path(folder)}: no markdownlint configuration found (looked for {names})")
    return as_toml(markdownlint_config.translate(configuration))
