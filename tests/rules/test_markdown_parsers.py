"""Rules that depend on the generator's Markdown parser, tested with parsers that differ in one trait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from postlint.core.finding import ERROR, Finding, Severity
from postlint.core.options import OptionError, build
from postlint.core.rule import PostRule
from postlint.core.text import Source, apply_edits
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post

RULES = load().by_name


def check(rule_name: str, text: str, options: Mapping[str, Any] | None = None, **traits: Any) -> list[Finding]:
    generator = get_generator("none")
    generator = generator._replace(name="other", markdown=generator.markdown._replace(**traits))
    post = read_post(Source("a.md", text), generator)
    rule = RULES[rule_name]
    assert isinstance(rule, PostRule)
    return list(rule.check(post, build(rule.options, options or {}, rule_name)))


def fixed(text: str, findings: list[Finding]) -> str:
    return apply_edits(text, [edit for finding in findings if finding.fix for edit in finding.fix.edits])


HEADINGS = "# One\ntext\n## Two\n\n### Three\ntext\n"


def test_heading_not_rendered_below_paragraph_is_an_error() -> None:
    findings = check("heading/no-blank-line-around", HEADINGS, heading_interrupts_paragraph=False, name="Pandoc")
    assert [(finding.message, finding.severity) for finding in findings] == [
        ("heading right below a paragraph, which Pandoc renders as text, expected a blank line above", ERROR)
    ]
    assert fixed(HEADINGS, findings) == "# One\ntext\n\n## Two\n\n### Three\ntext\n"


def test_other_headings_are_reported_on_request() -> None:
    findings = check("heading/no-blank-line-around", HEADINGS, {"report": "always"}, heading_interrupts_paragraph=False)
    assert [finding.severity for finding in findings] == [None, ERROR, None]


def test_setext_heading_includes_the_paragraph_above() -> None:
    assert not check("heading/no-blank-line-around", "text\ntwo\n---\n", heading_interrupts_paragraph=False)


def test_wrapped_number_is_reported_if_headings_need_no_space() -> None:
    text = "#One\n\nfixed in\n#1034 today\n"
    findings = check("heading/no-space-after-hash", text, heading_without_space=True, name="Python-Markdown")
    message = "Python-Markdown renders this line of a paragraph as a heading"
    assert [finding.message for finding in findings] == [message]
    assert fixed(text, findings) == "#One\n\nfixed in\n\\#1034 today\n"


@pytest.mark.parametrize(("lost", "severity"), [(True, ERROR), (False, None)])
def test_extra_cells_are_an_error_if_they_are_lost(lost: bool, severity: Severity | None) -> None:
    text = "| a | b |\n| - | - |\n| 1 | 2 | 3 |\n"
    findings = check("table/wrong-cell-count", text, extra_cells_are_lost=lost)
    assert [finding.severity for finding in findings] == [severity]


@pytest.mark.parametrize("rule", ["heading/skipped-level", "heading/multiple-h1"])
def test_invalid_title_pattern_is_an_option_error(rule: str) -> None:
    with pytest.raises(OptionError, match='invalid regular expression "\\(" in `front-matter-title`'):
        check(rule, "text\n", {"front-matter-title": "("})


def test_slow_title_pattern_times_out() -> None:
    text = f"---\nname: {'a' * 40}\n---\n\n### One\n"
    assert check("heading/skipped-level", text, {"front-matter-title": "(a+)+(a+)+$(?<=b)"}) == []


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
    ("rule_name", "text", "broken"),
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
def test_error_only_in_generators_that_render_the_page_incorrectly(rule_name: str, text: str, broken: str) -> None:
    rule = RULES[rule_name]
    assert isinstance(rule, PostRule)
    options: Any = build(rule.options, {}, rule_name)
    for name in ("jekyll", "hugo", "zola", "hexo", "forem", "pelican", "nikola", "mkdocs", "quarto"):
        post = read_post(Source("a.md", text), get_generator(name))
        severities = {finding.severity or rule.severity for finding in rule.check(post, options)}
        assert (ERROR in severities) == (name in broken.split()), name
