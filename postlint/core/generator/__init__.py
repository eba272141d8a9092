"""What a site generator does with a post, as far as postlint knows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from postlint.core.generator.dates import DateDialect
from postlint.core.generator.detection import Detection, SiteFolder
from postlint.core.generator.excerpts import Excerpts
from postlint.core.generator.front_matter import FrontMatterDialect
from postlint.core.generator.markdown import MarkdownDialect
from postlint.core.generator.sources import Sources
from postlint.core.generator.templates import TemplateDialect
from postlint.core.generator.urls import Labels, Urls

__all__ = (
    "DateDialect",
    "Detection",
    "Excerpts",
    "FrontMatterDialect",
    "Generator",
    "Labels",
    "MarkdownDialect",
    "SiteFolder",
    "Sources",
    "TemplateDialect",
    "Urls",
    "no_settings",
)


def no_settings(generator: Generator, _folder: SiteFolder) -> Generator:
    """For a generator without settings files that change the facts about it."""
    return generator


class Generator(NamedTuple):
    """One site generator: with its defaults, or as the settings of a site configure it."""

    name: str
    """As in the configuration: `jekyll`."""
    title: str
    """As in messages: `Jekyll`."""
    detection: Detection
    sources: Sources
    front_matter: FrontMatterDialect
    configure: Callable[[Generator, SiteFolder], Generator]
    """The generator with the settings of the site in a folder, from its module `settings`, or `no_settings`.

    It raises nothing, whatever the settings files contain. A setting that cannot be read makes the facts that depend on
    it unknown."""
    markdown: MarkdownDialect = MarkdownDialect()
    templates: TemplateDialect | None = None
    """None if the generator runs no template tags in pages."""
    excerpts: Excerpts = Excerpts()
    dates: DateDialect = DateDialect()
    urls: Urls = Urls()
    labels: Labels = Labels()
    shares_settings_with: frozenset[str] = frozenset()
    """The names of generators that read the same settings files."""
    is_known: bool = True
    """False for plain Markdown: what builds the site is unknown, and the facts are assumptions."""

    def configured(self, folder: SiteFolder) -> Generator:
        """The generator with the settings of the site whose root is this folder."""
        return self.configure(self, folder)
