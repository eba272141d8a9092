"""Rules: all that a rule file needs to import.

A rule file defines a frozen dataclass `Options` (or uses `NoOptions`) and a function

    @post_rule(preset=RECOMMENDED, severity=WARNING, aliases=("MD001", "heading-increment"))
    def check(post: Post, options: Options) -> Iterator[Finding]: ...

The rule's name is that of its file: `rules/heading/skipped_level.py` is `heading/skipped-level`. The registry reads
`preset` and `aliases` from the file's text, without importing it, if they are written as literals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar, get_type_hints

from postlint.core.finding import ERROR, INFO, WARNING, Finding, Fix, Severity, SiteFinding
from postlint.core.post import Post
from postlint.core.site import PostFacts, Site
from postlint.core.text import Edit, Position, Source, Span

__all__ = [
    "ALWAYS", "ERROR", "INFO", "OPT_IN", "RECOMMENDED", "STRICT", "WARNING",
    "Edit", "EngineRule", "Finding", "Fix", "NoOptions", "Position", "Post", "PostFacts", "PostRule", "Preset",
    "ReportOptions", "Rule", "SchemaOptions", "Severity", "Site", "SiteFinding", "SiteRule", "Source", "Span",
    "Variant", "engine_rule", "post_rule", "site_rule",
]  # fmt: skip

OptionsT = TypeVar("OptionsT")
EventT = TypeVar("EventT")

_NO_OPTIONS: Mapping[str, Any] = MappingProxyType({})


class Preset(IntEnum):
    """The smallest preset that enables a rule; each includes those above it."""

    ALWAYS = 0
    """Enabled even with the preset `none`; such a rule cannot be ignored or suppressed."""
    RECOMMENDED = 1
    STRICT = 2
    OPT_IN = 3
    """Only the preset `all`, or naming the rule, enables it."""


ALWAYS, RECOMMENDED, STRICT, OPT_IN = Preset.ALWAYS, Preset.RECOMMENDED, Preset.STRICT, Preset.OPT_IN


@dataclass(frozen=True, slots=True)
class NoOptions:
    """Options of a rule that has none."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Options of a rule about what some generators render as intended and others do not."""

    report: Literal["broken", "always"] = "broken"
    """`broken`: only what this site's generator does not render as intended. `always`: every occurrence."""


@dataclass(frozen=True, slots=True)
class SchemaOptions:
    """Options of a rule that checks front matter against a schema."""

    schema: str = ""
    """Name of a built-in schema or path of a schema file; by default the schema of the generator."""


