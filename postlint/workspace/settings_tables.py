"""The tables of a configuration file. Their docstrings are the descriptions in the configuration's JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class RuleTable:
    """What every `[rules.X]` may contain besides the rule's options."""

    severity: Literal["error", "warning", "info", "off"] | None = None
    """Severity of the findings of this rule, or of every rule of this family; `off` disables it."""


@dataclass(frozen=True, slots=True)
class OverrideTable:
    """`[[overrides]]`: settings for some posts. Later overrides win."""

    files: str | tuple[str, ...] = ()
    """Globs in gitignore syntax, relative to this file. Without any, the override applies to all files."""
    when: Mapping[str, Any] = field(default_factory=dict)
    """Front matter values that a post must have: each equal to the post's value, or an item of its list."""
    select: tuple[str, ...] | None = None
    """Rules to enable instead of those of the preset: names, families, markdownlint's codes, `all`."""
    extend_select: tuple[str, ...] = ()
    """Additional rules to enable."""
    ignore: tuple[str, ...] = ()
    """Rules to disable."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Severity and options, by rule or family."""
    schema: str | None = None
    """JSON Schema of these posts' front matter: a built-in schema's name, or `./` and a path relative to this file."""
    generator: str | None = None
    """The generator that renders these files."""


@dataclass(frozen=True, slots=True)
class ConfigurationTable:
    """A `postlint.toml`, or `[tool.postlint]` in `pyproject.toml`."""

    extends: str | None = None
    """What this configuration overrides: a preset, or a TOML or markdownlint file by its path relative to this one."""
    preset: str | None = None
    """The rules to start from."""
    select: tuple[str, ...] | None = None
    """Rules to enable instead of those of the preset: names, families, markdownlint's codes, `all`."""
    extend_select: tuple[str, ...] = ()
    """Additional rules to enable."""
    ignore: tuple[str, ...] = ()
    """Rules to disable."""
    include: tuple[str, ...] = ()
    """Globs of files to check even if they are in a folder that is skipped by default, or have another suffix."""
    exclude: tuple[str, ...] = ()
    """Globs of files never to check, even if the command line names them."""
    generator: str | None = None
    """The site generator; by default it is detected from its own configuration files."""
    fail_on: Literal["error", "warning", "info"] | None = None
    """The lowest severity that causes exit code 1."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Severity and options, by rule or family."""
    overrides: tuple[OverrideTable, ...] = ()
    """Settings for some posts."""
