"""Settings and rules -> the rules, options and severities that hold for one post."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from postlint.core.finding import Severity
from postlint.core.options import OptionError, build
from postlint.core.post import Comment
from postlint.core.rule import RECOMMENDED, STRICT, Rule
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.engine.forbidden import with_patterns
from postlint.engine.markdownlint import default_of, tables
from postlint.engine.registry import Entry, Registry, UnknownRuleError
from postlint.engine.suppress import rules_of

PRESETS = ("recommended", "strict", "markdownlint", "all", "none")

Globs = Callable[[Sequence[str]], Callable[[str], bool]]
"""Makes, of patterns in gitignore's syntax, the question whether a path matches one."""

INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Active:
    """A rule with its options settled."""

    rule: Rule
    options: Any
    severity: Severity
    forced: bool = False
    """Whether the configuration set the severity: it then holds for every finding."""
    waiting: bool = False
    """Whether it is off but where a comment of markdownlint's switches it on."""


def every_path(_: Sequence[str]) -> Callable[[str], bool]:
    """Globs for where there are none."""
    return lambda _: True


class Plan:
    """Which rules hold where, by one configuration.

    Raises ConfigurationError at birth when the settings name what no rule has.
    """

    def __init__(self, settings: Settings, registry: Registry, globs: Globs = every_path) -> None:
        try:
            registry, settings = with_patterns(registry, settings)
        except OptionError as error:
            raise ConfigurationError(f"{settings.source or 'configuration'}: {error}") from error
        self.settings = settings
        self.registry = registry
        """All rules, with those that the settings make of patterns."""
        self._overrides = settings.overrides
        self._matches = [globs(one.files) if one.files else None for one in settings.overrides]
        self._known: dict[tuple[int, ...], tuple[tuple[Active, ...], tuple[Active, ...]]] = {}
        self._settled("command line", [settings.command_line])
        self._settle(range(len(self._overrides)))  # a mistake in an override shows before any post is read
        for index in range(len(self._overrides)):
            self._settle([index])

    def overrides_for(self, path: str, data: Mapping[str, Any]) -> tuple[int, ...]:
        """Which overrides hold for a post: its path below the configuration's root and its front matter say so."""
        return tuple(
            index
            for index, (one, matches) in enumerate(zip(self._overrides, self._matches, strict=True))
            if (matches is None or matches(path)) and _has(data, one.when)
        )

    def generator_for(self, path: str) -> str | None:
        """The generator that the settings name for a file, whose front matter has yet to be read."""
        chosen = self.settings.generator
        for one, matches in zip(self._overrides, self._matches, strict=True):
            if one.generator and (matches is None or matches(path)):
                chosen = one.generator
        return self.settings.command_line.generator or chosen

    def for_post(
        self, path: str, data: Mapping[str, Any], configuration: Mapping[str, Any] | None = None,
        comments: Sequence[Comment] = (),
    ) -> tuple[Active, ...]:  # fmt: skip
        """The rules that hold for a post, but for the site's.

        `configuration` is what the post's own comments say for the whole of it, in markdownlint's words; `comments` are
        those that switch rules off or on.
        """
        if configuration:
            found = self._configured(self.overrides_for(path, data), configuration)
        else:
            found = self._settle(self.overrides_for(path, data))[0]
        if comments and self.settings.preset == "markdownlint":
            found += tuple(self._waiting(found, configuration or {}, comments))
        return found

    def everywhere(self) -> tuple[Active, ...]:
        """The rules that hold where no override says otherwise."""
        return tuple(one for kind in self._settle(()) for one in kind)

    def site_rules(self, path: str, data: Mapping[str, Any]) -> tuple[Active, ...]:
        """The site rules that hold for a post."""
        return self._settle(self.overrides_for(path, data))[1]

    def reasons(self, path: str, data: Mapping[str, Any]) -> dict[str, str]:
        """What switched each rule on that holds for a post, by the rule's name."""
        where = self.settings.source or "configuration"
        layers = {where: _top(self.settings)}
        layers |= {f"overrides[{index}]": self._overrides[index] for index in self.overrides_for(path, data)}
        layers |= {"command line": self.settings.command_line}
        found: dict[str, str] = {}
        for count, reason in enumerate([f"preset {self.settings.preset}", *layers]):
            holding = {one.rule.name for one in self._settled(where, [*layers.values()][:count])}
            found = {name: found.get(name, reason) for name in holding}
        return found

    def _settle(self, overrides: Iterable[int]) -> tuple[tuple[Active, ...], tuple[Active, ...]]:
        key = tuple(overrides)
        if key not in self._known:
            layers = [*self._layers(key), self.settings.command_line]
            found = self._settled(self.settings.source or "configuration", layers)
            site = tuple(one for one in found if one.rule.kind == "site")
            self._known[key] = tuple(one for one in found if one.rule.kind != "site"), site
        return self._known[key]

    def _configured(self, overrides: Iterable[int], configuration: Mapping[str, Any]) -> tuple[Active, ...]:
        """As the settings have it, but for what the post's comments say. Only the command line may add to these."""
        settled = self._layers(overrides)
        said = dict(tables(configuration, self.registry))
        own = frozenset(name for layer in settled for name, *_ in _tables(layer, self.registry))
        unsaid = self.registry.markdownlint - own
        default = default_of(configuration)
        layer = Override(
            # `"default": true` is markdownlint's own default: it adds rules only where its preset was chosen.
            extend_select=tuple(sorted(unsaid)) if default and self.settings.preset == "markdownlint" else (),
            ignore=() if default in (None, True) else tuple(sorted(unsaid - said.keys())),
            rules=said,
        )
        settled = [self._without_options(one, said.keys()) for one in settled]  # a table stands for the whole of one
        found = _settle(self.settings.preset, [*settled, layer, self.settings.command_line], self.registry)
        return tuple(one for one in found if one.rule.kind != "site" and not _off(said, one.rule.name))

    def _without_options(self, layer: Override, names: Set[str]) -> Override:
        """A layer that says nothing of some rules' options."""
        rules = {
            word: replace(one, options={}) if one.options and self.registry.find(word) <= names else one
            for word, one in layer.rules.items()
        }
        return replace(layer, rules=rules)

    def _waiting(
        self, found: Iterable[Active], configuration: Mapping[str, Any], comments: Iterable[Comment]
    ) -> Iterator[Active]:
        """The rules that are off, until a comment switches them on."""
        enabling = [one for one in comments if one.markdownlint and one.action.startswith("enable")]
        named = frozenset[str]().union(*(rules_of(one, self.registry) for one in enabling))
        off = (named & self.registry.markdownlint) - {one.rule.name for one in found}
        off -= self.registry.resolve(self.settings.command_line.ignore)
        said = dict(tables(configuration, self.registry)) if off else {}
        for name in sorted(off):
            settings = replace(said.get(name, RuleSettings()), off=False)
            yield replace(_active(self.registry.by_name[name], settings, self.settings.preset), waiting=True)

    def _layers(self, overrides: Iterable[int]) -> list[Override]:
        return [_top(self.settings), *(self._overrides[index] for index in overrides)]

    def _settled(self, where: str, layers: Sequence[Override]) -> tuple[Active, ...]:
        try:
            return _settle(self.settings.preset, layers, self.registry)
        except (OptionError, UnknownRuleError) as error:
            raise ConfigurationError(f"{where}: {error}") from error


