"""All rules: found by their files, known by name, alias and family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

import postlint.rules
from postlint.core.options import suggestion
from postlint.core.rule import Rule

ALL = "all"
_MARKDOWNLINT = re.compile(r"MD\d+")


class UnknownRuleError(ValueError):
    """A name that no rule, family or alias has."""


class Registry(NamedTuple):
    """Rules by name, and by every other word that stands for some of them."""

    by_name: Mapping[str, Rule]
    """Ordered by name."""
    words: Mapping[str, frozenset[str]]
    """Names, aliases and families in lower case, each with the names of its rules."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self.by_name.values())

    @property
    def families(self) -> frozenset[str]:
        """Words that stand for a whole family, or for all rules."""
        return frozenset({ALL, *(rule.family for rule in self.rules)})

    @property
    def markdownlint(self) -> frozenset[str]:
        """The names of the rules that do the work of one of markdownlint's."""
        return frozenset(rule.name for rule in self.rules if any(_MARKDOWNLINT.fullmatch(one) for one in rule.aliases))

    def get(self, name: str) -> Rule | None:
        """The rule of exactly this name."""
        return self.by_name.get(name)

    def find(self, word: str) -> frozenset[str]:
        """The names of the rules that a name, alias or family stands for; none if it is unknown."""
        return self.words.get(word.strip().lower(), frozenset())

    def resolve(self, words: Iterable[str]) -> frozenset[str]:
        """The names of the rules that these words stand for.

        Raises UnknownRuleError with a suggestion.
        """
        found: set[str] = set()
        for word in words:
            names = self.find(word)
            if not names:
                known = [one for rule in self.rules for one in (rule.family, rule.name, *rule.aliases)]
                raise UnknownRuleError(f"no rule '{word}'{suggestion(word, known)}")
            found |= names
        return frozenset(found)


def registry_of(rules: Iterable[Rule]) -> Registry:
    """The registry of some rules."""
    ordered = sorted(rules, key=lambda rule: rule.name)
    words: dict[str, set[str]] = {}
    for rule in ordered:
        for word in (ALL, rule.family, rule.name, *rule.aliases):
            words.setdefault(word.lower(), set()).add(rule.name)
    return Registry({rule.name: rule for rule in ordered}, {word: frozenset(names) for word, names in words.items()})


@cache
def load() -> Registry:
    """The registry of all rules under `postlint.rules`; imports them."""
    return registry_of(import_module(module).check for module in rule_modules())


def rule_modules() -> tuple[str, ...]:
    """The modules of all rules, by their files; imports none. Names that begin with `_` are no rules."""
    names = []
    for folder in postlint.rules.__path__:
        for family in iter_modules([folder]):
            inside = iter_modules([f"{folder}/{family.name}"])
            names += [f"postlint.rules.{family.name}.{one.name}" for one in inside if not one.name.startswith("_")]
    return tuple(names)
