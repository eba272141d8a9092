"""Which blocks of a post are checked, and where their problems are in the file."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.code import blocks
from postlint.code.blocks import data_problems, python_verdicts
from postlint.code.data_formats.toml_blocks import toml_problem
from postlint.code.data_formats.yaml_blocks import yaml_problem
from postlint.core.post import Post
from postlint.core.text import Source
from postlint.generators.none.generator import GENERATOR
from postlint.parse import read_post


def read(text: str) -> Post:
    return read_post(Source("a.md", text), GENERATOR)


def test_python_and_sessions_are_checked() -> None:
    text = "```python\nx = (\n```\n\n```pycon\n>>> x\n```\n\n```js\nx = (\n```\n\n```\nx = (\n```\n"
    assert [(block.line, verdict.kind) for block, verdict in python_verdicts(read(text))] == [
        (1, "broken"),
        (5, "valid"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '```python lint="skip"\nx = (\n```\n',
        "```python test=false\nx = (\n```\n",
        "```{.python .no-lint}\nx = (\n```\n",
        "<!-- skip: next -->\n\n```python\nx = (\n```\n",
        "<!-- blacken-docs:off -->\n```python\nx = (\n```\n",
    ],
)
def test_blocks_that_the_post_skips(text: str) -> None:
    assert list(python_verdicts(read(text))) == []


def test_text_around_a_block_is_read() -> None:
    code = "```python\nx = = 1\n```\n"
    assert [verdict.kind for _, verdict in python_verdicts(read(code))] == ["broken"]
    for text in (
        "This is invalid Python:\n\n" + code,
        code + "\n```text\n  File\nSyntaxError: invalid syntax\n```\n",
    ):
        assert [verdict.why for _, verdict in python_verdicts(read(text))] == ["demonstration"]


def test_target_version() -> None:
    post = read("```python\nmatch x:\n    case 1: pass\n```\n")
    assert [verdict.kind for _, verdict in python_verdicts(post, (3, 9))] == ["newer"]
    assert [verdict.kind for _, verdict in python_verdicts(post, (3, 10))] == ["valid"]
    assert [verdict.kind for _, verdict in python_verdicts(post)] == ["valid"]


def test_verdicts_are_computed_once_and_kept_with_the_post(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    check = blocks._check_python

    def recorded(*args: Any, **options: Any) -> Any:
        calls.append(args)
        return check(*args, **options)

    monkeypatch.setattr(blocks, "_check_python", recorded)
    post = read("```python\nx = 1\n```\n")
    assert list(python_verdicts(post)) == list(python_verdicts(post))
    assert len(calls) == 1
    list(python_verdicts(read("```python\nx = 1\n```\n")))
    assert len(calls) == 2


def test_span_of_a_problem() -> None:
    post = read("- ```yaml\n  a: 1\n  b: %c\n  ```\n")
    ((span, problem),) = data_problems(post, frozenset({"yaml"}), yaml_problem)
    assert post.text[span.start : span.end] == "%"
    assert problem.line == 2


def test_other_languages_and_skipped_blocks_have_no_problems() -> None:
    text = "```yaml\na: %c\n```\n\n```toml test=skip\na = b\n```\n\n<!-- lint: skip -->\n```toml\na = b\n```\n"
    assert list(data_problems(read(text), frozenset({"toml"}), toml_problem)) == []


def test_lines_marked_as_deleted_are_ignored() -> None:
    text = "```yaml del={2-3}\na: 1\nb: %c\nd: %e\nf: 2\n```\n"
    assert list(data_problems(read(text), frozenset({"yaml"}), yaml_problem)) == []
