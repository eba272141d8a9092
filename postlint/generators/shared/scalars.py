"""Values without quotes that are read as something else than they look like, under any generator."""

from __future__ import annotations

import re
from typing import Any

from postlint.core.generator import Generator
from postlint.core.generator.front_matter import FrontMatterFormat, ValueProblem
from postlint.core.messages import backticked
from postlint.core.text import Span
from postlint.generators.shared.booleans import YAML_FALSE, YAML_TRUE

_STRINGS = frozenset(
    {"title", "subtitle", "linktitle", "slug", "author", "authors", "lang", "language", "locale", "name", "series"}
    | {"tag", "tags", "category", "categories", "keyword", "keywords"}
)
_VERSION = re.compile(r"(?:.*[-_])?(?:version|release|edition|since|python)s?", re.IGNORECASE)
_LOST_ZERO = re.compile(r"\d+\.\d+0")
# The value continues after `#` if no space follows it; `#todo` and the like are notes.
_CUT = re.compile(r"[ \t]+(?P<rest>#(?!postlint|todo\b|fixme\b|optional\b|required\b)\w[^\n]*)", re.IGNORECASE)
_CUT_KEYS = frozenset(
    {"title", "subtitle", "linktitle", "description", "summary", "excerpt", "tagline", "headline", "caption"}
)
_HASHTAGS = re.compile(r"[ \t]*(?P<rest>#\w[\w+-]*(?:[ \t,]+#\w[\w+-]*)*)[ \t]*$", re.MULTILINE)
_TAG_KEYS = frozenset({"tags", "keywords", "categories"})
_OCTAL = re.compile(r"0[0-7]+")
_SEXAGESIMAL = re.compile(r"[1-9]\d?(?::[0-5]\d){1,2}")


def scalar_problem(
    key: str, value: Any, written: str, form: FrontMatterFormat, generator: Generator
) -> ValueProblem | None:
    """What a bare value, or an item of a list, at a top level key loses on its way to the page.

    `value` is the value of the source text `written` in postlint's own reader.
    """
    if isinstance(value, str) and not generator.front_matter.yaml_1_1:
        return None
    if form not in ("yaml", "toml", "json") or isinstance(value, bool | None):
        return None
    is_string = key.lower() in _STRINGS
    is_label = is_string or _VERSION.fullmatch(key) is not None
    if isinstance(value, float) and is_label and _LOST_ZERO.fullmatch(written):
        return _unquoted(written, f"is the number {value}")
    if form != "yaml":
        return None
    if isinstance(value, int):
        return _octal(written, value, is_label, generator)
    if value != written:
        return None
    if is_string and (written in YAML_TRUE or written in YAML_FALSE):
        return _unquoted(written, f"is {'true' if written in YAML_TRUE else 'false'} in {generator.title}")
    if _SEXAGESIMAL.fullmatch(written):
        return _unquoted(written, f"is a base 60 number in {generator.title}")
    return None


def _octal(written: str, value: int, is_label: bool, generator: Generator) -> ValueProblem | None:
    if not _OCTAL.fullmatch(written):
        return None
    octal = int(written, 8)
    if generator.front_matter.octal_integers and octal != value:
        return _unquoted(written, f"is the octal number {octal} in {generator.title}")
    return _unquoted(written, f"is the number {octal} or {value}") if is_label else None


def _unquoted(written: str, outcome: str) -> ValueProblem:
    replacement = f'"{written}"'
    return ValueProblem(
        f"{backticked(written)} without quotes {outcome}, expected {backticked(replacement)}", replacement
    )


def swallowed(key: str, value: Any, text: str, span: Span, item: bool = False) -> Span | None:
    """The comment in YAML that looks like the rest of a value, or like a tag; `span` is the value's in `text`.

    >>> swallowed("title", "C# tips", "title: C# tips #1", Span(7, 14))
    Span(start=15, end=17)
    """
    if value is None and key.lower() in _TAG_KEYS:
        match = _HASHTAGS.match(text, span.end)
        # A single one after a key may be a note.
        return Span(*match.span("rest")) if match and (item or match["rest"].count("#") > 1) else None
    if item or key.lower() not in _CUT_KEYS or text.startswith(("'", '"', "|", ">"), span.start):
        return None
    match = _CUT.match(text, span.end)
    return Span(match.start("rest"), match.start("rest") + len(match["rest"].rstrip())) if match else None
