"""`postlint init`: a postlint.toml to begin with."""

from __future__ import annotations

import argparse
import os

from postlint.cli.main import OK, WRONG, print_error
from postlint.core.settings import ConfigurationError
from postlint.workspace import markdownlint_config
from postlint.workspace.paths import shown
from postlint.workspace.sites import Sites
from postlint.workspace.toml_writer import as_toml

_TEXT = """\
# postlint's configuration. Everything here is optional; the command line wins.
# All rules: `postlint rules`; what a rule reports, and its options: `postlint explain RULE`.

# The rules to start from: recommended, strict, markdownlint, all, none.
preset = "recommended"

# {found}
{generator}

# Files never to check (gitignore's syntax).
exclude = []

# Rules to add to those of the preset, and to leave out: names, families, markdownlint's names.
extend-select = []
ignore = []

# The mildest severity that makes the run fail: error, warning, info.
fail-on = "error"

# One rule: its severity (error, warning, info, off) and its options.
# [rules."heading/trailing-punctuation"]
# severity = "error"
# punctuation = ".,;:"

# Other settings for some posts: by their path, by what their front matter says, or both; later ones are stronger.
# [[overrides]]
# files = ["drafts/"]
# when = {{ draft = true }}
# ignore = ["post", "link"]
# schema = "./post.schema.json"  # your own, for their front matter: `postlint schema infer` makes one
"""


def parser() -> argparse.ArgumentParser:
    """The parser of `init`."""
    made = argparse.ArgumentParser(
        prog="postlint init", description="Write a commented postlint.toml for the site in a folder."
    )
    made.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="the site's (default: this one)")
    made.add_argument(
        "--from-markdownlint",
        action="store_true",
        help="make it of the folder's markdownlint configuration (JSON, JSONC, YAML)",
    )
    return made


def run(args: argparse.Namespace) -> int:
    """Write the file; never over another."""
    folder = os.path.abspath(args.folder)
    path = os.path.join(folder, "postlint.toml")
    try:
        text = _translated(folder) if args.from_markdownlint else _commented(folder)
    except ConfigurationError as error:
        print_error(str(error))
        return WRONG
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        print_error(f"{shown(path)} is there already")
        return WRONG
    except OSError as error:
        print_error(f"{shown(path)}: cannot be written: {error.strerror}")
        return WRONG
    print(f"wrote {shown(path)}")
    return OK


def _commented(folder: str) -> str:
    site = Sites().of(folder, None, folder)
    if not site.generator.is_known:
        found, line = "No generator that postlint knows was found here.", '# generator = "hugo"'
    else:
        found, line = (
            "What builds the site; this was found from its files.",
            f'generator = "{site.generator.name}"',
        )
    return _TEXT.format(found=found, generator=line)


def _translated(folder: str) -> str:
    paths = [os.path.join(folder, name) for name in markdownlint_config.NAMES]
    found = next((one for one in paths if os.path.isfile(one)), None)
    if found is None:
        raise ConfigurationError(f"{shown(folder)}: none of {', '.join(markdownlint_config.NAMES)} is there")
    return as_toml(markdownlint_config.translate(found))
