"""Hugo.

"run" below: seen with Hugo 0.168. The rest is read in Hugo's source and documentation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from postlint.core.finding import ERROR, WARNING
from postlint.core.generator import ExcerptSeparator, Fences, Generator, Markdown, ValueProblem
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import YES, comma_string
from postlint.generators.shared.date_problems import is_template, refused
from postlint.generators.shared.dates import hugo_date
from postlint.generators.shared.paths import in_blog_section, is_language, stem, without_language

_DATES = ("date", "lastmod", "modified", "publishdate", "pubdate", "expirydate", "unpublishdate")
# cast.ToTime has more forms than `hugo_date` reads; of those that begin so it has no other (run).
_REFUSED = re.compile(
    r"\d{4}[-/.](?!.*[A-Z]{3})|\d\d?/|(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_TERMS = frozenset({"tags", "categories", "series", "authors"})
_SPLIT = frozenset({"keywords", "aliases", "outputs"})
_YEAR_2000 = 946_684_800
_PARTS = frozenset({"_common", "_includes", "_partials", "_snippets", "headless"})
_TEMPLATES = ("layouts", "archetypes")


def _is_post(path: str) -> bool:
    root, *folders = path.split("/")
    if root != "content" or not folders or _is_partial(path):
        return False
    name = folders.pop()
    return without_language(stem(name))[0] != "_index" and in_blog_section(folders, name)


def _is_partial(path: str) -> bool:
    folders = path.split("/")[:-1]
    return bool(folders) and (folders[0] in _TEMPLATES or not _PARTS.isdisjoint(folders))


def _is_rendered(data: Mapping[str, Any]) -> bool:
    build = data.get("build", data.get("_build"))
    headless = isinstance(build, dict) and build.get("render") in ("never", "link", False)
    return not headless and data.get("headless") is not True


def _invalid_start(path: str, text: str) -> str | None:
    """The first character decides what front matter is looked for (parser/pageparser; run)."""
    first = text.lstrip()[:1]
    return first if first in ("-", "+", "{") and path.startswith("content/") and not _is_partial(path) else None


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    """A `url` as it is; else the place in `content/`, where the site's permalinks cannot part two files again."""
    root, *folders = path.split("/")
    if root != "content" or not folders or _is_partial(path) or not _is_rendered(data):
        return None
    name, suffix = without_language(stem(folders.pop()))
    data = {key.lower(): value for key, value in data.items()}
    url = data.get("url")
    if url:
        # Tokens such as `:slug` (0.131 and later) are not known here; each language may have a host of its own.
        if not isinstance(url, str) or not url.startswith("/") or ":" in url:
            return None
        language = suffix or (folders[0] if folders and is_language(folders[0]) else "")
        return (f"/{language}" if language else "") + "/" + url.strip("/")
    if name == "_index" or data.get("slug"):
        return None  # permalinks of a site may put the day before the slug
    kept = folders if name == "index" else [*folders, name]
    return "/".join(["", *([suffix] if suffix else []), *kept]).lower()


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _YEAR_2000:  # run
        when = datetime.fromtimestamp(value, UTC).date()
        return ValueProblem(
            f"`{value}` is a count of seconds since 1970 to Hugo: {when}, expected `YYYY-MM-DD`", None, WARNING
        )
    if not isinstance(value, str) or is_template(value) or hugo_date(value) or not _REFUSED.match(value):
        return None
    return refused(value, "Hugo", "fails to build the site")


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    key = key.lower()
    if not isinstance(value, str):
        return None
    if key == "draft" and value.lower() in YES - {"true", "t", "1"}:  # run: cast.ToBool knows no such word
        return ValueProblem(f"`{written}` is text to Hugo, which publishes the page; expected `true`", "true", ERROR)
    if key in _TERMS:  # run
        return comma_string(key, value, "Hugo takes text for one")
    first = value.split(maxsplit=1)[0] if value.split() else ""
    if key in _SPLIT and first.endswith(","):  # run: cast.ToStringSlice
        return comma_string(key, value, f"Hugo splits text at spaces and takes `{first}` with its comma")
    return None


GENERATOR = Generator(
    name="hugo",
    title="Hugo",
    formats=frozenset({"yaml", "toml", "json"}),
    leading_blank_lines=True,  # run
    fences=Fences(close="prefix", on_unrecognized="fails", unclosed="fails", duplicate_keys="fails"),  # run
    templates="hugo",
    # Run: CommonMark with GFM; lines of attributes where the site's `markup.goldmark.parser.attribute.block` says so.
    markdown=Markdown(name="Goldmark", attribute_lines=True, table_dashes="more"),
    is_post=_is_post,
    is_partial=_is_partial,
    invalid_start=_invalid_start,
    # A date in a file's name counts only where the site's configuration says `:filename`.
    read_date=hugo_date,
    date_keys=_DATES,
    date_problem=_date_problem,
    value_problem=_value_problem,
    skips_future=True,  # run: not built without -F
    excerpt_separator=ExcerptSeparator("<!--more-->", r"<!--more-->"),  # run: with spaces it is a comment
    anchors=slugs.anchors(slugs.goldmark, slugs.github),
    url=_url,
    theme_prints_title=True,
    schemas=("hugo",),
    keys_ignore_case=True,  # resources/page/pagemeta: keys are lower-cased first
)
