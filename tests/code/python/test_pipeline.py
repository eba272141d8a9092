"""Check Python blocks: positions, properties of every step, hostile input, growth."""

from __future__ import annotations

import ast
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.code.python import check
from postlint.code.python.allowances.ipython_magics import without_magics
from postlint.code.python.allowances.omitted_code import without_elisions
from postlint.code.python.allowances.placeholders import without_placeholders
from postlint.code.python.allowances.printed_output import without_output
from postlint.code.python.parser.lexer import blanked
from postlint.code.python.parser.newer_syntax import in_older_syntax
from postlint.code.python.parser.parser import Parser, syntax_problem
from postlint.code.python.repairs.repair import repair
from postlint.core.text import Source
from postlint.generators.none.generator import GENERATOR
from postlint.parse import read_post
from tests.support.python_code import BROKEN, TEXTS, VALID


@given(st.sampled_from(BROKEN), st.lists(st.sampled_from(VALID), max_size=6).map("".join))
def test_valid_lines_before_move_the_finding(broken: str, before: str) -> None:
    alone, after = check(broken), check(before + broken)
    assert alone.kind == after.kind == "broken"
    lines = before.count("\n")
    assert (after.line, after.column) == (alone.line + lines, alone.column)
    assert after.statement_line == alone.statement_line + lines


@given(st.sampled_from(BROKEN), st.integers(2, 3))
def test_list_moves_the_column(broken: str, indent: int) -> None:
    def position_of(text: str) -> tuple[int, int]:
        post = read_post(Source("a.md", text), GENERATOR)
        verdict = check(post.code_blocks[0].code)
        position = post.source.position(post.code_blocks[0].offset_of(verdict.line, verdict.column))
        return position.line, position.column

    plain = f"```python\n{broken}```\n"
    marker = "-" + " " * (indent - 1)
    inside = marker + plain.replace("\n", "\n" + " " * indent).rstrip(" ")
    line, column = position_of(plain)
    assert position_of(inside) == (line, column + indent)


@settings(max_examples=300)
@given(TEXTS)
def test_no_step_changes_the_number_of_lines(text: str) -> None:
    lines = text.split("\n")
    parser = Parser()
    for step in (without_output, without_elisions, without_placeholders):
        assert len(step(lines, parser)) == len(lines)
    assert len(without_magics(lines)) == len(lines)
    assert len(repair(lines, parser)[0].lines) == len(lines)
    assert in_older_syntax(text).count("\n") == text.count("\n")
    assert len(blanked(text)) == len(text)
    assert blanked(text).count("\n") == text.count("\n")


@settings(max_examples=300)
@given(st.one_of(TEXTS, st.text(max_size=200)))
def test_every_text_has_a_verdict_inside_it(text: str) -> None:
    verdict = check(text)
    assert 1 <= verdict.line <= text.count("\n") + text.count("\r") + 1
    assert verdict.column >= 1
    if verdict.kind == "broken":
        assert syntax_problem(text.replace("\r\n", "\n").replace("\r", "\n")) is not None
        assert verdict.message


@given(st.sampled_from([*BROKEN, *VALID]))
def test_line_ends_do_not_matter(text: str) -> None:
    assert check(text) == check(text.replace("\n", "\r\n")) == check(text.replace("\n", "\r"))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "[" * 100_000,
        "-" * 100_000 + "1",
        "a" + ".b" * 90_000,
        "x = f(1)\n" * 600_000,
        "x = 1\n" * 40_000 + "(",
        "if x:\n" * 200,
        "lambda:" * 20_000,
        "\\" * 99_999,
        "\t" * 90_000 + "x",
        "\0",
        'x = "\ud800"\n',
        "\f\f x y",
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text(text: str) -> None:
    assert check(text).kind in ("valid", "broken", "mislabeled")


def test_warnings_are_suppressed(capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check('x = "\\d"\nif x is 1: pass\ny = 1or 2\n').kind == "valid"
    assert capfd.readouterr() == ("", "")


def test_code_is_not_run(tmp_path: Path) -> None:
    target = tmp_path / "target"
    check(f"open({str(target)!r}, 'w').close()\nx = (\n")
    check(f">>> open({str(target)!r}, 'w').close()\n")
    assert not target.exists()


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [
        ("x = f(1)\n", "", "("),
        ("    x = 1\n\n  y = 2\n\n", "", "("),
        ("x = 1\n\n    y = 2\n", "", "("),
        ("def f(x):\n    # words\n\n", "", "("),
        ("def f(x, y)\n", "", "("),
        ("@f(1)\n", "", ""),
        ("try:\n    x = 1\n", "", ""),
        ("print(1)\n# output\n1 2\n", "", "("),
        ("# a\nb c\n", "x = 1\n", ""),
        (">>> def f(x):\n", "", ""),
        (">>> f(\n1 2\n", "", ""),
        ("f(a, ..., b)\n", "", "("),
        ("some words of prose\n", "", ""),
    ],
)
def test_parsing_grows_linearly(unit: str, before: str, after: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = ast.parse
    sizes: list[int] = []

    def counted(text: str) -> ast.Module:
        sizes.append(len(text))
        return parse(text)

    monkeypatch.setattr(ast, "parse", counted)
    for repeats in (10, 100, 1000):
        text = before + unit * repeats + after
        sizes.clear()
        check(text)
        assert sum(sizes) < 500_000 + 20 * len(text)


def test_only_the_standard_library_is_imported() -> None:
    folder = Path(__file__).parents[3] / "postlint" / "code" / "python"
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                root = (node.module or "").split(".")[0]
                assert root in sys.stdlib_module_names or (node.module or "").startswith("postlint.code."), path
            elif isinstance(node, ast.Import):
                assert all(name.name in sys.stdlib_module_names for name in node.names), path


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a = 1\n", ""),
        ("\n\n", "empty"),
        ("x = 1\n" * 200_000, "too long"),
        ("(" * 5_000, "not judged"),
        ("{% include 'a.py' %}\n", "include"),
        (">>> f(1)\n1\n", "session"),
        ("# SyntaxError\nx = = 1\n", "demonstration"),
        ("%%bash\nls -l /tmp && echo (\n", "other language"),
        ("f(a=1, ..., b=2)\n", "excerpt"),
        ("for x in y:\n    {% if z %}f(x){% endif %}\n", "template"),
    ],
)
def test_reason_for_a_valid_verdict(text: str, why: str) -> None:
    verdict = check(text)
    assert (verdict.kind, verdict.why) == ("valid", why)


@pytest.mark.parametrize(
    ("text", "language", "message"),
    [
        ("print 'a'\n", "python2", "it is Python 2"),
        ("- x = 1\n+ x = 2\n", "diff", "it is a diff"),
        ("Enter your name: Ada\nHello, Ada, nice to meet you!\n", "text", "no line of it is Python"),
    ],
)
def test_mislabeled_block_recognized_after_the_repairs(text: str, language: str, message: str) -> None:
    verdict = check(text)
    assert (verdict.kind, verdict.language, verdict.message) == ("mislabeled", language, message)


def test_text_above_announces_an_error() -> None:
    assert check("x = = 1\n", before="This raises a SyntaxError:").why == "demonstration"
    assert check("x = = 1\n").kind == "broken"
