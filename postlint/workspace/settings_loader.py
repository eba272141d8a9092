"""Configuration files -> Settings. The nearest one above each file counts."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from postlint.core.finding import Severity
from postlint.core.options import OptionError, build, suggestion
from postlint.core.settings import ConfigurationError, Override, RuleSettings, Settings
from postlint.engine.plan import PRESETS
from postlint.generators import GENERATORS
from postlint.workspace import markdownlint_config
from postlint.workspace.globs import is_pattern
from postlint.workspace.paths import shown
from postlint.workspace.settings_tables import ConfigurationTable, OverrideTable, RuleTable

_OWN_FILES = ("postlint.toml", ".postlint.toml")
_SCHEMA_SUFFIXES = (".json", ".yaml", ".yml")


class SettingsLoader:
    """Finds the settings of each folder once."""

    def __init__(
        self,
        config: str | None = None,
        isolated: bool = False,
        adjust: Callable[[Settings], Settings] = lambda one: one,
    ) -> None:
        self._adjust = adjust
        self._known: dict[str, Settings] = {}
        self._everywhere: Settings | None = None
        if isolated or config is not None:
            self._everywhere = adjust(Settings(root=os.getcwd()) if config is None else read_settings(config))

    def for_folder(self, folder: str) -> Settings:
        """The settings for the files of a folder, given by its absolute path."""
        if self._everywhere is not None:
            return self._everywhere
        found = self._known.get(folder)
        if found is None:
            above = os.path.dirname(folder)
            path = _own_file(folder)
            if path is not None:
                found = self._adjust(read_settings(path))
            elif above == folder:
                found = self._adjust(Settings(root=os.getcwd()))
            else:
                found = self.for_folder(above)
            self._known[folder] = found
        return found


def _own_file(folder: str) -> str | None:
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
    """A file's table for postlint; of a `pyproject.toml`, its section, or None where it has none."""
    try:
        table = tomllib.loads(text.decode("utf-8-sig"))
    except ValueError as error:  # TOML's own, of the encoding, of numbers of thousands of digits
        hint = (
            "; name it in 'extends' of a postlint.toml" if markdownlint_config.is_file(os.path.basename(path)) else ""
        )
        raise ConfigurationError(f"{shown(path)}: not valid TOML: {error}{hint}") from error
    except RecursionError as error:
        raise ConfigurationError(f"{shown(path)}: nested too deeply") from error
    if os.path.basename(path) != "pyproject.toml":
        return table
    tool = table.get("tool", {})
    section = tool.get("postlint") if isinstance(tool, Mapping) else None
    return section if isinstance(section, Mapping) else None


def read_settings(path: str, below: tuple[str, ...] = ()) -> Settings:
    """The settings of one configuration file and of those that it extends.

    Raises ConfigurationError.
    """
    path = os.path.abspath(path)
    if path in below:
        raise ConfigurationError(f"{shown(below[-1])}: extends goes round in a circle at {shown(path)}")
    try:
        section = _section(path, Path(path).read_bytes())
    except OSError as error:
        raise ConfigurationError(f"{shown(path)}: cannot read the configuration: {error.strerror}") from error
    try:
        if section is None:
            raise ConfigurationError(f"{shown(path)}: has no [tool.postlint]")
        table = build(ConfigurationTable, section, shown(path))
        return _settings(table, path, below)
    except OptionError as error:
        raise ConfigurationError(str(error)) from error


def _settings(table: ConfigurationTable, path: str, below: tuple[str, ...]) -> Settings:
    folder, where = os.path.dirname(path), shown(path)
    own = Settings(
        root=folder,
        source=where,
        preset=_preset(table.preset, where) or "recommended",
        select=table.select,
        extend_select=table.extend_select,
        ignore=table.ignore,
        include=_globs(table.include, where),
        exclude=_globs(table.exclude, where),
        generator=_generator(table.generator, where),
        rules=_rules(table.rules, where, folder),
        overrides=tuple(
            _override(one, f"{where}: overrides[{index}]", folder) for index, one in enumerate(table.overrides)
        ),
    )
    if table.fail_on is not None:
        own = replace(own, fail_on=Severity[table.fail_on.upper()])
    return own if table.extends is None else _extended(own, table, table.extends, path, below)


