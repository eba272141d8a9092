"""The configuration as data: which rules to run on which files. The workspace reads it from files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from postlint.core.errors import PostlintError
from postlint.core.finding import ERROR, Severity


class ConfigurationError(PostlintError):
    """A configuration, or a combination of arguments, that cannot be used."""


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """`[rules."family/fault"]`."""

    severity: Severity | None = None
    """None: the rule's own."""
    off: bool = False
    """Whether `severity = "off"` disables the rule."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """As in the configuration file, unchecked."""

    def over(self, weaker: RuleSettings) -> RuleSettings:
        """These settings where they say something, and the weaker ones elsewhere."""
        options = {key.replace("_", "-"): value for table in (weaker, self) for key, value in table.options.items()}
        return RuleSettings(weaker.severity if self.severity is None else self.severity, self.off, options)


@dataclass(frozen=True, slots=True)
class Override:
    """`[[overrides]]`: settings for some posts. Later overrides win."""

    files: tuple[str, ...] = ()
    """Globs in gitignore syntax, relative to the configuration file; empty: all files."""
    when: Mapping[str, Any] = field(default_factory=dict)
    """Front matter values that a post must have: each is equal to the post's value or an item of its list."""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    """By rule or family name."""
    schema: str | None = None
    """A built-in schema's name, or the absolute path of a schema file."""
    generator: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What to check, for the files of one configuration. How to run is in `RunOptions`."""

    root: str = ""
    """The absolute path of the folder that globs are relative to: that of the configuration file."""
    source: str | None = None
    """The configuration file, as a display path; None: there is none."""
    preset: str = "recommended"
    select: tuple[str, ...] | None = None
    """Replaces what the preset selects."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    generator: str | None = None
    """None: detected from marker files."""
    fail_on: Severity = ERROR
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    """By rule or family name."""
    overrides: tuple[Override, ...] = ()
    command_line: Override = field(default_factory=Override)
    """The arguments of the command line, which win over the configuration and its overrides."""
    notes: tuple[str, ...] = ()
    """Settings of another tool's configuration that have no effect here."""
