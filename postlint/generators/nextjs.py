"""Blogs made with Next.js: Markdown read by gray-matter, contentlayer or velite.

There is no engine: what certainly holds is gray-matter's and js-yaml's doing ("run": seen with them), and the
conventions of the starters (timlrx/tailwind-nextjs-starter-blog, vercel's blog-starter).
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.lenient_dates import js_problem, lenient_date
from postlint.generators.shared.paths import BLOG_SECTIONS, in_blog_section

_ROOTS = ("content", "data", "src", "app", "pages")


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    if folders and folders[0] == "_posts":
        return True
    while folders and folders[0] in _ROOTS and folders[0] not in BLOG_SECTIONS:
        folders = folders[1:]
    return in_blog_section(folders, name)


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    said = "it is not split"
    return comma_string(key, value, said) if key == "tags" and isinstance(value, str) else None


GENERATOR = Generator(
    name="nextjs",
    title="Next.js",
    formats=frozenset({"yaml"}),
    fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),  # run
    markdown=Markdown(name="remark"),
    is_post=_is_post,
    read_date=lenient_date,
    date_keys=("date", "lastmod", "publishedAt", "updatedAt"),
    date_problem=lambda value, written: js_problem(value, written, "JavaScript", "finds no date in it"),
    value_problem=_value_problem,
    theme_prints_title=True,
    schemas=("nextjs",),
    source_suffixes=(".md", ".mdx", ".markdown"),
)
