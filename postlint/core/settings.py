"""What to find, settled: the configuration as data. Reading it from files is the workspace's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from postlint.core.finding import ERROR, Severity


class ConfigurationError(Exception):
    """A configuration that cannot be meant; the message is one clear line."""


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """`[rules."family/fault"]`: a severity (None: the rule's own; "off" switches it off) and options as given."""

    severity: Severity | None = None
    off: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    """Raw, with the spelling of the configuration file."""


@dataclass(frozen=True, slots=True)
class Override:
    """`[[overrides]]`: settings for some posts. The later one is the stronger."""

    files: tuple[str, ...] = ()
    """Globs (gitignore's syntax), relative to the configuration file; empty: all files."""
    when: Mapping[str, Any] = field(default_factory=dict)
    """Front matter values that a post must have: equal, or in a list of its."""
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
    """What to find. All of it, and nothing of how to run, is part of a cache key."""

    root: str = ""
    """The absolute path of the folder that globs are relative to: the configuration file's."""
    source: str | None = None
    """The configuration file, as shown."""
    preset: str = "recommended"
    select: tuple[str, ...] | None = None
    """Replaces what the preset selects."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    generator: str | None = None
    """None: found from marker files."""
    fail_on: Severity = ERROR
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    """By rule or family name."""
    overrides: tuple[Override, ...] = ()
    command_line: Override = field(default_factory=Override)
    """What the command line says: it wins."""
    notes: tuple[str, ...] = ()
    """What a configuration that was written for another tool says in vain."""
