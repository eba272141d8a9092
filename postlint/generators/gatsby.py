"""Gatsby, as its starter blog reads Markdown (gatsby-transformer-remark).

Read in gatsby-node.js of the starter and gatsby/src/schema/types/date.ts; "run" below: seen with gray-matter.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.date_problems import is_template, refused, slip
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.lenient_dates import js_problem

_ODD = ("has slashes", "has dots", "has the month")


def _is_post(path: str) -> bool:
    folders = path.split("/")[:-1]
    return folders[:2] == ["content", "blog"] or folders[:2] == ["content", "posts"]


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if problem := js_problem(value, written, "Gatsby", "shows `Invalid date`"):
        return problem
    # date.ts: forms of ISO 8601 alone
    odd = isinstance(value, str) and not is_template(value) and slip(value).said.startswith(_ODD)
    return refused(value, "Gatsby", "takes it for text, not for a date") if odd else None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    return comma_string(key, value, "Gatsby does not split text") if key == "tags" and isinstance(value, str) else None


GENERATOR = Generator(
    name="gatsby",
    title="Gatsby",
    formats=frozenset({"yaml"}),
    fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),  # run
    markdown=Markdown(name="remark"),
    is_post=_is_post,
    read_date=iso_date,
    date_problem=_date_problem,
    value_problem=_value_problem,
    # Addresses are made in each site's gatsby-node.js.
    theme_prints_title=True,
    schemas=("gatsby",),
    source_suffixes=(".md", ".mdx", ".markdown"),
)
