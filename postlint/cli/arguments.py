"""The arguments of `postlint check`, and what they make of the settings."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from postlint import __version__
from postlint.core.finding import Severity
from postlint.core.settings import Override, Settings
from postlint.engine.plan import PRESETS
from postlint.generators import GENERATORS
from postlint.report import FORMATS
from postlint.workspace.settings_loader import SettingsLoader

_EPILOG = """\
commands:
  postlint [check] PATH...   check files and folders; the word `check` may be left out
  postlint explain RULE      a rule's manual: what it reports, why, its options
  postlint rules             all rules
  postlint init              write a postlint.toml to begin with
  postlint init --from-markdownlint
                             the same, translated from markdownlint's configuration
  postlint schema infer      make a JSON Schema of what the front matter of posts has in common
  postlint schema check      say whether a file is a schema that postlint can use
  postlint schema show       print the built-in schema of a generator

`postlint COMMAND --help` says more of each.

RULES are names (heading/skipped-level), families (heading), markdownlint's codes
and names (MD001, heading-increment) or `all`; by comma or repeated.

configuration: the nearest postlint.toml, .postlint.toml or [tool.postlint] in
pyproject.toml above each file; the command line wins.

exit codes: 0 nothing at or above the fail level; 1 findings; 2 wrong usage, wrong
configuration, a path that does not exist, or a rule that crashed.

examples:
  postlint .                               every post below this folder
  postlint --fix content                   mend what is safe to mend
  postlint --diff --unsafe-fixes content   what fixability would change
  postlint --select front-matter,code _posts
  postlint --format github --fail-on warning .
"""


def check_parser() -> argparse.ArgumentParser:
    """The parser of `check`, which is the help of the whole tool."""
    parser = argparse.ArgumentParser(
        prog="postlint",
        usage="postlint [check] [OPTION]... [PATH]...",
        description="Check blog posts and Markdown sites: front matter, structure, code and links in one pass.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders (default: this folder); - is the standard input"
    )
    parser.add_argument("--version", action="version", version=f"postlint {__version__}")
    _add_selection(parser.add_argument_group("what to find"))
    _add_fixing(parser.add_argument_group("fixing"))
    _add_output(parser.add_argument_group("output"))
    _add_running(parser.add_argument_group("running"))
    return parser


def _add_selection(group: argparse._ArgumentGroup) -> None:
    rules: dict[str, Any] = {"metavar": "RULES", "action": "append", "type": _words}
    group.add_argument("--select", help="check these rules, instead of what preset and configuration select", **rules)
    group.add_argument("--extend-select", help="check these rules as well", **rules)
    group.add_argument("--ignore", help="do not check these rules; wins over the others", **rules)
    group.add_argument(
        "--preset", choices=PRESETS, help="the rules to start from: %(choices)s (default: recommended)", metavar="NAME"
    )
    group.add_argument(
        "--generator",
        choices=GENERATORS,
        metavar="NAME",
        help="what builds the site: %(choices)s (default: found from its files)",
    )
    group.add_argument(
        "--site",
        choices=("auto", "on", "off"),
        default="auto",
        help="rules on the whole site, such as broken links (default: auto, which is on where a folder is given)",
    )
    where = group.add_mutually_exclusive_group()
    where.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    where.add_argument("--isolated", action="store_true", help="read no configuration")


def _add_fixing(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="mend what can safely be mended, and report the rest")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also apply fixes that need your eye"
    )
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--format",
        action="append",
        metavar="NAME[=FILE]",
        type=_format,
        help=f"{', '.join(FORMATS)}; may be repeated (default: rich on a terminal, else text)",
    )
    group.add_argument("--statistics", action="store_true", help="also count the findings by rule and by file")
    group.add_argument("--quiet", "-q", action="store_true", help="only the findings, no totals")
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="in the report for terminals (default: auto; NO_COLOR is honoured)",
    )
    group.add_argument(
        "--show-settings", metavar="FILE", help="say which configuration, generator and rules a file gets"
    )
    group.add_argument("--list-files", action="store_true", help="say which files would be checked")


def _add_running(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--fail-on",
        choices=("error", "warning", "info"),
        help="the mildest severity that ends with exit code 1 (default: error)",
    )
    group.add_argument("--exit-zero", action="store_true", help="end with exit code 0 in spite of findings")
    group.add_argument("--stdin-filename", metavar="PATH", help="with -: the path that the standard input is taken for")
    group.add_argument("--no-cache", action="store_true", help="accepted for scripts: nothing is cached")


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _format(text: str) -> tuple[str, str]:
    name, _, path = text.partition("=")
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(f"'{name}' is none of {', '.join(FORMATS)}")
    return name, path


def settings_loader(args: argparse.Namespace) -> SettingsLoader:
    """Where the settings of the files come from, with what the command line says over them."""
    return SettingsLoader(args.config, args.isolated, _adjusted(args))


def _adjusted(args: argparse.Namespace) -> Callable[[Settings], Settings]:
    said = Override(
        select=_flat(args.select) if args.select else None,
        extend_select=_flat(args.extend_select),
        ignore=_flat(args.ignore),
        generator=args.generator,
    )

    def adjust(settings: Settings) -> Settings:
        settings = replace(settings, command_line=said)
        if args.preset is not None:
            settings = replace(settings, preset=args.preset, select=None)
        return replace(settings, fail_on=Severity[args.fail_on.upper()]) if args.fail_on else settings

    return adjust


def _flat(groups: Iterable[tuple[str, ...]] | None) -> tuple[str, ...]:
    return tuple(word for group in groups or () for word in group)
