"""Hexo 8.

"run" below: seen with Hexo 8.1.2 and hexo-front-matter 5. The rest is read in Hexo's source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from postlint.core.finding import ERROR
from postlint.core.generator import (
    DateDialect,
    Excerpts,
    FrontMatterDialect,
    Generator,
    MarkdownDialect,
    Sources,
)
from postlint.core.generator.excerpts import ExcerptSeparator
from postlint.core.generator.front_matter import Fences, PublishedDraft, ValueProblem
from postlint.generators.hexo.detection import DETECTION
from postlint.generators.hexo.heading_ids import slug
from postlint.generators.hexo.settings import configure
from postlint.generators.hexo.templates import TEMPLATES
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import NO, comma_string
from postlint.generators.shared.lenient_dates import js_problem, lenient_date
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_LAYOUT_FOLDERS = ("scaffolds", "themes", "layout")


def _folders(path: str) -> list[str]:
    return path.split("/")[:-1]


def _is_post(path: str) -> bool:
    return "_posts" in _folders(path)  # lib/plugins/processor/post.ts, below `source_dir`


def _is_partial(path: str) -> bool:
    folders = _folders(path)
    return bool(folders) and folders[0] in _LAYOUT_FOLDERS


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    if key in ("tags", "categories") and isinstance(value, str):  # post.ts: a string becomes a list of one
        return comma_string(key, value, "Hexo reads it as one item")
    return None


def _published_draft(path: str, data: Mapping[str, Any], written: Callable[[str], str]) -> PublishedDraft | None:
    published = data.get("published")
    # run: a string. warehouse/src/types/boolean.ts: of strings, only `false` and `0` are false.
    if isinstance(published, str) and published.lower() in NO - {"false", "0"}:
        message = f"`published: {published}` is a string in Hexo and does not hide the post, expected `false`"
        return PublishedDraft("published", message, ERROR)
    if data.get("draft") is True and _is_post(path) and published is not False:
        return PublishedDraft(
            "draft", "`draft: true` does not hide a post in `_posts` in Hexo, expected `published: false`"
        )
    return None


GENERATOR = Generator(
    name="hexo",
    title="Hexo",
    detection=DETECTION,
    sources=Sources(
        static_folders=USUAL_STATIC_FOLDERS,
        is_post=_is_post,
        is_partial=_is_partial,
        title_from_file_name=True,
    ),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml", "json"}),
        schemas=("hexo",),
        leading_blank_lines=True,  # run
        # run: equal fences of three dashes or more, or none at the top; no space after the first
        fences=Fences(longer=True, bare_opening=True, opening_optional=True, tabs_indent=True, duplicate_keys="fails"),
        value_problem=_value_problem,
        is_draft=lambda path, data: "_drafts" in _folders(path) or data.get("published") is False,
        published_draft=_published_draft,
        theme_prints_title=True,
    ),
    markdown=MarkdownDialect(name="marked", heading_ids=slugs.heading_ids(slug)),
    templates=TEMPLATES,
    excerpts=Excerpts(ExcerptSeparator("<!-- more -->", r"(?i:<!-- ?more ?-->)"), overridden_by=("excerpt",)),  # run
    dates=DateDialect(
        # A date in a file name counts only if the site's `new_post_name` has one.
        parse=lenient_date,
        keys=("date", "updated"),
        problem=lambda value, written: js_problem(value, written, "Hexo", "uses the file's own time"),
    ),
    configure=configure,
)
