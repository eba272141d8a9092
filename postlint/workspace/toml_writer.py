"""Settings that were read from markdownlint's configuration -> a postlint.toml that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postlint.core.options import toml
from postlint.core.settings import RuleSettings, Settings


def as_toml(settings: Settings) -> str:
    """The text of the file."""
    return "\n".join(_lines(settings)) + "\n"


def _lines(settings: Settings) -> Iterator[str]:
    yield f"# Translated from {settings.source}."
    yield from (f"# Left out: {note}." for note in settings.notes)
    yield ""
    yield '# These are markdownlint\'s rules. Some of postlint\'s own: extend-select = ["front-matter", "post", "site"]'
    yield f"preset = {toml(settings.preset)}"
    yield from _keys({"select": settings.select, "include": settings.include, "exclude": settings.exclude})
    yield from _tables(settings.rules, "rules", settings.select is not None)
    for one in settings.overrides:
        yield from ("", "[[overrides]]", f"files = {toml(one.files)}")
        yield from _keys({"select": one.select})
        yield from _tables(one.rules, "overrides.rules", True)


def _keys(table: Mapping[str, tuple[str, ...] | None]) -> Iterator[str]:
    yield from (f"{key} = {toml(value)}" for key, value in table.items() if value or (key == "select" and value == ()))


def _tables(rules: Mapping[str, RuleSettings], where: str, needed: bool) -> Iterator[str]:
    """A table for each rule; an empty one only where that is needed to switch the rule on."""
    for name, one in rules.items():
        lines = ['severity = "off"'] if one.off else []
        if one.severity is not None and not one.off:
            lines.append(f"severity = {toml(str(one.severity))}")
        lines += [f"{key.replace('_', '-')} = {toml(value)}" for key, value in one.options.items() if not one.off]
        if lines or needed:
            yield from ("", f"[{where}.{toml(name)}]", *lines)
