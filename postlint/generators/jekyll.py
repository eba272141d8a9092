"""Jekyll 4, as GitHub Pages builds it too.

"run" below: seen with Ruby 3.1, Jekyll 4.3.1 and kramdown 2.4. The rest is read in Jekyll's source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import Generator, Markdown
from postlint.generators.dates import jekyll_date, rolled_over

# lib/jekyll/document.rb, DATE_FILENAME_MATCHER; a file of another name is left out without a word (run).
_NAME = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.[^.]+\Z")
_DATE_ONLY = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}\.[^.]+\Z")
_PARTS = frozenset({"_includes", "_layouts", "_sass", "_data"})
# lib/jekyll/entry_filter.rb: names that begin so are left out; and what people keep beside posts on purpose.
_NOT_POSTS = re.compile(r"[._#~]|(?:readme|contributing|license|changelog|index|template)\b", re.IGNORECASE)


def _is_post(path: str) -> bool:
    folders = path.split("/")
    return "_posts" in folders[:-1] and not _NOT_POSTS.match(folders[-1])


def _is_partial(path: str) -> bool:
    return not _PARTS.isdisjoint(path.split("/")[:-1])


def _year(text: str) -> int:
    # Ruby's Date._parse completes two digits so.
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year >= 69 else 2000)


def _file_name_date(path: str) -> date | None:
    match = _NAME.match(path.rpartition("/")[2])
    return rolled_over(_year(match[1]), int(match[2]), int(match[3])) if match and _is_post(path) else None


def _file_name_problem(path: str) -> str | None:
    if not _is_post(path):
        return None
    name = path.rpartition("/")[2]
    match = _NAME.match(name)
    if match is None:
        missing = "no title after the date" if _DATE_ONLY.match(name) else "no date"
        return f"{missing} in the file name `{name}`: Jekyll ignores it, expected `YYYY-MM-DD-title.md`"
    month, day = int(match[2]), int(match[3])
    wrong = f"month {month}" if not 1 <= month <= 12 else f"day {day}" if not 1 <= day <= 31 else ""
    if not wrong:
        return None
    # run: fatal, unless the front matter has a `date`.
    return (
        f"{wrong} in the date of the file name `{name}`, expected `YYYY-MM-DD-title.md`; "
        "without a `date` in the front matter Jekyll cannot build the site"
    )


def _categories(folders: list[str], data: Mapping[str, Any]) -> list[str]:
    """The folders above `_posts`, then what the front matter names (lib/jekyll/document.rb, populate_categories)."""
    given = data.get("categories") or data.get("category") or []
    named = given.split() if isinstance(given, str) else given if isinstance(given, list) else [given]
    return [*folders[: folders.index("_posts")], *(str(one).lower() for one in named)]


def _address(path: str, data: Mapping[str, Any]) -> str | None:
    """A permalink as it is; else categories, day and slug: with these equal, any permalink style gives one address.

    Folders below `_posts` are kept apart, because a site may give each a permalink or language of its own.
    """
    if data.get("published", True) is False:
        return None
    language = data.get("lang")
    prefix = f"/{language}" if isinstance(language, str) and language else ""
    permalink = data.get("permalink")
    if permalink is not None:
        certain = isinstance(permalink, str) and permalink.startswith("/") and ":" not in permalink
        return prefix + permalink if certain else None
    *folders, name = path.split("/")
    match = _NAME.match(name)
    if match is None or not _is_post(path):
        return None
    given = data.get("date")
    when = _file_name_date(path) if given is None else jekyll_date(given) if isinstance(given, str) else None
    slug = data.get("slug") or match[4]
    if when is None or not isinstance(slug, str):
        return None
    below = folders[folders.index("_posts") + 1 :]
    return "/".join([prefix, *below, *_categories(folders, data), when.strftime("%Y/%m/%d"), slug]) + "/"


GENERATOR = Generator(
    name="jekyll",
    title="Jekyll",
    formats=frozenset({"yaml"}),
    dots_close=True,  # run: `...` ends it; blank lines above make it text
    templates="liquid",
    # run: kramdown's GFM parser, which Jekyll uses unless told otherwise
    markdown=Markdown(
        name="kramdown",
        table_interrupts_paragraph=False,
        fence_info_with_spaces=False,
        unclosed_fence_is_text=True,
        code_hides_pipes=True,  # kramdown/parser/kramdown/table.rb: spans of code are cut out before a line is split
        extra_cells_are_lost=False,  # the same: every row gets as many cells as the longest
    ),
    is_post=_is_post,
    is_partial=_is_partial,
    file_name_date=_file_name_date,
    file_name_problem=_file_name_problem,
    read_date=jekyll_date,
    address=_address,
    title_from_file_name=True,  # lib/jekyll/document.rb: the slug, titleized
    theme_prints_title=True,
    schemas=("jekyll",),
    source_suffixes=(".md", ".markdown", ".mkdown", ".mkdn", ".mkd"),
)
