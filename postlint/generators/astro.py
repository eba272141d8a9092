"""Astro.

Read in its source (packages/internal-helpers/src/frontmatter.ts, packages/astro/src/content) and starter blog; not run.
What a post must hold is each project's own: its schema lies in `src/content.config.ts`.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.lenient_dates import js_problem, lenient_date
from postlint.generators.shared.paths import in_blog_section

_ROOTS = (["src", "content"], ["src", "data"], ["src", "pages"])


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    # A name that begins with an underscore is left out (content/utils.ts).
    return folders[:2] in _ROOTS and not name.startswith("_") and in_blog_section(folders[2:], name)


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    return comma_string(key, value, "Astro does not split text") if key == "tags" and isinstance(value, str) else None


GENERATOR = Generator(
    name="astro",
    title="Astro",
    formats=frozenset({"yaml", "toml"}),
    leading_blank_lines=True,
    # frontmatter.ts: either fence closes, and the rest of its line is the body
    fences=Fences(close="either", duplicate_keys="fails"),
    markdown=Markdown(name="remark"),
    is_post=_is_post,
    read_date=lenient_date,
    date_keys=("date", "pubDate", "updatedDate", "publishDate", "pubDatetime", "modDatetime"),
    date_problem=lambda value, written: js_problem(value, written, "Astro", "finds no date in it"),
    value_problem=_value_problem,
    theme_prints_title=True,
    anchors=slugs.anchors(slugs.github),
    schemas=("astro",),
    source_suffixes=(".md", ".mdx", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn"),
)
