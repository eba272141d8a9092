"""Pelican 4.

"run" below: seen with Pelican 4.12 and its `meta` extension. The rest is read in Pelican's source (readers.py,
contents.py, settings.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.core.generator import Fences, Generator
from postlint.generators.shared import slugs
from postlint.generators.shared.lenient_dates import dateutil_date, dateutil_problem
from postlint.generators.shared.markdown_parsers import PYTHON_MARKDOWN
from postlint.generators.shared.paths import day
from postlint.generators.shared.raw_values import raw_published_draft, raw_value_problem

_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)")  # settings.py, FILENAME_METADATA
_LISTS = frozenset({"tags", "authors", "keywords"})
_HIDDEN = frozenset({"draft", "hidden", "skip"})


def _is_post(path: str) -> bool:
    root, *folders = path.split("/")[:-1] or [""]
    return root == "content" and not {"pages", "extra", "images"} & set(folders)


def _file_name_date(path: str) -> date | None:
    match = _NAME.match(path.rpartition("/")[2])
    return day(*match.groups()) if match else None


def _terms(text: str) -> list[str]:
    parts = text.split(";" if ";" in text else ",")  # readers.py, ensure_metadata_list (run)
    return [part.strip() for part in parts if part.strip()]


def _url(path: str, data: Mapping[str, Any]) -> str | None:
    url = data.get("url") or data.get("save_as")
    return "/" + url.strip("/") if isinstance(url, str) and "{" not in url else None


GENERATOR = Generator(
    name="pelican",
    title="Pelican",
    formats=frozenset({"headers"}),  # run: no YAML, no TOML; `---` is taken for a fence, and blank lines end it
    fences=Fences(duplicate_keys="first"),
    templates="pelican",
    markdown=PYTHON_MARKDOWN,
    is_post=_is_post,
    file_name_date=_file_name_date,
    read_date=dateutil_date,
    date_keys=("date", "modified"),
    date_problem=lambda value, written: dateutil_problem(value, written, "Pelican", "leaves the post out"),
    value_problem=lambda key, value, written: raw_value_problem(key.lower(), value, "Pelican", _LISTS),
    published_draft=lambda path, data, written: raw_published_draft(data, "Pelican"),
    is_draft=lambda path, data: str(data.get("status", "")).lower() in _HIDDEN,
    terms=_terms,
    # The mark of an excerpt is a plugin's (`<!-- PELICAN_END_SUMMARY -->`) and each site's to choose.
    url=_url,
    theme_prints_title=True,
    keys_ignore_case=True,  # markdown/extensions/meta.py: lower-cased
    anchors=slugs.anchors(slugs.python_markdown, separator="_"),
    schemas=("pelican",),
    source_suffixes=(".md", ".markdown", ".mkd", ".mdown"),
)
