"""The verdict on Python blocks: places, words, properties, hostile input, growth."""

from __future__ import annotations

import ast
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.code.python import check
from postlint.code.python.allowances.elisions import without_elisions
from postlint.code.python.allowances.magics import without_magics
from postlint.code.python.allowances.output import without_output
from postlint.code.python.allowances.placeholders import without_placeholders
from postlint.code.python.parser.lexer import blanked, closers, tokens
from postlint.code.python.parser.newer import in_older_words
from postlint.code.python.parser.syntax import Parser, complaint
from postlint.code.python.repairs.repair import repaired
from postlint.core.text import Source
from postlint.generators.none.generator import GENERATOR
from postlint.parse import read_post

BROKEN = ("x = (\n", "print('a\n", "if x\n    y\n", "x = a b\n", "f(a=1, 2)\n", "def f():\nx = 1\n", "x = [1, 2)\n")
VALID = (
    "a = 1\n",
    "def g():\n    return 1\n",
    "# words\n",
    "\n",
    "b = [\n    1,\n]\n",
    's = """\ntext\n"""\n',
    "c = f'{a}'\n",
)
PIECES = (
    *BROKEN,
    *VALID,
    *("    y = 1\n", "...\n", "f(a, ...)\n", "@d\n", "try:\n", "except X:\n", "else:\n", "class A:\n", "def f(x)\n"),
    *("# ...\n", ">>> x\n", "... y\n", "In [1]: x\n", "%time x\n", "x = <name>\n", "# output\n", "words and words\n"),
    *('"""\n', "'", "(", "}", "\t", "\\\n", "\0", "…", "é", 'f"{', "}\n", "{{ x }}\n", "{% y %}\n", "print 'a'\n"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("print(1\n", 1, 6, "`(` is never closed"),
        ("f(1))\n", 1, 5, "`)` has no opening bracket"),
        ("f(1]\n", 1, 4, "`]` closes a `(`"),
        ("x = 'a\n", 1, 5, "string is never closed"),
        ("while x\n    y()\n", 1, 8, "missing colon after `while`"),
        ("def f():\ng()\n", 1, 1, "`def` without a body: nothing is indented below it"),
        ("for x in y:\nprint(x)\n", 2, 1, "line is not indented, expected the body of `for` above it"),
        ("x = {\n  'a': 1\n  'b': 2\n}\n", 2, 9, "missing comma at the end of the line"),
        ("f(a=)\n", 1, 4, "`=` without a value"),
        ("a = \n", 1, 3, "`=` without a value"),
        ("a = 1\n  b = 2\n", 2, 3, "line is indented deeper than the one above, which opens no block"),
        ("f(a=1, 2)\n", 1, 9, "positional argument after a keyword argument"),
        ("x = y z\n", 1, 7, "unexpected `z`"),
        ("Class A:\n    x = 1\n", 1, 1, "`Class` is no keyword, expected `class`"),
        ("from typing Any, List\nx = 1\n", 1, 12, "`import` is missing after `from typing`"),
        ("f(x).\n", 1, 6, "unexpected end of the line"),
        ("f(x) =\n", 1, 6, "`=` without a value"),
        ("f(x) = 1\n", 1, 1, "cannot assign to function call"),
        ("x = 1 // / 2\n", 1, 10, "unexpected `/`"),
        ("x = f'{a'\n", 1, 9, "field of an f-string is empty, or its brace does not pair"),
    ],
)
def test_words(text, line, column, message):
    found = check(text)
    assert (found.kind, found.message) == ("broken", message)
    assert (found.line, found.column) == (line, column)


def test_statement_line():
    found = check("a = 1\nf(\n    1,\n    x y,\n)\n")
    assert (found.line, found.statement_line) == (4, 2)


@given(st.sampled_from(BROKEN), st.lists(st.sampled_from(VALID), max_size=6).map("".join))
def test_valid_lines_before_move_the_finding(broken, before):
    alone, after = check(broken), check(before + broken)
    assert alone.kind == after.kind == "broken"
    lines = before.count("\n")
    assert (after.line, after.column) == (alone.line + lines, alone.column)
    assert after.statement_line == alone.statement_line + lines