def _off(said: Mapping[str, RuleSettings], name: str) -> bool:
    return name in said and said[name].off


def _has(data: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(_equals(data.get(key), value) for key, value in wanted.items())


def _equals(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, list | tuple):
        return any(_equals(found, one) for one in wanted)
    if isinstance(found, list) and not isinstance(wanted, Mapping):
        return any(_equals(one, wanted) for one in found)
    if isinstance(found, Mapping) and isinstance(wanted, Mapping):
        return _has(found, wanted)
    return bool(found == wanted) and isinstance(found, bool) == isinstance(wanted, bool)


def _top(settings: Settings) -> Override:
    return Override(
        select=settings.select, extend_select=settings.extend_select, ignore=settings.ignore, rules=settings.rules
    )


def _settle(preset: str, layers: Sequence[Override], registry: Registry) -> tuple[Active, ...]:
    selected = frozenset(one.name for one in registry.entries.values() if _in_preset(one, preset))
    tables: dict[str, RuleSettings] = {}
    for layer in layers:
        if layer.select is not None:
            selected = registry.resolve(layer.select)
        selected |= registry.resolve(layer.extend_select)
        for name, one, own in _tables(layer, registry):
            tables[name] = _merged(tables.get(name, RuleSettings()), one)
            selected = selected - {name} if one.off else selected | {name} if own else selected
        selected -= registry.resolve(_ignorable(layer.ignore))
    settled = [_active(registry.by_name[name], table, preset) for name, table in tables.items()]
    others = [one.name for one in registry.entries.values() if one.name not in tables and _holds(one, selected)]
    settled += [_active(registry.by_name[name], RuleSettings(), preset) for name in others]
    return tuple(sorted((one for one in settled if _holds(one.rule, selected)), key=lambda one: one.rule.name))


def _holds(rule: Rule | Entry, selected: frozenset[str]) -> bool:
    return rule.name in selected or rule.family == INTERNAL


def _ignorable(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if word.partition("/")[0] == INTERNAL:
            raise UnknownRuleError(f"'{word}' cannot be ignored")
        yield word


def _in_preset(rule: Entry, preset: str) -> bool:
    match preset:
        case "none":
            return False
        case "markdownlint":
            return rule.of_markdownlint
        case "recommended":
            return rule.preset == RECOMMENDED
        case "strict":
            return rule.preset <= STRICT
    return True


def _preset_options(rule: Rule, preset: str) -> Mapping[str, Any]:
    return rule.markdownlint if preset == "markdownlint" else rule.strict if preset in ("strict", "all") else {}


def _active(rule: Rule, table: RuleSettings, preset: str) -> Active:
    options: Any = build(rule.options, table.options, rule.name, _preset_options(rule, preset))
    severity = rule.severity if table.severity is None else table.severity
    return Active(rule, options, severity, forced=table.severity is not None)


def _tables(layer: Override, registry: Registry) -> Iterable[tuple[str, RuleSettings, bool]]:
    """Rule names with their tables, the wider first; and whether a table is the rule's own, which switches it on."""
    if layer.schema is not None:
        yield "front-matter/schema-violation", RuleSettings(options={"schema": layer.schema}), True
        yield "front-matter/missing", RuleSettings(options={"required": True}), True
    for word, table in sorted(layer.rules.items(), key=lambda item: -len(registry.find(item[0]))):
        names = registry.resolve([word])
        if table.off:
            names = registry.resolve(_ignorable([word]))
        wide = len(names) > 1 or word.lower() in registry.families
        if wide and table.options:
            raise OptionError(f"{word}: only 'severity' can be set for several rules at once")
        yield from ((name, table, not wide) for name in sorted(names))


def _merged(old: RuleSettings, new: RuleSettings) -> RuleSettings:
    options = {key.replace("_", "-"): value for table in (old, new) for key, value in table.options.items()}
    return RuleSettings(old.severity if new.severity is None else new.severity, new.off, options)
