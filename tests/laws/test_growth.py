"""What a post costs grows no faster than the post: counted in lines of Python that run, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.workspace.file_context import text_context
from postlint.workspace.globs import globs

PLAN = Plan(Settings(preset="all"), load(), globs)

MANY = {
    "headings": "## One {0}\n\n",
    "headings of one text": "## One\n\n",
    "links": "[one {0}](to.md) ",
    "images": "![](a{0}.png)\n",
    "reference links": "[one {0}][a]\n",
    "undefined references": "[one {0}][a{0}]\n",
    "undefined references apart": "[one {0}][a{0}]\n\n",
    "definitions": "[a{0}]: to.md\n",
    "footnotes": "a[^{0}]\n\n[^{0}]: note\n\n",
    "rows": "| a | b |\n|---|---|\n| {0} | b | c |\n\n",
    "lists": "* a\n- b\n\n1. c\n3. d\n\n",
    "quotes": "> a {0}\n\n> b\n\n",
    "fences": "```\nx = {0}\n```\n\n",
    "Python": "```python\nx = = {0}\n```\n\n",
    "data": "```json\n{{{0}\n```\n\n```yaml\na: [{0}\n```\n\n",
    "tabs of one line": "a{0}\t",
    "white space": "a{0}  \n\n\n\n",
    "comments": "<!-- c {0} -->\n\n",
    "disabling": "<!-- postlint-disable heading -->\n\n# A {0}\n\n<!-- postlint-enable heading -->\n\n",
    "tags": "{{{{ x{0} }}}} {{% if a %}} ",
    "tags alone": "{{% if a%}}\n{{{{ x }}}} text  \n",
    "unclosed tags": "{{% raw %}} {{% comment %}}\n{{% highlight py %}}\n",
    "HTML": "<a name='n{0}'>x</a> <img src=a{0}.png>\n",
    "URLs": "http://a.b/{0}\n",
    "emphasis": "*a {0}* **b** _c\n",
}


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python run."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def checking(text: str) -> Callable[[], object]:
    context = text_context("_posts/2024-01-01-a.md", get_generator("jekyll"), PLAN)

    def work() -> object:
        return context.check(context.read(Source(context.path, text)), site=True)

    return work


def growth(make: Callable[[int], str]) -> float:
    """How many times as much work four times as much text is, beside what any post costs."""
    checking(make(3))()  # caches
    start = lines_run(checking(""))
    once, more = (lines_run(checking(make(count))) - start for count in (30, 120))
    return more / once


@pytest.mark.parametrize("pattern", MANY.values(), ids=MANY)
def test_bodies(pattern: str) -> None:
    assert growth(lambda count: "".join(pattern.format(number) for number in range(count))) < 6


@pytest.mark.parametrize(
    ("opening", "pattern", "closing"),
    [
        ("---\n", "k{0}: v\n", "---\n"),
        ("---\n", "k: “v {0}”\n", "---\n"),
        ("---\ntags:\n", "  - t{0}\n", "---\n"),
        ("---\n", "a{0}: &a{0} [1]\nb{0}: *a{0}\n", "---\n"),
        ("---\n", "tilte{0}: x\n", "\n"),
        ("+++\n", "k{0} = 1\n", "+++\n"),
        ("+++\n", "[[t]]\nk = {0}\n", "+++\n"),
        ("{\n", '"k{0}": [1],\n', '"z": 1\n}\n'),
    ],
)
def test_front_matter(opening: str, pattern: str, closing: str) -> None:
    assert growth(lambda count: opening + "".join(map(pattern.format, range(count))) + closing) < 6
