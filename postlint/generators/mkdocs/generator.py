"""MkDocs.

"run" below: seen with MkDocs 1.6. The rest is read in mkdocs/utils/meta.py and its documentation.
"""

from __future__ import annotations

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, Labels, Sources
from postlint.core.generator.front_matter import Fences
from postlint.generators.mkdocs.detection import DETECTION
from postlint.generators.mkdocs.settings import configure
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.markdown_dialects import MKDOCS
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_PARTIAL_FOLDERS = frozenset({"_includes", "_partials", "_snippets", "includes", "snippets", "partials", "overrides"})


def is_partial(path: str) -> bool:
    """Whether the snippets extension, a plugin or a theme puts the file into pages."""
    return not _PARTIAL_FOLDERS.isdisjoint(path.split("/")[:-1])


GENERATOR = Generator(
    name="mkdocs",
    title="MkDocs",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_partial=is_partial, title_from_file_name=True),
    front_matter=FrontMatterDialect(
        # Without `---`, `Key: value` lines at the very top are removed as well; nobody writes front matter so today.
        formats=frozenset({"yaml"}),
        schemas=("mkdocs",),
        dots_close=True,
        fences=Fences(line_after=True),  # run: a closing fence without a line break after it does not close
        yaml_1_1=True,  # run: PyYAML
        octal_integers=True,
    ),
    markdown=MKDOCS,
    dates=DateDialect(parse=iso_date, used_for=lambda path: False),  # a date is for themes only
    labels=Labels(in_documented_code=True),  # mkdocstrings and autorefs
    configure=configure,
    shares_settings_with=frozenset({"mkdocs-material"}),
)
