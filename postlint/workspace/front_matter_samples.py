"""Paths -> the front matter of the posts there, to infer a schema from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from postlint.core.front_matter import FrontMatter, KeyPath
from postlint.core.settings import Override, Settings
from postlint.core.text import Source
from postlint.engine.registry import load
from postlint.parse.front_matter.reader import read_front_matter
from postlint.workspace.file_context import Place, Places
from postlint.workspace.read import UnreadableError, read_source
from postlint.workspace.settings_loader import SettingsLoader


class SamplePost(NamedTuple):
    """A post's front matter, and where it stands."""

    source: Source
    front_matter: FrontMatter
    ignore_case: bool
    """Whether its generator takes `Title` and `title` for one key."""

    def line(self, path: KeyPath, *, key: bool) -> int:
        """The line of a key, or of its value."""
        place = self.front_matter.key_span_of if key else self.front_matter.span_of
        return self.source.line_number(place(path).start)


@dataclass(slots=True)
class Samples:
    """What a folder's posts have to say."""

    posts: list[SamplePost] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    """Files and blocks that do not count, each a line with the reason."""
    bare: int = 0
    """How many files have no front matter."""
    others: int = 0
    """How many posts lack the values that were asked for."""


def gather(files: Iterable[str], loader: SettingsLoader, when: Mapping[str, str]) -> Samples:
    """Read the front matter of files, given by their absolute paths. Raises ConfigurationError."""
    places = Places(loader, load())
    found = Samples()
    for path in files:
        _add(found, places.of(path), when)
    return found


def _add(found: Samples, place: Place, when: Mapping[str, str]) -> None:
    try:
        source = read_source(place.path, place.shown)
    except UnreadableError as error:
        found.unreadable.append(f"{place.shown}:{error.diagnostic.start.line}: {error}")
        return
    reading = read_front_matter(source, place.generator)
    block = reading.front_matter
    broken = next((one for one in reading.problems if one.kind == "syntax-error"), None)
    if broken is not None and (block is None or not block.readable):
        line = source.line_number(broken.span.start)
        found.unreadable.append(f"{place.shown}:{line}: front matter does not count: {broken.message}")
    elif block is None or not block.readable or place.generator.sources.is_partial(place.site_path):
        found.bare += 1
    elif not all(_holds(block.data.get(key), text) for key, text in when.items()):
        found.others += 1
    else:
        found.posts.append(SamplePost(source, block, place.generator.front_matter.keys_ignore_case))


def _holds(value: Any, wanted: str) -> bool:
    """Whether a value is the one that stands on the command line, or a list with it."""
    if isinstance(value, list):
        return any(_holds(one, wanted) for one in value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value] == wanted
    return str(value) == wanted


def without_rules(settings: Settings) -> Settings:
    """Settings that say only which files are posts, and of which generator.

    The schema that they name for the posts is perhaps the one that is to be inferred.
    """
    overrides = tuple(Override(files=one.files, when=one.when, generator=one.generator) for one in settings.overrides)
    return replace(settings, preset="none", select=None, extend_select=(), ignore=(), rules={}, overrides=overrides)
