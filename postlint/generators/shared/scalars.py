"""Values without quotes that stand for something else than they show, whatever the generator."""

from __future__ import annotations

import re
from typing import Any

from postlint.core.generator import FrontMatterFormat, Generator, ValueProblem
from postlint.core.text import Span
from postlint.generators.shared.booleans import YAML_FALSE, YAML_TRUE

_TEXTS = frozenset(
    {"title", "subtitle", "linktitle", "slug", "author", "authors", "lang", "language", "locale", "name", "series"}
    | {"tag", "tags", "category", "categories", "keyword", "keywords"}
)
_VERSION = re.compile(r"(?:.*[-_])?(?:version|release|edition|since|python)s?", re.IGNORECASE)
_LOST_ZERO = re.compile(r"\d+\.\d+0")
# A text goes on behind the sign where no space follows it; `#todo` and its like are notes.
_CUT = re.compile(r"[ \t]+(?P<rest>#(?!postlint|todo\b|fixme\b|optional\b|required\b)\w[^\n]*)", re.IGNORECASE)
_CUT_KEYS = frozenset(
    {"title", "subtitle", "linktitle", "description", "summary", "excerpt", "tagline", "headline", "caption"}
)
_HASHTAGS = re.compile(r"[ \t]*(?P<rest>#\w[\w+-]*(?:[ \t,]+#\w[\w+-]*)*)[ \t]*$", re.MULTILINE)
_TAG_KEYS = frozenset({"tags", "keywords", "categories"})
_OCTAL = re.compile(r"0[0-7]+")
_SIXTIES = re.compile(r"[1-9]\d?(?::[0-5]\d){1,2}")
# The readers of YAML that keep to version 1.1 in all of this: Psych in Jekyll, PyYAML in MkDocs (both run).
_YAML_1_1 = frozenset({"jekyll", "mkdocs", "mkdocs-material"})
_READS_OCTAL = _YAML_1_1 | {"hugo", "gatsby"}  # goccy and js-yaml 3 (run)


def scalar_problem(
    key: str, value: Any, written: str, form: FrontMatterFormat, generator: Generator
) -> ValueProblem | None:
    """What a bare value, or a list's item, at a top level key loses on its way to the page.

    `value` is what the front matter's own reader makes of `written`.
    """
    if isinstance(value, str) and generator.name not in _YAML_1_1:
        return None
    if form not in ("yaml", "toml", "json") or isinstance(value, bool | None):
        return None
    is_text = key.lower() in _TEXTS
    is_label = is_text or _VERSION.fullmatch(key) is not None
    if isinstance(value, float) and is_label and _LOST_ZERO.fullmatch(written):
        return _quoted(written, f"is the number {value}")
    if form != "yaml":
        return None
    if isinstance(value, int):
        return _octal(written, value, is_label, generator)
    if value != written:
        return None
    if is_text and (written in YAML_TRUE or written in YAML_FALSE):
        return _quoted(written, f"is {'true' if written in YAML_TRUE else 'false'} to {generator.title}")
    if _SIXTIES.fullmatch(written):
        return _quoted(written, f"is a number counted in sixties to {generator.title}")
    return None


def _octal(written: str, value: int, is_label: bool, generator: Generator) -> ValueProblem | None:
    if not _OCTAL.fullmatch(written):
        return None
    octal = int(written, 8)
    if generator.name in _READS_OCTAL and octal != value:
        return _quoted(written, f"is an octal number to {generator.title}, {octal}")
    return _quoted(written, f"is the number {octal} or {value}") if is_label else None


def _quoted(written: str, outcome: str) -> ValueProblem:
    return ValueProblem(f'`{written}` without quotes {outcome}, expected `"{written}"`', f'"{written}"')


def swallowed(key: str, value: Any, text: str, span: Span, item: bool = False) -> Span | None:
    """The comment in YAML that looks like the rest of a value, or like a tag; `span` is the value's in `text`.

    >>> swallowed("title", "C# tips", "title: C# tips #1", Span(7, 14))
    Span(start=15, end=17)
    """
    if value is None and key.lower() in _TAG_KEYS:
        match = _HASHTAGS.match(text, span.end)
        # One alone behind a key may be a note.
        return Span(*match.span("rest")) if match and (item or match["rest"].count("#") > 1) else None
    if item or key.lower() not in _CUT_KEYS or text.startswith(("'", '"', "|", ">"), span.start):
        return None
    match = _CUT.match(text, span.end)
    return Span(match.start("rest"), match.start("rest") + len(match["rest"].rstrip())) if match else None
