"""The tables of a configuration file, as they are written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class RuleTable:
    """What every `[rules.X]` may hold, besides the options of the rule."""

    severity: Literal["error", "warning", "info", "off"] | None = None
    """How bad a finding of this rule, or of every rule of this family, is. `off` switches it off."""


@dataclass(frozen=True, slots=True)
class OverrideTable:
    """`[[overrides]]`: settings for some posts. Later ones are stronger."""

    files: str | tuple[str, ...] = ()
    """The files, by globs in gitignore's syntax, relative to this file. None: all of them."""
    when: Mapping[str, Any] = field(default_factory=dict)
    """Front matter values that a post must have: equal to this, or a list with it."""
    select: tuple[str, ...] | None = None
    """The rules to check, instead of those of the preset: names, families, markdownlint's codes, `all`."""
    extend_select: tuple[str, ...] = ()
    """Rules to check besides."""
    ignore: tuple[str, ...] = ()
    """Rules not to check."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Severity and options, by rule or family."""
    schema: str | None = None
    """The JSON Schema of these posts' front matter: a built-in one's name, or `./` and a path beside this file."""
    generator: str | None = None
    """The generator that renders these files."""


@dataclass(frozen=True, slots=True)
class ConfigurationTable:
    """A whole `postlint.toml`, or `[tool.postlint]` in `pyproject.toml`."""

    extends: str | None = None
    """What this file builds on: a preset, or a file relative to this one, in TOML or markdownlint's (JSON, YAML)."""
    preset: str | None = None
    """The rules to start from."""
    select: tuple[str, ...] | None = None
    """The rules to check, instead of those of the preset: names, families, markdownlint's codes, `all`."""
    extend_select: tuple[str, ...] = ()
    """Rules to check besides."""
    ignore: tuple[str, ...] = ()
    """Rules not to check."""
    include: tuple[str, ...] = ()
    """Globs of files to check although they lie in a folder that is left out, or have another suffix."""
    exclude: tuple[str, ...] = ()
    """Globs of files never to check, not even where the command line names them."""
    generator: str | None = None
    """The site generator; otherwise found from its own configuration files."""
    fail_on: Literal["error", "warning", "info"] | None = None
    """The mildest severity that makes the run fail."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Severity and options, by rule or family."""
    overrides: tuple[OverrideTable, ...] = ()
    """Settings for some posts."""
