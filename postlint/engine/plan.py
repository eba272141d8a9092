"""Settings and rules -> the rules, options and severities that apply to one post."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from postlint.core.finding import Severity
from postlint.core.options import OptionError, build
from postlint.core.post import Comment
from postlint.core.rule import RECOMMENDED, STRICT, PostRule, Rule, SchemaOptions, SiteRule
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.engine.markdownlint import default_of, rule_settings
from postlint.engine.registry import Entry, Registry, UnknownRuleError
from postlint.engine.suppress import rules_of
from postlint.engine.variants import with_variants

PRESETS = ("recommended", "strict", "markdownlint", "all", "none")

Globs = Callable[[Sequence[str]], Callable[[str], bool]]
"""Makes a predicate for paths from patterns in gitignore syntax."""


@dataclass(frozen=True, slots=True)
class Active:
    """A rule that applies, with its options and severity."""

    rule: Rule
    options: object
    """An instance of `rule.options`."""
    severity: Severity
    severity_overridden: bool = False
    """Whether the configuration set the severity, which then applies to every finding."""
    enabled_by_comment: bool = False
    """Whether the rule is off until a markdownlint comment enables it."""


def default_active(rule: Rule) -> Active:
    """A rule with its default options and severity."""
    return Active(rule, rule.options(), rule.severity)


def schemas_of(rules: Iterable[Active]) -> tuple[str, ...]:
    """The schemas that the options of rules name, without repetition."""
    names = [active.options.schema for active in rules if isinstance(active.options, SchemaOptions)]
    return tuple(dict.fromkeys(filter(None, names)))


def every_path(_: Sequence[str]) -> Callable[[str], bool]:
    """Globs for settings that have none."""
    return lambda _: True


class Plan:
    """Which rules apply to which posts, by one configuration.

    Raises ConfigurationError on construction if the settings name an unknown rule or have an invalid option.
    """

    def __init__(self, settings: Settings, registry: Registry, globs: Globs = every_path) -> None:
        try:
            registry, settings = with_variants(registry, settings)
        except OptionError as error:
            raise ConfigurationError(f"{settings.source or 'configuration'}: {error}") from error
        self.settings = settings
        self.registry = registry
        """All rules, with the variants that the settings define."""
        self._overrides = settings.overrides
        self._matches = [globs(override.files) if override.files else None for override in settings.overrides]
        self._known: dict[tuple[int, ...], tuple[tuple[Active, ...], tuple[Active, ...]]] = {}
        self._resolve([settings.command_line], "command line")
        self._rules(range(len(self._overrides)))  # an error in an override is reported before any post is read
        for index in range(len(self._overrides)):
            self._rules([index])

    def overrides_for(self, path: str, data: Mapping[str, Any]) -> tuple[int, ...]:
        """The overrides, by index, that apply to a post by its path below the root and its front matter."""
        return tuple(
            index
            for index, (override, matches) in enumerate(zip(self._overrides, self._matches, strict=True))
            if (matches is None or matches(path)) and _has_values(data, override.when)
        )

    def generator_for(self, path: str) -> str | None:
        """The generator that the settings name for a file; known before its front matter can be read."""
        name = self.settings.generator
        for override, matches in zip(self._overrides, self._matches, strict=True):
            if override.generator and (matches is None or matches(path)):
                name = override.generator
        return self.settings.command_line.generator or name

    def for_post(
        self, path: str, data: Mapping[str, Any], configuration: Mapping[str, Any] | None = None,
        comments: Sequence[Comment] = (),
    ) -> tuple[Active, ...]:  # fmt: skip
        """The rules that apply to a post, except for site rules.

        `configuration` is the post's own, from comments with a markdownlint configuration; `comments` are those that
        disable or enable rules.
        """
        overrides = self.overrides_for(path, data)
        rules = self._configured(overrides, configuration) if configuration else self._rules(overrides)[0]
        if comments and self.settings.preset == "markdownlint":
            rules += tuple(self._enabled_by_comments(rules, configuration or {}, comments))
        return rules

    def everywhere(self) -> tuple[Active, ...]:
        """The rules that apply to posts without an override."""
        return tuple(active for rules in self._rules(()) for active in rules)

    def site_rules(self, path: str, data: Mapping[str, Any]) -> tuple[Active, ...]:
        """The site rules that apply to a post."""
        return self._rules(self.overrides_for(path, data))[1]

    def reasons(self, path: str, data: Mapping[str, Any]) -> dict[str, str]:
        """What enabled each rule that applies to a post, by the rule's name."""
        source = self.settings.source or "configuration"
        layers = {source: _top_layer(self.settings)}
        layers |= {f"overrides[{index}]": self._overrides[index] for index in self.overrides_for(path, data)}
        layers |= {"command line": self.settings.command_line}
        reasons: dict[str, str] = {}
        for count, reason in enumerate([f"preset {self.settings.preset}", *layers]):
            rules = self._resolve([*layers.values()][:count], source)
            reasons = {active.rule.name: reasons.get(active.rule.name, reason) for active in rules}
        return reasons

    def _rules(self, overrides: Iterable[int]) -> tuple[tuple[Active, ...], tuple[Active, ...]]:
        """The rules that apply with some overrides, and the site rules."""
        key = tuple(overrides)
        if key not in self._known:
            layers = [*self._layers(key), self.settings.command_line]
            rules = self._resolve(layers, self.settings.source or "configuration")
            self._known[key] = (
                tuple(active for active in rules if not isinstance(active.rule, SiteRule)),
                tuple(active for active in rules if isinstance(active.rule, SiteRule)),
            )
        return self._known[key]

    def _configured(self, overrides: Iterable[int], configuration: Mapping[str, Any]) -> tuple[Active, ...]:
        """The rules by the settings and a post's own configuration, which only the command line overrides."""
        own_settings = dict(rule_settings(configuration, self.registry))
        layers = self._layers(overrides)
        named = frozenset(name for layer in layers for name, *_ in _tables(layer, self.registry))
        unnamed = self.registry.markdownlint - named
        default = default_of(configuration)
        own_layer = Override(
            # `"default": true` is markdownlint's default: it adds rules only with the preset of that name.
            extend_select=tuple(sorted(unnamed)) if default and self.settings.preset == "markdownlint" else (),
            ignore=() if default in (None, True) else tuple(sorted(unnamed - own_settings.keys())),
            rules=own_settings,
        )
        # A rule's entry in a post's configuration replaces all of its options.
        layers = [self._without_options(layer, own_settings.keys()) for layer in layers]
        rules = _resolve(self.settings.preset, [*layers, own_layer, self.settings.command_line], self.registry)
        off = {name for name, settings in own_settings.items() if settings.off}
        return tuple(
            active for active in rules if not isinstance(active.rule, SiteRule) and active.rule.name not in off
        )

    def _without_options(self, layer: Override, names: Set[str]) -> Override:
        """A layer without the options of some rules."""
        rules = {
            word: replace(table, options={}) if table.options and self.registry.find(word) <= names else table
            for word, table in layer.rules.items()
        }
        return replace(layer, rules=rules)

    def _enabled_by_comments(
        self, rules: Iterable[Active], configuration: Mapping[str, Any], comments: Iterable[Comment]
    ) -> Iterator[Active]:
        """The rules that are off until a comment enables them."""
        enabling = [comment for comment in comments if comment.markdownlint and comment.action.startswith("enable")]
        named = frozenset[str]().union(*(rules_of(comment, self.registry) for comment in enabling))
        off = (named & self.registry.markdownlint) - {active.rule.name for active in rules}
        off -= self.registry.resolve(self.settings.command_line.ignore)
        own_settings = dict(rule_settings(configuration, self.registry)) if off else {}
        for name in sorted(off):
            table = replace(own_settings.get(name, RuleSettings()), off=False)
            active = _active(self.registry.by_name[name], table, self.settings.preset)
            yield replace(active, enabled_by_comment=True)

    def _layers(self, overrides: Iterable[int]) -> list[Override]:
        return [_top_layer(self.settings), *(self._overrides[index] for index in overrides)]

    def _resolve(self, layers: Sequence[Override], source: str) -> tuple[Active, ...]:
        try:
            return _resolve(self.settings.preset, layers, self.registry)
        except (OptionError, UnknownRuleError) as error:
            raise ConfigurationError(f"{source}: {error}") from error


