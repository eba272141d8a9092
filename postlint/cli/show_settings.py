"""`--show-settings FILE`: the configuration, generator and rules that apply to a file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import fields

from postlint.cli.exit_codes import EXIT_OK
from postlint.core.options import key_name, toml
from postlint.core.post import Post
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.report import sanitize
from postlint.workspace.discover import is_skipped
from postlint.workspace.file_context import FileContext, FileContexts
from postlint.workspace.read import UnreadableError, read_source
from postlint.workspace.settings_loader import SettingsLoader


def show(path: str, loader: SettingsLoader) -> int:
    """Print the settings of a file, which need not exist. Raises ConfigurationError."""
    context = FileContexts(loader, load()).of(os.path.abspath(path))
    settings = context.settings
    post = _read(context)
    overrides = context.plan.overrides_for(context.config_path, post.data)
    rules = [*context.rules_for(post), *context.site_rules_for(post)]
    lines = [
        f"file:           {sanitize.path(context.display_path)}",
        f"configuration:  {settings.source or 'none'}",
        f"skipped:        {'yes' if is_skipped(context.path, settings) else 'no'}",
        f"preset:         {settings.preset}",
        f"overrides:      {_overrides(settings, overrides)}",
        f"generator:      {_generator(context)}",
        f"site root:      {context.site_root or './'}",
        f"fail level:     {context.fail_level}",
        f"rules:          {len(rules)}",
    ]
    reasons = context.plan.reasons(context.config_path, post.data)
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


def _generator(context: FileContext) -> str:
    if context.plan.generator_for(context.config_path) == context.generator.name:
        return f"{context.generator.name}  # configured"
    if not context.generator.is_known:
        return "none  # no generator detected"
    return f"{context.generator.name}  # detected from the files in {context.site_root or './'}"


def _read(context: FileContext) -> Post:
    """The file as it is now; an empty post if it cannot be read."""
    try:
        source = read_source(context.path, context.display_path)
    except UnreadableError:
        source = Source(context.display_path, "")
    return context.read(source)


def _changed_options(active: Active) -> str:
    """The options that differ from the rule's defaults, after a semicolon."""
    default = active.rule.options()
    changed = [
        f"{key_name(field.name)} = {toml(getattr(active.options, field.name))}"
        for field in fields(active.rule.options)
        if getattr(active.options, field.name) != getattr(default, field.name)
    ]
    return f"; {', '.join(changed)}" if changed else ""
