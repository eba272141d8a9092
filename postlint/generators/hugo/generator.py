"""Hugo.

"run" below: seen with Hugo 0.168. The rest is read in Hugo's source and documentation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
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
from postlint.core.generator.excerpts import ExcerptSeparator
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.core.messages import backticked, quoted
from postlint.generators.hugo.dates import hugo_date
from postlint.generators.hugo.detection import DETECTION
from postlint.generators.hugo.heading_ids import goldmark
from postlint.generators.hugo.settings import configure
from postlint.generators.hugo.templates import TEMPLATES
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import YES, comma_string
from postlint.generators.shared.date_problems import is_template, rejected
from postlint.generators.shared.paths import in_blog_section, is_language, stem, without_language

# cast.ToTime reads more forms than `hugo_date`, but no others that begin like these (run).
_REJECTED = re.compile(
    r"\d{4}[-/.](?!.*[A-Z]{3})|\d\d?/|(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_TERM_KEYS = frozenset({"tags", "categories", "series", "authors"})
_SPLIT_KEYS = frozenset({"keywords", "aliases", "outputs"})
_YEAR_2000 = 946_684_800
_PARTIAL_FOLDERS = frozenset({"_common", "_includes", "_partials", "_snippets", "headless"})
_TEMPLATE_FOLDERS = ("layouts", "archetypes")


def _is_post(path: str) -> bool:
    root, *folders = path.split("/")
    if root != "content" or not folders or _is_partial(path):
        return False
    name = folders.pop()
    return without_language(stem(name))[0] != "_index" and in_blog_section(folders, name)


def _is_partial(path: str) -> bool:
    folders = path.split("/")[:-1]
    return bool(folders) and (folders[0] in _TEMPLATE_FOLDERS or not _PARTIAL_FOLDERS.isdisjoint(folders))


def _is_rendered(data: Mapping[str, Any]) -> bool:
    build = data.get("build", data.get("_build"))
    is_headless = isinstance(build, dict) and build.get("render") in ("never", "link", False)
    return not is_headless and data.get("headless") is not True


def _invalid_start(path: str, text: str) -> str | None:
    """The first character decides which front matter is expected (parser/pageparser; run)."""
    first = text.lstrip()[:1]
    return first if first in ("-", "+", "{") and path.startswith("content/") and not _is_partial(path) else None


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    """The `url`; otherwise the path in `content/`: the site's permalinks cannot separate two files that share it."""
    root, *folders = path.split("/")
    if root != "content" or not folders or _is_partial(path) or not _is_rendered(data):
        return None
    name, suffix = without_language(stem(folders.pop()))
    data = {key.lower(): value for key, value in data.items()}
    url = data.get("url")
    if url:
        # Tokens such as `:slug` (0.131 and later) are not known here; each language may have its own host.
        if not isinstance(url, str) or not url.startswith("/") or ":" in url:
            return None
        language = suffix or (folders[0] if folders and is_language(folders[0]) else "")
        return (f"/{language}" if language else "") + "/" + url.strip("/")
    if name == "_index" or data.get("slug"):
        return None  # the site's permalinks may put the day before the slug
    segments = folders if name == "index" else [*folders, name]
    return "/".join(["", *([suffix] if suffix else []), *segments]).lower()


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _YEAR_2000:  # run
        day = datetime.fromtimestamp(value, UTC).date()
        message = f"date {value} is read as seconds since 1970, {day}, by Hugo; expected `YYYY-MM-DD`"
        return ValueProblem(message, None, WARNING)
    if not isinstance(value, str) or is_template(value) or hugo_date(value) or not _REJECTED.match(value):
        return None
    return rejected(value, "Hugo", "cannot build the site")


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    key = key.lower()
    if not isinstance(value, str):
        return None
    if key == "draft" and value.lower() in YES - {"true", "t", "1"}:  # run: cast.ToBool knows no such word
        message = f"{backticked(written)} is a string in Hugo, which publishes the page; expected `true`"
        return ValueProblem(message, "true", ERROR)
    if key in _TERM_KEYS:  # run
        return comma_string(key, value, "Hugo reads it as one item")
    first = value.split(maxsplit=1)[0] if value.split() else ""
    if key in _SPLIT_KEYS and first.endswith(","):  # run: cast.ToStringSlice
        outcome = f"Hugo splits strings at spaces, so that the first item is {quoted(first)}, with its comma"
        return comma_string(key, value, outcome)
    return None


GENERATOR = Generator(
    name="hugo",
    title="Hugo",
    detection=DETECTION,
    sources=Sources(
        static_folders=("static/", "", "assets/", "content/", "content/en/", "layouts/"),
        is_post=_is_post,
        is_partial=_is_partial,
        pages_by_name=True,
    ),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml", "toml", "json"}),
        schemas=("hugo",),
        leading_blank_lines=True,  # run
        fences=Fences(close="prefix", on_unrecognized="fails", unclosed="fails", duplicate_keys="fails"),  # run
        keys_ignore_case=True,  # resources/page/pagemeta: keys are converted to lower case first
        octal_integers=True,  # run: goccy
        invalid_start=_invalid_start,
        value_problem=_value_problem,
        theme_prints_title=True,
    ),
    # Run: CommonMark with GFM; attribute lines if the site enables `markup.goldmark.parser.attribute.block`.
    configure=configure,
    markdown=MarkdownDialect(
        name="Goldmark",
        attribute_lines=True,
        table_dashes="more",
        heading_ids=slugs.heading_ids(goldmark, slugs.github),
    ),
    templates=TEMPLATES,
    # run: with spaces it is a comment
    excerpts=Excerpts(ExcerptSeparator("<!--more-->", r"<!--more-->")),
    dates=DateDialect(
        # A date in a file name counts only if the site's settings contain `:filename`.
        parse=hugo_date,
        keys=("date", "lastmod", "modified", "publishdate", "pubdate", "expirydate", "unpublishdate"),
        publish_keys=("publishdate", "pubdate", "date"),
        problem=_date_problem,
        skips_future=True,  # run: not built without -F
        skips_expired=True,
    ),
    urls=Urls(page_url=_url, keys=("url",), alias_keys=("aliases",)),
)
