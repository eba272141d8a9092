"""Docusaurus 3: its blog and its docs.

"run" below: the validators of Docusaurus 3.10.2. The rest is read in plugin-content-blog's source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import ExcerptSeparator, Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import draft_expected
from postlint.generators.shared.lenient_dates import js_problem, lenient_date
from postlint.generators.shared.paths import day

# blogUtils.ts, DATE_FILENAME_REGEX.
_NAME = re.compile(r"(?:^|/)(?P<year>\d{4})[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)[-/]?[^/]*(?:/index)?\.mdx?\Z")


def _below_blog(path: str) -> str | None:
    """The path below a blog's folder, a translated one's too; None elsewhere."""
    folders = path.split("/")
    at = next(
        (i for i, one in enumerate(folders[:-1]) if one == "blog" or one.startswith("docusaurus-plugin-cont")), -1
    )
    return "/".join(folders[at + 1 :]) if at >= 0 and "docs" not in folders[: at + 1] else None


def _is_partial(path: str) -> bool:
    return any(part.startswith("_") for part in path.split("/"))  # the plugins' `exclude`


def _is_post(path: str) -> bool:
    return _below_blog(path) is not None and not _is_partial(path)


def _file_name_date(path: str) -> date | None:
    match = _NAME.search(_below_blog(path) or "")
    return day(*match.group("year", "month", "day")) if match else None


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    slug = data.get("slug")
    return "/blog/" + slug.strip("/") if isinstance(slug, str) and _is_post(path) and path.startswith("blog/") else None


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    return js_problem(value, written, "Docusaurus", "fails to build the site")


GENERATOR = Generator(
    name="docusaurus",
    title="Docusaurus",
    formats=frozenset({"yaml"}),
    fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),  # run: gray-matter
    markdown=Markdown(name="MDX", indented_code=False),
    is_post=_is_post,
    is_partial=_is_partial,
    file_name_date=_file_name_date,
    read_date=lenient_date,
    reads_dates=_is_post,
    date_problem=_date_problem,
    published_draft=lambda path, data, written: draft_expected(data, "Docusaurus") if _is_post(path) else None,
    excerpt_separator=ExcerptSeparator(
        "<!-- truncate -->", r"<!--\s*truncate\s*-->|\{/\*\s*truncate\s*\*/\}"
    ),  # blogUtils.ts, `truncateMarker`
    url=_url,
    title_from_file_name=True,  # blogUtils.ts: the rest of the file's name
    # A heading of level 1 that is the post's first is its title: the theme shows one of the two.
    anchors=slugs.anchors(slugs.github),
    schemas=("docusaurus",),
    source_suffixes=(".md", ".mdx"),
)
