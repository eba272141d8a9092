"""Plain Markdown: no generator that postlint knows, or none at all.

Only what every generator, GitHub and CommonMark agree on is judged. Front matter is read in each common form, so
that it is not taken for Markdown.
"""

from __future__ import annotations

from postlint.core.generator import Generator, Markdown
from postlint.generators.shared import slugs
from postlint.generators.shared.dates import iso_date

_PARTS = frozenset({"_includes", "_layouts", "_partials", "_snippets"})


def _is_partial(path: str) -> bool:
    return not _PARTS.isdisjoint(path.split("/")[:-1])


GENERATOR = Generator(
    name="none",
    title="plain Markdown",
    formats=frozenset({"yaml", "toml", "json"}),
    dots_close=True,
    # many such folders are MkDocs' without its configuration
    markdown=Markdown(indented_blocks=True, definition_interrupts_paragraph=True),
    is_partial=_is_partial,
    read_date=iso_date,
    anchors=slugs.anchors(slugs.github),
    alternative_anchors=slugs.anchors(slugs.vue),  # VitePress's and VuePress's
    labels_in_documented_code=True,
    schemas=("none",),
)
