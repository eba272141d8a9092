"""Fixing one file: how often its text is parsed and checked."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.core.post import Post
from postlint.core.result import Checked
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post
from postlint.workspace import file_context
from postlint.workspace.file_context import FileContext, text_context
from postlint.workspace.fix_file import fix_text

TEXT = """\
---
title: Tea
date: 2024-01-20
---
# Tea
Boil the *water* first.



* green
* black
##Leaves

Take two spoons  of it.\t
See https://example.org/tea
"""
PLAN = Plan(Settings(preset="strict"), load())


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The texts that were parsed, and those that were checked."""
    texts: dict[str, list[str]] = {"read": [], "check": []}

    def noting_read(source: Source, *arguments: Any) -> Post:
        texts["read"].append(source.text)
        return read_post(source, *arguments)

    def noting_check(post: Post, *arguments: Any, **options: Any) -> Checked:
        texts["check"].append(post.text)
        return check(post, *arguments, **options)

    monkeypatch.setattr(file_context, "read_post", noting_read)
    monkeypatch.setattr(file_context, "check", noting_check)
    return texts


def context(generator: str = "jekyll") -> FileContext:
    return text_context("_posts/2024-01-20-tea.md", get_generator(generator), PLAN)


def test_each_text_is_read_and_checked_once(calls: dict[str, list[str]]) -> None:
    fixed = fix_text(context(), Source("_posts/2024-01-20-tea.md", TEXT), unsafe=False)
    assert fixed.count >= 5
    texts = calls["read"]
    assert len(set(texts)) == len(texts) == 4
    assert calls["check"] == texts
    assert (texts[0], texts[-1]) == (TEXT, fixed.source.text)


def test_text_without_fixes_is_read_and_checked_once(calls: dict[str, list[str]]) -> None:
    source = Source("_posts/2024-01-20-tea.md", "---\ntitle: Tea\n---\n\nText.\n")
    fixed = fix_text(context(), source, unsafe=True)
    assert fixed.source is source
    assert calls == {"read": [source.text], "check": [source.text]}


def test_last_check_is_that_of_the_fixed_text() -> None:
    fixed = fix_text(context(), Source("_posts/2024-01-20-tea.md", TEXT), unsafe=False, site=True)
    checked = context().check(context().read(fixed.source), site=True)
    assert fixed.version.checked == checked
    assert checked.facts is not None
