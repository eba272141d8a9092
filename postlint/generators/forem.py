"""Forem, the program behind DEV (dev.to).

Read in its source (app/models/article.rb, app/services/markdown_processor/fixer); not run. Nothing in a repository
tells that its posts go there: the configuration has to say so.
"""

from __future__ import annotations

import re

from postlint.core.generator import Fences, Generator, Markdown
from postlint.generators.shared.dates import iso_date

_NOT_POSTS = re.compile(r"\.|readme|contributing|license|changelog|code_of_conduct", re.IGNORECASE)


def _is_post(path: str) -> bool:
    return not any(_NOT_POSTS.match(part) for part in path.split("/"))


def _terms(text: str) -> list[str]:
    return [tag for part in text.split(",") if (tag := part.strip().removeprefix("#"))]


GENERATOR = Generator(
    name="forem",
    title="Forem",
    formats=frozenset({"yaml"}),
    fences=Fences(quoted=("title", "description")),  # fixer/base.rb
    templates="liquid",
    # Redcarpet 3.5.1 run as app/lib/constants/redcarpet.rb has it
    markdown=Markdown(
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
    is_post=_is_post,
    read_date=iso_date,
    date_keys=("date", "published_at"),
    is_draft=lambda path, data: data.get("published") is not True,
    terms=_terms,
    theme_prints_title=True,
    schemas=("forem",),
    source_suffixes=(".md",),
)
