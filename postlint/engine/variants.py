"""Rules that options define: each pattern of a rule made of patterns is a rule under its own name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from postlint.core.options import OptionError, build
from postlint.core.rule import PostRule
from postlint.core.settings import RuleSettings, Settings
from postlint.engine.registry import Registry


def with_variants(registry: Registry, settings: Settings) -> tuple[Registry, Settings]:
    """A registry with the variants that the settings define, and settings that have their options under their names.

    Raises OptionError if options are invalid, or a variant's name is that of a rule.
    """
    expansion = _Expansion(registry)
    rules = expansion.expanded(settings.rules)
    overrides = tuple(replace(override, rules=expansion.expanded(override.rules)) for override in settings.overrides)
    if not expansion.variants:
        return registry, settings
    for variant in expansion.variants.values():
        for word in (variant.name, *variant.aliases):
            if registry.find(word):
                parent = expansion.parents[variant.name]
                raise OptionError(f'{parent}: the name "{word}" is already that of a rule')
    wider = registry.with_variants(expansion.variants, expansion.parents)
    return wider, replace(settings, rules=rules, overrides=overrides)


class _Expansion:
    """Collects the variants of a configuration."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self.variants: dict[str, PostRule[Any]] = {}
        self.parents: dict[str, str] = {}
        """The name of the rule that each variant comes from."""

    def expanded(self, tables: Mapping[str, RuleSettings]) -> dict[str, RuleSettings]:
        """The tables of rules, with one for each variant in place of the options that define it."""
        own: dict[str, RuleSettings] = {}
        of_variants: dict[str, RuleSettings] = {}
        for word, table in tables.items():
            rule = self._expandable(word) if table.options else None
            variants = self._variants(rule, table) if rule is not None else {}
            of_variants |= variants
            own[word] = replace(table, options={}) if variants else table
        for name in own.keys() & of_variants.keys():  # a table for the variant itself wins
            own[name] = own[name].over(of_variants[name])
        return of_variants | own

    def _expandable(self, word: str) -> PostRule[Any] | None:
        names = self._registry.find(word)
        rule = self._registry.by_name[next(iter(names))] if len(names) == 1 else None
        return rule if isinstance(rule, PostRule) and rule.expand is not None else None

    def _variants(self, rule: PostRule[Any], table: RuleSettings) -> dict[str, RuleSettings]:
        """The table of each variant that the options of a rule define."""
        assert rule.expand is not None
        tables = {}
        for variant in rule.expand(build(rule.options, table.options, rule.name)):
            self.variants[variant.name] = replace(rule, name=variant.name, aliases=variant.aliases, expand=None)
            self.parents[variant.name] = rule.name
            tables[variant.name] = RuleSettings(variant.severity, table.off, variant.options)
        return tables
