"""`postlint rules`: all rules, as a table or as data."""

from __future__ import annotations

import argparse
import json

from postlint.cli.main import OK
from postlint.core.options import describe
from postlint.core.rule import Rule
from postlint.engine.registry import load
from postlint.manual.rule_manual import fixability, preset_name, summary


def parser() -> argparse.ArgumentParser:
    """The parser of `rules`."""
    made = argparse.ArgumentParser(
        prog="postlint rules",
        description="List all rules: the preset that switches each on, whether --fix mends it, what it reports.",
    )
    made.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")
    return made


def run(args: argparse.Namespace) -> int:
    """Print the rules."""
    rules = load().rules
    if args.format == "json":
        print(json.dumps({"version": 1, "rules": [_data(rule) for rule in rules]}, indent=2, ensure_ascii=False))
        return OK
    rows = [("rule", "preset", "fix", "what it reports")]
    rows += [(rule.name, preset_name(rule), _fix(rule), summary(rule)) for rule in rules]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        print(*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3], sep="  ")
    return OK


def _fix(rule: Rule) -> str:
    return {"no": "", "safe": "yes", "unsafe": "unsafe"}[fixability(rule)]


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
