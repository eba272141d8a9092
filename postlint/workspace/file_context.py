"""What holds for a file before anyone reads it: its settings' plan, its site, its generator."""

from __future__ import annotations

import os
from typing import NamedTuple

from postlint.core.generator import Generator
from postlint.core.settings import ConfigurationError
from postlint.engine.plan import Plan
from postlint.engine.registry import Registry
from postlint.workspace.globs import globs
from postlint.workspace.paths import below, shown
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.sites import Sites


class Place(NamedTuple):
    """A file, and what holds for it whatever it says."""

    path: str
    """Absolute."""
    shown: str
    config_path: str
    """Below the configuration's root, which its globs count from."""
    site_path: str
    site_root: str
    """As shown: empty, or ending in a slash."""
    generator: Generator
    plan: Plan


class Places:
    """Knows the place of every file; asks each configuration and folder once."""

    def __init__(self, settings: SettingsLoader, registry: Registry, folders: tuple[str, ...] = ()) -> None:
        self.settings = settings
        self._registry = registry
        self._sites = Sites(folders)
        self._plans: dict[int, Plan] = {}

    def of(self, path: str) -> Place:
        """The place of a file, by its absolute path. Raises ConfigurationError."""
        folder = os.path.dirname(path)
        plan = self.plan(folder)
        settings = plan.settings
        config_path = below(path, settings.root)
        site = self._sites.of(folder, plan.generator_for(config_path), settings.root if settings.source else None)
        site_path = below(path, site.folder)
        root = shown(site.folder)
        return Place(
            path,
            shown(path),
            config_path,
            site_path,
            "" if root == "." else f"{root}/",
            site.generator_for(site_path),
            plan,
        )

    def notes(self) -> tuple[str, ...]:
        """What the configurations that were asked say in vain."""
        return tuple(dict.fromkeys(note for plan in self._plans.values() for note in plan.settings.notes))

    def plan(self, folder: str) -> Plan:
        """The plan for the files of a folder. Raises ConfigurationError."""
        settings = self.settings.for_folder(folder)  # one object for each configuration
        plan = self._plans.get(id(settings))
        if plan is None:
            plan = self._plans[id(settings)] = Plan(settings, self._registry, globs)
            _load_schemas(plan)
        return plan


def _load_schemas(plan: Plan) -> None:
    """Read the schemas that the settings name, so that one that cannot be used shows before any post is read."""
    names = [one.schema for one in plan.settings.overrides if one.schema]
    names += [one.options.schema for one in plan.everywhere() if getattr(one.options, "schema", None)]
    if not names:
        return
    from postlint.schema import SchemaError, load_schema  # jsonschema is a third of the start-up time

    for name in dict.fromkeys(names):
        try:
            load_schema(name)
        except SchemaError as problem:
            raise ConfigurationError(f"{plan.settings.source or 'configuration'}: {problem}") from problem
