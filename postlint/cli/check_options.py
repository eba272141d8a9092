"""The options of `postlint check`, and the settings that they override."""

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
  postlint [check] PATH...   check files and directories (the default command)
  postlint explain RULE      print a rule's manual: what it reports, why, options
  postlint rules             list all rules
  postlint init              write a commented postlint.toml
  postlint init --from-markdownlint
                             translate a markdownlint configuration
  postlint schema infer      write a JSON Schema inferred from existing posts
  postlint schema check      check that a JSON Schema can be used
  postlint schema show       print the built-in schema of a generator

Run `postlint COMMAND --help` for details.

RULES are comma-separated names (heading/skipped-level), families (heading),
markdownlint codes and names (MD001, heading-increment), or `all`. Options that
take RULES may be repeated.

configuration: the nearest postlint.toml, .postlint.toml or [tool.postlint] in
pyproject.toml, for each file; command-line options take precedence.

exit codes: 0 no findings at or above the fail level; 1 findings; 2 usage or
configuration error, missing path, or a rule that crashed.

examples:
  postlint .                               check all posts in this directory
  postlint --fix content                   apply safe fixes
  postlint --diff --unsafe-fixes content   preview all fixes
  postlint --select front-matter,code _posts
  postlint --format github --fail-on warning .
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add all arguments of `check`; its help is the help of the whole tool."""
    parser.prog = "postlint"
    parser.usage = "postlint [check] [OPTION]... [PATH]..."
    parser.description = "Check blog posts and Markdown sites: front matter, structure, code and links in one pass."
    parser.epilog = _EPILOG
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and directories to check (default: .); - for standard input"
    )
    parser.add_argument("--version", action="version", version=f"postlint {__version__}")
    _add_selection(parser.add_argument_group("selection"))
    _add_fixing(parser.add_argument_group("fixing"))
    _add_output(parser.add_argument_group("output"))
    _add_running(parser.add_argument_group("other options"))


def _add_selection(group: argparse._ArgumentGroup) -> None:
    rules: dict[str, Any] = {"metavar": "RULES", "action": "append", "type": _rule_names}
    group.add_argument("--select", help="rules to enable, replacing those of preset and configuration", **rules)
    group.add_argument("--extend-select", help="additional rules to enable", **rules)
    group.add_argument("--ignore", help="rules to disable; takes precedence over the other options", **rules)
    group.add_argument(
        "--preset", choices=PRESETS, metavar="NAME", help="base set of rules: %(choices)s (default: recommended)"
    )
    group.add_argument(
        "--generator",
        choices=GENERATORS,
        metavar="NAME",
        help="site generator: %(choices)s (default: detected from the files of the site)",
    )
    group.add_argument(
        "--site",
        choices=("auto", "on", "off"),
        default="auto",
        help="whole-site rules, such as broken links (auto: on when a directory is given)",
    )
    where = group.add_mutually_exclusive_group()
    where.add_argument("--config", metavar="FILE", help="use this configuration file for all posts")
    where.add_argument("--isolated", action="store_true", help="ignore all configuration files")


def _add_fixing(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="apply safe fixes and report the remaining findings")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also apply fixes that need review"
    )
    group.add_argument("--diff", action="store_true", help="print the fixes as a diff without writing them")


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--format",
        action="append",
        metavar="NAME[=FILE]",
        type=_format,
        help=f"{', '.join(FORMATS)}; may be repeated (default: rich on a terminal, text otherwise)",
    )
    group.add_argument("--statistics", action="store_true", help="also count findings by rule and by file")
    group.add_argument("--quiet", "-q", action="store_true", help="print only the findings, without totals")
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colored output (default: auto, which honors NO_COLOR)",
    )
    group.add_argument(
        "--show-settings", metavar="FILE", help="print the configuration, generator and rules that apply to FILE"
    )
    group.add_argument("--list-files", action="store_true", help="list the files that would be checked")


def _add_running(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--fail-on",
        choices=("error", "warning", "info"),
        help="the lowest severity that causes exit code 1 (default: error)",
    )
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")
    group.add_argument("--stdin-filename", metavar="PATH", help="the path to assume for standard input")
    group.add_argument("--no-cache", action="store_true", help="no effect; accepted for compatibility")


def _rule_names(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _format(text: str) -> tuple[str, str]:
    name, _, path = text.partition("=")
    if name not in FORMATS:
        choices = ", ".join(f"'{choice}'" for choice in FORMATS)
        raise argparse.ArgumentTypeError(f"invalid choice: '{name}' (choose from {choices})")
    return name, path


def settings_loader(args: argparse.Namespace) -> SettingsLoader:
    """The settings of the files to check, overridden by the command line."""
    return SettingsLoader(args.config, args.isolated, _adjustment(args))


def _adjustment(args: argparse.Namespace) -> Callable[[Settings], Settings]:
    command_line = Override(
        select=_flat(args.select) if args.select else None,
        extend_select=_flat(args.extend_select),
        ignore=_flat(args.ignore),
        generator=args.generator,
    )

    def adjust(settings: Settings) -> Settings:
        settings = replace(settings, command_line=command_line)
        if args.preset is not None:
            settings = replace(settings, preset=args.preset, select=None)
        return replace(settings, fail_on=Severity[args.fail_on.upper()]) if args.fail_on else settings

    return adjust


def _flat(groups: Iterable[tuple[str, ...]] | None) -> tuple[str, ...]:
    return tuple(word for group in groups or () for word in group)
