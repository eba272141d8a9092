"""Patterns of the configuration as rules: each of `text/forbidden` goes by a name of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from postlint.core.finding import Severity
from postlint.core.options import OptionError, build
from postlint.core.rule import Rule
from postlint.core.settings import RuleSettings, Settings
from postlint.engine.registry import Registry, registry_of

RULE = "text/forbidden"
FAMILY = "forbidden"


def with_patterns(registry: Registry, settings: Settings) -> tuple[Registry, Settings]:
    """A rule `forbidden/NAME` for each pattern, and settings that say of it what they said of the pattern.

    Raises OptionError.
    """
    found: dict[str, Rule] = {}
    rules = _split(settings.rules, registry, found)
    overrides = tuple(replace(one, rules=_split(one.rules, registry, found)) for one in settings.overrides)
    if not found:
        return registry, settings
    for rule in found.values():
        if registry.find(rule.aliases[0]):
            raise OptionError(f"{RULE}: a pattern's name is '{rule.aliases[0]}', which is a rule's already")
    wider = registry_of([*registry.rules, *found.values()])
    names = frozenset(found)
    words = {word: own | names if word in (RULE, "text") else own for word, own in wider.words.items()}
    return wider._replace(words=words), replace(settings, rules=rules, overrides=overrides)


def _split(
    tables: Mapping[str, RuleSettings], registry: Registry, found: dict[str, Rule]
) -> Mapping[str, RuleSettings]:
    """Tables of rules, with one for each pattern in the place of the option that lists them."""
    result: dict[str, RuleSettings] = {}
    for word, table in tables.items():
        if registry.find(word) != {RULE} or not table.options.get("patterns"):
            result[word] = table
            continue
        rule = registry.by_name[RULE]
        build(rule.options, table.options, RULE)  # a mistake shows in the words of the table that it is in
        result[word] = replace(table, options={})
        for pattern in table.options["patterns"]:
            name = f"{FAMILY}/{pattern['name']}"
            if name in result:
                raise OptionError(f"{RULE}: two patterns have the name '{pattern['name']}'")
            found[name] = replace(rule, name=name, aliases=(pattern["name"],))
            severity = Severity[pattern["severity"].upper()] if "severity" in pattern else None
            result[name] = RuleSettings(severity, table.off, {"patterns": [pattern]})
    return result
