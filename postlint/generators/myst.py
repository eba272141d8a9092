"""MyST: mystmd, and Sphinx with MyST-Parser and ablog.

Read in mystmd (packages/myst-frontmatter), MyST-Parser and ablog (post.py); "run" below: seen with ablog 0.11.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared.date_problems import impossible, is_template, refused
from postlint.generators.shared.lenient_dates import dateutil_date
from postlint.generators.shared.paths import in_blog_section


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    return in_blog_section(folders, name)  # ablog: where `blogpost` or conf.py's pattern says so


def _is_partial(path: str) -> bool:
    return any(part.startswith("_") for part in path.split("/")[:-1])  # conf.py's `exclude_patterns`, by custom


def _terms(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]  # ablog: commas (run)


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value) or not impossible(value):
        return None
    return refused(value, "MyST", "cannot read it")


GENERATOR = Generator(
    name="myst",
    title="MyST",
    formats=frozenset({"yaml"}),
    dots_close=True,
    fences=Fences(longer=True),  # markdown-it's front matter plugin: three dashes or more at the very top
    markdown=Markdown(name="MyST"),
    is_post=_is_post,
    is_partial=_is_partial,
    read_date=dateutil_date,
    reads_dates=_is_post,
    date_problem=_date_problem,
    terms=_terms,
    anchors=None,  # a fragment is looked up in the whole project, and in documented code
    labels_in_documented_code=True,  # roles and targets of Sphinx
    schemas=("myst",),
    source_suffixes=(".md",),
)
