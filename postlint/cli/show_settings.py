"""`--show-settings FILE`: the configuration, generator and rules that apply to a file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from postlint.cli.exit_codes import EXIT_OK
from postlint.core.options import key_name, toml
from postlint.core.settings import Settings
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.parse import read_post
from postlint.report import sanitize
from postlint.workspace.discover import is_skipped
from postlint.workspace.file_context import Place, Places
from postlint.workspace.read import UnreadableError, read_source
from postlint.workspace.settings_loader import SettingsLoader


def show(path: str, loader: SettingsLoader) -> int:
    """Print the settings of a file, which need not exist. Raises ConfigurationError."""
    place = Places(loader, load()).of(os.path.abspath(path))
    settings = place.plan.settings
    data, configuration = _front_matter_and_comments(place)
    overrides = place.plan.overrides_for(place.config_path, data)
    rules = [
        *place.plan.for_post(place.config_path, data, configuration),
        *place.plan.site_rules(place.config_path, data),
    ]
    lines = [
        f"file:           {sanitize.path(place.shown)}",
        f"configuration:  {settings.source or 'none'}",
        f"skipped:        {'yes' if is_skipped(place.path, settings) else 'no'}",
        f"preset:         {settings.preset}",
        f"overrides:      {_overrides(settings, overrides)}",
        f"generator:      {_generator(place)}",
        f"site root:      {place.site_root or './'}",
        f"fail level:     {settings.fail_on}",
        f"rules:          {len(rules)}",
    ]
    reasons = place.plan.reasons(place.config_path, data)
    width = max(len(active.rule.name) for active in rules)  # never empty: `internal` rules are always enabled
    comment = "a comment in the file"
    lines += [
        f"  {active.severity!s:<7}  {active.rule.name:{width}}  # {reasons.get(active.rule.name, comment)}"
        f"{_changed_options(active)}"
        for active in sorted(rules, key=lambda active: active.rule.name)
    ]
    print("\n".join(sanitize.line(line) for line in lines))
    return EXIT_OK


def _overrides(settings: Settings, indices: Iterable[int]) -> str:
    """The overrides that apply, counted from 1, each with its `files` patterns."""
    total = len(settings.overrides)
    return (
        ", ".join(
            f"{index + 1} of {total} ({' '.join(settings.overrides[index].files) or 'all files'})" for index in indices
        )
        or "none"
    )


def _generator(place: Place) -> str:
    if place.plan.generator_for(place.config_path) == place.generator.name:
        return f"{place.generator.name}  # configured"
    if not place.generator.is_known:
        return "none  # no generator detected"
    return f"{place.generator.name}  # detected from the files in {place.site_root or './'}"


def _front_matter_and_comments(place: Place) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The file's front matter, and the rule configuration in its comments; both empty if it cannot be read."""
    try:
        post = read_post(read_source(place.path, place.shown), place.generator, place.site_path)
    except UnreadableError:
        return {}, {}
    return post.data, post.configuration


def _changed_options(active: Active) -> str:
    """The options that differ from the rule's defaults, after a semicolon."""
    default = active.rule.options()
    changed = [
        f"{key_name(field.name)} = {toml(getattr(active.options, field.name))}"
        for field in fields(active.rule.options)
        if getattr(active.options, field.name) != getattr(default, field.name)
    ]
    return f"; {', '.join(changed)}" if changed else ""
