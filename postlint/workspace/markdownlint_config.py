"""markdownlint's configuration files -> Settings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.workspace.paths import shown

NAMES = (
    ".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", ".markdownlint.jsonc", ".markdownlint.json",
    ".markdownlint.yaml", ".markdownlint.yml",
)  # fmt: skip
"""The files that markdownlint-cli2 looks for, in its order."""

_SUFFIXES = (".json", ".jsonc", ".yaml", ".yml")
_SCRIPTS = (".cjs", ".mjs", ".js")
_UNSUPPORTED = {
    "customRules": "custom rules in JavaScript are not supported",
    "markdownItPlugins": "plugins in JavaScript are not supported",
    "frontMatter": "a pattern for front matter is not supported: the generator decides",
    "noInlineConfig": "comments in posts cannot be switched off",
}
_CLI2 = ".markdownlint-cli2."
_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")
_MOST_GLOBS = 100


def is_file(name: str) -> bool:
    """Whether a configuration of this name is written in markdownlint's terms."""
    return name.endswith(_SUFFIXES)


def translate(path: str) -> Settings:
    """The settings that a file and those that it extends stand for. Raises ConfigurationError."""
    path = os.path.abspath(path)
    notes: list[str] = []
    table = _read(path)
    of_cli2 = _CLI2 in os.path.basename(path) or isinstance(table.get("config"), Mapping)
    options = table if of_cli2 else {"config": table}
    notes += [text for key, text in _UNSUPPORTED.items() if options.get(key)]
    config = _extended(_table(options.get("config"), path, "config"), path, notes, ())
    ignores, globs = _texts(options.get("ignores")), _texts(options.get("globs"))
    wanted = [one for one in globs if one[0] not in "!#"]
    if wanted:
        notes.append("files are named on the command line; 'globs' only adds to them")
    select, rules = _rules(config, notes)
    settings = Settings(
        root=os.path.dirname(path),
        source=shown(path),
        preset="markdownlint",
        select=select,
        rules=rules,
        include=tuple(_globs(wanted)),
        exclude=tuple(_globs([*ignores, *(one[1:] for one in globs if one[0] in "!#")])),
        overrides=tuple(_overrides(options.get("overrides"), path, notes)),
    )
    return replace(settings, notes=tuple(f"{shown(path)}: {one}" for one in dict.fromkeys(notes)))


def _read(path: str) -> Mapping[str, Any]:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
        if path.endswith((".yaml", ".yml")):
            from postlint.parse.front_matter.yaml_file import read_yaml

            return read_yaml(text)
        from postlint.parse.jsonc import read_jsonc

        return _table(read_jsonc(text), path, "the file")
    except OSError as error:
        raise ConfigurationError(f"{shown(path)}: cannot read the configuration: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationError(f"{shown(path)}: not a valid configuration: {error}") from error


def _table(value: Any, path: str, what: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{shown(path)}: {what} is no table of keys and values")
    return value


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str) and one] if isinstance(value, list | tuple) else []


def _extended(config: Mapping[str, Any], path: str, notes: list[str], below: tuple[str, ...]) -> dict[str, Any]:
    """A configuration over the one that it extends, key by key."""
    own = {key: value for key, value in config.items() if key not in ("extends", "$schema")}
    base = config.get("extends")
    if not isinstance(base, str):
        return own
    under = os.path.join(os.path.dirname(path), base)
    if path in below:
        raise ConfigurationError(f"{shown(below[-1])}: extends goes round in a circle at {shown(path)}")
    if base.endswith(_SCRIPTS) or not (is_file(base) or os.path.isfile(under)):
        notes.append(f"'{base}', which it extends, is written in JavaScript or lies in a package: not supported")
        return own
    under = os.path.abspath(under)
    table = _read(under)
    return _extended(_table(table.get("config", table), under, "config"), under, notes, (*below, path)) | own


def _rules(config: Mapping[str, Any], notes: list[str]) -> tuple[tuple[str, ...] | None, dict[str, RuleSettings]]:
    """What is selected in place of all rules, and what is said of each."""
    from postlint.engine.markdownlint import default_of, misfits, rule_settings
    from postlint.engine.registry import load

    notes += misfits(config, load())
    return () if default_of(config) is False else None, dict(rule_settings(config, load()))


def _overrides(value: Any, path: str, notes: list[str]) -> Iterator[Override]:
    """There the first one that fits a file counts, here the last one is the strongest."""
    from postlint.engine.registry import load

    for one in reversed(value if isinstance(value, list | tuple) else []):
        table = _table(one, path, "overrides")
        select, rules = _rules(_extended(_table(table.get("config"), path, "config"), path, notes, ()), notes)
        if table.get("combine") == "replace" and select is None:
            select = tuple(sorted(load().markdownlint))
        yield Override(files=tuple(_globs(_texts(table.get("filter")))), select=select, rules=rules)


def _globs(patterns: Iterable[str]) -> Iterator[str]:
    """Patterns that count from the configuration's folder, in gitignore's syntax."""
    for pattern in patterns:
        for one in _without_braces(pattern.removeprefix("./")):
            negated, rest = ("!", one[1:]) if one[:1] == "!" else ("", one)
            yield negated + (rest if "/" in rest.rstrip("/") else f"/{rest}")


def _without_braces(pattern: str) -> list[str]:
    """`{a,b}.md` as `a.md` and `b.md`."""
    found = [pattern]
    while len(found) < _MOST_GLOBS and any(match := [_BRACES.search(one) for one in found]):
        found = [
            one[: each.start()] + part + one[each.end() :] if each else one
            for one, each in zip(found, match, strict=True)
            for part in (each[1].split(",") if each else ("",))
        ]
    return found
