"""Hexo 8.

"run" below: seen with Hexo 8.1.2 and hexo-front-matter 5. The rest is read in Hexo's source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from postlint.core.finding import ERROR
from postlint.core.generator import ExcerptSeparator, Fences, Generator, Markdown, PublishedDraft, ValueProblem
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import NO, comma_string
from postlint.generators.shared.lenient_dates import js_problem, lenient_date

_LAYOUTS = ("scaffolds", "themes", "layout")


def _folders(path: str) -> list[str]:
    return path.split("/")[:-1]


def _is_post(path: str) -> bool:
    return "_posts" in _folders(path)  # lib/plugins/processor/post.ts, below `source_dir`


def _is_partial(path: str) -> bool:
    folders = _folders(path)
    return bool(folders) and folders[0] in _LAYOUTS


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    if key in ("tags", "categories") and isinstance(value, str):  # post.ts: text becomes a list of one
        return comma_string(key, value, "Hexo takes text for one")
    return None


def _published_draft(path: str, data: Mapping[str, Any], written: Callable[[str], str]) -> PublishedDraft | None:
    published = data.get("published")
    # run: text. warehouse/src/types/boolean.ts: but of text, `false` and `0` are false.
    if isinstance(published, str) and published.lower() in NO - {"false", "0"}:
        return PublishedDraft("published", f"`published: {published}` is text to Hexo and does not hide it", ERROR)
    if data.get("draft") is True and _is_post(path) and published is not False:
        return PublishedDraft(
            "draft", "Hexo publishes what lies in `_posts` with `draft: true`; expected `published: false`"
        )
    return None


GENERATOR = Generator(
    name="hexo",
    title="Hexo",
    formats=frozenset({"yaml", "json"}),
    leading_blank_lines=True,  # run
    # run: equal runs of three dashes or more, none at all above, no space after the first
    fences=Fences(longer=True, bare_opening=True, opening_optional=True, tabs_indent=True, duplicate_keys="fails"),
    templates="nunjucks",
    markdown=Markdown(name="marked"),
    is_post=_is_post,
    is_partial=_is_partial,
    # A date in a file's name counts only where the site's `new_post_name` says so.
    read_date=lenient_date,
    date_keys=("date", "updated"),
    date_problem=lambda value, written: js_problem(value, written, "Hexo", "takes the file's own time"),
    value_problem=_value_problem,
    published_draft=_published_draft,
    is_draft=lambda path, data: "_drafts" in _folders(path) or data.get("published") is False,
    excerpt_separator=ExcerptSeparator("<!-- more -->", r"(?i:<!-- ?more ?-->)", ("excerpt",)),  # run
    title_from_file_name=True,
    theme_prints_title=True,
    anchors=slugs.anchors(slugs.hexo),
    schemas=("hexo",),
    source_suffixes=(".md", ".markdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext"),
)
