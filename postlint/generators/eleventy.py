"""Eleventy 3.

Read in its source (src/Template.js, src/Util/DateParse.js, src/TemplateConfig.js); "run" below: seen with gray-matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.date_problems import is_template, refused, slip
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.lenient_dates import js_problem
from postlint.generators.shared.paths import BLOG_SECTIONS, day

_FAILS = "fails to build the site"
_NAMED = frozenset({"last modified", "created", "git last modified", "git created"})
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PARTS = frozenset({"_includes", "_layouts", "_data", "_components", "_partials"})


def _is_partial(path: str) -> bool:
    return not _PARTS.isdisjoint(path.split("/")[:-1])


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    dated = _DAY.match(name) is not None
    return (
        not _is_partial(path) and any(folder in BLOG_SECTIONS for folder in folders) and (dated or name == "index.md")
    )


def _file_name_date(path: str) -> date | None:
    match = _DAY.search(path)  # Template.js: the first one anywhere in the path
    return day(*match.groups()) if match else None


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return ValueProblem(f"`{value}` is a number: Eleventy {_FAILS}, expected `YYYY-MM-DD`")
    if not isinstance(value, str) or value.lower() in _NAMED or is_template(value):
        return None
    if problem := js_problem(value, written, "Eleventy", _FAILS):
        return problem
    said = slip(value).said  # Luxon's fromISO: no slashes, no names of months, two digits
    return refused(value, "Eleventy", _FAILS) if said.startswith(("has slashes", "has dots", "has the month")) else None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    return comma_string(key, value, "Eleventy takes text for one") if key == "tags" and isinstance(value, str) else None


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    permalink = data.get("permalink")
    certain = isinstance(permalink, str) and permalink.startswith("/") and not is_template(permalink)
    return permalink if certain else None


GENERATOR = Generator(
    name="eleventy",
    title="Eleventy",
    formats=frozenset({"yaml"}),
    # run: gray-matter closes at the first line that begins with three dashes
    fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),
    templates="liquid",  # Engines/Markdown.js: unless the site chooses another for Markdown
    markdown=Markdown(name="markdown-it", indented_code=False),
    is_post=_is_post,
    is_partial=_is_partial,
    file_name_date=_file_name_date,
    read_date=iso_date,
    date_problem=_date_problem,
    value_problem=_value_problem,
    # `draft` is each site's own to read, and so is an excerpt's separator.
    url=_url,
    schemas=("eleventy",),
    source_suffixes=(".md",),
)
