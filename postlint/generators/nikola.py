"""Nikola 8.

"run" below: seen with Nikola 8.3.3. The rest is read in metadata_extractors.py, post.py and utils.py.
"""

from __future__ import annotations

from postlint.core.generator import ExcerptSeparator, Fences, Generator
from postlint.generators.shared import slugs
from postlint.generators.shared.lenient_dates import dateutil_date, dateutil_problem
from postlint.generators.shared.markdown_parsers import PYTHON_MARKDOWN
from postlint.generators.shared.raw_values import raw_published_draft, raw_value_problem

_LISTS = frozenset({"tags"})
_PRIVATE = frozenset({"draft", "private"})


def _is_post(path: str) -> bool:
    return path.startswith("posts/")  # conf.py's POSTS, as it comes


def _terms(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


GENERATOR = Generator(
    name="nikola",
    title="Nikola",
    formats=frozenset({"comment", "yaml", "toml"}),
    fences=Fences(
        bare_opening=True, on_unrecognized="fails", unclosed="fails", duplicate_keys="fails"
    ),  # run: at byte 0
    templates="nikola",
    markdown=PYTHON_MARKDOWN,
    is_post=_is_post,
    read_date=dateutil_date,
    date_keys=("date", "updated"),
    reads_dates=_is_post,
    date_problem=lambda value, written: dateutil_problem(value, written, "Nikola", "fails to build the site"),
    value_problem=lambda key, value, written: raw_value_problem(key, value, "Nikola", _LISTS),
    published_draft=lambda path, data, written: raw_published_draft(data, "Nikola"),
    is_draft=lambda path, data: str(data.get("status", "")) in _PRIVATE,
    terms=_terms,
    excerpt_separator=ExcerptSeparator(
        "<!-- TEASER_END -->", r"<!--\s*(?:TEASER_END|END_TEASER)(?::[^\n>]*?)?\s*-->"
    ),  # post.py, TEASER_REGEXP
    theme_prints_title=True,
    anchors=slugs.anchors(slugs.python_markdown, separator="_"),
    schemas=("nikola",),
    source_suffixes=(".md", ".mdown", ".markdown"),
)
