"""Jekyll 4, as GitHub Pages builds it too.

"run" below: seen with Ruby 3.1, Jekyll 4.3.1 and kramdown 2.4. The rest is read in Jekyll's source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from postlint.core.finding import ERROR, WARNING
from postlint.core.generator import (
    DateDialect,
    Excerpts,
    FrontMatterDialect,
    Generator,
    MarkdownDialect,
    Sources,
    Urls,
)
from postlint.core.generator.front_matter import PublishedDraft, ValueProblem
from postlint.core.messages import quoted
from postlint.generators.jekyll.detection import DETECTION
from postlint.generators.jekyll.settings import configure
from postlint.generators.jekyll.templates import TEMPLATES
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import NO, YAML_FALSE, comma_string
from postlint.generators.shared.date_problems import impossible, is_template, rejected
from postlint.generators.shared.dates import rolled_over, ruby_date

# lib/jekyll/document.rb, DATE_FILENAME_MATCHER; a file with another name is silently ignored (run).
_NAME = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.[^.]+\Z")
_DATE_ONLY = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}\.[^.]+\Z")
# What Ruby's Time.parse surely rejects, which stops the build (run): no day, or month and day in American order.
_REJECTED = re.compile(r"\d{4}(?:-\d\d?)?\Z|\d{9,}\Z|(?P<day>\d\d?)/(?P<month>1[3-9]|[2-9]\d)/\d{4}\b|[^\d]*\Z")
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_PARTIAL_FOLDERS = frozenset({"_includes", "_layouts", "_sass", "_data"})
# lib/jekyll/entry_filter.rb ignores names that begin with such a character; the words are files kept beside posts.
_NOT_POSTS = re.compile(r"[._#~]|(?:readme|contributing|license|changelog|index|template)\b", re.IGNORECASE)


def _is_post(path: str) -> bool:
    folders = path.split("/")
    return "_posts" in folders[:-1] and not _NOT_POSTS.match(folders[-1])


def _is_document(path: str) -> bool:
    """Whether it is in a collection; the date of a page is for templates only (lib/jekyll/page.rb)."""
    folders = path.split("/")[:-1]
    return any(folder.startswith("_") and folder not in _PARTIAL_FOLDERS for folder in folders)


def _is_partial(path: str) -> bool:
    return not _PARTIAL_FOLDERS.isdisjoint(path.split("/")[:-1])


def _year(text: str) -> int:
    # Two digits as in Ruby's Date._parse.
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
        missing = "title after the date" if _DATE_ONLY.match(name) else "date"
        return f"no {missing} in the file name {quoted(name)}, expected `YYYY-MM-DD-title.md`: Jekyll ignores the file"
    month, day = int(match[2]), int(match[3])
    wrong = f"month {month}" if not 1 <= month <= 12 else f"day {day}" if not 1 <= day <= 31 else ""
    if not wrong:
        return None
    # run: fatal, unless the front matter has a `date`.
    return (
        f"{wrong} in the date of the file name {quoted(name)}, expected `YYYY-MM-DD-title.md`: "
        "Jekyll cannot build the site unless the front matter has a `date`"
    )


def _categories(folders: list[str], data: Mapping[str, Any]) -> list[str]:
    """The folders above `_posts`, then those in the front matter (lib/jekyll/document.rb, populate_categories)."""
    value = data.get("categories") or data.get("category") or []
    names = value.split() if isinstance(value, str) else value if isinstance(value, list) else [value]
    return [*folders[: folders.index("_posts")], *(str(name).lower() for name in names)]


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    """The permalink; otherwise categories, day and slug: posts that share these have one URL in any permalink style.

    Folders below `_posts` are kept apart, because a site may give each of them its own permalink or language.
    """
    if data.get("published", True) is False:
        return None
    language = data.get("lang")
    prefix = f"/{language}" if isinstance(language, str) and language else ""
    permalink = data.get("permalink")
    if permalink is not None:
        is_certain = isinstance(permalink, str) and permalink.startswith("/") and ":" not in permalink
        return prefix + permalink if is_certain else None
    *folders, name = path.split("/")
    match = _NAME.match(name)
    if match is None or not _is_post(path):
        return None
    value = data.get("date")
    day = _file_name_date(path) if value is None else ruby_date(value) if isinstance(value, str) else None
    slug = data.get("slug") or match[4]
    if day is None or not isinstance(slug, str):
        return None
    below = folders[folders.index("_posts") + 1 :]
    return "/".join([prefix, *below, *_categories(folders, data), day.strftime("%Y/%m/%d"), slug]) + "/"


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    text = str(value).strip()
    if value is None or isinstance(value, list | dict | bool) or not text or is_template(text):
        return None
    fault = impossible(text)
    if fault == "is not in the calendar":  # run
        moved = ruby_date(text)
        message = f"date {quoted(text)} {fault}: Jekyll reads it as {moved}"
        return ValueProblem(message, None, WARNING) if moved else None
    if fault or ((match := _REJECTED.match(text)) and not (match.lastindex is None and _MONTH.search(text))):
        return rejected(text, "Jekyll", "cannot build the site")
    return None


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or "," not in value:
        return None
    if key in ("tags", "categories"):  # run: `["a,", "b"]`; lib/jekyll/utils.rb, value_from_plural_key
        first = value.split()[0]
        outcome = f"the first is {quoted(first)}, with its comma" if first.endswith(",") else f"one is {quoted(first)}"
        return comma_string(key, value, f"Jekyll splits strings at spaces, so that {outcome}")
    # the same file, value_from_singular_key: not split at all
    return comma_string(key, value, "Jekyll reads it as one category") if key == "category" else None


def _published_draft(path: str, data: Mapping[str, Any], written: Callable[[str], str]) -> PublishedDraft | None:
    published = data.get("published", True)
    word = str(published).lower()
    # Publisher#hidden_in_the_future and #publish?: only `false` hides (run), which YAML 1.1 also writes `no` and `off`.
    if word in NO and published is not False and written("published") not in YAML_FALSE:
        message = f"`published: {written('published')}` does not hide the post, expected `false` without quotes"
        return PublishedDraft("published", message, ERROR)
    if data.get("draft") is True and _is_post(path) and word not in NO:  # run
        return PublishedDraft(
            "draft", "`draft: true` does not hide a post in `_posts` in Jekyll, expected `published: false`"
        )
    return None


GENERATOR = Generator(
    name="jekyll",
    title="Jekyll",
    detection=DETECTION,
    sources=Sources(
        static_folders=("", "assets/", "_posts/", "_drafts/"),
        is_post=_is_post,
        is_partial=_is_partial,
        file_name_problem=_file_name_problem,
        title_from_file_name=True,  # lib/jekyll/document.rb: the slug, titleized
    ),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("jekyll",),
        dots_close=True,  # run: `...` closes it; blank lines above it turn it into text
        yaml_1_1=True,  # run: Psych
        octal_integers=True,
        value_problem=_value_problem,
        published_draft=_published_draft,
        theme_prints_title=True,
    ),
    # run: kramdown's GFM parser, Jekyll's default
    markdown=MarkdownDialect(
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
        code_hides_pipes=True,  # kramdown/parser/kramdown/table.rb: code spans are cut out before a line is split
        table_dashes="any",
        extra_cells_are_lost=False,  # the same file: every row gets as many cells as the longest
        heading_ids=slugs.heading_ids(slugs.kramdown, slugs.github),
    ),
    templates=TEMPLATES,
    excerpts=Excerpts(separator_key="excerpt_separator", overridden_by=("excerpt",)),
    dates=DateDialect(
        parse=ruby_date,
        used_for=_is_document,
        problem=_date_problem,
        from_file_name=_file_name_date,
        skips_future=True,  # run: `future: false` is the default
    ),
    urls=Urls(page_url=_url, keys=("permalink", "slug"), alias_keys=("redirect_from",)),  # jekyll-redirect-from
    configure=configure,
)
