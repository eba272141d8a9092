"""Configuration files -> Settings. For each file, the nearest configuration above it applies."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from postlint.core.finding import Severity
from postlint.core.messages import quoted
from postlint.core.options import OptionError, build
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.core.spelling import suggestion
from postlint.engine.plan import PRESETS
from postlint.generators import GENERATORS
from postlint.workspace import markdownlint_config
from postlint.workspace.globs import is_pattern
from postlint.workspace.paths import display_path
from postlint.workspace.settings_tables import ConfigurationTable, OverrideTable, RuleTable

_OWN_FILES = ("postlint.toml", ".postlint.toml")
_SCHEMA_SUFFIXES = (".json", ".yaml", ".yml")


class SettingsLoader:
    """Finds the settings of each folder, and reads each configuration once."""

    def __init__(
        self,
        config: str | None = None,
        isolated: bool = False,
        adjust: Callable[[Settings], Settings] = lambda settings: settings,
    ) -> None:
        """Use one configuration file for all files, or none if `isolated`; `adjust` applies the command line.

        Raises ConfigurationError.
        """
        self._adjust = adjust
        self._known: dict[str, Settings] = {}
        self._everywhere: Settings | None = None
        if isolated or config is not None:
            self._everywhere = adjust(Settings(root=os.getcwd()) if config is None else read_settings(config))

    def for_folder(self, folder: str) -> Settings:
        """The settings for the files of a folder, by its absolute path. Raises ConfigurationError."""
        if self._everywhere is not None:
            return self._everywhere
        settings = self._known.get(folder)
        if settings is None:
            parent = os.path.dirname(folder)
            path = _own_file(folder)
            if path is not None:
                settings = self._adjust(read_settings(path))
            elif parent == folder:
                settings = self._adjust(Settings(root=os.getcwd()))
            else:
                settings = self.for_folder(parent)
            self._known[folder] = settings
        return settings


def _own_file(folder: str) -> str | None:
    """The configuration file in a folder."""
    for name in _OWN_FILES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    path = os.path.join(folder, "pyproject.toml")
    if not os.path.isfile(path):
        return None
    try:
        text = Path(path).read_bytes()
    except OSError:
        return None
    return path if b"tool" in text and b"postlint" in text and _section(path, text) is not None else None


def _section(path: str, text: bytes) -> Mapping[str, Any] | None:
    """The configuration in a TOML file; in a `pyproject.toml`, `[tool.postlint]`, or None if there is none."""
    try:
        table = tomllib.loads(text.decode("utf-8-sig"))
    except ValueError as error:  # invalid TOML or UTF-8, or a number with thousands of digits
        hint = (
            "; name it in `extends` of a postlint.toml" if markdownlint_config.is_file(os.path.basename(path)) else ""
        )
        raise ConfigurationError(f"{display_path(path)}: invalid TOML: {error}{hint}") from error
    except RecursionError as error:
        raise ConfigurationError(f"{display_path(path)}: nested too deeply") from error
    if os.path.basename(path) != "pyproject.toml":
        return table
    tool = table.get("tool", {})
    section = tool.get("postlint") if isinstance(tool, Mapping) else None
    return section if isinstance(section, Mapping) else None


def read_settings(path: str, extending: tuple[str, ...] = ()) -> Settings:
    """The settings of a configuration file and of those that it extends.

    `extending` are the files, by absolute path, that extend it. Raises ConfigurationError.
    """
    path = os.path.abspath(path)
    if path in extending:
        raise ConfigurationError(f"{display_path(extending[-1])}: circular `extends`: {display_path(path)}")
    try:
        section = _section(path, Path(path).read_bytes())
    except OSError as error:
        raise ConfigurationError(f"{display_path(path)}: cannot be read: {error.strerror}") from error
    try:
        if section is None:
            raise ConfigurationError(f"{display_path(path)}: no [tool.postlint]")
        table = build(ConfigurationTable, section, display_path(path))
        return _settings(table, path, extending)
    except OptionError as error:
        raise ConfigurationError(str(error)) from error


def _settings(table: ConfigurationTable, path: str, extending: tuple[str, ...]) -> Settings:
    folder, where = os.path.dirname(path), display_path(path)
    own = Settings(
        root=folder,
        source=where,
        preset=_known(table.preset, "preset", PRESETS, where) or "recommended",
        select=table.select,
        extend_select=table.extend_select,
        ignore=table.ignore,
        include=_globs(table.include, where),
        exclude=_globs(table.exclude, where),
        generator=_known(table.generator, "generator", GENERATORS, where),
        rules=_rules(table.rules, where, folder),
        overrides=tuple(
            _override(override, f"{where}: overrides[{index}]", folder)
            for index, override in enumerate(table.overrides)
        ),
    )
    if table.fail_on is not None:
        own = replace(own, fail_on=Severity[table.fail_on.upper()])
    return own if table.extends is None else _extended(own, table, table.extends, path, extending)


def _extended(own: Settings, table: ConfigurationTable, base: str, path: str, extending: tuple[str, ...]) -> Settings:
    """Settings over those of another file, whose globs become relative to the extending file's folder."""
    if base in PRESETS:
        return own if table.preset else replace(own, preset=base)
    file = os.path.join(os.path.dirname(path), base)
    if markdownlint_config.is_file(base):
        extended = markdownlint_config.translate(file)
    elif base.endswith(".toml"):
        extended = read_settings(file, (*extending, path))
    else:
        expected = f"expected a preset ({', '.join(PRESETS)}), a TOML file or a markdownlint configuration"
        raise ConfigurationError(f"{display_path(path)}: extends is {quoted(base)}, {expected}")
    layer = Override(select=own.select, extend_select=own.extend_select, ignore=own.ignore, rules=own.rules)
    return replace(
        extended,
        root=own.root,
        source=own.source,
        preset=own.preset if table.preset else extended.preset,
        select=None if table.preset else extended.select,
        include=extended.include + own.include,
        exclude=extended.exclude + own.exclude,
        generator=own.generator or extended.generator,
        fail_on=own.fail_on if table.fail_on else extended.fail_on,
        overrides=(*extended.overrides, layer, *own.overrides),
    )


