"""All rules: found by their files, known by name, alias and family.

There is no list of rules. Which presets and names a rule has is read from the decorator in its file, which costs some
30 microseconds; the rule is imported when it is needed, which costs about a millisecond.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

import postlint.rules
from postlint.core.errors import PostlintError
from postlint.core.rule import ALWAYS, EngineRule, PostRule, Preset, Rule
from postlint.core.spelling import suggestion

ALL = "all"
"""Stands for all rules."""

_MARKDOWNLINT = re.compile(r"MD\d+")
_DECORATOR = re.compile(rb"\n@(?:post|site|engine)_rule(\(.*?)\ndef check\(", re.DOTALL)
_FOLLOWS_SCHEMA = "from_schema"


class UnknownRuleError(PostlintError):
    """A word that is not the name, alias or family of a rule."""


class Entry(NamedTuple):
    """What is needed to select a rule; to run it, it is imported."""

    name: str
    preset: Preset
    aliases: tuple[str, ...]
    follows_schema: bool = False
    """Whether an override's `schema` gives it options."""

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]

    @property
    def of_markdownlint(self) -> bool:
        """Whether it is the equivalent of a rule of markdownlint."""
        return any(_MARKDOWNLINT.fullmatch(alias) for alias in self.aliases)


class Registry:
    """Rules by name, and by every other word that stands for some of them."""

    def __init__(
        self, by_name: Mapping[str, Rule], entries: Iterable[Entry], words: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        self.by_name = by_name
        """In order of the names; a rule may be imported when its value is looked up."""
        self.entries = {entry.name: entry for entry in entries}
        """In order of the names."""
        self.words = _words(self.entries.values()) if words is None else words
        """Names, aliases and families in lower case, each with the names of its rules."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self.by_name.values())

    @cached_property
    def families(self) -> frozenset[str]:
        """Words that stand for a whole family, or for all rules."""
        return frozenset({ALL, *(entry.family for entry in self.entries.values())})

    @cached_property
    def markdownlint(self) -> frozenset[str]:
        """The names of the rules that are the equivalent of a rule of markdownlint."""
        return frozenset(entry.name for entry in self.entries.values() if entry.of_markdownlint)

    @cached_property
    def always(self) -> frozenset[str]:
        """The names of the rules that cannot be ignored or suppressed."""
        return frozenset(entry.name for entry in self.entries.values() if entry.preset is ALWAYS)

    def handlers(self, event: type) -> tuple[EngineRule[Any], ...]:
        """The rules for a type of event that cannot be ignored."""
        rules = (self.by_name[name] for name in sorted(self.always))
        return tuple(rule for rule in rules if isinstance(rule, EngineRule) and rule.event is event)

    def find(self, word: str) -> frozenset[str]:
        """The names of the rules that a name, alias or family stands for; empty if it is unknown."""
        return self.words.get(word.strip().lower(), frozenset())

    def resolve(self, words: Iterable[str]) -> frozenset[str]:
        """The names of the rules that these words stand for.

        Raises UnknownRuleError, with a suggestion.
        """
        names: set[str] = set()
        for word in words:
            matches = self.find(word)
            if not matches:
                known = [name for entry in self.entries.values() for name in (entry.family, entry.name, *entry.aliases)]
                raise UnknownRuleError(f'unknown rule "{word}"{suggestion(word, known)}')
            names |= matches
        return frozenset(names)

    def with_variants(self, variants: Mapping[str, PostRule[Any]], parents: Mapping[str, str]) -> Registry:
        """A registry with more rules by name; the name and the family of a rule also stand for its variants.

        `parents` gives the name of the rule that each variant comes from.
        """
        entries = [*self.entries.values(), *map(entry_of, variants.values())]
        entries.sort(key=lambda entry: entry.name)
        words = _words(entries)
        for name, parent in parents.items():
            for word in (parent, parent.partition("/")[0]):
                words[word] |= {name}
        return Registry(_Variants(self.by_name, variants), entries, words)


def _words(entries: Iterable[Entry]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for entry in entries:
        for word in (ALL, entry.family, entry.name, *entry.aliases):
            words.setdefault(word.lower(), set()).add(entry.name)
    return {word: frozenset(names) for word, names in words.items()}


class _ImportedRules(Mapping[str, Rule]):
    """Rules by name, each imported when it is first looked up."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Rule:
        return _imported(self._modules[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


class _Variants(Mapping[str, Rule]):
    """Rules by name, and the variants that a configuration adds."""

    def __init__(self, rules: Mapping[str, Rule], variants: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._variants = variants

    def __getitem__(self, name: str) -> Rule:
        return self._variants[name] if name in self._variants else self._rules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted([*self._rules, *self._variants]))

    def __len__(self) -> int:
        return len(self._rules) + len(self._variants)


def _imported(module: str) -> Rule:
    rule: Rule = import_module(module).check
    return rule


def entry_of(rule: Rule) -> Entry:
    """The entry of a rule."""
    return Entry(rule.name, rule.preset, rule.aliases, isinstance(rule, PostRule) and rule.from_schema is not None)


def registry_of(rules: Iterable[Rule]) -> Registry:
    """The registry of some rules."""
    by_name = {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.name)}
    return Registry(by_name, map(entry_of, by_name.values()))


@cache
def load() -> Registry:
    """The registry of all rules below `postlint.rules`."""
    files = rule_modules()
    modules = dict(sorted((_rule_name(module), module) for module in files))
    entries = [_entry(name, files[module]) or entry_of(_imported(module)) for name, module in modules.items()]
    return Registry(_ImportedRules(modules), entries)


def rule_modules() -> dict[str, str]:
    """The modules of all rules, each with its file; none is imported. Names that begin with `_` are not rules."""
    modules = {}
    for folder in postlint.rules.__path__:
        for family in iter_modules([folder]):
            for rule in iter_modules([f"{folder}/{family.name}"]):
                if not rule.name.startswith("_"):
                    path = f"{family.name}/{rule.name}"
                    modules[f"postlint.rules.{path.replace('/', '.')}"] = f"{folder}/{path}.py"
    return modules


def _rule_name(module: str) -> str:
    return "/".join(module.split(".")[-2:]).replace("_", "-")


def _entry(name: str, file: str) -> Entry | None:
    """The entry of the rule in a file by the arguments of its decorator; None if these are not literals.

    It is also None if the file cannot be read, as in an installation without sources.
    """
    try:
        with open(file, "rb", buffering=0) as stream:
            match = _DECORATOR.search(stream.read())
    except OSError:
        return None
    call = _parsed(b"rule" + match[1]) if match else None
    if not isinstance(call, ast.Call):
        return None
    arguments = {keyword.arg: keyword.value for keyword in call.keywords}
    preset = arguments.get("preset")
    if not isinstance(preset, ast.Name) or preset.id not in Preset.__members__:
        return None
    try:
        aliases = tuple(ast.literal_eval(arguments["aliases"])) if "aliases" in arguments else ()
    except ValueError:
        return None
    return Entry(name, Preset[preset.id], aliases, _FOLLOWS_SCHEMA in arguments)


def _parsed(expression: bytes) -> ast.expr | None:
    try:
        return ast.parse(expression, mode="eval").body
    except (SyntaxError, ValueError):
        return None