def _extended(own: Settings, table: ConfigurationTable, base: str, path: str, below: tuple[str, ...]) -> Settings:
    """Settings over those of another file, whose globs count from the extending file's folder."""
    if base in PRESETS:
        return own if table.preset else replace(own, preset=base)
    file = os.path.join(os.path.dirname(path), base)
    if markdownlint_config.is_file(base):
        under = markdownlint_config.translate(file)
    elif base.endswith(".toml"):
        under = read_settings(file, (*below, path))
    else:
        known = f", expected a preset ({', '.join(PRESETS)}), a TOML file or a configuration of markdownlint's"
        raise ConfigurationError(f"{shown(path)}: extends is '{base}'{known}")
    layer = Override(select=own.select, extend_select=own.extend_select, ignore=own.ignore, rules=own.rules)
    return replace(
        under,
        root=own.root,
        source=own.source,
        preset=own.preset if table.preset else under.preset,
        select=None if table.preset else under.select,
        include=under.include + own.include,
        exclude=under.exclude + own.exclude,
        generator=own.generator or under.generator,
        fail_on=own.fail_on if table.fail_on else under.fail_on,
        overrides=(*under.overrides, layer, *own.overrides),
    )


def _override(table: OverrideTable, where: str, folder: str) -> Override:
    if table.generator is not None and table.when:
        raise ConfigurationError(f"{where}: generator cannot depend on when: it says how front matter is read")
    return Override(
        files=_globs((table.files,) if isinstance(table.files, str) else table.files, where),
        when=table.when,
        select=table.select,
        extend_select=table.extend_select,
        ignore=table.ignore,
        rules=_rules(table.rules, where, folder),
        schema=None if table.schema is None else _schema(table.schema, folder),
        generator=_generator(table.generator, where),
    )


def _rules(tables: Mapping[str, Mapping[str, Any]], where: str, folder: str) -> dict[str, RuleSettings]:
    return {name: _rule(table, f"{where}: rules.{name}", folder) for name, table in tables.items()}


def _rule(table: Mapping[str, Any], where: str, folder: str) -> RuleSettings:
    own = {key: value for key, value in table.items() if key == "severity"}
    severity = build(RuleTable, own, where).severity
    off = severity == "off"
    options = {key: _placed(value, folder) for key, value in table.items() if key != "severity"}
    if isinstance(schema := options.get("schema"), str):
        options["schema"] = _schema(schema, folder)
    return RuleSettings(None if off or severity is None else Severity[severity.upper()], off, options)


def _schema(name_or_path: str, folder: str) -> str:
    """A built-in schema's name as it is, or a file's absolute path."""
    if name_or_path.startswith(".") or name_or_path.endswith(_SCHEMA_SUFFIXES):
        return os.path.abspath(os.path.join(folder, name_or_path))
    return name_or_path


def _placed(value: Any, folder: str) -> Any:
    """An option's value; paths beside the configuration file become absolute."""
    if isinstance(value, str) and value.startswith(("./", "../")):
        return os.path.normpath(os.path.join(folder, value))
    if isinstance(value, list):
        return [_placed(one, folder) for one in value]
    return {key: _placed(one, folder) for key, one in value.items()} if isinstance(value, Mapping) else value


def _globs(patterns: tuple[str, ...], where: str) -> tuple[str, ...]:
    for one in patterns:
        if not is_pattern(one):
            raise ConfigurationError(f"{where}: '{one}' is not a glob in gitignore's syntax")
    return patterns


def _preset(name: str | None, where: str) -> str | None:
    if name is not None and name not in PRESETS:
        hint = suggestion(name, PRESETS) or f", expected one of {', '.join(PRESETS)}"
        raise ConfigurationError(f"{where}: no preset '{name}'{hint}")
    return name


def _generator(name: str | None, where: str) -> str | None:

    if name is not None and name not in GENERATORS:
        hint = suggestion(name, GENERATORS) or f", expected one of {', '.join(GENERATORS)}"
        raise ConfigurationError(f"{where}: no generator '{name}'{hint}")
    return name
