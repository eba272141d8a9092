"""Blogs made with Next.js: Markdown read by gray-matter, contentlayer or velite.

There is no engine: certain is only what gray-matter and js-yaml do ("run": seen with them), and the conventions of the
starters (timlrx/tailwind-nextjs-starter-blog, vercel's blog-starter).
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, MarkdownDialect, Sources, no_settings
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.generators.nextjs.detection import DETECTION
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.lenient_dates import js_problem, lenient_date
from postlint.generators.shared.paths import BLOG_SECTIONS, in_blog_section
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_ROOTS = ("content", "data", "src", "app", "pages")


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    if folders and folders[0] == "_posts":
        return True
    while folders and folders[0] in _ROOTS and folders[0] not in BLOG_SECTIONS:
        folders = folders[1:]
    return in_blog_section(folders, name)


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    return comma_string(key, value, "it is not split") if key == "tags" and isinstance(value, str) else None


GENERATOR = Generator(
    name="nextjs",
    title="Next.js",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("nextjs",),
        fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),  # run
        value_problem=_value_problem,
        theme_prints_title=True,
    ),
    configure=no_settings,
    markdown=MarkdownDialect(name="remark"),
    dates=DateDialect(
        parse=lenient_date,
        keys=("date", "lastmod", "publishedAt", "updatedAt"),
        problem=lambda value, written: js_problem(value, written, "JavaScript", "finds no date in it"),
    ),
)
