"""Material for MkDocs with its blog.

"run" below: seen with mkdocs-material 9.8. The rest is read in src/plugins/blog.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

from postlint.core.finding import ERROR
from postlint.core.generator import DateDialect, Excerpts
from postlint.core.generator.excerpts import ExcerptSeparator
from postlint.core.generator.front_matter import ValueProblem
from postlint.core.messages import backticked
from postlint.generators.mkdocs import generator as mkdocs
from postlint.generators.mkdocs_material.detection import DETECTION
from postlint.generators.mkdocs_material.settings import configure
from postlint.generators.shared.booleans import YAML_FALSE, YAML_TRUE, YES, draft_expected
from postlint.generators.shared.date_problems import impossible, is_template, rejected
from postlint.generators.shared.dates import iso_date

_FAILS = "cannot build the site"
# yaml/resolver.py: what PyYAML reads as a timestamp.
_TIMESTAMP = re.compile(
    r"\d{4}-\d\d-\d\d\Z"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?\Z"
)


def _is_post(path: str) -> bool:
    folders = path.split("/")[:-1]
    return ("blog", "posts") in pairwise(folders) and not mkdocs.is_partial(path)


def _parse_date(text: str) -> date | None:
    return iso_date(text) if _TIMESTAMP.match(text) else None


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value):
        return None
    if written[:1] in "\"'":  # run: in quotes it is a string
        return ValueProblem(f"date {backticked(written)} in quotes, expected none: Material for MkDocs {_FAILS}")
    if not _TIMESTAMP.match(value) or impossible(value):  # run
        return rejected(value, "Material for MkDocs", _FAILS)
    return None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    # run: bare words are booleans, as in YAML 1.1; in quotes they are strings, which are rejected
    if key not in ("draft", "pin") or not isinstance(value, str) or written in YAML_TRUE | YAML_FALSE:
        return None
    expected = "true" if value.lower() in YES else "false"
    message = f"{backticked(written)} is a string, expected `{expected}`: Material for MkDocs {_FAILS}"
    return ValueProblem(message, expected, ERROR)


GENERATOR = mkdocs.GENERATOR._replace(
    name="mkdocs-material",
    title="Material for MkDocs",
    detection=DETECTION,
    sources=mkdocs.GENERATOR.sources._replace(is_post=_is_post),
    configure=configure,
    front_matter=mkdocs.GENERATOR.front_matter._replace(
        schemas=("mkdocs", "mkdocs-material"),
        schemas_at=lambda path: ("mkdocs-material",) if _is_post(path) else ("mkdocs",),
        is_required=_is_post,  # run: a post without a date is an error
        value_problem=_value_problem,
        published_draft=lambda path, data, written: draft_expected(data, "Material") if _is_post(path) else None,
    ),
    excerpts=Excerpts(ExcerptSeparator("<!-- more -->", r"<!-- more -->")),  # run: byte for byte
    dates=DateDialect(parse=_parse_date, used_for=_is_post, problem=_date_problem),
    shares_settings_with=frozenset({"mkdocs"}),
)
