"""Nikola 8.

"run" below: seen with Nikola 8.3.3. The rest is read in metadata_extractors.py, post.py and utils.py.
"""

from __future__ import annotations

import re

from postlint.core.generator import DateDialect, Excerpts, FrontMatterDialect, Generator, SiteFolder, Sources
from postlint.core.generator.excerpts import ExcerptSeparator
from postlint.core.generator.front_matter import Fences
from postlint.generators.nikola.detection import DETECTION
from postlint.generators.nikola.templates import TEMPLATES
from postlint.generators.shared.lenient_dates import dateutil_date, dateutil_problem
from postlint.generators.shared.markdown_dialects import PYTHON_MARKDOWN
from postlint.generators.shared.raw_values import raw_published_draft, raw_value_problem
from postlint.generators.shared.site_overrides import with_overrides
from postlint.generators.shared.source_folders import with_folders
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_LIST_KEYS = frozenset({"tags"})
_HIDDEN = frozenset({"draft", "private"})
_FOLDER = r"[\"'](?P<folder>[\w./-]+)/\*\.\w+[\"']"
_DEFAULT_FOLDERS = ("posts", "pages", "stories")


def _is_post(path: str) -> bool:
    return path.startswith("posts/")  # the default of POSTS in conf.py


def _configure(generator: Generator, folder: SiteFolder) -> Generator:
    """With the Markdown extensions of `conf.py`, and with the folders of POSTS and PAGES."""
    folders = re.findall(_FOLDER, folder.read("conf.py"))
    return with_folders(with_overrides(generator, folder, ("conf.py",)), folders or _DEFAULT_FOLDERS)


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
    configure=_configure,
)
