"""Plain Markdown: the site has no generator, or one that postlint does not know.

Only what every generator, GitHub and CommonMark agree on is reported. Front matter is read in each common format, so
that it is not taken for Markdown. The facts come from CommonMark's specification and from GitHub's rendering.
"""

from __future__ import annotations

from postlint.core.generator import (
    DateDialect,
    FrontMatterDialect,
    Generator,
    Labels,
    MarkdownDialect,
    Sources,
    no_settings,
)
from postlint.generators.none.detection import DETECTION
from postlint.generators.shared import slugs
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_PARTIAL_FOLDERS = frozenset({"_includes", "_layouts", "_partials", "_snippets"})


def _is_partial(path: str) -> bool:
    return not _PARTIAL_FOLDERS.isdisjoint(path.split("/")[:-1])


GENERATOR = Generator(
    name="none",
    title="plain Markdown",
    is_known=False,
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_partial=_is_partial),
    front_matter=FrontMatterDialect(formats=frozenset({"yaml", "toml", "json"}), schemas=("none",), dots_close=True),
    configure=no_settings,
    markdown=MarkdownDialect(
        # many such folders are sites of MkDocs without their settings file
        indented_blocks=True,
        definition_interrupts_paragraph=True,
        definition_lists=False,  # CommonMark and GitHub have none
        heading_ids=slugs.heading_ids(slugs.github),
        alternative_heading_ids=slugs.heading_ids(slugs.vue),  # VitePress's and VuePress's
    ),
    dates=DateDialect(parse=iso_date),
    labels=Labels(in_documented_code=True),
)
