"""MyST: mystmd, and Sphinx with MyST-Parser and ablog.

Read in mystmd (packages/myst-frontmatter), MyST-Parser and ablog (post.py).
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, Labels, MarkdownDialect, Sources
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.generators.myst.detection import DETECTION
from postlint.generators.myst.settings import configure
from postlint.generators.shared.date_problems import impossible, is_template, rejected
from postlint.generators.shared.lenient_dates import dateutil_date
from postlint.generators.shared.paths import in_blog_section
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    return in_blog_section(folders, name)  # ablog: if it has `blogpost`, or matches a pattern in conf.py


def _is_partial(path: str) -> bool:
    return any(part.startswith("_") for part in path.split("/")[:-1])  # by convention, conf.py's `exclude_patterns`


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value) or not impossible(value):
        return None
    return rejected(value, "MyST", "cannot read it")


GENERATOR = Generator(
    name="myst",
    title="MyST",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post, is_partial=_is_partial),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("myst",),
        dots_close=True,
        fences=Fences(longer=True),  # markdown-it's front matter plugin: three dashes or more at the very top
    ),
    # Heading ids are unknown: a fragment is looked up in the whole project, and in documented code.
    configure=configure,
    # myst-transforms, headingDepthTransform: the title goes, and the others begin at level 2
    markdown=MarkdownDialect(name="MyST", renumbers_headings=True),
    dates=DateDialect(parse=dateutil_date, used_for=_is_post, problem=_date_problem),
    labels=Labels(in_documented_code=True),  # roles and targets of Sphinx
)
