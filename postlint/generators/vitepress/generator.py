"""VitePress 1.

"run" below: seen with VitePress 1.6.4 (its Markdown renderer, and whole builds). The rest is read in the source of
VitePress 1.6.4 and 2.0.0-alpha.19, and in vitepress.dev/reference.
"""

from __future__ import annotations

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, MarkdownDialect, Sources, Urls
from postlint.core.generator.front_matter import Fences
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS
from postlint.generators.vitepress.detection import DETECTION
from postlint.generators.vitepress.heading_ids import HEADING_IDS
from postlint.generators.vitepress.settings import configure
from postlint.generators.vitepress.sources import is_page, is_partial

# run: `-vue` behind any language makes Vue interpolate `{{ }}` in the code.
_INTERPOLATED = "bash css html js json jsx md scss sh toml ts tsx vue yaml yml"

GENERATOR = Generator(
    name="vitepress",
    title="VitePress",
    detection=DETECTION,
    sources=Sources(
        static_folders=USUAL_STATIC_FOLDERS,
        renders=is_page,
        is_partial=is_partial,
        title_from_file_name=True,  # node/markdownToVue.ts: the first heading, or the title of the site
    ),
    front_matter=FrontMatterDialect(
        # run: gray-matter with js-yaml 3. `---json` and `---js` are read too, `---toml` fails the build.
        formats=frozenset({"yaml"}),
        schemas=("vitepress",),
        fences=Fences(close="prefix", unclosed="swallows", duplicate_keys="fails"),  # run
        octal_integers=True,  # run
        is_draft=lambda path, data: False,  # run: each page is built
    ),
    markdown=MarkdownDialect(
        name="markdown-it",  # run, as all of these
        attribute_lines=True,  # markdown-it-attrs
        definition_lists=False,
        languages=frozenset(f"{name}-vue" for name in _INTERPOLATED.split()),
        heading_ids=HEADING_IDS,
    ),
    templates=None,  # Vue compiles `{{ }}` after the Markdown is rendered, and not in fences
    dates=DateDialect(parse=iso_date),  # only sites read them
    urls=Urls(keys=(), alias_keys=()),
    configure=configure,
)
