"""What each site generator accepts and how it reads it: one package per generator, loaded when it is needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from postlint.core.errors import PostlintError
from postlint.core.generator import Generator

GENERATORS: tuple[str, ...] = (
    "astro", "docusaurus", "eleventy", "forem", "gatsby", "hexo", "hugo", "jekyll", "mkdocs", "mkdocs-material",
    "myst", "nextjs", "nikola", "none", "pelican", "quarto", "vitepress", "zola",
)  # fmt: skip
"""The generators that postlint knows, by the names that the configuration uses."""

PLAIN_MARKDOWN = "none"
"""The generator of files that belong to no site, or to one whose generator is unknown."""


class UnknownGeneratorError(PostlintError):
    """A name that is not that of a generator."""

    def __init__(self, name: str) -> None:
        super().__init__(f'unknown generator "{name}", expected one of ' + ", ".join(GENERATORS))


def module_name(name: str) -> str:
    """The package of a generator.

    >>> module_name("mkdocs-material")
    'postlint.generators.mkdocs_material'
    """
    return f"{__name__}.{name.replace('-', '_')}"


@cache
def get_generator(name: str) -> Generator:
    """The generator of this name with its defaults; only its own package is loaded.

    >>> get_generator("hugo").title
    'Hugo'
    """
    if name not in GENERATORS:
        raise UnknownGeneratorError(name)
    generator: Generator = import_module(f"{module_name(name)}.generator").GENERATOR
    return generator
