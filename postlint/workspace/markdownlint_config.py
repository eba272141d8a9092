"""Translate markdownlint's configuration files to Settings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from postlint.core.messages import quoted
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.workspace.paths import display_path

NAMES = (
    ".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", ".markdownlint.jsonc", ".markdownlint.json",
    ".markdownlint.yaml", ".markdownlint.yml",
)  # fmt: skip
"""The file names that markdownlint-cli2 looks for, in its order."""

_SUFFIXES = (".json", ".jsonc", ".yaml", ".yml")
_SCRIPTS = (".cjs", ".mjs", ".js")
_UNSUPPORTED = {
    "customRules": "custom rules in JavaScript are not supported",
    "markdownItPlugins": "plugins in JavaScript are not supported",
    "frontMatter": "the `frontMatter` pattern is not supported: the generator defines front matter",
    "noInlineConfig": "`noInlineConfig` is not supported: disable comments in posts always work",
}
_CLI2 = ".markdownlint-cli2."
_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")
_GLOB_LIMIT = 100


def is_file(name: str) -> bool:
    """Whether a file of this name is a markdownlint configuration."""
    return name.endswith(_SUFFIXES)


def translate(path: str) -> Settings:
    """The settings equivalent to a file and the files that it extends. Raises ConfigurationError."""
    path = os.path.abspath(path)
    notes: list[str] = []
    content = _read(path)
    of_cli2 = _CLI2 in os.path.basename(path) or isinstance(content.get("config"), Mapping)
    options = content if of_cli2 else {"config": content}
    notes += [note for key, note in _UNSUPPORTED.items() if options.get(key)]
    config = _extended(_mapping(options.get("config"), path, "`config`"), path, notes, ())
    ignores, globs = _strings(options.get("ignores")), _strings(options.get("globs"))
    included = [pattern for pattern in globs if pattern[0] not in "!#"]
    excluded = [pattern[1:] for pattern in globs if pattern[0] in "!#"]
    if included:
        notes.append("`globs` only adds to the files named on the command line")
    select, rules = _rules(config, notes)
    settings = Settings(
        root=os.path.dirname(path),
        source=display_path(path),
        preset="markdownlint",
        select=select,
        rules=rules,
        include=tuple(_globs(included)),
        exclude=tuple(_globs([*ignores, *excluded])),
        overrides=tuple(_overrides(options.get("overrides"), path, notes)),
    )
    return replace(settings, notes=tuple(f"{display_path(path)}: {note}" for note in dict.fromkeys(notes)))


def _read(path: str) -> Mapping[str, Any]:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{display_path(path)}: cannot read the configuration: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationError(f"{display_path(path)}: not a valid configuration: {error}") from error
    if path.endswith((".yaml", ".yml")):
        from postlint.data.yaml import read_yaml

        document = read_yaml(text)
    else:
        from postlint.data.jsonc import read_jsonc

        document = read_jsonc(text)
    if document.error:
        line = text.count("\n", 0, document.error.span.start) + 1
        message = f"not a valid configuration: line {line}: {document.error.message}"
        raise ConfigurationError(f"{display_path(path)}: {message}")
    return _mapping(document.data, path, "the file")


def _mapping(value: Any, path: str, name: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{display_path(path)}: {name} is not a mapping of keys to values")
    return value


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str) and item] if isinstance(value, list | tuple) else []


def _extended(config: Mapping[str, Any], path: str, notes: list[str], extending: tuple[str, ...]) -> dict[str, Any]:
    """A configuration merged over the one that it extends, key by key."""
    own = {key: value for key, value in config.items() if key not in ("extends", "$schema")}
    base = config.get("extends")
    if not isinstance(base, str):
        return own
    base_path = os.path.join(os.path.dirname(path), base)
    if path in extending:
        raise ConfigurationError(f"{display_path(extending[-1])}: circular `extends`: {display_path(path)}")
    if base.endswith(_SCRIPTS) or not (is_file(base) or os.path.isfile(base_path)):
        notes.append(f"`extends` of {quoted(base)} is not supported: it is JavaScript or in a package")
        return own
    base_path = os.path.abspath(base_path)
    content = _read(base_path)
    base_config = _mapping(content.get("config", content), base_path, "`config`")
    return _extended(base_config, base_path, notes, (*extending, path)) | own


def _rules(config: Mapping[str, Any], notes: list[str]) -> tuple[tuple[str, ...] | None, dict[str, RuleSettings]]:
    """What to select instead of all rules, and the settings of each rule."""
    from postlint.engine.markdownlint import default_of, misfits, rule_settings
    from postlint.engine.registry import load

    notes += misfits(config, load())
    return () if default_of(config) is False else None, dict(rule_settings(config, load()))


def _overrides(value: Any, path: str, notes: list[str]) -> Iterator[Override]:
    """The overrides in reverse: markdownlint uses the first one that matches a file, postlint lets later ones win."""
    from postlint.engine.registry import load

    for override in reversed(value if isinstance(value, list | tuple) else []):
        options = _mapping(override, path, "`overrides`")
        config = _mapping(options.get("config"), path, "`config`")
        select, rules = _rules(_extended(config, path, notes, ()), notes)
        if options.get("combine") == "replace" and select is None:
            select = tuple(sorted(load().markdownlint))
        yield Override(files=tuple(_globs(_strings(options.get("filter")))), select=select, rules=rules)


def _globs(patterns: Iterable[str]) -> Iterator[str]:
    """Patterns relative to the configuration's folder, in gitignore's syntax."""
    for pattern in patterns:
        for glob in _without_braces(pattern.removeprefix("./")):
            negation, rest = ("!", glob[1:]) if glob[:1] == "!" else ("", glob)
            yield negation + (rest if "/" in rest.rstrip("/") else f"/{rest}")


def _without_braces(pattern: str) -> list[str]:
    """`{a,b}.md` as `a.md` and `b.md`."""
    globs = [pattern]
    while len(globs) < _GLOB_LIMIT and any(braces := [_BRACES.search(glob) for glob in globs]):
        globs = [
            glob[: match.start()] + choice + glob[match.end() :] if match else glob
            for glob, match in zip(globs, braces, strict=True)
            for choice in (match[1].split(",") if match else ("",))
        ]
    return globs
