"""Which generator builds the site whose root is a folder. Each generator's signs are in its own `detection` module."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import NamedTuple

from postlint.core.generator.detection import Detection, Read, Sign, SiteFolder
from postlint.generators import GENERATORS, module_name


class Detected(NamedTuple):
    """A site of a generator begins in a folder."""

    generator: str
    may_be_part: bool = False
    """Whether the folder may be a part of a site that begins above it."""


class _Signs(NamedTuple):
    """The signs of all generators."""

    names: frozenset[str]
    """The names of files and folders without which no sign holds."""
    ordered: tuple[tuple[str, Sign], ...]
    """Each with the name of its generator."""
    packages: tuple[str, ...]


def site_folder(names: frozenset[str], read: Read) -> SiteFolder:
    """A folder with the names of its entries, and a function that reads a file below it."""
    return SiteFolder(names, read, _signs().packages)


def detect(folder: SiteFolder) -> Detected | None:
    """The generator whose site begins in this folder, if any.

    To find the site of a post, try each folder above it, the nearest first.
    """
    signs = _signs()
    present = folder.names & signs.names  # a folder may hold thousands of posts
    if not present:
        return None
    for generator, sign in signs.ordered:
        if not sign.names.isdisjoint(present) and (sign.holds is None or sign.holds(folder)):
            return Detected(generator, sign.may_be_part)
    return None


@cache
def detections() -> dict[str, Detection]:
    """How the sites of each generator are detected, by its name."""
    return {name: import_module(f"{module_name(name)}.detection").DETECTION for name in GENERATORS}


@cache
def scaffold_folders() -> frozenset[str]:
    """Folders of templates for new posts, of any generator."""
    return frozenset().union(*(detection.scaffold_folders for detection in detections().values()))


@cache
def _signs() -> _Signs:
    signs = [(generator, sign) for generator, detection in detections().items() for sign in detection.signs]
    return _Signs(
        frozenset().union(*(sign.names for _, sign in signs)),
        tuple(sorted(signs, key=lambda pair: pair[1].priority)),
        tuple(package for detection in detections().values() for package in detection.packages),
    )
