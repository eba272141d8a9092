"""How a generator reads front matter, and what it does with the values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from postlint.core.finding import Severity

FrontMatterFormat = Literal["yaml", "toml", "json", "headers", "comment"]
"""`headers`: `Key: value` lines, with or without fences (Pelican). `comment`: Nikola's `<!-- .. key: value -->`."""


class ValueProblem(NamedTuple):
    """A front matter value that a generator rejects, or reads as something else than its author meant."""

    message: str
    replacement: str | None = None
    """What to write in the value's place, if it is known what was meant."""
    severity: Severity | None = None
    """Only if it differs from the rule's own."""


class PublishedDraft(NamedTuple):
    """A key that is meant to hide a post but does not."""

    key: str
    message: str
    severity: Severity | None = None
    """Only if it differs from the rule's own."""


class Fences(NamedTuple):
    """How a generator finds the fences around YAML and TOML, and what it does with a block that it does not find."""

    close: Literal["line", "prefix", "either"] = "line"
    """The closing fence: a whole line; any line that begins with it; the latter, and `+++` also closes `---`."""
    longer: bool = False
    """Whether fences may be longer than three characters."""
    bare_opening: bool = False
    """Whether nothing may follow the opening fence on its line, not even a space."""
    text_below: bool = False
    """Whether the line below the opening fence must not be blank."""
    line_after: bool = False
    """Whether the closing fence must end with a line break."""
    opening_optional: bool = False
    """Whether front matter may begin with its first key: everything above a `---` is front matter."""
    tabs_indent: bool = False
    """Whether YAML may be indented with tabs."""
    quoted: tuple[str, ...] = ()
    """Keys whose values the generator quotes before it reads the YAML."""
    on_unrecognized: Literal["prints", "fails"] = "prints"
    """What the generator does with a block that it does not recognize as front matter."""
    unclosed: Literal["prints", "fails", "swallows"] = "prints"
    """What it does if the closing fence is missing; `swallows`: the whole file is front matter."""
    duplicate_keys: Literal["last", "first", "fails"] = "last"
    """Which of two equal keys counts."""


def _never(_: str) -> bool:
    return False


def _no_invalid_start(_path: str, _text: str) -> str | None:
    return None


def _no_problem(_key: str, _value: Any, _written: str) -> ValueProblem | None:
    return None


def _is_draft(_path: str, data: Mapping[str, Any]) -> bool:
    return data.get("draft") is True or data.get("published") is False


def _is_hidden(_path: str, _data: Mapping[str, Any], _written: Callable[[str], str]) -> PublishedDraft | None:
    return None


class FrontMatterDialect(NamedTuple):
    """A generator's front matter. Paths are below the site's root, with `/`."""

    formats: frozenset[FrontMatterFormat]
    """The formats that it reads; a block in another format is printed as text."""
    schemas: tuple[str, ...] = ()
    """The names of the built-in schemas."""
    schemas_at: Callable[[str], tuple[str, ...]] | None = None
    """Those of them that apply to the file at a path; None: all of them."""
    leading_blank_lines: bool = False
    """Whether there may be blank lines above the front matter."""
    dots_close: bool = False
    """Whether `...` closes YAML front matter."""
    fences: Fences = Fences()
    keys_ignore_case: bool = False
    """Whether `Title` and `title` are one key."""
    table: str = ""
    """The name of a table, such as Zola's `taxonomies`, for keys that have no effect at the top level."""
    table_keys: frozenset[str] = frozenset()
    """The keys that belong in that table."""
    yaml_1_1: bool = False
    """Whether bare `yes`, `no`, `on`, `off` are booleans and `1:30` is a number, as in YAML 1.1."""
    octal_integers: bool = False
    """Whether `010` is the number 8 in YAML."""
    is_required: Callable[[str], bool] = _never
    """Whether the build fails if the file at this path has no front matter."""
    invalid_start: Callable[[str, str], str | None] = _no_invalid_start
    """The first characters, from path and text, that make the generator expect front matter in a file without any; the
    build then fails."""
    value_problem: Callable[[str, Any, str], ValueProblem | None] = _no_problem
    """What is wrong with a string or number at the top level, from the key, the value and its source text.

    Only if the generator silently reads it as something else: values that it rejects are left to the schema."""
    is_draft: Callable[[str, Mapping[str, Any]], bool] = _is_draft
    """Whether the page is not published, from path and data."""
    published_draft: Callable[[str, Mapping[str, Any], Callable[[str], str]], PublishedDraft | None] = _is_hidden
    """The key that is meant to hide the post although the generator publishes it.

    From path, data and a function that returns the source text of a top level key's value."""
    comment_free_keys: frozenset[str] = frozenset()
    """Keys in whose values ` #` does not begin a comment, because the generator quotes or splits them first."""
    title_is_usual: bool = True
    """Whether pages get their title from the key `title`, unless the site decides otherwise."""
    theme_prints_title: bool = False
    """Whether themes usually print the `title` as the page's H1."""

    def schemas_for(self, path: str) -> tuple[str, ...]:
        """The names of the schemas that apply to the file at a path."""
        return self.schemas_at(path) if self.schemas_at else self.schemas
