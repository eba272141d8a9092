"""All rules: found by their files, known by name, alias and family."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

import postlint.rules
from postlint.core.options import suggestion
from postlint.core.rule import Preset, Rule

ALL = "all"
_MARKDOWNLINT = re.compile(r"MD\d+")
_INDEX = Path(postlint.rules.__path__[0]) / "index.json"
"""Made by `python -m postlint.manual.generated_files`."""


class UnknownRuleError(ValueError):
    """A name that no rule, family or alias has."""


class Entry(NamedTuple):
    """What it takes to choose a rule; the rule itself is imported when it is to run."""

    name: str
    preset: Preset
    aliases: tuple[str, ...]

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]

    @property
    def of_markdownlint(self) -> bool:
        """Whether it does the work of one of markdownlint's rules."""
        return any(_MARKDOWNLINT.fullmatch(one) for one in self.aliases)


class Registry(NamedTuple):
    """Rules by name, and by every other word that stands for some of them."""

    by_name: Mapping[str, Rule]
    """Ordered by name; imported when they are asked for."""
    words: Mapping[str, frozenset[str]]
    """Names, aliases and families in lower case, each with the names of its rules."""
    entries: Mapping[str, Entry]
    """Ordered by name."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self.by_name.values())

    @property
    def families(self) -> frozenset[str]:
        """Words that stand for a whole family, or for all rules."""
        return frozenset({ALL, *(one.family for one in self.entries.values())})

    @property
    def markdownlint(self) -> frozenset[str]:
        """The names of the rules that do the work of one of markdownlint's."""
        return frozenset(one.name for one in self.entries.values() if one.of_markdownlint)

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
                known = [word for one in self.entries.values() for word in (one.family, one.name, *one.aliases)]
                raise UnknownRuleError(f"no rule '{word}'{suggestion(word, known)}")
            found |= names
        return frozenset(found)


class _Imported(Mapping[str, Rule]):
    """Rules by name, each imported when it is first asked for."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Rule:
        rule: Rule = import_module(self._modules[name]).check
        return rule

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


def entry(rule: Rule) -> Entry:
    """A rule's entry."""
    return Entry(rule.name, rule.preset, rule.aliases)


def registry_of(rules: Iterable[Rule]) -> Registry:
    """The registry of some rules."""
    by_name = {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.name)}
    return _registry(by_name, map(entry, by_name.values()))


def _registry(by_name: Mapping[str, Rule], entries: Iterable[Entry]) -> Registry:
    known = {one.name: one for one in entries}
    words: dict[str, set[str]] = {}
    for one in known.values():
        for word in (ALL, one.family, one.name, *one.aliases):
            words.setdefault(word.lower(), set()).add(one.name)
    return Registry(by_name, {word: frozenset(names) for word, names in words.items()}, known)


@cache
def load() -> Registry:
    """The registry of all rules under `postlint.rules`.

    Their entries come from the generated index; where a rule's file has come or gone since, from the rules themselves.
    """
    modules = dict(sorted((_name(module), module) for module in rule_modules()))
    index = json.loads(_INDEX.read_bytes()) if _INDEX.is_file() else {}
    if index.keys() != modules.keys():
        return registry_of(import_module(module).check for module in modules.values())
    entries = [Entry(name, Preset(index[name]["preset"]), tuple(index[name]["aliases"])) for name in modules]
    return _registry(_Imported({one.name: modules[one.name] for one in entries}), entries)


def _name(module: str) -> str:
    return "/".join(module.split(".")[-2:]).replace("_", "-")


def rule_modules() -> tuple[str, ...]:
    """The modules of all rules, by their files; imports none. Names that begin with `_` are no rules."""
    names = []
    for folder in postlint.rules.__path__:
        for family in iter_modules([folder]):
            inside = iter_modules([f"{folder}/{family.name}"])
            names += [f"postlint.rules.{family.name}.{one.name}" for one in inside if not one.name.startswith("_")]
    return tuple(names)
