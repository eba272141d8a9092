"""The work on a post grows no faster than the post, counted in lines of Python that are run, not in seconds.

Iterations of loops and comprehensions count. Work inside of one call to a function written in C, such as `str.find` or
a regular expression, does not: a rule that searches the whole text for each line is not noticed. See
`benchmarks.rule_times` for the growth of CPU time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from postlint.core.rule import PostRule
from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.plan import Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.manual.examples import Example, active, post_of
from postlint.workspace.file_context import text_context
from postlint.workspace.globs import globs
from tests.support.rule_examples import params

PLAN = Plan(Settings(preset="all"), load(), globs)

QUADRATIC = {"list/wrong-indent": "for each list, it checks all indented blocks (admonitions)"}
"""Rules that are known to break the law."""

BODIES = {
    "headings": "## One {0}\n\n",
    "headings with one text": "## One\n\n",
    "links": "[one {0}](to.md) ",
    "images": "![](a{0}.png)\n",
    "reference links": "[one {0}][a]\n",
    "undefined references": "[one {0}][a{0}]\n",
    "undefined references in many paragraphs": "[one {0}][a{0}]\n\n",
    "definitions": "[a{0}]: to.md\n",
    "footnotes": "a[^{0}]\n\n[^{0}]: note\n\n",
    "table rows": "| a | b |\n|---|---|\n| {0} | b | c |\n\n",
    "lists": "* a\n- b\n\n1. c\n3. d\n\n",
    "block quotes": "> a {0}\n\n> b\n\n",
    "code blocks": "```\nx = {0}\n```\n\n",
    "Python": "```python\nx = = {0}\n```\n\n",
    "data": "```json\n{{{0}\n```\n\n```yaml\na: [{0}\n```\n\n",
    "tabs in one line": "a{0}\t",
    "whitespace": "a{0}  \n\n\n\n",
    "comments": "<!-- c {0} -->\n\n",
    "suppressions": "<!-- postlint-disable heading -->\n\n# A {0}\n\n<!-- postlint-enable heading -->\n\n",
    "template tags": "{{{{ x{0} }}}} {{% if a %}} ",
    "lines of template tags": "{{% if a%}}\n{{{{ x }}}} text  \n",
    "unclosed template tags": "{{% raw %}} {{% comment %}}\n{{% highlight py %}}\n",
    "HTML": "<a name='n{0}'>x</a> <img src=a{0}.png>\n",
    "URLs": "http://a.b/{0}\n",
    "emphasis": "*a {0}* **b** _c\n",
}


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python are run. Each iteration of a comprehension counts as a line."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    tracer = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(tracer)
    return count


def reading_and_checking(text: str) -> Callable[[], object]:
    context = text_context("_posts/2024-01-01-a.md", get_generator("jekyll"), PLAN)

    def work() -> object:
        return context.check(context.read(Source(context.path, text)), site=True)

    return work


def growth(make: Callable[[int], str]) -> float:
    """The work on 120 units relative to that on 30, without the work on an empty post."""
    reading_and_checking(make(3))()  # fills caches
    start = lines_run(reading_and_checking(""))
    less, more = (lines_run(reading_and_checking(make(count))) - start for count in (30, 120))
    return more / less


@pytest.mark.parametrize("pattern", BODIES.values(), ids=BODIES)
def test_body(pattern: str) -> None:
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


def test_iterations_of_comprehensions_count() -> None:
    def pairs(length: int) -> int:
        return lines_run(lambda: [1 for _ in range(length) for _ in range(length)])

    assert pairs(100) > 50 * pairs(10)


@pytest.mark.parametrize(("rule", "example"), params({"bad"}))
def test_rule(rule: PostRule[Any], example: Example) -> None:
    """Copies of an example: the parse is done before, and not counted."""
    post = post_of(example)
    head, body = post.text[: post.body_start], post.text[post.body_start :]
    if not body.strip() or rule.name in QUADRATIC:
        return
    options = active(rule, example.options).options

    def work(copies: int) -> int:
        post = post_of(example, head + f"{body}\n\n" * copies)
        views = (post.body, post.prose, post.code_lines, post.comments, post.source.lines, post.source.line_starts)
        assert all(view is not None for view in views), "computed once for all rules"
        return lines_run(lambda: list(rule.check(post, options)))

    work(1)  # fills caches
    once, tenfold, fortyfold = work(1), work(10), work(40)
    assert tenfold <= 12 * once + 500
    assert fortyfold <= 4.3 * tenfold + 100
