"""Forem, the software behind DEV (dev.to).

Read in its source (app/models/article.rb, app/services/markdown_processor/fixer); not run. Nothing in a repository
shows that its posts are published there: the configuration has to name it.
"""

from __future__ import annotations

import re

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, MarkdownDialect, Sources, no_settings
from postlint.core.generator.front_matter import Fences
from postlint.generators.forem.detection import DETECTION
from postlint.generators.shared.dates import iso_date
from postlint.generators.shared.liquid import LIQUID, LIQUID_TAGS
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS

_NOT_POSTS = re.compile(r"\.|readme|contributing|license|changelog|code_of_conduct", re.IGNORECASE)

_TAGS = (
    "agora", "asciinema", "codepen", "codesandbox", "collapsible", "cta", "details", "devcomment", "dotnetfiddle",
    "embed", "gist", "github", "glitch", "instagram", "jsfiddle", "jsitor", "katex", "kotlin", "link", "listing",
    "loom", "medium", "nexttech", "organization", "parler", "podcast", "poll", "reddit", "replit", "runkit",
    "slideshare", "soundcloud", "speakerdeck", "spoiler", "spotify", "stackblitz", "stackery", "stackexchange",
    "stackoverflow", "tag", "tweet", "twitch", "user", "vimeo", "wikipedia", "youtube",
)  # fmt: skip

TEMPLATES = LIQUID._replace(known_tags=LIQUID_TAGS.union(_TAGS))


def _is_post(path: str) -> bool:
    return not any(_NOT_POSTS.match(part) for part in path.split("/"))


GENERATOR = Generator(
    name="forem",
    title="Forem",
    detection=DETECTION,
    sources=Sources(static_folders=USUAL_STATIC_FOLDERS, is_post=_is_post),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("forem",),
        fences=Fences(quoted=("title", "description")),  # fixer/base.rb
        comment_free_keys=frozenset({"title", "description", "tags"}),  # the same file: `#tea #water` becomes a list
        is_draft=lambda path, data: data.get("published") is not True,
        theme_prints_title=True,
    ),
    # Redcarpet 3.5.1, run with the options of app/lib/constants/redcarpet.rb
    configure=no_settings,
    markdown=MarkdownDialect(
        name="Redcarpet",
        heading_may_be_indented=False,
        table_interrupts_paragraph=False,
        fence_info_with_spaces=False,
        spaced_info=r"\S*|\{[^\n]*\}",
        heading_without_space=True,
        space_between_link_parts=True,
        spaces_in_link_targets=True,
        table_dashes="more",
        definition_interrupts_paragraph=True,
    ),
    templates=TEMPLATES,
    dates=DateDialect(parse=iso_date, keys=("date", "published_at")),
)
