"""Comments that suppress rules: their ranges, those of markdownlint, and unused ones."""

from __future__ import annotations

import pytest

from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.workspace.file_context import text_context

REGISTRY = load()


def findings(text: str, *rules: str) -> list[tuple[int, str]]:
    plan = Plan(Settings(preset="none", extend_select=rules), REGISTRY)
    context = text_context("post.md", get_generator("none"), plan)
    checked = context.check(context.read(Source.decode("post.md", text.encode())))
    return [(diagnostic.start.line, diagnostic.rule) for diagnostic in checked.diagnostics]


EMPTY = "heading/empty"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("##\n", [1]),
        ("<!-- postlint-disable heading/empty -->\n\n##\n\n##\n", []),
        ("##\n\n<!-- postlint-disable heading/empty -->\n\n##\n", [1]),
        ("<!-- postlint-disable heading/empty -->\n\n##\n\n<!-- postlint-enable heading/empty -->\n\n##\n", [7]),
        ("<!-- postlint-disable -->\n\n##\n\n<!-- postlint-enable heading -->\n\n##\n", [7]),
        ("<!-- postlint-disable-next-line heading/empty -->\n##\n\n##\n", [4]),
        ("## <!-- postlint-disable-line heading -->\n\n##\n", [3]),
        ("##\n\n<!-- postlint-disable-file heading/empty: they are made by a script -->\n", []),
        ("##\n\n<!-- postlint-disable-file heading/duplicate -->\n", [1]),
        ("<!-- postlint-disable heading/duplicate, heading/empty -->\n\n##\n", []),
        ("{# postlint-disable-file heading/empty #}\n\n##\n", []),
        ("{/* postlint-disable-file heading/empty */}\n\n##\n", []),
        ("`<!-- postlint-disable-file heading/empty -->`\n\n##\n", [3]),
        ("```html\n<!-- postlint-disable-file heading/empty -->\n```\n\n##\n", [5]),
        ("---\ntitle: x # postlint-disable-file heading/empty\n---\n\n##\n", []),
    ],
)
def test_ranges_of_comments(text: str, lines: list[int]) -> None:
    assert [line for line, rule in findings(text, EMPTY) if rule == EMPTY] == lines


def test_markdownlint_comments_without_names_apply_to_its_rules() -> None:
    text = "<!-- markdownlint-disable -->\n\n##\n\n[a]()\n"
    assert [rule for _, rule in findings(text, EMPTY, "MD042")] == [EMPTY]


def test_markdownlint_capture_and_restore() -> None:
    text = "<!-- markdownlint-capture -->\n<!-- markdownlint-disable MD042 -->\n\n[a]()\n\n"
    text += "<!-- markdownlint-restore -->\n\n[a]()\n"
    assert [line for line, _ in findings(text, "MD042")] == [8]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```html\n<!-- markdownlint-disable MD042 -->\n```\n\n[a]()\n", []),
        ("<!-- MarkdownLint-Disable md042 -->\n\n[a]()\n", []),
        ("<!-- markdownlint-disable MD042, MD013 -->\n\n[a]()\n", [3]),
        ("<!-- markdownlint-disable\nMD042 -->\n\n[a]()\n", [4]),
        ("<!--- markdownlint-disable MD042 -->\n\n[a]()\n", [3]),
        ("<!-- markdownlint-disable link -->\n\n[a]()\n", [3]),
        ("[a]()\n\n<!-- markdownlint-disable-file MD042 -->\n", []),
        ("[a]()\n\n<!-- markdownlint-disable-file -->\n\n<!-- markdownlint-enable MD042 -->\n\n[a]()\n", [7]),
        ("<!-- markdownlint-disable-file -->\n\n<!-- markdownlint-restore -->\n\n[a]()\n", [5]),
        ("<!-- markdownlint-disable-file MD042 -->\n<!-- markdownlint-enable-file MD042 -->\n\n[a]()\n", [4]),
    ],
)
def test_markdownlint_comments_work_as_in_markdownlint(text: str, lines: list[int]) -> None:
    assert [line for line, _ in findings(text, "MD042")] == lines


def test_next_line_comment_above_a_fence_applies_to_the_block() -> None:
    block = "```python\nx = 1\ny = = 2\n```\n"
    comment = "<!-- postlint-disable-next-line code/python-syntax-error -->\n"
    assert findings(block, "code/python-syntax-error") == [(3, "code/python-syntax-error")]
    assert findings(comment + block, "code/python-syntax-error") == []
    assert findings(comment + "\n" + block, "code/python-syntax-error") == []
    assert len(findings(comment + block + "\n" + block, "code/python-syntax-error")) == 1


def test_unused_suppression_is_reported() -> None:
    unused = "suppression/unused"
    comment = "<!-- postlint-disable-next-line heading/empty -->\n"
    assert findings(comment + "## A\n", EMPTY, unused) == [(1, unused)]
    assert findings(comment + "##\n", EMPTY, unused) == []
    assert findings(comment + "## A\n", unused) == [], "the rule does not run, so the comment may be needed"


def test_unknown_names_are_reported() -> None:
    assert findings("<!-- postlint-disable heading/emty -->\n", "suppression/unknown-rule") == [
        (1, "suppression/unknown-rule")
    ]
    assert findings("<!-- markdownlint-disable my-own-rule -->\n", "suppression/unknown-rule") == []