def _override(table: OverrideTable, where: str, folder: str) -> Override:
    if table.generator is not None and table.when:
        raise ConfigurationError(f"{where}: generator cannot depend on `when`: reading front matter depends on it")
    return Override(
        files=_globs((table.files,) if isinstance(table.files, str) else table.files, where),
        when=table.when,
        select=table.select,
        extend_select=table.extend_select,
        ignore=table.ignore,
        rules=_rules(table.rules, where, folder),
        schema=None if table.schema is None else _schema(table.schema, folder),
        generator=_known(table.generator, "generator", GENERATORS, where),
    )


def _rules(tables: Mapping[str, Mapping[str, Any]], where: str, folder: str) -> dict[str, RuleSettings]:
    return {name: _rule(table, f"{where}: rules.{name}", folder) for name, table in tables.items()}


def _rule(table: Mapping[str, Any], where: str, folder: str) -> RuleSettings:
    common = {key: value for key, value in table.items() if key == "severity"}
    severity = build(RuleTable, common, where).severity
    off = severity == "off"
    options = {key: _with_absolute_paths(value, folder) for key, value in table.items() if key != "severity"}
    if isinstance(schema := options.get("schema"), str):
        options["schema"] = _schema(schema, folder)
    return RuleSettings(None if off or severity is None else Severity[severity.upper()], off, options)


def _schema(name_or_path: str, folder: str) -> str:
    """A built-in schema's name unchanged, or a file's absolute path."""
    if name_or_path.startswith(".") or name_or_path.endswith(_SCHEMA_SUFFIXES):
        return os.path.abspath(os.path.join(folder, name_or_path))
    return name_or_path


def _with_absolute_paths(value: Any, folder: str) -> Any:
    """An option's value with absolute paths in place of those relative to the configuration file."""
    if isinstance(value, str) and value.startswith(("./", "../")):
        return os.path.normpath(os.path.join(folder, value))
    if isinstance(value, list):
        return [_with_absolute_paths(item, folder) for item in value]
    if isinstance(value, Mapping):
        return {key: _with_absolute_paths(item, folder) for key, item in value.items()}
    return value


def _globs(patterns: tuple[str, ...], where: str) -> tuple[str, ...]:
    for pattern in patterns:
        if not is_pattern(pattern):
            raise ConfigurationError(f"{where}: {quoted(pattern)} is not a glob in gitignore syntax")
    return patterns


def _known(name: str | None, kind: str, known: Sequence[str], where: str) -> str | None:
    """A name unchanged. Raises ConfigurationError if it is unknown."""
    if name is not None and name not in known:
        hint = suggestion(name, known) or f", expected one of {', '.join(known)}"
        raise ConfigurationError(f"{where}: unknown {kind} {quoted(name)}{hint}")
    return name