@given(st.sampled_from(BROKEN), st.integers(2, 3))
def test_a_list_moves_the_column(broken, indent):
    def place(text: str) -> tuple[int, int]:
        post = read_post(Source("a.md", text), GENERATOR)
        verdict = check(post.code_blocks[0].code)
        found = post.source.position(post.code_blocks[0].offset_of(verdict.line, verdict.column))
        return found.line, found.column

    plain = f"```python\n{broken}```\n"
    marker = "-" + " " * (indent - 1)
    inside = marker + plain.replace("\n", "\n" + " " * indent).rstrip(" ")
    line, column = place(plain)
    assert place(inside) == (line, column + indent)


@settings(max_examples=300)
@given(texts)
def test_no_step_changes_the_number_of_lines(text):
    lines = text.split("\n")
    parser = Parser()
    for step in (without_output, without_elisions, without_placeholders):
        assert len(step(lines, parser)) == len(lines)
    assert len(without_magics(lines)) == len(lines)
    assert len(repaired(lines, parser)[0].lines) == len(lines)
    assert in_older_words(text).count("\n") == text.count("\n")
    assert len(blanked(text)) == len(text)
    assert blanked(text).count("\n") == text.count("\n")


@settings(max_examples=300)
@given(st.one_of(texts, st.text(max_size=200)))
def test_any_text_has_a_verdict_inside_it(text):
    found = check(text)
    assert 1 <= found.line <= text.count("\n") + text.count("\r") + 1
    assert found.column >= 1
    if found.kind == "broken":
        assert complaint(text.replace("\r\n", "\n").replace("\r", "\n")) is not None
        assert found.message


@given(st.sampled_from([*BROKEN, *VALID]))
def test_line_ends_do_not_matter(text):
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
def test_hostile_text(text):
    assert check(text).kind in ("valid", "broken", "mislabelled")


def test_no_warning_leaks(capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check('x = "\\d"\nif x is 1: pass\ny = 1or 2\n').kind == "valid"
    assert capfd.readouterr() == ("", "")


def test_nothing_is_run(tmp_path):
    target = tmp_path / "made"
    check(f"open({str(target)!r}, 'w').close()\nx = (\n")
    check(f">>> open({str(target)!r}, 'w').close()\n")
    assert not target.exists()


@pytest.mark.parametrize(
    ("text", "version", "needs"),
    [
        ("type X = int\n", (3, 11), "3.12"),
        ("def f[T](x: T): pass\n", (3, 11), "3.12"),
        ('print(f"{a["b"]}")\n', (3, 11), "3.12"),
        ('x = t"{a}"\n', (3, 13), "3.14"),
        ("try:\n    f()\nexcept A, B:\n    pass\n", (3, 13), "3.14"),
        ("match x:\n    case 1: pass\n", (3, 9), "3.10"),
        ("try:\n    f()\nexcept* A:\n    pass\n", (3, 10), "3.11"),
        ("if (x := 1): pass\n", (3, 7), "3.8"),
        ("def f(a, /): pass\n", (3, 7), "3.8"),
    ],
)
def test_target(text, version, needs):
    assert check(text).kind == "valid"
    found = check(text, target=version)
    assert found.kind == "newer"
    assert f"needs Python {needs}" in found.message
    major, minor = map(int, needs.split("."))
    assert check(text, target=(major, minor)).kind == "valid"


def test_new_syntax_in_a_string_is_not_new():
    assert check('"""\ntype X = int\n"""\nx = "f\'{a["\n', target=(3, 8)).kind == "valid"


def test_lexer():
    text = 'x = f"{a["b"]}" # c "d"\ny = (\'e\', """f\n#"""\n'
    assert [(one.kind, text[one.start : one.end]) for one in tokens(text)] == [
        ("string", 'f"{a["b"]}"'),
        ("comment", '# c "d"'),
        ("open", "("),
        ("string", "'e'"),
        ("string", '"""f\n#"""'),
    ]
    assert closers(text) == ")"


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
def test_parsing_grows_with_the_length(unit, before, after, monkeypatch):
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


def test_only_the_standard_library():
    folder = Path(__file__).parents[3] / "postlint" / "code" / "python"
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                root = (node.module or "").split(".")[0]
                assert root in sys.stdlib_module_names or (node.module or "").startswith("postlint.code."), path
            elif isinstance(node, ast.Import):
                assert all(name.name in sys.stdlib_module_names for name in node.names), path