def _has_values(data: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    return all(_matches(data.get(key), value) for key, value in expected.items())


def _matches(value: Any, expected: Any) -> bool:
    """Whether a value is equal to the expected one or has it as an item; `expected` may be a list of alternatives."""
    if isinstance(expected, list | tuple):
        return any(_matches(value, alternative) for alternative in expected)
    if isinstance(value, list) and not isinstance(expected, Mapping):
        return any(_matches(item, expected) for item in value)
    if isinstance(value, Mapping) and isinstance(expected, Mapping):
        return _has_values(value, expected)
    return bool(value == expected) and isinstance(value, bool) == isinstance(expected, bool)


def _top_layer(settings: Settings) -> Override:
    return Override(
        select=settings.select, extend_select=settings.extend_select, ignore=settings.ignore, rules=settings.rules
    )


def _resolve(preset: str, layers: Iterable[Override], registry: Registry) -> tuple[Active, ...]:
    """The rules that a preset and the layers over it enable, the last layer being the strongest."""
    selected = frozenset(entry.name for entry in registry.entries.values() if _in_preset(entry, preset))
    tables: dict[str, RuleSettings] = {}
    for layer in layers:
        if layer.select is not None:
            selected = registry.resolve(layer.select)
        selected |= registry.resolve(layer.extend_select)
        for name, table, of_one_rule in _tables(layer, registry):
            tables[name] = table.over(tables.get(name, RuleSettings()))
            selected = selected - {name} if table.off else selected | {name} if of_one_rule else selected
        selected -= _ignored(layer.ignore, registry)
    selected |= registry.always
    rules = [_active(registry.by_name[name], table, preset) for name, table in tables.items()]  # also checks options
    others = [name for name in registry.entries if name in selected and name not in tables]
    rules += [_active(registry.by_name[name], RuleSettings(), preset) for name in others]
    return tuple(sorted((active for active in rules if active.rule.name in selected), key=_name))


def _name(active: Active) -> str:
    return active.rule.name


def _ignored(words: Iterable[str], registry: Registry) -> frozenset[str]:
    """The names of the rules that words disable. Raises UnknownRuleError if these can only be rules that always run."""
    names: frozenset[str] = frozenset()
    for word in words:
        matches = registry.resolve([word])
        if matches <= registry.always:
            raise UnknownRuleError(f'"{word}" cannot be ignored')
        names |= matches
    return names


def _in_preset(entry: Entry, preset: str) -> bool:
    match preset:
        case "none":
            return False
        case "markdownlint":
            return entry.of_markdownlint
        case "recommended":
            return entry.preset <= RECOMMENDED
        case "strict":
            return entry.preset <= STRICT
    return True


def _preset_options(rule: Rule, preset: str) -> Mapping[str, Any]:
    return rule.markdownlint if preset == "markdownlint" else rule.strict if preset in ("strict", "all") else {}


def _active(rule: Rule, table: RuleSettings, preset: str) -> Active:
    options = build(rule.options, table.options, rule.name, _preset_options(rule, preset))
    severity = rule.severity if table.severity is None else table.severity
    return Active(rule, options, severity, severity_overridden=table.severity is not None)


def _tables(layer: Override, registry: Registry) -> Iterator[tuple[str, RuleSettings, bool]]:
    """The table of each rule, those for several rules first; and whether it is for this rule alone and enables it."""
    if layer.schema is not None:
        for entry in registry.entries.values():
            rule = registry.by_name[entry.name] if entry.follows_schema else None
            if isinstance(rule, PostRule) and rule.from_schema is not None:
                yield rule.name, RuleSettings(options=rule.from_schema(layer.schema)), True
    for word, table in sorted(layer.rules.items(), key=lambda item: -len(registry.find(item[0]))):
        names = registry.resolve([word])
        if table.off:
            _ignored([word], registry)
        wide = len(names) > 1 or word.lower() in registry.families
        if wide and table.options:
            raise OptionError(f"{word}: only `severity` can be set for several rules at once")
        yield from ((name, table, not wide) for name in sorted(names))
