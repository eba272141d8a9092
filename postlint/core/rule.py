"""Rules: all that a rule file needs to import.

A rule file defines a frozen dataclass `Options` (or uses `NoOptions`) and a function

    @post_rule(preset=RECOMMENDED, severity=WARNING, aliases=("MD001", "heading-increment"))
    def check(post: Post, options: Options) -> Iterator[Finding]: ...

Its name is its file's: `rules/heading/skipped_level.py` is `heading/skipped-level`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Literal

from postlint.core.finding import ERROR, INFO, WARNING, Finding, Fix, Severity, SiteFinding
from postlint.core.post import Post
from postlint.core.site import PostFacts, Site
from postlint.core.text import Edit, Position, Source, Span

__all__ = [
    "ERROR", "INFO", "OPT_IN", "RECOMMENDED", "STRICT", "WARNING",
    "Edit", "Finding", "Fix", "NoOptions", "Position", "Post", "PostFacts", "Preset", "Rule", "Severity",
    "Site", "SiteFinding", "Source", "Span", "engine_rule", "post_rule", "site_rule",
]  # fmt: skip

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Preset(IntEnum):
    """The smallest preset that switches a rule on; each holds those below it."""

    RECOMMENDED = 1
    STRICT = 2
    OPT_IN = 3
    """Only `all`, or by name."""


RECOMMENDED, STRICT, OPT_IN = Preset.RECOMMENDED, Preset.STRICT, Preset.OPT_IN


@dataclass(frozen=True, slots=True)
class NoOptions:
    """For a rule that has nothing to set."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the engine sees it."""

    name: str
    """`family/fault`."""
    kind: Literal["post", "site", "engine"]
    """What it is a function of: a post, the site, or what happened while checking."""
    check: Callable[[Any, Any], Iterable[Any]]
    options: type
    """A frozen dataclass whose defaults are what `recommended`, or switching on by name, gives."""
    preset: Preset
    severity: Severity
    aliases: tuple[str, ...] = ()
    """markdownlint's code and names of the rule whose work it does, and its own former names."""
    strict: Mapping[str, Any] = field(default_factory=dict)
    """Options that the presets `strict` and `all` set otherwise."""
    markdownlint: Mapping[str, Any] = field(default_factory=dict)
    """Options that the preset `markdownlint` sets otherwise."""
    changes_html: bool = False
    """Whether its fix is meant to change what the page shows."""
    changes_front_matter: bool = False
    """Whether its fix is meant to change the front matter's data."""
    beyond_markdown: bool = False
    """Whether it also judges `.mdx` and `.qmd`: front matter, fences and white space only."""
    module: str = ""
    """Where it is defined; its docstring is the manual."""

    @property
    def family(self) -> str:
        """The part of its name before the slash."""
        return self.name.partition("/")[0]


def _name(module: str) -> str:
    family, fault = module.split(".")[-2:]
    return f"{family}/{fault}".replace("_", "-")


def post_rule(
    *, preset: Preset, severity: Severity, aliases: tuple[str, ...] = (), strict: Mapping[str, Any] = _NOTHING,
    markdownlint: Mapping[str, Any] = _NOTHING, changes_html: bool = False, changes_front_matter: bool = False,
    beyond_markdown: bool = False,
) -> Callable[[Callable[[Post, Any], Iterable[Finding]]], Rule]:  # fmt: skip
    """Make a rule of a pure function from a post and options to findings."""

    def make(check: Callable[[Post, Any], Iterable[Finding]]) -> Rule:
        return Rule(
            _name(check.__module__), "post", check, _options(check), preset, severity, aliases, strict, markdownlint,
            changes_html, changes_front_matter, beyond_markdown, check.__module__,
        )  # fmt: skip

    return make


def site_rule(
    *, preset: Preset, severity: Severity, aliases: tuple[str, ...] = (), strict: Mapping[str, Any] = _NOTHING
) -> Callable[[Callable[[Site, Any], Iterable[SiteFinding]]], Rule]:
    """Make a rule of a function from the facts of all posts, and options, to findings."""

    def make(check: Callable[[Site, Any], Iterable[SiteFinding]]) -> Rule:
        return Rule(
            _name(check.__module__), "site", check, _options(check), preset, severity, aliases, strict,
            beyond_markdown=True, module=check.__module__,
        )  # fmt: skip

    return make


def engine_rule(
    *, preset: Preset, severity: Severity
) -> Callable[[Callable[[Any, NoOptions], Iterable[Finding]]], Rule]:
    """Make a rule of a function from something in `core.outcome` to findings."""

    def make(check: Callable[[Any, NoOptions], Iterable[Finding]]) -> Rule:
        return Rule(
            _name(check.__module__), "engine", check, _options(check), preset, severity,
            beyond_markdown=True, module=check.__module__,
        )  # fmt: skip

    return make


def _options(check: Callable[..., Any]) -> type:
    # Annotations are strings; the second parameter's names a class of the rule's own module.
    annotations = [text for name, text in check.__annotations__.items() if name != "return"]
    found: type = check.__globals__[annotations[1]] if isinstance(annotations[1], str) else annotations[1]
    return found
