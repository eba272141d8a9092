"""`postlint rules`: all rules, as a table or as JSON."""

from __future__ import annotations

import argparse
import json

from postlint.cli.exit_codes import EXIT_OK
from postlint.core.options import describe
from postlint.core.rule import Rule
from postlint.engine.registry import load
from postlint.manual.rule_manual import fix_label, fixability, preset_name, summary


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `rules`."""
    parser.description = "List all rules: the preset that enables each, whether --fix applies, what it reports."
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")


def run(args: argparse.Namespace) -> int:
    """Print the rules."""
    rules = load().rules
    if args.format == "json":
        print(json.dumps({"version": 1, "rules": [_data(rule) for rule in rules]}, indent=2, ensure_ascii=False))
        return EXIT_OK
    rows = [("rule", "preset", "fix", "what it reports")]
    rows += [(rule.name, preset_name(rule), fix_label(rule), summary(rule)) for rule in rules]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        print(*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3], sep="  ")
    return EXIT_OK


def _data(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "aliases": rule.aliases,
        "summary": summary(rule),
        "preset": preset_name(rule),
        "severity": str(rule.severity),
        "fix": fixability(rule),
        "options": [option._asdict() for option in describe(rule.options)],
    }
