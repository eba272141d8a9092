"""Zola.

Read in Zola's source as of June 2026 (components/content/src/front_matter, content/src/page.rs); not run.
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
from postlint.core.messages import quoted
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import draft_expected
from postlint.generators.shared.date_problems import is_template, rejected
from postlint.generators.shared.dates import day
from postlint.generators.shared.paths import in_blog_section, is_language, stem, without_language
from postlint.generators.zola.dates import zola_date
from postlint.generators.zola.detection import DETECTION
from postlint.generators.zola.heading_ids import slug
from postlint.generators.zola.settings import configure
from postlint.generators.zola.templates import TEMPLATES

# page.rs, RFC3339_DATE: a day, perhaps with a time, before the slug; it counts if the front matter has no date.
_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?\s?[-_]")
_CONTENT = "content/"


def _content(path: str) -> list[str]:
    """The folders below `content/` and the file name; empty for other files."""
    root, *rest = path.split("/")
    return rest if root == "content" and rest and rest[-1].endswith(".md") else []


def _is_section(name: str) -> bool:
    return without_language(stem(name))[0] == "_index"


def _dated(name: str) -> date | None:
    match = _NAME.match(name)
    return day(*match.groups()) if match else None


def _is_post(path: str) -> bool:
    rest = _content(path)
    if not rest or _is_section(rest[-1]):
        return False
    return _dated(rest[-1]) is not None or in_blog_section(rest[:-1], rest[-1])


def _file_name_date(path: str) -> date | None:
    rest = _content(path)
    if not rest:
        return None
    # The folder of a bundle may have the date of its index.md.
    name = rest[-2] if len(rest) > 1 and without_language(stem(rest[-1]))[0] == "index" else rest[-1]
    return _dated(name)


def _file_name_problem(path: str) -> str | None:
    rest = _content(path)
    if not rest or _is_section(rest[-1]) or "_index." not in rest[-1]:
        return None
    return f"`_index.` in the file name {quoted(rest[-1])} of a page, expected another name: Zola cannot build the site"


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    """The `path`, or the folders with the `slug`; otherwise the file's own path.

    A date in the file name is kept, because a site may keep it.
    """
    rest = _content(path)
    if not rest or _is_section(rest[-1]) or data.get("render") is False:
        return None
    name, language = without_language(stem(rest[-1]))
    folders = rest[:-1]
    if name == "index" and folders:
        name = folders.pop()
    url_path, slug_key = data.get("path"), data.get("slug")
    if url_path is not None:
        parts = [url_path] if isinstance(url_path, str) else None
    elif slug_key is not None:
        parts = [*folders, slug_key] if isinstance(slug_key, str) else None
    else:
        parts = [*folders, name]
    if parts is None:
        return None
    return "/" + "/".join(part.strip("/") for part in [*([language] if is_language(language) else []), *parts]) + "/"


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value) or zola_date(value):
        return None
    return rejected(value, "Zola", "cannot build the site")


GENERATOR = Generator(
    name="zola",
    title="Zola",
    detection=DETECTION,
    sources=Sources(
        static_folders=("static/", "", _CONTENT),
        is_post=_is_post,
        file_name_problem=_file_name_problem,
        link_prefix="@/",  # https://www.getzola.org/documentation/content/linking/#internal-links
        link_folder=_CONTENT,
    ),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml", "toml"}),
        schemas=("zola", "zola-section"),
        schemas_at=lambda path: ("zola-section",) if _is_section(path.rpartition("/")[2]) else ("zola",),
        leading_blank_lines=True,  # front_matter/split.rs: `^\s*` before the fence
        fences=Fences(on_unrecognized="fails", unclosed="fails", duplicate_keys="fails"),
        table="taxonomies",
        table_keys=frozenset({"tags", "categories"}),
        is_required=lambda path: bool(_content(path)),  # split.rs: an error without
        published_draft=lambda path, data, written: draft_expected(data, "Zola"),
        theme_prints_title=True,
    ),
    markdown=MarkdownDialect(
        name="pulldown-cmark",
        bare_urls_link=False,
        heading_ids=slugs.heading_ids(slug, slugs.github),  # the latter: close to `slugify.anchors = "safe"`
    ),
    templates=TEMPLATES,
    excerpts=Excerpts(ExcerptSeparator("<!-- more -->", r"(?i:<!--\s*more\s*-->)")),  # content/src/utils
    dates=DateDialect(
        parse=zola_date,
        keys=("date", "updated"),
        problem=_date_problem,
        from_file_name=_file_name_date,
    ),
    urls=Urls(page_url=_url, keys=("path", "slug"), alias_keys=("aliases",), relative_aliases=True),
    configure=configure,
)
