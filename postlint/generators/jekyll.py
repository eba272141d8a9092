"""Jekyll 4, as GitHub Pages builds it too.

"run" below: seen with Ruby 3.1, Jekyll 4.3.1 and kramdown 2.4. The rest is read in Jekyll's source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from postlint.core.finding import ERROR, WARNING
from postlint.core.generator import Generator, Markdown, PublishedDraft, ValueProblem
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import NO, YAML_FALSE, comma_string
from postlint.generators.shared.date_problems import impossible, is_template, refused
from postlint.generators.shared.dates import jekyll_date, rolled_over

# lib/jekyll/document.rb, DATE_FILENAME_MATCHER; a file of another name is left out without a word (run).
_NAME = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.[^.]+\Z")
_DATE_ONLY = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}\.[^.]+\Z")
# What Ruby's Time.parse certainly refuses, which ends the build (run): no day, or month and day in America's order.
_REFUSED = re.compile(r"\d{4}(?:-\d\d?)?\Z|\d{9,}\Z|(?P<day>\d\d?)/(?P<month>1[3-9]|[2-9]\d)/\d{4}\b|[^\d]*\Z")
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_PARTS = frozenset({"_includes", "_layouts", "_sass", "_data"})
# lib/jekyll/entry_filter.rb: names that begin so are left out; and what people keep beside posts on purpose.
_NOT_POSTS = re.compile(r"[._#~]|(?:readme|contributing|license|changelog|index|template)\b", re.IGNORECASE)


def _is_post(path: str) -> bool:
    folders = path.split("/")
    return "_posts" in folders[:-1] and not _NOT_POSTS.match(folders[-1])


def _is_document(path: str) -> bool:
    """Whether it is of a collection; the date of a page is the templates' to read (lib/jekyll/page.rb)."""
    folders = path.split("/")[:-1]
    return any(folder.startswith("_") and folder not in _PARTS for folder in folders)


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


def _url(path: str, data: Mapping[str, Any]) -> str | None:
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


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    text = str(value).strip()
    if value is None or isinstance(value, list | dict | bool) or not text or is_template(text):
        return None
    said = impossible(text)
    if said == "is not in the calendar":  # run
        moved = jekyll_date(text)
        return ValueProblem(f"`{text}` {said}: Jekyll takes it for {moved}", None, WARNING) if moved else None
    if said or ((match := _REFUSED.match(text)) and not (match.lastindex is None and _MONTH.search(text))):
        return refused(text, "Jekyll", "cannot build the site")
    return None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or "," not in value:
        return None
    if key in ("tags", "categories"):  # run: `["a,", "b"]`; lib/jekyll/utils.rb, value_from_plural_key
        first = value.split()[0]
        said = f"`{first}` with its comma" if first.endswith(",") else f"`{first}` as one"
        return comma_string(key, value, f"Jekyll splits text at spaces and takes {said}")
    # the same, value_from_singular_key: not split at all
    return comma_string(key, value, "Jekyll takes it for one") if key == "category" else None


def _published_draft(path: str, data: Mapping[str, Any], written: Callable[[str], str]) -> PublishedDraft | None:
    published = data.get("published", True)
    said = str(published).lower()
    # Publisher#hidden_in_the_future and #publish?: nothing but `false` hides (run); YAML 1.1 reads `no` and `off` so.
    if said in NO and published is not False and written("published") not in YAML_FALSE:
        return PublishedDraft(
            "published", f"`published: {written('published')}` does not hide it: Jekyll wants a bare `false`", ERROR
        )
    if data.get("draft") is True and _is_post(path) and said not in NO:  # run
        return PublishedDraft(
            "draft", "Jekyll publishes what lies in `_posts` with `draft: true`; expected `published: false`"
        )
    return None


GENERATOR = Generator(
    name="jekyll",
    title="Jekyll",
    formats=frozenset({"yaml"}),
    dots_close=True,  # run: `...` ends it; blank lines above make it text
    templates="liquid",
    terms=str.split,
    # run: kramdown's GFM parser, which Jekyll uses unless told otherwise
    markdown=Markdown(
        name="kramdown",
        heading_may_be_indented=False,
        table_interrupts_paragraph=False,
        table_needs_blank_lines=True,  # kramdown/parser/kramdown/block_boundary.rb
        fence_info_with_spaces=False,
        unclosed_fence_is_text=True,
        attribute_lines=True,  # https://kramdown.gettalong.org/syntax.html#block-ials
        bare_urls_link=False,
        spaces_in_link_targets=True,
        footnote_interrupts_paragraph=False,
        code_hides_pipes=True,  # kramdown/parser/kramdown/table.rb: spans of code are cut out before a line is split
        table_dashes="any",
        extra_cells_are_lost=False,  # the same: every row gets as many cells as the longest
    ),
    is_post=_is_post,
    is_partial=_is_partial,
    file_name_date=_file_name_date,
    file_name_problem=_file_name_problem,
    read_date=jekyll_date,
    reads_dates=_is_document,
    date_problem=_date_problem,
    value_problem=_value_problem,
    published_draft=_published_draft,
    skips_future=True,  # run: `future: false` unless configured
    anchors=slugs.anchors(slugs.kramdown, slugs.github),
    url=_url,
    title_from_file_name=True,  # lib/jekyll/document.rb: the slug, titleized
    theme_prints_title=True,
    schemas=("jekyll",),
    source_suffixes=(".md", ".markdown", ".mkdown", ".mkdn", ".mkd"),
)
