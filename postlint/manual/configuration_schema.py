"""The JSON Schema of `postlint.toml` and of `[tool.postlint]`, for editors.

It accepts every configuration that postlint accepts, and rejects misspelled keys, values and rule names. It is stricter
in one respect: a rule made by a pattern of `text/forbidden` may only have a severity, because its options are the
pattern. Rule names can only be checked if all rules are known. So any name is accepted in a file that extends another
one or defines patterns of `text/forbidden`, whose names are rule names too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from postlint.core.options import json_schema
from postlint.core.rule import ALWAYS, PostRule, Rule
from postlint.engine.plan import PRESETS
from postlint.engine.registry import load
from postlint.generators import GENERATORS
from postlint.manual.rule_manual import summary
from postlint.workspace.settings_tables import ConfigurationTable, OverrideTable, RuleTable

_ID = "https://raw.githubusercontent.com/postlint/postlint/main/schemas/postlint.json"
_NAME_LISTS = ("select", "extend-select", "ignore")

Schema = dict[str, Any]


def configuration_schema() -> Schema:
    """The schema, as a JSON document."""
    override = json_schema(OverrideTable)
    schema = json_schema(ConfigurationTable)
    for table in (override, schema):
        table["properties"]["rules"] |= {"$ref": "#/$defs/rules"}
        table["properties"]["generator"]["enum"] = list(GENERATORS)
        for key in _NAME_LISTS:
            # The first alternative is for completion in editors; `knownNames` rejects unknown names.
            table["properties"][key]["items"] = {"anyOf": [{"$ref": "#/$defs/ruleName"}, {"type": "string"}]}
    schema["properties"]["preset"]["enum"] = list(PRESETS)
    schema["properties"]["overrides"]["items"] = override
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": _ID, "title": "Configuration of postlint"}
    document = {**head, **schema, "if": _has_unknown_rules(), "else": _only_known_names(), "$defs": _definitions()}
    for pointer, table in list(_objects(document, "#")):
        _accept_snake_case(pointer, table)
    return document


def _definitions() -> Schema:
    registry = load()
    references = {rule.name: {"$ref": f"#/$defs/{_definition_name(rule)}"} for rule in registry.rules}
    names = {alias: references[rule.name] for rule in registry.rules for alias in (rule.name, *rule.aliases)}
    families = {family: json_schema(RuleTable) for family in sorted(registry.families)}
    patterns = {_any_case([rule.name, *rule.aliases]): references[rule.name] for rule in registry.rules} | {
        _any_case([family]): table for family, table in families.items()
    }
    words = [*families, *names]
    return {
        "ruleName": {"anyOf": [{"enum": words}, {"type": "string", "pattern": _any_case(words)}]},
        "knownNames": {
            "patternProperties": {_any_separator(key): {"items": {"$ref": "#/$defs/ruleName"}} for key in _NAME_LISTS},
            "properties": {"rules": {"propertyNames": {"$ref": "#/$defs/ruleName"}}},
        },
        "rules": {
            "type": "object",
            "properties": {**names, **families},
            "patternProperties": patterns,
            "additionalProperties": json_schema(RuleTable),
        },
        **{_definition_name(rule): _rule_table(rule) for rule in registry.rules},
    }


def _definition_name(rule: Rule) -> str:
    return rule.name.replace("/", ".")


def _rule_table(rule: Rule) -> Schema:
    """The schema of `[rules."family/fault"]`."""
    options = json_schema(rule.options)
    severity = json_schema(RuleTable)["properties"]["severity"]
    if rule.preset is ALWAYS:
        severity["enum"].remove("off")
    return {"title": summary(rule), **options, "properties": {"severity": severity, **options["properties"]}}


def _has_unknown_rules() -> Schema:
    """Matches a configuration in which there may be rules that the schema cannot know."""
    made_of_patterns = [rule for rule in load().rules if isinstance(rule, PostRule) and rule.expand is not None]
    key = {"pattern": _any_case([name for rule in made_of_patterns for name in (rule.name, *rule.aliases)])}
    # Some property name matches if not every one fails to match.
    defines_patterns = {"required": ["rules"], "properties": {"rules": {"not": {"propertyNames": {"not": key}}}}}
    extends_file = {"required": ["extends"], "properties": {"extends": {"not": {"enum": list(PRESETS)}}}}
    in_override = {"required": ["overrides"], "properties": {"overrides": {"contains": defines_patterns}}}
    return {"anyOf": [extends_file, defines_patterns, in_override]}


def _only_known_names() -> Schema:
    known = {"$ref": "#/$defs/knownNames"}
    return {**known, "properties": {"overrides": {"items": known}}}


def _any_case(words: Iterable[str]) -> str:
    """A regular expression for some words in any case, with whitespace around. It works in every schema library.

    >>> _any_case(["MD1", "a/b"])
    '^\\\\s*([Mm][Dd]1|[Aa]/[Bb])\\\\s*$'
    """
    alternatives = ("".join(_letter(char) for char in word) for word in words)
    return rf"^\s*({'|'.join(alternatives)})\s*$"


def _letter(char: str) -> str:
    return f"[{char.upper()}{char.lower()}]" if char.isalpha() else char if char in "/-" else re.escape(char)


def _objects(node: Any, pointer: str) -> Iterator[tuple[str, Schema]]:
    """The schemas of tables with their JSON pointers, at any depth."""
    if isinstance(node, dict):
        if node.get("additionalProperties") is False:
            yield pointer, node
        for key, child in node.items():
            yield from _objects(child, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")


def _accept_snake_case(pointer: str, table: Schema) -> None:
    """Accept `_` for `-` in the keys of a table, as the reader of configurations does."""
    assert not any("-" in key for key in table.get("required", ())), "`required` knows one spelling only"
    patterns = {
        _any_separator(key): {"$ref": f"{pointer}/properties/{key}"} for key in table["properties"] if "-" in key
    }
    if patterns:
        table["patternProperties"] = patterns


def _any_separator(key: str) -> str:
    return f"^{key.replace('-', '[-_]')}$"
