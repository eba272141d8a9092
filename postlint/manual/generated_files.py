"""Files of the repository that are made from the rules: `python -m postlint.manual.generated_files` writes them.

A test fails when they are not what they would be if they were written anew.
"""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Any

from postlint.core.options import json_schema
from postlint.core.rule import ALWAYS, Rule
from postlint.engine.plan import PRESETS
from postlint.engine.registry import load
from postlint.generators import GENERATORS
from postlint.manual.rule_manual import fixability, preset_name, summary
from postlint.workspace.settings_tables import ConfigurationTable, OverrideTable, RuleTable

_INDEX = """\
# The rules

{count} rules in {families} families; a family's name stands for all of its rules. `postlint explain RULE` prints a
rule's manual, which is the docstring of its file.

- *preset*: **recommended** is on by default, **strict** with `preset = "strict"`, **opt-in** where it is named, or with
  `preset = "all"`. `preset = "markdownlint"` has those with a code such as MD001.
- *severity*: unless the configuration says otherwise; some findings of a rule weigh more or less.
- *fix*: **yes** with `--fix`, **unsafe** with `--fix --unsafe-fixes`.
- Codes and names below a rule's name are markdownlint's, and may stand wherever a rule is named.

(Made by `python -m postlint.manual.generated_files`.)
"""
_FAMILY = """
## {family}

| rule | what it reports | preset | severity | fix |
| --- | --- | --- | --- | --- |
"""


def documents() -> dict[str, str]:
    """The files, by their paths in the repository."""
    schema = json.dumps(configuration_schema(), indent=2, ensure_ascii=False) + "\n"
    return {
        "schemas/postlint.json": schema,
        "postlint/rules/README.md": rule_index(),
    }


def configuration_schema() -> dict[str, Any]:
    """The JSON Schema of `postlint.toml`, and of `[tool.postlint]`."""
    registry = load()
    names = {rule.name: {"$ref": f"#/$defs/{rule.name.replace('/', '.')}"} for rule in registry.rules}
    aliases = {alias: names[rule.name] for rule in registry.rules for alias in rule.aliases}
    wide = {word: json_schema(RuleTable) for word in sorted(registry.families)}
    tables = {"type": "object", "additionalProperties": False, "properties": {**names, **wide, **aliases}}
    selectable = [*sorted(registry.families), *names, *aliases]
    override = json_schema(OverrideTable)
    schema = json_schema(ConfigurationTable)
    for table in (override, schema):
        table["properties"]["rules"] |= {"$ref": "#/$defs/rules"}
        table["properties"]["generator"]["enum"] = list(GENERATORS)
        for key in ("select", "extend-select", "ignore"):
            table["properties"][key]["items"] = {"$ref": "#/$defs/selectable"}
    schema["properties"]["preset"]["enum"] = list(PRESETS)
    schema["properties"]["overrides"]["items"] = override
    shared = {"selectable": {"enum": selectable}, "rules": tables}
    own = {rule.name.replace("/", "."): _table(rule) for rule in registry.rules}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "The configuration of postlint"}
    return {**head, **schema, "$defs": {**shared, **own}}


def _table(rule: Rule) -> dict[str, Any]:
    """The JSON Schema of a rule's table."""
    own = json_schema(rule.options)
    severity = json_schema(RuleTable)["properties"]["severity"]
    if rule.preset is ALWAYS:
        severity["enum"].remove("off")
    return {"title": summary(rule), **own, "properties": {"severity": severity, **own["properties"]}}


def rule_index() -> str:
    """All rules, a table for each family."""
    rules = load().rules
    parts = [_INDEX.format(count=len(rules), families=len({rule.family for rule in rules}))]
    for family, own in groupby(rules, key=lambda rule: rule.family):
        parts += [_FAMILY.format(family=family), *map(_row, own)]
    return "".join(parts)


def _row(rule: Rule) -> str:
    path = f"{rule.name.replace('-', '_')}.py"
    fix = {"no": "", "safe": "yes", "unsafe": "unsafe"}[fixability(rule)]
    name = "<br>".join((f"[{rule.name}]({path})", ", ".join(rule.aliases))).removesuffix("<br>")
    cells = (name, summary(rule).replace("|", r"\|"), preset_name(rule), str(rule.severity), fix)
    return f"| {' | '.join(cells)} |\n".replace("|  |", "| |")


def write(root: Path) -> None:
    """Write the files into a checkout."""
    for path, text in documents().items():
        (root / path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(__file__).parents[2])
