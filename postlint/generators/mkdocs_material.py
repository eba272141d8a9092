"""Material for MkDocs with its blog.

"run" below: seen with mkdocs-material 9.8. The rest is read in src/plugins/blog.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from postlint.core.finding import ERROR
from postlint.core.generator import ExcerptSeparator, ValueProblem
from postlint.generators import mkdocs
from postlint.generators.shared.booleans import YAML_FALSE, YAML_TRUE, YES, draft_expected
from postlint.generators.shared.date_problems import impossible, is_template, refused
from postlint.generators.shared.dates import iso_date

_FAILS = "fails to build the site"
# yaml/resolver.py: what PyYAML takes for a timestamp.
_TIMESTAMP = re.compile(
    r"\d{4}-\d\d-\d\d\Z"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?\Z"
)


def _is_post(path: str) -> bool:
    folders = path.split("/")[:-1]
    return ("blog", "posts") in pairwise(folders) and not mkdocs.is_partial(path)


def _read_date(text: str) -> date | None:
    return iso_date(text) if _TIMESTAMP.match(text) else None


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value):
        return None
    if written[:1] in "\"'":  # run
        return ValueProblem(f"`{written}` is in quotes, and so is text: Material for MkDocs {_FAILS}, expected none")
    if not _TIMESTAMP.match(value) or impossible(value):  # run
        return refused(value, "Material for MkDocs", _FAILS)
    return None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    # run: bare words are booleans, as in YAML 1.1; in quotes they are text, which is refused
    if key not in ("draft", "pin") or not isinstance(value, str) or written in YAML_TRUE | YAML_FALSE:
        return None
    wanted = "true" if value.lower() in YES else "false"
    return ValueProblem(f"{written} is text: Material for MkDocs {_FAILS}, expected `{wanted}`", wanted, ERROR)


GENERATOR = replace(
    mkdocs.GENERATOR,
    name="mkdocs-material",
    title="Material for MkDocs",
    is_post=_is_post,
    needs_front_matter=_is_post,  # run: a post without a date is an error
    read_date=_read_date,
    reads_dates=_is_post,
    date_problem=_date_problem,
    value_problem=_value_problem,
    published_draft=lambda path, data, written: draft_expected(data, "Material") if _is_post(path) else None,
    excerpt_separator=ExcerptSeparator("<!-- more -->", r"<!-- more -->"),  # run: byte for byte
    schemas=("mkdocs", "mkdocs-material"),
    schemas_at=lambda path: ("mkdocs-material",) if _is_post(path) else ("mkdocs",),
)
