"""`--show-settings FILE`: which configuration, generator and rules a file gets."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import fields

from postlint.cli.main import OK
from postlint.core.options import key_name, toml
from postlint.core.post import Post
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.report import sanitize
from postlint.workspace.discover import leaves_out
from postlint.workspace.file_context import FileContext, FileContexts
from postlint.workspace.read import UnreadableError, read_source
from postlint.workspace.settings_loader import SettingsLoader


def show(path: str, loader: SettingsLoader) -> int:
    """Print the settings of a file; it need not exist. Raises ConfigurationError."""
    context = FileContexts(loader, load()).of(os.path.abspath(path))
    settings = context.settings
    post = _post(context)
    overrides = context.plan.overrides_for(context.config_path, post.data)
    rules = [*context.rules_for(post), *context.site_rules_for(post)]
    lines = [
        f"file:           {sanitize.path(context.display_path)}",
        f"configuration:  {settings.source or 'none'}",
        f"left out:       {'yes' if leaves_out(context.path, settings) else 'no'}",
        f"preset:         {settings.preset}",
        f"overrides:      {_overrides(settings, overrides)}",
        f"generator:      {_generator(context)}",
        f"site root:      {context.site_root or './'}",
        f"fails on:       {context.fail_level}",
        f"rules:          {len(rules)}",
    ]
    reasons = context.plan.reasons(context.config_path, post.data)
    width = max(len(active.rule.name) for active in rules)  # those on postlint itself always apply
    comment = "a comment in the file"
    lines += [
        f"  {active.severity!s:<7}  {active.rule.name:{width}}"
        f"  # {reasons.get(active.rule.name, comment)}{_changed(active)}"
        for active in sorted(rules, key=lambda active: active.rule.name)
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


def _generator(context: FileContext) -> str:
    if context.plan.generator_for(context.config_path) == context.generator.name:
        return f"{context.generator.name}  # set"
    if context.generator.name == "none":
        return "none  # nothing above the file tells of one that postlint knows"
    return f"{context.generator.name}  # found by the files in {context.site_root or './'}"


def _post(context: FileContext) -> Post:
    """The file as it is now; empty if it cannot be read."""
    try:
        source = read_source(context.path, context.display_path)
    except UnreadableError:
        source = Source(context.display_path, "")
    return context.read(source)


def _changed(one: Active) -> str:
    """The options that are not what they are by default."""
    usual = one.rule.options()
    changed = [
        f"{key_name(field.name)} = {toml(getattr(one.options, field.name))}"
        for field in fields(one.rule.options)
        if getattr(one.options, field.name) != getattr(usual, field.name)
    ]
    return f"; {', '.join(changed)}" if changed else ""
