"""Pelican 4.

"run" below: seen with Pelican 4.12 and its `meta` extension. The rest is read in Pelican's source (readers.py,
contents.py, settings.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, Sources, Urls
from postlint.core.generator.front_matter import Fences
from postlint.generators.pelican.detection import DETECTION
from postlint.generators.pelican.settings import configure
from postlint.generators.pelican.templates import TEMPLATES
from postlint.generators.shared.dates import day
from postlint.generators.shared.lenient_dates import dateutil_date, dateutil_problem
from postlint.generators.shared.markdown_dialects import PYTHON_MARKDOWN
from postlint.generators.shared.raw_values import raw_published_draft, raw_value_problem
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)")  # settings.py, FILENAME_METADATA
_LIST_KEYS = frozenset({"tags", "authors", "keywords"})
_HIDDEN = frozenset({"draft", "hidden", "skip"})
_NOT_ARTICLES = frozenset({"pages", "extra", "images"})


def _is_post(path: str) -> bool:
    root, *folders = path.split("/")[:-1] or [""]
    return root == "content" and _NOT_ARTICLES.isdisjoint(folders)


def _file_name_date(path: str) -> date | None:
    match = _NAME.match(path.rpartition("/")[2])
    return day(*match.groups()) if match else None


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    url = data.get("url") or data.get("save_as")
    return "/" + url.strip("/") if isinstance(url, str) and "{" not in url else None


GENERATOR = Generator(
    name="pelican",
    title="Pelican",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post),
    front_matter=FrontMatterDialect(
        formats=frozenset({"headers"}),  # run: no YAML and no TOML; `---` is read as a fence, and blank lines end it
        schemas=("pelican",),
        fences=Fences(duplicate_keys="first"),
        keys_ignore_case=True,  # markdown/extensions/meta.py: converted to lower case
        value_problem=lambda key, value, written: raw_value_problem(key.lower(), value, "Pelican", _LIST_KEYS),
        is_draft=lambda path, data: str(data.get("status", "")).lower() in _HIDDEN,
        published_draft=lambda path, data, written: raw_published_draft(data, "Pelican"),
        theme_prints_title=True,
    ),
    markdown=PYTHON_MARKDOWN,
    templates=TEMPLATES,
    # The separator of an excerpt belongs to a plugin (`<!-- PELICAN_END_SUMMARY -->`), and each site can change it.
    dates=DateDialect(
        parse=dateutil_date,
        keys=("date", "modified"),
        problem=lambda value, written: dateutil_problem(value, "Pelican", "does not publish the post"),
        from_file_name=_file_name_date,
    ),
    urls=Urls(page_url=_url, keys=("url",)),
    configure=configure,
)
