"""Docusaurus 3: its blog and its docs.

"run" below: the validators of Docusaurus 3.10.2. The rest is read in plugin-content-blog's source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import (
    DateDialect,
    Excerpts,
    FrontMatterDialect,
    Generator,
    MarkdownDialect,
    Sources,
    Urls,
)
from postlint.core.generator.excerpts import ExcerptSeparator
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.generators.docusaurus.detection import DETECTION
from postlint.generators.docusaurus.settings import configure
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import draft_expected
from postlint.generators.shared.dates import day
from postlint.generators.shared.lenient_dates import js_problem, lenient_date
from postlint.generators.shared.mdx import MDX
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

# blogUtils.ts, DATE_FILENAME_REGEX.
_NAME = re.compile(r"(?:^|/)(?P<year>\d{4})[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)[-/]?[^/]*(?:/index)?\.mdx?\Z")


def _below_blog(path: str) -> str | None:
    """The path below the folder of a blog, or of a translated blog; None for other files."""
    folders = path.split("/")
    index = next(
        (
            index
            for index, folder in enumerate(folders[:-1])
            if folder == "blog" or folder.startswith("docusaurus-plugin-cont")
        ),
        -1,
    )
    return "/".join(folders[index + 1 :]) if index >= 0 and "docs" not in folders[: index + 1] else None


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
    return js_problem(value, written, "Docusaurus", "cannot build the site")


GENERATOR = Generator(
    name="docusaurus",
    title="Docusaurus",
    detection=DETECTION,
    sources=Sources(
        static_folders=USUAL_STATIC_FOLDERS,
        is_post=_is_post,
        is_partial=_is_partial,
        title_from_file_name=True,  # blogUtils.ts: the rest of the file name
    ),
    # A level-1 heading at the top of a post is its title: the theme shows one of the two.
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("docusaurus",),
        fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),  # run: gray-matter
        published_draft=lambda path, data, written: draft_expected(data, "Docusaurus") if _is_post(path) else None,
    ),
    configure=configure,
    templates=MDX,
    markdown=MarkdownDialect(name="MDX", indented_code=False, heading_ids=slugs.heading_ids(slugs.github)),
    excerpts=Excerpts(
        ExcerptSeparator("<!-- truncate -->", r"<!--\s*truncate\s*-->|\{/\*\s*truncate\s*\*/\}")
    ),  # blogUtils.ts, `truncateMarker`
    dates=DateDialect(
        parse=lenient_date,
        used_for=_is_post,
        problem=_date_problem,
        from_file_name=_file_name_date,
    ),
    urls=Urls(page_url=_url, keys=("slug",)),
)
