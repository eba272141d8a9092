"""Quarto.

Read in quarto-cli (src/resources/schema, src/core/yaml.ts, src/core/date.ts); its Markdown was run with Pandoc 2.17.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Fences, Generator, ValueProblem
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.date_problems import impossible, is_template, refused
from postlint.generators.shared.lenient_dates import lenient_date
from postlint.generators.shared.markdown_parsers import PANDOC
from postlint.generators.shared.paths import BLOG_SECTIONS, stem


def _is_partial(path: str) -> bool:
    return any(part.startswith("_") for part in path.split("/"))  # left out of a project's render list


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    at = next((i for i, folder in enumerate(folders) if folder in BLOG_SECTIONS), -1)
    if at < 0 or _is_partial(path):
        return False
    below = folders[at + 1 :]
    return stem(name) != "index" or bool(below and below != ["posts"])  # the section's own index is a listing


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value) or not impossible(value):
        return None
    return refused(value, "Quarto", "cannot read it")


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    if key == "categories" and isinstance(value, str):
        return comma_string(key, value, "Quarto takes text for one")
    return None


GENERATOR = Generator(
    name="quarto",
    title="Quarto",
    formats=frozenset({"yaml"}),
    leading_blank_lines=True,  # Pandoc: a block of metadata may stand anywhere
    dots_close=True,
    fences=Fences(text_below=True, duplicate_keys="fails"),
    templates="quarto",
    markdown=PANDOC,
    is_post=_is_post,
    is_partial=_is_partial,
    read_date=lenient_date,
    date_keys=("date", "date-modified"),
    date_problem=_date_problem,
    value_problem=_value_problem,
    theme_prints_title=True,
    anchors=slugs.anchors(slugs.pandoc),
    schemas=("quarto",),
    source_suffixes=(".qmd", ".md"),
)
