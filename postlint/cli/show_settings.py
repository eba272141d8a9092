"""`--show-settings FILE`: which configuration, generator and rules a file gets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from postlint.cli.main import OK
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
    """Print the settings of a file; it need not exist. Raises ConfigurationError."""
    place = Places(loader, load()).of(os.path.abspath(path))
    settings = place.plan.settings
    data, configuration = _own_words(place)
    overrides = place.plan.overrides_for(place.config_path, data)
    rules = [
        *place.plan.for_post(place.config_path, data, configuration),
        *place.plan.site_rules(place.config_path, data),
    ]
    lines = [
        f"file:           {sanitize.path(place.shown)}",
        f"configuration:  {settings.source or 'none'}",
        f"left out:       {'yes' if is_skipped(place.path, settings) else 'no'}",
        f"preset:         {settings.preset}",
        f"overrides:      {_overrides(settings, overrides)}",
        f"generator:      {_generator(place)}",
        f"site root:      {place.site_root or './'}",
        f"fails on:       {settings.fail_on}",
        f"rules:          {len(rules)}",
    ]
    reasons = place.plan.reasons(place.config_path, data)
    width = max(len(one.rule.name) for one in rules)  # those on postlint itself always hold
    comment = "a comment in the file"
    lines += [
        f"  {one.severity!s:<7}  {one.rule.name:{width}}  # {reasons.get(one.rule.name, comment)}{_changed(one)}"
        for one in sorted(rules, key=lambda one: one.rule.name)
    ]
    print("\n".join(sanitize.line(line) for line in lines))
    return OK


def _overrides(settings: Settings, indices: Iterable[int]) -> str:
    """Those that hold for the file, counted from 1, each by the files that it is for."""
    total = len(settings.overrides)
    return (
        ", ".join(
            f"{index + 1} of {total} ({' '.join(settings.overrides[index].files) or 'all files'})" for index in indices
        )
        or "none"
    )


def _generator(place: Place) -> str:
    if place.plan.generator_for(place.config_path) == place.generator.name:
        return f"{place.generator.name}  # set"
    if not place.generator.is_known:
        return "none  # nothing above the file tells of one that postlint knows"
    return f"{place.generator.name}  # found by the files in {place.site_root or './'}"


def _own_words(place: Place) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The file's front matter, and what comments in it say of rules."""
    try:
        post = read_post(read_source(place.path, place.shown), place.generator, place.site_path)
    except UnreadableError:
        return {}, {}
    return post.data, post.configuration


def _changed(one: Active) -> str:
    """The options that are not what they are by default."""
    usual = one.rule.options()
    changed = [
        f"{key_name(field.name)} = {toml(getattr(one.options, field.name))}"
        for field in fields(one.rule.options)
        if getattr(one.options, field.name) != getattr(usual, field.name)
    ]
    return f"; {', '.join(changed)}" if changed else ""
