"""Files of the repository that are generated from the code. A test fails if one of them is out of date.

`pytest --update` writes them, with the golden files of the tests; `python -m postlint.manual` writes these alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from itertools import groupby

from postlint.core.rule import Rule
from postlint.engine.registry import load
from postlint.manual.configuration_schema import configuration_schema
from postlint.manual.format_table import readme
from postlint.manual.rule_manual import fix_label, preset_name, summary

_INTRODUCTION = """\
# Rules

{count} rules in {families} families. A family's name selects all of its rules. `postlint explain RULE` prints a rule's
manual, which is the docstring of its file.

- *preset*: **recommended** rules are enabled by default, **strict** ones by `preset = "strict"`, and **opt-in** ones by
  name or by `preset = "all"`. `preset = "markdownlint"` enables those with a code such as MD001.
- *severity*: the default; a rule may report some of its findings with another severity.
- *fix*: **yes** with `--fix`, **unsafe** with `--fix --unsafe-fixes`.
- The codes and names below a rule's name are aliases: markdownlint's, and former names of the rule.

(Generated; `pytest --update` writes this file.)
"""
_FAMILY = """
## {family}

| rule | what it reports | preset | severity | fix |
| --- | --- | --- | --- | --- |
"""


def rule_table() -> str:
    """The README of the rules: a table for each family."""
    rules = load().rules
    parts = [_INTRODUCTION.format(count=len(rules), families=len({rule.family for rule in rules}))]
    for family, members in groupby(rules, key=lambda rule: rule.family):
        parts += [_FAMILY.format(family=family), *map(_row, members)]
    return "".join(parts)


def _row(rule: Rule) -> str:
    path = f"{rule.name.replace('-', '_')}.py"
    name = "<br>".join((f"[{rule.name}]({path})", ", ".join(rule.aliases))).removesuffix("<br>")
    cells = (name, summary(rule).replace("|", r"\|"), preset_name(rule), str(rule.severity), fix_label(rule))
    return f"| {' | '.join(cells)} |\n".replace("|  |", "| |")


def _configuration_schema() -> str:
    return json.dumps(configuration_schema(), indent=2, ensure_ascii=False) + "\n"


GENERATED_FILES: Mapping[str, Callable[[], str]] = {
    "README.md": readme,  # only its table of formats
    "postlint/rules/README.md": rule_table,
    "schemas/postlint.json": _configuration_schema,
}
"""The path of each file in the repository, and the function that returns its text."""
