"""Nikola 8.

"run" below: seen with Nikola 8.3.3. The rest is read in metadata_extractors.py, post.py and utils.py.
"""

from __future__ import annotations

from postlint.core.generator import DateDialect, Excerpts, FrontMatterDialect, Generator, Sources
from postlint.core.generator.excerpts import ExcerptSeparator
from postlint.core.generator.front_matter import Fences
from postlint.generators.nikola.detection import DETECTION
from postlint.generators.nikola.settings import configure
from postlint.generators.nikola.templates import TEMPLATES
from postlint.generators.shared.lenient_dates import dateutil_date, dateutil_problem
from postlint.generators.shared.markdown_dialects import PYTHON_MARKDOWN
from postlint.generators.shared.raw_values import raw_published_draft, raw_value_problem
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_LIST_KEYS = frozenset({"tags"})
_HIDDEN = frozenset({"draft", "private"})


def _is_post(path: str) -> bool:
    return path.startswith("posts/")  # the default of POSTS in conf.py


GENERATOR = Generator(
    name="nikola",
    title="Nikola",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post),
    front_matter=FrontMatterDialect(
        formats=frozenset({"comment", "yaml", "toml"}),
        schemas=("nikola",),
        fences=Fences(
            bare_opening=True, on_unrecognized="fails", unclosed="fails", duplicate_keys="fails"
        ),  # run: at byte 0
        value_problem=lambda key, value, written: raw_value_problem(key, value, "Nikola", _LIST_KEYS),
        is_draft=lambda path, data: str(data.get("status", "")) in _HIDDEN,
        published_draft=lambda path, data, written: raw_published_draft(data, "Nikola"),
        theme_prints_title=True,
    ),
    markdown=PYTHON_MARKDOWN._replace(renumbers_headings=True),  # post.py: DEMOTE_HEADERS is 1 by default
    templates=TEMPLATES,
    excerpts=Excerpts(
        ExcerptSeparator("<!-- TEASER_END -->", r"<!--\s*(?:TEASER_END|END_TEASER)(?::[^\n>]*?)?\s*-->")
    ),  # post.py, TEASER_REGEXP
    dates=DateDialect(
        parse=dateutil_date,
        keys=("date", "updated"),
        used_for=_is_post,
        problem=lambda value, written: dateutil_problem(value, "Nikola", "cannot build the site"),
    ),
    configure=configure,
)
