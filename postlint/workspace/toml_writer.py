"""Settings of a markdownlint configuration -> an equivalent postlint.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postlint.core.options import toml
from postlint.core.settings import RuleSettings, Settings


def as_toml(settings: Settings) -> str:
    """The content of the file."""
    return "\n".join(_lines(settings)) + "\n"


def _lines(settings: Settings) -> Iterator[str]:
    yield f"# Translated from {settings.source}."
    yield from (f"# Not translated: {note}." for note in settings.notes)
    yield ""
    yield "# The equivalents of markdownlint's rules. To add some that only postlint has:"
    yield '# extend-select = ["front-matter", "post", "site"]'
    yield f"preset = {toml(settings.preset)}"
    yield from _keys({"select": settings.select, "include": settings.include, "exclude": settings.exclude})
    yield from _tables(settings.rules, "rules", settings.select is not None)
    for override in settings.overrides:
        yield from ("", "[[overrides]]", f"files = {toml(override.files)}")
        yield from _keys({"select": override.select})
        yield from _tables(override.rules, "overrides.rules", True)


def _keys(values: Mapping[str, tuple[str, ...] | None]) -> Iterator[str]:
    yield from (f"{key} = {toml(value)}" for key, value in values.items() if value or (key == "select" and value == ()))


def _tables(rules: Mapping[str, RuleSettings], key: str, with_empty: bool) -> Iterator[str]:
    """A table for each rule; empty ones only if they are needed to enable the rule."""
    for name, rule in rules.items():
        lines = ['severity = "off"'] if rule.off else []
        if rule.severity is not None and not rule.off:
            lines.append(f"severity = {toml(str(rule.severity))}")
        lines += [
            f"{option.replace('_', '-')} = {toml(value)}" for option, value in rule.options.items() if not rule.off
        ]
        if lines or with_empty:
            yield from ("", f"[{key}.{toml(name)}]", *lines)
