"""Files -> the front matter of their posts, to infer a schema from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from postlint.core.front_matter import FrontMatter, KeyPath
from postlint.core.settings import Override, Settings
from postlint.core.text import Source
from postlint.engine.registry import load
from postlint.parse.front_matter.reader import read_front_matter
from postlint.workspace.file_context import FileContext, FileContexts
from postlint.workspace.read import UnreadableError, read_source
from postlint.workspace.settings_loader import SettingsLoader


class SamplePost(NamedTuple):
    """A post's front matter with its position."""

    source: Source
    front_matter: FrontMatter
    ignore_case: bool
    """Whether `Title` and `title` are the same key to the post's generator."""

    def line(self, path: KeyPath, *, key: bool) -> int:
        """The line number of a key, or of its value."""
        span_of = self.front_matter.key_span_of if key else self.front_matter.span_of
        return self.source.line_number(span_of(path).start)


@dataclass(slots=True)
class Samples:
    """The front matter of some files, and why that of others is not included."""

    posts: list[SamplePost] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    """Files that cannot be read, each a line with the reason."""
    bare: int = 0
    """How many files have no front matter."""
    others: int = 0
    """How many posts do not have the requested values."""


def gather(files: Iterable[str], loader: SettingsLoader, when: Mapping[str, str]) -> Samples:
    """Read the front matter of files, by their absolute paths; only of those with the values in `when`.

    Raises ConfigurationError.
    """
    contexts = FileContexts(loader, load())
    samples = Samples()
    for path in files:
        _add(samples, contexts.of(path), when)
    return samples


def _add(samples: Samples, context: FileContext, when: Mapping[str, str]) -> None:
    try:
        source = read_source(context.path, context.display_path)
    except UnreadableError as error:
        samples.unreadable.append(f"{context.display_path}:{error.line}: {error}")
        return
    reading = read_front_matter(source, context.generator)
    block = reading.front_matter
    syntax_error = next((problem for problem in reading.problems if problem.kind == "syntax-error"), None)
    if syntax_error is not None and (block is None or not block.readable):
        line = source.line_number(syntax_error.span.start)
        samples.unreadable.append(f"{context.display_path}:{line}: invalid front matter: {syntax_error.message}")
    elif block is None or not block.readable or context.generator.sources.is_partial(context.site_path):
        samples.bare += 1
    elif not all(_matches(block.data.get(key), text) for key, text in when.items()):
        samples.others += 1
    else:
        samples.posts.append(SamplePost(source, block, context.generator.front_matter.keys_ignore_case))


def _matches(value: Any, expected: str) -> bool:
    """Whether a value is the one given on the command line, or a list that contains it."""
    if isinstance(value, list):
        return any(_matches(item, expected) for item in value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value] == expected
    return str(value) == expected


def without_rules(settings: Settings) -> Settings:
    """Settings that only say which files are posts, and which generator renders them.

    The schema that they name may be the one that is to be inferred.
    """
    overrides = tuple(
        Override(files=override.files, when=override.when, generator=override.generator)
        for override in settings.overrides
    )
    return replace(settings, preset="none", select=None, extend_select=(), ignore=(), rules={}, overrides=overrides)
