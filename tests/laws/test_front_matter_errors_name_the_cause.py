"""Causes of errors in front matter of real posts: one finding, on the right line, that names the cause."""

from __future__ import annotations

import pytest

from postlint.core.finding import Diagnostic
from postlint.core.rule import PostRule
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Active
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post

REGISTRY = load()
RULES = [
    Active(rule, rule.options(), rule.severity) for rule in REGISTRY.rules if rule.family in ("front-matter", "post")
]
PATHS = {"jekyll": "_posts/2024-01-20-tea.md", "hugo": "content/posts/tea.md", "zola": "content/posts/tea.md"}


def diagnostics_of(content: str, generator: str, fence: str = "---") -> list[Diagnostic]:
    path = PATHS[generator]
    source = Source(path, f"{fence}\n{content}{fence}\n\nBoil the water.\n")
    active = [rule for rule in RULES if isinstance(rule.rule, PostRule) and rule.rule.preset == 1]
    return list(check(read_post(source, get_generator(generator), path), active, REGISTRY).diagnostics)


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        # an unquoted colon
        ("layout: post\ntitle: Leaky pots: what to do\ndate: 2024-01-20\n", 3, "quotes"),
        ("title: 'kettle': hot water for all\n", 2, "quote"),
        ("title: Tea\ndescription: >-\n  fine\nsummary: The first: and the second: part\n", 5, "quotes"),
        ("title: How it went:\n", 2, "`: `"),
        # tabs
        ("title: Tea\nnav:\n\tparent: Drinks\n", 4, "tab"),
        ("title: Tea\ntags:\n\t- hot\n", 4, "tab"),
        # stray lines
        ("title: Tea\nimages/cup.png\ndate: 2024-01-20\n", 3, "expected `key: value`"),
        ("title: Tea\n<<<<<<< HEAD\ndate: 2024-01-20\n=======\ndate: 2024-01-21\n>>>>>>> new\n", 3, "conflict"),
        ("title: Tea\nus\n", 3, "expected `key: value`"),
        # quotes
        ("title: 'The pot's lid'\n", 2, "quote"),
        ('title: "Hot" or cold\n', 2, "quote"),
        ('title: "Tea\ndate: 2024-01-20\n', 2, "quote"),
        # a link
        ("title: Tea\nwebsite: [https://example.org](https://example.org)\n", 3, "link"),
        # indentation
        ("title: Tea\nauthors:\n  - name: A\n  url: https://example.org\n", 5, "indentation"),
        ("title: Tea\n  date: 2024-01-20\n", 3, "indentation"),
        # characters that YAML reserves
        ("title: Tea\nauthor: @someone\n", 3, "@"),
        ("title: `Tea`\n", 2, "backtick"),
        ("title: Tea\ntags: [hot, cold\n", 3, "`]`"),
        ("title: Tea\ntags: *hot* drinks\n", 3, "*"),
        # a surrogate
        ('title: "Tea \\ud83d\\ude00"\n', 2, "half of a character"),
        # duplicate keys
        ("title: Tea\nauthors:\n  - name: A\n    name: B\n", 5, "line 4"),
        # invalid days
        ("title: Tea\ndate: 2017-17-10T10:00:00.000Z\n", 3, "month 17"),
    ],
)
def test_causes_in_yaml(content: str, line: int, words: str) -> None:
    diagnostics = diagnostics_of(content, "jekyll")
    assert [(diagnostic.start.line, words in diagnostic.message) for diagnostic in diagnostics] == [(line, True)], (
        diagnostics
    )


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ('title = "Tea v2\nauthors = ["A"]\n', 2, "quote"),
        ('title = "Tea"\nopen = "true"  SET TO FALSE\n', 3, "#"),
        ("title: Tea\n", 2, "="),
        ("title = Tea\n", 2, "quotes"),
        ('title = "Tea"\ntitle = "Water"\n', 3, "line 2"),
        ('title = "Tea"\ndate = 2021-02-30\n', 3, "date"),
        ('title = "Tea"\ndate = "2021-17-30"\n', 3, "month 17"),
        ('title = "Tea"\ntags = ["hot"]\n', 3, "[taxonomies]"),
    ],
)
def test_causes_in_toml(content: str, line: int, words: str) -> None:
    diagnostics = diagnostics_of(content, "zola", "+++")
    assert [(diagnostic.start.line, words in diagnostic.message) for diagnostic in diagnostics] == [(line, True)], (
        diagnostics
    )


@pytest.mark.parametrize(
    "content",
    ['title: {{ replace .Name "-" " " | title }}\ndate: {{ .Date }}\n', "title: {{ title }}\ntags:\n"],
)
def test_template_is_not_reported(content: str) -> None:
    assert diagnostics_of(content, "jekyll") == []


def test_front_matter_of_only_a_comment() -> None:
    assert diagnostics_of("# nothing yet\n", "jekyll") == []
