"""Gatsby, as its starter blog reads Markdown (gatsby-transformer-remark).

Read in gatsby-node.js of the starter and gatsby/src/schema/types/date.ts; "run" below: seen with gray-matter.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, MarkdownDialect, Sources, no_settings
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.generators.gatsby.detection import DETECTION
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.date_problems import date_fault, is_template, rejected
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.lenient_dates import js_problem
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_NOT_ISO = ("has slashes", "has dots", "has the month")


def _is_post(path: str) -> bool:
    folders = path.split("/")[:-1]
    return folders[:2] == ["content", "blog"] or folders[:2] == ["content", "posts"]


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if problem := js_problem(value, written, "Gatsby", "shows `Invalid date`"):
        return problem
    # date.ts: only forms of ISO 8601
    not_iso = isinstance(value, str) and not is_template(value) and date_fault(value).fault.startswith(_NOT_ISO)
    return rejected(value, "Gatsby", "reads it as a string, not as a date") if not_iso else None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    return comma_string(key, value, "Gatsby does not split it") if key == "tags" and isinstance(value, str) else None


GENERATOR = Generator(
    name="gatsby",
    title="Gatsby",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("gatsby",),
        fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),  # run
        octal_integers=True,  # run: js-yaml 3
        value_problem=_value_problem,
        theme_prints_title=True,
    ),
    configure=no_settings,
    markdown=MarkdownDialect(name="remark"),
    dates=DateDialect(parse=iso_date, problem=_date_problem),
    # URLs are made in the gatsby-node.js of each site.
)
