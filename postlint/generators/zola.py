"""Zola.

Read in Zola's source as of June 2026 (components/content/src/front_matter, content/src/page.rs); not run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import ExcerptSeparator, Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import draft_expected
from postlint.generators.shared.date_problems import is_template, refused
from postlint.generators.shared.dates import zola_date
from postlint.generators.shared.paths import day, in_blog_section, is_language, stem, without_language

# page.rs, RFC3339_DATE: a day, perhaps a time, before the slug; counts where the front matter has no date.
_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?\s?[-_]")


def _content(path: str) -> list[str]:
    """The folders below `content/` and the file's name; empty elsewhere."""
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
    # A bundle's folder may carry the date of its index.md.
    folder = rest[-2] if len(rest) > 1 and without_language(stem(rest[-1]))[0] == "index" else rest[-1]
    return _dated(folder)


def _file_name_problem(path: str) -> str | None:
    rest = _content(path)
    if not rest or _is_section(rest[-1]) or "_index." not in rest[-1]:
        return None
    return f"`_index.` in the file name `{rest[-1]}`: Zola refuses it for a page, expected another name"


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    """`path`, or the folders with the `slug`; else the file's own place, its date kept, as a site may keep it."""
    rest = _content(path)
    if not rest or _is_section(rest[-1]) or data.get("render") is False:
        return None
    name, language = without_language(stem(rest[-1]))
    folders = rest[:-1]
    if name == "index" and folders:
        name = folders.pop()
    given, slug = data.get("path"), data.get("slug")
    if given is not None:
        parts = [given] if isinstance(given, str) else None
    elif slug is not None:
        parts = [*folders, slug] if isinstance(slug, str) else None
    else:
        parts = [*folders, name]
    if parts is None:
        return None
    return "/" + "/".join(part.strip("/") for part in [*([language] if is_language(language) else []), *parts]) + "/"


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value) or zola_date(value):
        return None
    return refused(value, "Zola", "fails to build the site")


GENERATOR = Generator(
    name="zola",
    title="Zola",
    formats=frozenset({"yaml", "toml"}),
    leading_blank_lines=True,  # front_matter/split.rs: `^\s*` before the fence
    fences=Fences(on_unrecognized="fails", unclosed="fails", duplicate_keys="fails"),
    templates="zola",
    markdown=Markdown(name="pulldown-cmark", bare_urls_link=False),
    is_post=_is_post,
    needs_front_matter=lambda path: bool(_content(path)),  # split.rs: an error without
    file_name_date=_file_name_date,
    file_name_problem=_file_name_problem,
    read_date=zola_date,
    date_keys=("date", "updated"),
    date_problem=_date_problem,
    published_draft=lambda path, data, written: draft_expected(data, "Zola"),
    excerpt_separator=ExcerptSeparator("<!-- more -->", r"(?i:<!--\s*more\s*-->)"),  # content/src/utils
    anchors=slugs.anchors(slugs.zola, slugs.github),  # the latter: near to `slugify.anchors = "safe"`
    url=_url,
    theme_prints_title=True,
    schemas=("zola", "zola-section"),
    schemas_at=lambda path: ("zola-section",) if _is_section(path.rpartition("/")[2]) else ("zola",),
    source_suffixes=(".md",),
)
