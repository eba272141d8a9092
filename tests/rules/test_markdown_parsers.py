"""Rules that ask how the generator's Markdown parser differs, with parsers that differ in one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from postlint.core.finding import ERROR, Finding, Severity
from postlint.core.options import OptionError, build
from postlint.core.text import Source, apply_edits
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post

RULES = load().by_name


def findings(rule: str, text: str, options: Mapping[str, Any] | None = None, **facts: Any) -> list[Finding]:
    generator = get_generator("none")
    generator = replace(generator, name="other", markdown=replace(generator.markdown, **facts))
    post = read_post(Source("a.md", text), generator)
    one = RULES[rule]
    return list(one.check(post, build(one.options, options or {}, rule)))


def mended(text: str, found: list[Finding]) -> str:
    return apply_edits(text, [edit for one in found if one.fix for edit in one.fix.edits])


TEXT = "# One\ntext\n## Two\n\n### Three\ntext\n"


def test_a_heading_that_is_not_rendered_below_a_paragraph_is_an_error() -> None:
    found = findings("heading/no-blank-line-around", TEXT, heading_interrupts_paragraph=False, name="Pandoc")
    assert [(one.message, one.severity) for one in found] == [
        ("heading right below a paragraph, which Pandoc renders as text, expected a blank line above", ERROR)
    ]
    assert mended(TEXT, found) == "# One\ntext\n\n## Two\n\n### Three\ntext\n"


def test_the_others_are_reported_where_asked_for() -> None:
    found = findings("heading/no-blank-line-around", TEXT, {"report": "always"}, heading_interrupts_paragraph=False)
    assert [one.severity for one in found] == [None, ERROR, None]


def test_an_underlined_heading_takes_the_paragraph_with_it() -> None:
    assert not findings("heading/no-blank-line-around", "text\ntwo\n---\n", heading_interrupts_paragraph=False)


def test_where_hashes_need_no_space_the_wrapped_number_is_the_fault() -> None:
    text = "#One\n\nfixed in\n#1034 today\n"
    found = findings("heading/no-space-after-hash", text, heading_without_space=True, name="Python-Markdown")
    assert [one.message for one in found] == ["Python-Markdown renders this line of a paragraph as a heading"]
    assert mended(text, found) == "#One\n\nfixed in\n\\#1034 today\n"


@pytest.mark.parametrize(("lost", "severity"), [(True, ERROR), (False, None)])
def test_too_many_cells_are_an_error_where_they_are_lost(lost: bool, severity: Severity | None) -> None:
    text = "| a | b |\n| - | - |\n| 1 | 2 | 3 |\n"
    assert [one.severity for one in findings("table/wrong-cell-count", text, extra_cells_are_lost=lost)] == [severity]


@pytest.mark.parametrize("rule", ["heading/skipped-level", "heading/multiple-h1"])
def test_invalid_title_pattern_is_an_error(rule: str) -> None:
    with pytest.raises(OptionError, match='invalid regular expression "\\(" in `front-matter-title`'):
        findings(rule, "text\n", {"front-matter-title": "("})


def test_slow_title_pattern_times_out() -> None:
    text = f"---\nname: {'a' * 40}\n---\n\n### One\n"
    assert findings("heading/skipped-level", text, {"front-matter-title": "(a+)+(a+)+$(?<=b)"}) == []


LIST = "You need:\n- coffee\n- water\n"
NESTED = "- coffee\n  - ground\n- water\n"
HEADING = "Grind.\n## Boiling water\n"
INDENTED = "  ## Boiling water\n"
TABLE = "You need:\n| a | b |\n|---|---|\n| 1 | 2 |\n"
BELOW_HEADING = TABLE.replace("You", "## You")
ABOVE_HEADING = TABLE.partition("\n")[2] + "## Then\n"
TILDES = "Run:\n~~~sh\nmake coffee\n~~~\n"
INFO = '```python title="x.py"\nx = 1\n```\n'
EXTRA = "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n"


@pytest.mark.parametrize(
    ("rule", "text", "broken"),
    [
        ("list/not-a-list", LIST, "pelican nikola mkdocs quarto"),
        ("list/wrong-indent", NESTED, "pelican nikola mkdocs"),
        ("heading/no-blank-line-around", HEADING, "quarto"),
        ("heading/indented", INDENTED, "jekyll forem pelican nikola mkdocs quarto"),
        ("heading/no-space-after-hash", "##Boiling\n", "jekyll hugo zola hexo quarto"),
        ("table/no-blank-line-around", TABLE, "jekyll forem pelican nikola mkdocs quarto"),
        ("table/no-blank-line-around", BELOW_HEADING, "jekyll"),
        ("table/no-blank-line-around", ABOVE_HEADING, "jekyll pelican nikola mkdocs"),
        ("table/wrong-cell-count", EXTRA, "pelican nikola mkdocs hugo zola hexo forem quarto"),
        ("code/no-blank-line-around-fence", TILDES, "quarto"),
        ("code/no-blank-line-around-fence", TILDES.replace("~", "`"), ""),
        ("code/fence-info-ignored", INFO, "jekyll forem pelican nikola quarto"),
    ],
)
def test_an_error_exactly_where_the_page_comes_out_wrong(rule: str, text: str, broken: str) -> None:
    one = RULES[rule]
    for name in ("jekyll", "hugo", "zola", "hexo", "forem", "pelican", "nikola", "mkdocs", "quarto"):
        post = read_post(Source("a.md", text), get_generator(name))
        severities = {found.severity or one.severity for found in one.check(post, build(one.options, {}, rule))}
        assert (ERROR in severities) == (name in broken.split()), name
