"""MkDocs.

"run" below: seen with MkDocs 1.6. The rest is read in mkdocs/utils/meta.py and its documentation.
"""

from __future__ import annotations

import re

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, Labels, SiteFolder, Sources
from postlint.core.generator.front_matter import Fences
from postlint.generators.mkdocs.detection import DETECTION, SETTINGS_FILES
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.markdown_dialects import MKDOCS
from postlint.generators.shared.site_overrides import with_overrides
from postlint.generators.shared.source_folders import with_folders
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_PARTIAL_FOLDERS = frozenset({"_includes", "_partials", "_snippets", "includes", "snippets", "partials", "overrides"})
_DOCS_DIR = r"^docs_dir\s*[:=]\s*[\"']?(?P<folder>[^\"'#\n]+)"


def is_partial(path: str) -> bool:
    """Whether the snippets extension, a plugin or a theme puts the file into pages."""
    return not _PARTIAL_FOLDERS.isdisjoint(path.split("/")[:-1])


def _configure(generator: Generator, folder: SiteFolder) -> Generator:
    """With the Markdown extensions of the site; a README beside `docs_dir` is for GitHub."""
    matches = (re.search(_DOCS_DIR, folder.read(name), re.MULTILINE) for name in SETTINGS_FILES)
    docs_dir = next((match["folder"].strip() for match in matches if match), "docs")
    return with_folders(with_overrides(generator, folder, SETTINGS_FILES), [docs_dir])


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
    configure=_configure,
    shares_settings_with=frozenset({"mkdocs-material"}),
)
