"""Python settings modules: what is read, what is unknown, and that nothing is ever run."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.data.document import MISSING, UNKNOWN, Document
from postlint.data.python.read import SIZE_LIMIT, read_python


def values(text: str) -> dict[str, Any]:
    document = read_python(text)
    assert document.error is None
    data: dict[str, Any] = document.data
    return data


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("'a'", "a"), ("'a' 'b'", "ab"), ("'a' + 'b' + 'c'", "abc"), ("r'\\d'", "\\d"), ("'\\d'", "\\d"),
        ("f'a{{b}}'", "a{b}"), ("f'{\"a\"}-{1}'", "a-1"), ("f'{x}'", UNKNOWN), ("b'a'", UNKNOWN), ("...", UNKNOWN),
        ("1", 1), ("-1", -1), ("-1.5", -1.5), ("1 + 2", UNKNOWN), ("0x10", 16), ("1j", UNKNOWN), ("1_000", 1000),
        ("True", True), ("not True", UNKNOWN), ("None", None),
        ("[1, 'a', (2,), []]", [1, "a", [2], []]), ("(1, 2) + (3,)", [1, 2, 3]), ("[1] + [2]", [1, 2]),
        ("{1, 2}", [1, 2]), ("{'a': 1, 2: 3}", {"a": 1, 2: 3}), ("dict(a=1, b=[2])", {"a": 1, "b": [2]}),
        ("dict(**{'a': 1}, b=2)", {"a": 1, "b": 2}), ("dict({'a': 1})", UNKNOWN), ("list((1, 2))", UNKNOWN),
        ("{**{'a': 1}, 'b': 2}", {"a": 1, "b": 2}), ("[*[1], 2]", [1, 2]),
        ("[1, f(), 2]", [1, UNKNOWN, 2]), ("{'a': f()}", {"a": UNKNOWN}), ("[1] + f()", [1, UNKNOWN]),
        ("'a' + f()", UNKNOWN), ("'a' * 2", UNKNOWN), ("'%s' % 1", UNKNOWN), ("[x for x in [1]]", UNKNOWN),
        ("os.environ.get('A', 'b')", UNKNOWN), ("1 if f() else 2", UNKNOWN), ("lambda: 1", UNKNOWN),
        ("{'a': 1}['a']", 1), ("[1][0]", UNKNOWN), ("'a'.upper()", UNKNOWN), ("'a' + 1", UNKNOWN),
        ("[1] + (2,)", UNKNOWN), ("-'a'", UNKNOWN), ("{f(): 1, 'a': 2}", {"a": 2}),
        ("{'a': 2, f(): 1}", {}),
        ("{**f(), 'a': 1}", {"a": 1}), ("{'a': 1, **f()}", {}), ("{None: 1, 'a': 2}", {"a": 2}),
    ],
)  # fmt: skip
def test_expressions(expression: str, value: object) -> None:
    assert values(f"X = {expression}")["X"] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Names and changes that are followed.
        ("X = 'a'\nY = X + 'b'", {"Y": "ab"}),
        ("X = Y = []\nX.append(1)", {"X": [1], "Y": [1]}),
        ("X = []\nY = {'x': X}\nX.append(1)", {"Y": {"x": [1]}}),
        ("X = [1]\nX += [2]\nX.extend((3,))", {"X": [1, 2, 3]}),
        ("X = (1,)\nY = X\nX += (2,)", {"X": [1, 2], "Y": [1]}),
        ("X = 'a'\nX += 'b'", {"X": "ab"}),
        ("X = {}\nX['a'] = 1\nX['b'] = {}\nX['b']['c'] = 2", {"X": {"a": 1, "b": {"c": 2}}}),
        ("X = {}\nX.update({'a': 1})\nX.update(dict(b=2))", {"X": {"a": 1, "b": 2}}),
        ("X: str = 'a'\nY: int", {"X": "a", "Y": MISSING}),
        ("X = 1\nX = 2", {"X": 2}),
        # Rare statements are not followed.
        ("X = [1, 2]\nX[0] = 3", {"X": UNKNOWN}),
        ("X = [1, 2]\nX.insert(0, 3)", {"X": UNKNOWN}),
        ("X = {'a': 1, 'b': 2}\ndel X['a']", {"X": UNKNOWN}),
        ("X = {'a': 1}\nX |= {'b': 2}", {"X": UNKNOWN}),
        ("X = {'a': 1}\nX.update(b=2)", {"X": UNKNOWN}),
        ("A, B = 1, 2", {"A": UNKNOWN, "B": UNKNOWN}),
        ("X = 1\ndel X", {"X": UNKNOWN}),
        # What depends on a condition, a loop or an error is unknown.
        ("X = 1\nif f():\n    X = 2", {"X": UNKNOWN}),
        ("if f():\n    X = 1\nX = 2", {"X": 2}),
        ("try:\n    X = 1\nexcept E as Y:\n    pass", {"X": UNKNOWN, "Y": UNKNOWN}),
        ("for X in [1]:\n    Y = 1", {"X": UNKNOWN, "Y": UNKNOWN}),
        ("with f() as X:\n    Y = 1", {"X": UNKNOWN, "Y": UNKNOWN}),
        ("while f():\n    X = 1", {"X": UNKNOWN}),
        ("match f():\n    case [X, *Y]:\n        Z = 1", {"X": UNKNOWN, "Y": UNKNOWN, "Z": UNKNOWN}),
        ("f(X := 1)", {"X": UNKNOWN}),
        ("X = [1]\nif f():\n    X.append(2)", {"X": UNKNOWN}),
        ("X = {'a': 1, 'b': 2}\nif f():\n    X['a'] = 2", {"X": UNKNOWN}),
        ("X = {'a': 1, 'b': 2}\nif f():\n    X.update({'a': 2})", {"X": UNKNOWN}),
        ("X = [1]\nif f():\n    Y = X\nY.append(2)", {"X": UNKNOWN}),
        # Other modules.
        ("import os\nfrom a import X", {"os": UNKNOWN, "X": UNKNOWN, "Y": MISSING}),
        ("X = 1\nfrom a import *\nY = 2", {"X": UNKNOWN, "Y": 2, "Z": UNKNOWN}),
        ("X = 1\nexec(f())\nY = 2", {"X": UNKNOWN, "Y": 2, "Z": UNKNOWN}),
        ("X = 1\nglobals()['Y'] = 2", {"X": UNKNOWN, "Y": UNKNOWN}),
        ("X = 1\ndef f():\n    exec(g())\nY = 2", {"X": UNKNOWN, "Y": UNKNOWN}),
        # Code that is not followed may change lists and mappings, not strings.
        ("X = [1]\nf(X)", {"X": UNKNOWN}),
        ("X = 'a'\nf(X)", {"X": "a"}),
        ("X = [1]\nX.sort()", {"X": UNKNOWN}),
        ("X = [1]\nY = {'x': X}\nf(Y)", {"X": UNKNOWN}),
        ("X = [1]\nY = g(X)", {"X": UNKNOWN, "Y": UNKNOWN}),
        ("X = [1]\nprint(X, len(X))\nassert 1 in X", {"X": [1]}),
        ("X = [1]\nif X:\n    Y = 1\nif not X:\n    Y = 2", {"X": [1]}),
        ("X = [[1]]\nfor Y in X:\n    Y.append(2)", {"X": UNKNOWN}),
        ("X = [1]\nfor Y in X:\n    pass", {"X": UNKNOWN}),
        ("def f():\n    global X\n    X = 2\nX = 1", {"X": UNKNOWN}),
        ("def f():\n    global X\n    X = 2\nf()", {"X": UNKNOWN}),
        ("def f():\n    X.append(2)\nX = [1]", {"X": UNKNOWN}),
        ("def f(x=X):\n    x.append(2)\nX = [1]", {"X": UNKNOWN}),
        ("X = 1\nf = lambda: X", {"X": 1}),
        ("class X:\n    Y = 1", {"X": UNKNOWN, "Y": MISSING}),
        ("def dict(**x): ...\nX = dict(a=1)", {"X": UNKNOWN}),
        ("X = [1]\nY = {f(): X}\nY['a'].append(2)", {"X": UNKNOWN}),
        ("X = [1]\nY = {}\nY.update([('a', X)])\nY['a'].append(2)", {"X": UNKNOWN}),
        ("X = Y = [1]\ntry:\n    from a import X\nexcept E: pass\nX.append(2)", {"Y": UNKNOWN}),
        ("X = []\nX.append(X)", {"X": [UNKNOWN]}),
        ("X = [1]\nX[f()] = 2", {"X": UNKNOWN}),
        ("A, B = f()", {"A": UNKNOWN, "B": UNKNOWN}),
    ],
)
def test_statements(text: str, expected: dict[str, object]) -> None:
    document = read_python(text)
    assert document.error is None
    for name, value in expected.items():
        if name == "X" and text.endswith("X.append(X)"):
            assert document.get(("X", *[0] * 99)) is not MISSING
        else:
            assert document.get((name,)) == value, name


def test_incomplete_containers() -> None:
    document = read_python("X = {'a': 1, **f(), 'c': 3}\nY = [1] + f()\nZ = {'a': f()}")
    assert document.complete
    assert document.get(("X", "a")) is UNKNOWN
    assert document.get(("X", "b")) is UNKNOWN
    assert document.get(("X", "c")) == 3
    assert document.get(("Y", 0)) == 1
    assert document.get(("Y", 5)) is UNKNOWN
    assert document.get(("Z", "b")) is MISSING


def test_spans_count_code_points() -> None:
    text = "# é\nÄ = 'ü', {'😀': 1}\nÄ2 = [\n  'x',\n]\nÄ2.append('é' 'è')\n"
    document = read_python(text)
    spans = {path: (entry.key, entry.value) for path, entry in document.spans.items()}
    assert {path: text[slice(*value)] for path, (_, value) in spans.items()} == {
        ("Ä",): "'ü', {'😀': 1}", ("Ä", 0): "'ü'", ("Ä", 1): "{'😀': 1}", ("Ä", 1, "😀"): "1",
        ("Ä2",): "[\n  'x',\n]", ("Ä2", 0): "'x'", ("Ä2", 1): "'é' 'è'",
    }  # fmt: skip
    assert {text[slice(*key)] for key, _ in spans.values() if key} == {"Ä", "Ä2", "'😀'"}


def test_offset_moves_spans_and_errors() -> None:
    assert read_python("X = 1", 10).span(("X",)) == (14, 15)
    error = read_python("X = 1\nX = = 2\n", 10).error
    assert error
    assert error.message == "invalid Python: invalid syntax"
    assert error.span == (16, 23)


def test_byte_order_mark_and_line_ends() -> None:
    document = read_python("\ufeffX = 1\r\nY = 'a'\rZ = 2")
    assert document.data == {"X": 1, "Y": "a", "Z": 2}
    assert document.span(("Z",)) == (20, 21)


def test_nothing_is_run(tmp_path: Any) -> None:
    target = tmp_path / "ran"
    code = f"open({str(target)!r}, 'w')"
    text = f"X = {code}\n{code}\n@{code}\nclass A:\n    {code}\nY = [i for i in [{code}]]\nexec({code!r})\n"
    read_python(text)
    assert not target.exists()


NAMES = st.sampled_from(["A", "B", "C", "D"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, JSON))
def test_printed_values_are_read_back(data: dict[str, Any]) -> None:
    text = "".join(f"{name} = {value!r}\n" for name, value in data.items())
    document = read_python(text)
    assert document.data == data
    for path, entry in document.spans.items():
        assert ast.literal_eval(text[slice(*entry.value)]) == document.get(path)
        if entry.key and len(path) > 1:
            assert ast.literal_eval(text[slice(*entry.key)]) == path[-1]


STATEMENTS = st.sampled_from([
    "A = {b}", "A = [{b}]", "A.append({b})", "A += [{b}]", "A = {{'k': {b}}}", "A['k'] = {b}", "A.update(k={b})",
    "A.update({b})", "A = {b}", "A, B = {b}, 1", "A = [*[1], {b}]", "A.insert(0, {b})", "A = list([{b}])",
    "del A['k']", "A |= {{'j': {b}}}", "A = dict(k={b})", "A = A", "A = B = {b}",
    "if flag:\n    A = {b}", "if flag:\n    A.append({b})", "for x in [1, 2]:\n    A.append({b})",
    "if flag:\n    A['k'] = {b}", "change(A)", "B = [A]", "B = {{'a': A}}", "for x in A:\n    change(x)",
    "def later():\n    change(A)", "later()", "if flag:\n    C = A", "C.append({b})", "C = A",
    "[change(i) for i in [A]]",
])  # fmt: skip
OPERANDS = st.sampled_from(["1", "'x'", "[1, 2]", "{'k': [3]}", "A", "B", "C", "(1, 2)"])


def change(value: Any) -> None:
    if isinstance(value, list):
        value.append("changed")
    elif isinstance(value, dict):
        value["changed"] = True


def agrees(known: Any, actual: Any, document: Document, path: tuple[str | int, ...]) -> bool:
    """Whether all that is known of a value is so."""
    if known is UNKNOWN:
        return True
    if isinstance(known, dict):
        return (
            isinstance(actual, dict)
            and (path in document.incomplete or known.keys() >= actual.keys())
            and all(
                agrees(value, actual.get(key, MISSING), document, (*path, key))
                for key, value in known.items()
                if value is not UNKNOWN
            )
        )
    if isinstance(known, list):
        if not isinstance(actual, list | tuple | set):
            return False
        items = list(actual)
        if path in document.incomplete:
            known = known[: known.index(UNKNOWN)] if UNKNOWN in known else known
            items = items[: len(known)]
        return len(known) == len(items) and all(
            agrees(value, item, document, (*path, index))
            for index, (value, item) in enumerate(zip(known, items, strict=True))
        )
    return type(known) is type(actual) and bool(known == actual)


@given(st.lists(st.tuples(STATEMENTS, OPERANDS, st.permutations("ABC")), max_size=12), st.booleans())
def test_what_is_known_is_what_the_program_computes(steps: list[tuple[str, str, list[str]]], flag: bool) -> None:
    """The statements are ours, so here they may run."""
    text = "A, B, C = [0], {'k': 0}, []\ndef later(): ...\n"
    for statement, operand, order in steps:
        line = statement.format(b=operand)
        text += "".join(dict(zip("ABC", order, strict=True)).get(character, character) for character in line) + "\n"
    names: dict[str, Any] = {"flag": flag, "change": change}
    complete = ""
    for node in ast.parse(text).body:
        source = ast.unparse(node)
        try:
            exec(source, names)
        except Exception:
            # A module that fails has no settings; without the statement it has.
            continue
        complete += source + "\n"
    rerun: dict[str, Any] = {"flag": flag, "change": change}
    try:
        exec(complete, rerun)
    except Exception:
        return  # the failed statement had an effect
    document = read_python(complete)
    assert document.error is None
    for name in "ABC":
        if name in rerun:
            assert agrees(document.get((name,)), rerun[name], document, (name,)), (name, complete)


FRAGMENTS = [*"X=[]{}():'\"\\\n+.,*0\0\x0cé", "  ", "f", "def ", "if ", "lambda ", "import ", "del ", "from a import *"]


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_any_text_is_read_without_error(text: str) -> None:
    document = read_python(text)
    assert document.readable or document.error
    for entry in document.spans.values():
        assert 0 <= entry.value.start <= entry.value.end <= len(text)


@pytest.mark.parametrize("half", ["\ud800", "X = '\udfff'"])
def test_half_a_character_is_an_error(half: str) -> None:
    assert read_python(half).error


HOSTILE = {
    "brackets": "X = " + "[" * 200_000,
    "braces": "X = " + "{" * 200_000,
    "unary": "X = " + "-" * 200_000 + "1",
    "sum": "X = 'a'" + " + 'a'" * 100_000,
    "attributes": "X = a" + ".b" * 200_000,
    "calls": "X = a" + "()" * 200_000,
    "quotes": "'" * 200_000,
    "backslashes": "X = '" + "\\" * 200_000,
    "elif": "if a: pass\n" + "elif a: pass\n" * 50_000,
    "lambda": "X = " + "lambda: " * 50_000 + "1",
    "doubling": "X = [1]\n" + "X = X + X\n" * 500,
    "string doubling": "X = 'ab'\n" + "X += X\n" * 500,
    "nested sharing": "X = []\n" + "X = [X, X]\n" * 500,
    "star imports": "".join(f"X{number} = 1\nfrom a import *\n" for number in range(4_000)),
    "unknown updates": "X = {}\n" + "".join(f"X['{number}'] = 1\nX.update(f())\n" for number in range(3_000)),
    "loops": f"X = {list(range(5_000))}\n" + "for Y in X: pass\n" * 2_000,
    "spreads": f"X = {dict.fromkeys(map(str, range(4_000)))}\n" + "Y = {**X}\n" * 2_000,
    "wide line": "X = [" + "'é'," * 20_000 + "]",
    "too large": "#" * (SIZE_LIMIT + 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_modules_are_read_in_linear_time(name: str) -> None:
    read_python(HOSTILE[name])
