"""What each site generator accepts and how it reads it: one module a generator, loaded when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

from postlint.core.errors import PostlintError
from postlint.core.generator import Generator
from postlint.generators.shared.site_overrides import SiteOverrides

GENERATORS: tuple[str, ...] = (
    "astro", "docusaurus", "eleventy", "forem", "gatsby", "hexo", "hugo", "jekyll", "mkdocs", "mkdocs-material",
    "myst", "nextjs", "nikola", "none", "pelican", "quarto", "zola",
)  # fmt: skip
"""The generators that postlint knows, by the name that the configuration uses."""


class UnknownGeneratorError(PostlintError):
    """A name that is not that of a generator."""

    def __init__(self, name: str) -> None:
        super().__init__(f'unknown generator "{name}", expected one of ' + ", ".join(GENERATORS))


@cache
def get_generator(name: str, theme: str | None = None, habits: SiteOverrides | None = None) -> Generator:
    """The generator of this name, with what a Jekyll theme and a site's habits add; only its own module is loaded.

    >>> get_generator("hugo").title
    'Hugo'
    """
    if name not in GENERATORS:
        raise UnknownGeneratorError(name)
    generator: Generator = import_module(f"postlint.generators.{name.replace('-', '_')}").GENERATOR
    if theme:
        generator = replace(generator, schemas=(*generator.schemas, f"{name}-{theme}"))
    return habits.on(generator) if habits else generator
