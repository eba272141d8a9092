"""Eleventy 3.

Read in its source (src/Template.js, src/Util/DateParse.js, src/TemplateConfig.js); "run" below: seen with gray-matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import (
    DateDialect,
    FrontMatterDialect,
    Generator,
    MarkdownDialect,
    Sources,
    Urls,
)
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.generators.eleventy.detection import DETECTION
from postlint.generators.eleventy.settings import configure
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.date_problems import date_fault, is_template, rejected
from postlint.generators.shared.dates import day, iso_date
from postlint.generators.shared.lenient_dates import js_problem
from postlint.generators.shared.liquid import LIQUID, LIQUID_TAGS
from postlint.generators.shared.paths import BLOG_SECTIONS
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_FAILS = "cannot build the site"
_DATE_WORDS = frozenset({"last modified", "created", "git last modified", "git created"})
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PARTIAL_FOLDERS = frozenset({"_includes", "_layouts", "_data", "_components", "_partials"})

# Engines/Markdown.js: the default for Markdown
TEMPLATES = LIQUID._replace(
    known_tags=LIQUID_TAGS | {"renderTemplate"},
    # Nunjucks', which `markdownTemplateEngine: "njk"` sets for Markdown
    capture_tags=frozenset({"set", "setAsync"}),
    switches=(("templateEngineOverride", "md"),),
)


def _is_partial(path: str) -> bool:
    return not _PARTIAL_FOLDERS.isdisjoint(path.split("/")[:-1])


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    is_dated = _DAY.match(name) is not None
    in_section = any(folder in BLOG_SECTIONS for folder in folders)
    return not _is_partial(path) and in_section and (is_dated or name == "index.md")


def _file_name_date(path: str) -> date | None:
    match = _DAY.search(path)  # Template.js: the first one anywhere in the path
    return day(*match.groups()) if match else None


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return ValueProblem(f"date {value} is a number, expected `YYYY-MM-DD`: Eleventy {_FAILS}")
    if not isinstance(value, str) or value.lower() in _DATE_WORDS or is_template(value):
        return None
    if problem := js_problem(value, written, "Eleventy", _FAILS):
        return problem
    # Luxon's fromISO: no slashes, no names of months, two digits
    is_rejected = date_fault(value).fault.startswith(("has slashes", "has dots", "has the month"))
    return rejected(value, "Eleventy", _FAILS) if is_rejected else None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    return comma_string(key, value, "Eleventy reads one tag") if key == "tags" and isinstance(value, str) else None


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    permalink = data.get("permalink")
    is_certain = isinstance(permalink, str) and permalink.startswith("/") and not is_template(permalink)
    return permalink if is_certain else None


GENERATOR = Generator(
    name="eleventy",
    title="Eleventy",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post, is_partial=_is_partial),
    # Each site reads `draft`, and ends an excerpt, in its own way.
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("eleventy",),
        title_is_usual=False,  # it reads no title: layouts and collections choose their keys
        # run: gray-matter closes at the first line that begins with three dashes
        fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),
        value_problem=_value_problem,
    ),
    configure=configure,
    markdown=MarkdownDialect(name="markdown-it", indented_code=False),
    templates=TEMPLATES,
    dates=DateDialect(parse=iso_date, problem=_date_problem, from_file_name=_file_name_date),
    urls=Urls(page_url=_url, keys=("permalink",)),
)