class Variant(NamedTuple):
    """A rule that the options of another define: the same check under its own name, with a part of the options."""

    name: str
    """`family/fault`."""
    aliases: tuple[str, ...]
    options: Mapping[str, Any]
    """By field name, already read."""
    severity: Severity | None = None
    """None: the severity of the rule that it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BaseRule(Generic[OptionsT]):
    """What all rules have in common. Two rules are equal only if they are the same object."""

    name: str
    """`family/fault`."""
    options: type[OptionsT]
    """A frozen dataclass whose defaults hold with the preset `recommended`, or if the rule is enabled by name."""
    preset: Preset
    severity: Severity
    """Unless the configuration or a finding sets another."""
    aliases: tuple[str, ...] = ()
    """The code and names of markdownlint's equivalent, and the rule's own former names."""
    strict: Mapping[str, Any] = field(default_factory=dict)
    """Options, by field name, that the presets `strict` and `all` set differently."""
    markdownlint: Mapping[str, Any] = field(default_factory=dict)
    """Options, by field name, that the preset `markdownlint` sets differently."""
    module: str = ""
    """The module that defines the rule; its docstring is the manual."""

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PostRule(BaseRule[OptionsT]):
    """A pure function from a post and options to findings."""

    check: Callable[[Post, OptionsT], Iterable[Finding]]
    changes_html: bool = False
    """Whether its fix is meant to change the rendered page."""
    changes_front_matter: bool = False
    """Whether its fix is meant to change the front matter's data."""
    beyond_markdown: bool = False
    """Whether it also checks `.mdx` and `.qmd`, where only front matter, fences and whitespace are read."""
    partials: bool = True
    """Whether it also checks partial pages, which the generator only includes in others."""
    from_schema: Callable[[str], Mapping[str, Any]] | None = None
    """The options, in the configuration's spelling, for posts to which an override gives the schema of this name.

    None: the rule does not depend on the schema. Otherwise such an override enables the rule.
    """
    expand: Callable[[OptionsT], Iterable[Variant]] | None = None
    """The rules that options define, for a rule that is made of patterns."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SiteRule(BaseRule[OptionsT]):
    """A pure function from the facts of all posts, and options, to findings."""

    check: Callable[[Site, OptionsT], Iterable[SiteFinding]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EngineRule(BaseRule[NoOptions], Generic[EventT]):
    """A pure function from something that happened during a check (`core.events`) to findings."""

    check: Callable[[EventT], Iterable[Finding]]
    event: type[EventT]
    """What it handles."""


Rule: TypeAlias = PostRule[Any] | SiteRule[Any] | EngineRule[Any]


def post_rule(
    *,
    preset: Preset,
    severity: Severity,
    aliases: tuple[str, ...] = (),
    strict: Mapping[str, Any] = _NO_OPTIONS,
    markdownlint: Mapping[str, Any] = _NO_OPTIONS,
    changes_html: bool = False,
    changes_front_matter: bool = False,
    beyond_markdown: bool = False,
    partials: bool = True,
    from_schema: Callable[[str], Mapping[str, Any]] | None = None,
    expand: Callable[[Any], Iterable[Variant]] | None = None,
) -> Callable[[Callable[[Post, OptionsT], Iterable[Finding]]], PostRule[OptionsT]]:
    """Make a `PostRule` of a function, whose module gives the name and whose second parameter the options' type.

    The keywords are the fields of `PostRule`, which documents them.
    """

    def decorate(check: Callable[[Post, OptionsT], Iterable[Finding]]) -> PostRule[OptionsT]:
        return PostRule(
            name=_rule_name(check.__module__),
            check=check,
            options=_parameter_types(check)[1],
            preset=preset,
            severity=severity,
            aliases=aliases,
            strict=strict,
            markdownlint=markdownlint,
            changes_html=changes_html,
            changes_front_matter=changes_front_matter,
            beyond_markdown=beyond_markdown,
            partials=partials,
            from_schema=from_schema,
            expand=expand,
            module=check.__module__,
        )

    return decorate


def site_rule(
    *, preset: Preset, severity: Severity, aliases: tuple[str, ...] = (), strict: Mapping[str, Any] = _NO_OPTIONS
) -> Callable[[Callable[[Site, OptionsT], Iterable[SiteFinding]]], SiteRule[OptionsT]]:
    """Make a `SiteRule` of a function, whose module gives the name and whose second parameter the options' type.

    The keywords are the fields of `SiteRule`, which documents them.
    """

    def decorate(check: Callable[[Site, OptionsT], Iterable[SiteFinding]]) -> SiteRule[OptionsT]:
        return SiteRule(
            name=_rule_name(check.__module__),
            check=check,
            options=_parameter_types(check)[1],
            preset=preset,
            severity=severity,
            aliases=aliases,
            strict=strict,
            module=check.__module__,
        )

    return decorate


def engine_rule(
    *, preset: Preset, severity: Severity
) -> Callable[[Callable[[EventT], Iterable[Finding]]], EngineRule[EventT]]:
    """Make an `EngineRule` of a function, whose module gives the name and whose parameter the event's type.

    The keywords are the fields of `EngineRule`, which documents them.
    """

    def decorate(check: Callable[[EventT], Iterable[Finding]]) -> EngineRule[EventT]:
        return EngineRule(
            name=_rule_name(check.__module__),
            check=check,
            event=_parameter_types(check)[0],
            options=NoOptions,
            preset=preset,
            severity=severity,
            module=check.__module__,
        )

    return decorate


def _rule_name(module: str) -> str:
    family, fault = module.split(".")[-2:]
    return f"{family}/{fault}".replace("_", "-")


def _parameter_types(check: Callable[..., Any]) -> list[Any]:
    """The types of a function's parameters, in order."""
    hints = get_type_hints(check)
    hints.pop("return", None)
    return list(hints.values())
