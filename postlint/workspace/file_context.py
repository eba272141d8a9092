"""A file with its settings, its site, its generator and its fail level: the way from a text to findings."""

from __future__ import annotations

import os
from dataclasses import dataclass

from postlint.core.events import Failure, Unreadable
from postlint.core.finding import Severity
from postlint.core.generator import Generator
from postlint.core.post import Post
from postlint.core.result import Checked
from postlint.core.settings import ConfigurationError, Settings
from postlint.core.text import Source
from postlint.engine.check import check, report
from postlint.engine.plan import Active, Plan, schemas_of
from postlint.engine.registry import Registry
from postlint.parse import read_post
from postlint.parse.lazy import LazyReader
from postlint.workspace.globs import globs
from postlint.workspace.paths import display_path, relative_to
from postlint.workspace.settings_loader import SettingsLoader
from postlint.workspace.sites import Sites


@dataclass(frozen=True, slots=True)
class FileContext:
    """A file, and what applies to it whatever its content.

    Every entry point reads and checks a text with the methods of its context.
    """

    path: str
    """Absolute."""
    display_path: str
    config_path: str
    """Relative to the configuration's root, which its globs are relative to."""
    site_path: str
    """Relative to the site's root."""
    site_root: str
    """A display path: empty, or ending in a slash."""
    generator: Generator
    """As the site configures it."""
    plan: Plan

    @property
    def settings(self) -> Settings:
        """The settings of the configuration that applies."""
        return self.plan.settings

    @property
    def fail_level(self) -> Severity:
        """The lowest severity of a finding with which the run fails."""
        return self.plan.settings.fail_on

    def read(self, source: Source) -> Post:
        """Parse a text as the content of the file."""
        return read_post(source, self.generator, self.site_path)

    def rules_for(self, post: Post) -> tuple[Active, ...]:
        """The rules that apply to the file with this content, except for site rules."""
        return self.plan.for_post(self.config_path, post.data, post.configuration, post.comments)

    def site_rules_for(self, post: Post) -> tuple[Active, ...]:
        """The site rules that apply to the file with this content."""
        return self.plan.site_rules(self.config_path, post.data)

    def check(self, post: Post, *, site: bool = False, excerpts: bool = True) -> Checked:
        """Run the rules; with `site`, also collect the facts that site rules need."""
        rules, root = self.rules_for(post), self.site_root if site else None
        return check(post, rules, self.plan.registry, site_root=root, excerpts=excerpts)

    def report(self, event: Failure | Unreadable, source: Source) -> Checked:
        """The finding for a file that could not be read, or crashed postlint; `source` is what is known of its text."""
        post = Post(
            source,
            self.generator,
            LazyReader(()),
            front_matter=None,
            front_matter_problems=(),
            body_start=0,
            masks=(),
            masked_text=source.text,
            site_path=self.site_path,
        )
        rules = self.plan.for_post(self.config_path, {})
        diagnostics = report(event, post, rules, self.plan.registry, excerpts=False)
        return Checked(tuple(diagnostics), crashed=isinstance(event, Failure))


class FileContexts:
    """Finds the context of each file; reads each configuration and folder once."""

    def __init__(self, settings: SettingsLoader, registry: Registry, folders: tuple[str, ...] = ()) -> None:
        self.settings = settings
        self._registry = registry
        self._sites = Sites(folders)
        self._plans: dict[str | None, Plan] = {}
        """By the configuration file."""

    def of(self, path: str) -> FileContext:
        """The context of a file, by its absolute path. Raises ConfigurationError."""
        folder = os.path.dirname(path)
        plan = self.plan(folder)
        settings = plan.settings
        config_path = relative_to(path, settings.root)
        site = self._sites.of(folder, plan.generator_for(config_path), settings.root if settings.source else None)
        site_path = relative_to(path, site.folder)
        root = display_path(site.folder)
        return FileContext(
            path=path,
            display_path=display_path(path),
            config_path=config_path,
            site_path=site_path,
            site_root="" if root == "." else f"{root}/",
            generator=site.generator_for(site_path),
            plan=plan,
        )

    def notes(self) -> tuple[str, ...]:
        """Settings that have no effect here, of all configurations that were read."""
        return tuple(dict.fromkeys(note for plan in self._plans.values() for note in plan.settings.notes))

    def plan(self, folder: str) -> Plan:
        """The plan for the files of a folder. Raises ConfigurationError."""
        settings = self.settings.for_folder(folder)
        plan = self._plans.get(settings.source)
        if plan is None:
            plan = self._plans[settings.source] = Plan(settings, self._registry, globs)
            _load_schemas(plan)
        return plan


def text_context(path: str, generator: Generator, plan: Plan) -> FileContext:
    """The context of a text without a file; `path` is relative to the root of the site and of the configuration."""
    return FileContext(path, path, path, path, "", generator, plan)


def _load_schemas(plan: Plan) -> None:
    """Load the schemas that the settings name, so that an invalid one is reported before any post is read."""
    names = [override.schema for override in plan.settings.overrides if override.schema]
    names += schemas_of(plan.everywhere())
    if not names:
        return
    from postlint.schema import SchemaError, load_schema  # jsonschema is a third of the start-up time

    for name in dict.fromkeys(names):
        try:
            load_schema(name)
        except SchemaError as error:
            raise ConfigurationError(f"{plan.settings.source or 'configuration'}: {error}") from error
