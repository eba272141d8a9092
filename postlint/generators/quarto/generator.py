"""Quarto.

Read in quarto-cli (src/resources/schema, src/core/yaml.ts, src/core/date.ts); its Markdown was run with Pandoc 2.17.
"""

from __future__ import annotations

from typing import Any

from postlint.core.generator import DateDialect, FrontMatterDialect, Generator, MarkdownDialect, Sources
from postlint.core.generator.front_matter import Fences, ValueProblem
from postlint.generators.quarto.detection import DETECTION
from postlint.generators.quarto.heading_ids import pandoc
from postlint.generators.quarto.settings import configure
from postlint.generators.quarto.templates import TEMPLATES
from postlint.generators.shared import slugs
from postlint.generators.shared.booleans import comma_string
from postlint.generators.shared.date_problems import impossible, is_template, rejected
from postlint.generators.shared.lenient_dates import lenient_date
from postlint.generators.shared.paths import BLOG_SECTIONS, stem
from postlint.generators.shared.static_folders import USUAL_STATIC_FOLDERS


def _renders(path: str) -> bool:
    return not path.rpartition("/")[2].lower().startswith("readme.")  # a README is for GitHub


def _is_partial(path: str) -> bool:
    return any(part.startswith("_") for part in path.split("/"))  # not in the render list of a project


def _is_post(path: str) -> bool:
    *folders, name = path.split("/")
    index = next((index for index, folder in enumerate(folders) if folder in BLOG_SECTIONS), -1)
    if index < 0 or _is_partial(path):
        return False
    below = folders[index + 1 :]
    return stem(name) != "index" or bool(below and below != ["posts"])  # the index of the section is a listing


def _date_problem(value: Any, written: str) -> ValueProblem | None:
    if not isinstance(value, str) or is_template(value) or not impossible(value):
        return None
    return rejected(value, "Quarto", "cannot read it")


def _value_problem(key: str, value: Any, written: str) -> ValueProblem | None:
    if key == "categories" and isinstance(value, str):
        return comma_string(key, value, "Quarto reads it as one category")
    return None


GENERATOR = Generator(
    name="quarto",
    title="Quarto",
    detection=DETECTION,
    sources=Sources(
        static_folders=USUAL_STATIC_FOLDERS,
        renders=_renders,
        is_post=_is_post,
        is_partial=_is_partial,
    ),
    front_matter=FrontMatterDialect(
        formats=frozenset({"yaml"}),
        schemas=("quarto",),
        leading_blank_lines=True,  # Pandoc: a metadata block may be anywhere
        dots_close=True,
        fences=Fences(text_below=True, duplicate_keys="fails"),
        value_problem=_value_problem,
        theme_prints_title=True,
    ),
    # Pandoc's own `markdown`
    configure=configure,
    markdown=MarkdownDialect(
        name="Pandoc",
        heading_interrupts_paragraph=False,
        heading_may_be_indented=False,
        list_interrupts_paragraph=False,
        table_interrupts_paragraph=False,
        tildes_interrupt_paragraph=False,
        fence_info_with_spaces=False,
        spaced_info=r"\S*|\S*[ \t]*\{[^\n]*\}",
        unclosed_fence_is_text=True,
        code_hides_pipes=True,
        table_dashes="any",
        bare_urls_link=False,
        spaces_in_link_targets=True,
        footnote_interrupts_paragraph=False,
        alt_is_caption=True,
        heading_ids=slugs.heading_ids(pandoc),
    ),
    templates=TEMPLATES,
    dates=DateDialect(parse=lenient_date, keys=("date", "date-modified"), problem=_date_problem),
)
