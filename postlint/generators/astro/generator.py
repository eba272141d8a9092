"""Astro.

Read in its source (packages/internal-helpers/src/frontmatter.ts, packages/astro/src/content) and starter blog; not run.
Each project decides what a post must contain: its schema is in `src/content.config.ts`.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, MarkdownDialect, Sources
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.generators.astro.detection import DETECTION
from postlint.generators.astro.settings import configure
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.lenient_dates import js_problem, lenient_date
from postlint.generators.shared.paths import in_blog_section
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_ROOTS = (["src", "content"], ["src", "data"], ["src", "pages"])


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    # A file whose name begins with an underscore is skipped (content/utils.ts).
    return folders[:2] in _ROOTS and not name.startswith("_") and in_blog_section(folders[2:], name)


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    return comma_string(key, value, "Astro does not split it") if key == "tags" and isinstance(value, str) else None


GENERATOR = Generator(
    name="astro",
    title="Astro",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml", "toml"}),
        schemas=("astro",),
        leading_blank_lines=True,
        # frontmatter.ts: either fence closes, and the rest of its line is the body
        fences=Fences(close="either", duplicate_keys="fails"),
        value_problem=_value_problem,
        theme_prints_title=True,
    ),
    configure=configure,
    markdown=MarkdownDialect(name="remark", heading_ids=slugs.heading_ids(slugs.github)),
    dates=DateDialect(
        parse=lenient_date,
        keys=("date", "pubDate", "updatedDate", "publishDate", "pubDatetime", "modDatetime"),
        problem=lambda value, written: js_problem(value, written, "Astro", "finds no date in it"),
    ),
)
