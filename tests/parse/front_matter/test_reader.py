"""Front matter: data, positions, and that no text can break the reader."""

from __future__ import annotations

import json
import string
import subprocess
import sys
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from postlint.core.front_matter import FrontMatter, RawDate
from postlint.core.text import Edit, Source, apply_edits
from postlint.data.json import read_json
from postlint.data.toml import read_toml
from postlint.data.yaml import read_yaml
from postlint.generators import get_generator
from postlint.parse.front_matter.reader import FrontMatterReading, read_front_matter


def read(text: str, generator: str = "none") -> FrontMatterReading:
    return read_front_matter(Source("post.md", text), get_generator(generator))


def front_matter(text: str, generator: str = "none") -> FrontMatter:
    matter = read(text, generator).front_matter
    assert matter is not None
    return matter


def yaml_data(text: str) -> Any:
    return front_matter(f"---\n{text}\n---\n", "jekyll").data


def problems(text: str, generator: str = "none") -> list[tuple[str, int, int]]:
    source = Source("post.md", text)
    problems = read_front_matter(source, get_generator(generator)).problems
    return [(problem.kind, *source.position(problem.span.start)) for problem in problems]


def test_spans_of_the_block() -> None:
    text = "---\ntitle: x\n---  \nBody\n"
    reading = read(text)
    matter = front_matter(text)
    assert text[slice(*matter.span)] == "---\ntitle: x\n---"
    assert text[slice(*matter.content)] == "title: x\n"
    assert text[slice(*matter.opening)] == "---"
    assert text[reading.body_start :] == "Body\n"


@pytest.mark.parametrize(
    ("text", "generator", "form", "body"),
    [
        ("+++\na = 1\n+++\nBody", "zola", "toml", "Body"),
        ("\n\n+++\na = 1\n+++", "hugo", "toml", ""),
        ('{"a": 1}\nBody', "hugo", "json", "Body"),
        ('{"a": 1} Body', "hugo", "json", " Body"),
        ("---\na: 1\n...\nBody", "jekyll", "yaml", "Body"),
        ("---\na: 1\n\nBody", "jekyll", "yaml", "\nBody"),
        ("---\na: 1\n\nBody\n\n---\nMore", "jekyll", "yaml", "\nBody\n\n---\nMore"),
    ],
)
def test_formats_and_start_of_body(text: str, generator: str, form: str, body: str) -> None:
    reading = read(text, generator)
    assert reading.front_matter
    assert reading.front_matter.format == form
    assert dict(reading.front_matter.data) == {"a": 1}
    assert text[reading.body_start :] == body


@pytest.mark.parametrize(
    ("text", "generator"),
    [
        ("", "hugo"),
        ("Text\n---\na: 1\n---\n", "jekyll"),
        ("---", "jekyll"),
        ("---\n\nText\n\n---\n", "none"),
        ("---\n- a\n---\n", "none"),
        ("---\n# Title\n\nText\n", "jekyll"),
        ("{{< figure >}}\n", "hugo"),
        ("{: .note}\n", "jekyll"),
        ('{"a": 1} and so on', "jekyll"),
        (" ---\na: 1\n ---\n", "jekyll"),
    ],
)
def test_text_without_front_matter(text: str, generator: str) -> None:
    if text.startswith('{"'):
        text = text.replace("1}", "1")
    assert read(text, generator) == (None, (), 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("true", True), ("False", False), ("yes", "yes"), ("off", "off"),
        ("12", 12), ("012", 12), ("0o14", 12), ("0xC", 12), ("-1", -1), ("1:30", "1:30"), ("1_000", "1_000"),
        ("1.50", 1.5), (".5", 0.5), ("1e3", 1000.0), ("-.inf", float("-inf")), ("1.2.3", "1.2.3"), ("-", "-"),
        ("'12'", "12"), ("!!str 12", "12"), ("!!int '12'", 12), ("!own 12", "12"), ("<<", "<<"),
    ],
)  # fmt: skip
def test_scalars_of_yaml(text: str, value: object) -> None:
    data = yaml_data(f"k: {text}")["k"] if text != "-" else yaml_data("k: '-'")["k"]
    assert data == value
    assert type(data) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "2019-07-02",
        "2019-7-2",
        "2013/7/13 20:46:25",
        "2019-07-02T11:21:02.000Z",
        "2019-07-02 11:21:02 -0400",
        "2021-02-30",
    ],
)
def test_dates_of_yaml_stay_as_written(text: str) -> None:
    value = yaml_data(f"k: {text}")["k"]
    assert value == text
    assert type(value) is RawDate
    assert type(yaml_data(f"k: '{text}'")["k"]) is str


def test_dates_of_toml_stay_as_written() -> None:
    data = front_matter("+++\na = 2019-07-02 11:21:02\nb = [{c = 2019-07-02}, 10:00:00]\n+++\n").data
    assert data == {"a": "2019-07-02 11:21:02", "b": [{"c": "2019-07-02"}, "10:00:00"]}
    assert type(data["a"]) is type(data["b"][0]["c"]) is type(data["b"][1]) is RawDate


def test_keys_are_strings() -> None:
    assert yaml_data("on: 1\n2020: 2\n1.50: 3") == {"on": 1, "2020": 2, "1.50": 3}


def test_merge_keys_and_aliases() -> None:
    text = "---\na: &a {x: 1, y: [2]}\nb:\n  <<: *a\n  x: 3\nc: *a\n---\n"
    matter = front_matter(text)
    assert matter.data == {"a": {"x": 1, "y": [2]}, "b": {"x": 3, "y": [2]}, "c": {"x": 1, "y": [2]}}
    assert text[slice(*matter.span_of(("c", "y", 0)))] == "*a"
    assert text[slice(*matter.span_of(("b", "x")))] == "3"
    assert ("b", "<<") not in matter.spans


def test_last_of_two_keys_has_the_span() -> None:
    text = "---\na: {x: 1, y: 2}\na: {y: 3}\n---\n"
    matter = front_matter(text)
    assert matter.data == {"a": {"y": 3}}
    assert set(matter.spans) == {("a",), ("a", "y")}
    assert text[slice(*matter.span_of(("a", "y")))] == "3"


def test_spans_count_code_points() -> None:
    text = '---\n"😀": "x😀y"   # c\nb: z\u0085c: |\n  é\n\nd: e\n---\n'
    matter = front_matter(text)
    assert {path: text[slice(*entry.value)] for path, entry in matter.spans.items()} == {
        ("😀",): '"x😀y"', ("b",): "z", ("c",): "|\n  é", ("d",): "e",
    }  # fmt: skip
    assert front_matter("---\n\ufeffa: b\n---\n", "jekyll").span_of(("a",)) == (8, 9)


def test_toml_tables_have_spans_of_their_headers() -> None:
    text = "+++\na.b = 1\n[extra.x]\n[[t.u]]\nc = 1\n[[t.u]]\n[t.u.'v w']\nd = [\n 1, # one\n 2,\n]\n+++\n"
    matter = front_matter(text)

    def at(*path: str | int) -> tuple[str, str]:
        return text[slice(*matter.key_span_of(path))], text[slice(*matter.span_of(path))]

    assert at("a") == ("a", "a.b = 1")
    assert at("extra") == ("extra", "[extra.x]")
    assert at("extra", "x") == ("x", "[extra.x]")
    assert at("t", "u", 1) == ("[[t.u]]", "[[t.u]]")
    assert matter.span_of(("t", "u", 0)) < matter.span_of(("t", "u", 1))
    assert at("t", "u", 1, "v w") == ("'v w'", "[t.u.'v w']")
    assert at("t", "u", 1, "v w", "d", 1) == ("2", "2")


@pytest.mark.parametrize("generator", ["jekyll", "hugo", "none"])
def test_templates_are_not_posts(generator: str) -> None:
    reading = read('---\ntitle: {{ replace .Name "-" " " }}\ndate: {{ .Date }}\n---\nBody\n', generator)
    assert reading.front_matter
    assert not reading.front_matter.readable
    assert reading.problems == ()


def test_broken_block_keeps_its_span() -> None:
    text = "---\na: b: c\n---\nBody\n"
    reading = read(text)
    assert reading.front_matter
    assert (reading.front_matter.readable, dict(reading.front_matter.data)) == (False, {})
    assert text[reading.body_start :] == "Body\n"


@pytest.mark.parametrize(
    ("text", "words", "reported"),
    [
        ("title: a: b", "`: ` in an unquoted value", "a: b"),
        ("x: y\ntitle: a:\nz: 1", "`: ` at the end of an unquoted value", "a:"),
        ("a: @b", "value starts with `@`", "@b"),
        ("a:\n\tb: c", "tab in the indentation", "\t"),
        ("a: [b](c)", "Markdown link", "[b](c)"),
        ("a: 'b's c'", "text after the closing quote", "s c'"),
        ("a: 'b\nc: 'd'", "not closed on this line", "'b"),
        ('a: "b\nc: "![d](e)"', "not closed on this line", '"b'),
        ('a: "b\nc: "@d"', "not closed on this line", '"b'),
        ("a: 'b\n  c'\nd: 'e's f'", "text after the closing quote", "s f'"),
        ("a: b\n\nc:d", "missing space after the colon", "c:d"),
        ("a: b\n>>>>>>> x", "merge conflict", ">>>>>>> x"),
        ("a: *b", "undefined alias `*b`", "*b"),
        ("a: b\nc:d", "missing space after the colon", "c:d"),
        ("a: b\x07", "control character", "\x07"),
        ("a: [b,\nc: d\ne: f", "unclosed list, expected a comma or `]`", "[b,"),
        ("- a\n- b", "list at the top level, expected a mapping", "- a\n- b"),
    ],
)
def test_messages_name_the_cause(text: str, words: str, reported: str) -> None:
    (problem,) = read(f"---\n{text}\n---\n", "hugo").problems
    assert problem.kind == "syntax-error"
    assert words in problem.message
    assert f"---\n{text}\n---\n"[slice(*problem.span)] == reported


def test_duplicate_keys_name_both_lines_and_the_outcome() -> None:
    text = "---\na: 1\nb: 2\na: 3\n---\n"
    for generator, words in (
        ("jekyll", "uses only the last one"),
        ("hugo", "will not build"),
        ("none", "or the build fails"),
    ):
        (problem,) = read(text, generator).problems
        assert "line 2" in problem.message
        assert words in problem.message
        assert problem.span == (14, 15)


@pytest.mark.parametrize("text", ["\n\n---\ntitle: x\n---\nBody\n", "\n-----\ntitle: x\n----\nBody\n"])
def test_ignored_block_is_read_after_the_fix(text: str) -> None:
    before = read(text, "jekyll")
    (problem,) = before.problems
    assert problem.kind == "ignored"
    assert before.front_matter
    fixed = apply_edits(text, [Edit(span, "") for span in problem.removals])
    assert fixed == "---\ntitle: x\n---\nBody\n"
    after = read(fixed, "jekyll")
    assert after.problems == ()
    assert after.front_matter
    assert after.front_matter.data == before.front_matter.data == {"title": "x"}


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    for below, name in zip(string.ascii_lowercase, string.ascii_lowercase[1:20], strict=False)
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"---\na: {'[' * 200_000}\n---\n", "nested more than 100 levels deep"),
        (f"---\n{'- ' * 100_000}\n---\n", "nested more than 100 levels deep"),
        (f"---\na: {'{a: ' * 100_000}\n---\n", "nested more than 100 levels deep"),
        (f"---\n{BOMB}---\n", "aliases expand to more than"),
        ("---\na: &a [*a]\n---\n", "undefined alias"),
        (f"+++\na = {'[' * 100_000}\n+++\n", "nested too deep"),
        (f"+++\n{'a.' * 100_000}a = 1\n+++\n", "nested more than 100 levels deep"),
        (f"+++\na = {'1' * 5_000}\n+++\n", "number with too many digits"),
        ('{"a": ' + "[" * 500 + "]" * 500 + "}", "nested more than 100 levels deep"),
        ('{"a":' * 100_000 + "\n}\n", "nested too deep"),
    ],
)
def test_hostile_blocks_are_only_a_problem(text: str, words: str) -> None:
    reading = read(text, "hugo")
    assert reading.front_matter
    assert not reading.front_matter.readable
    assert [words in problem.message for problem in reading.problems] == [True]


def test_ten_thousand_duplicates() -> None:
    assert len(read("---\n" + "a: {b: 1}\n" * 10_000 + "---\n", "hugo").problems) == 9_999


def test_a_post_without_front_matter_imports_no_parser() -> None:
    script = (
        "import sys; from postlint.core.text import Source;"
        "from postlint.parse.front_matter.reader import read_front_matter;"
        "from postlint.generators import get_generator;"
        "read_front_matter(Source('a.md', 'Text'), get_generator('hugo'));"
        "sys.exit(bool({'yaml', 'frontmatter', 'tomllib', 'json'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


# --- The text at each span, read again, is the value at its path. ---

KEYS = st.text(st.sampled_from(string.ascii_letters + "é😀 _-.#:'\"\\"), min_size=1, max_size=6)
TEXTS = st.text(st.sampled_from(string.ascii_letters + "é😀 \n#:-'\"\\{}[],&*!|>%@`~=+0123456789"), max_size=12)
SCALARS = TEXTS | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
DATA = st.dictionaries(KEYS, VALUES, max_size=4)


def value_at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def check_keys(matter: FrontMatter, text: str, read_key: Any) -> None:
    keys = [entry.key for entry in matter.spans.values() if entry.key]
    assert len(set(keys)) == len(keys)
    for path, entry in matter.spans.items():
        assert (entry.key is None) == isinstance(path[-1], int)
        if entry.key:
            assert read_key(text[slice(*entry.key)]) == path[-1]


def paths(data: Any, above: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return {path for step, value in items for path in ((*above, step), *paths(value, (*above, step)))}


@given(DATA, st.sampled_from([None, True, False]), st.booleans())
def test_spans_in_yaml(data: dict[str, Any], flow: bool | None, wide: bool) -> None:
    content = yaml.safe_dump(
        data, default_flow_style=flow, allow_unicode=True, width=20 if wide else 80, sort_keys=False
    )
    text = f"---\n{content}---\nBody\n"
    source = Source("post.md", text)
    reading = read_front_matter(source, get_generator("jekyll"))
    assert reading.problems == ()
    matter = reading.front_matter
    assert matter
    assert set(matter.spans) == paths(matter.data)
    check_keys(matter, text, lambda key: next(iter(read_yaml(f"? {key}\n: 1").data)))
    for path, entry in matter.spans.items():
        # At its own column below another key: every line one column further to the right.
        column = source.position(entry.value.start).column
        again = "k:\n" + " " * column + source[entry.value].replace("\n", "\n ")
        value = value_at(matter.data, path)
        got = read_yaml(again).data["k"]
        # The span of a block scalar ends before its last line ends.
        assert got == value or (isinstance(value, str) and got == value.rstrip("\n"))


@given(DATA)
def test_spans_in_json(data: dict[str, Any]) -> None:
    for text in (json.dumps(data, ensure_ascii=False), json.dumps(data, indent=1)):
        matter = front_matter(text, "hugo") if data else None
        document = read_json(text)
        assert document.data == data
        assert set(document.spans) == paths(data)
        for path, entry in document.spans.items():
            assert json.loads(text[slice(*entry.value)]) == value_at(data, path)
        if matter:
            check_keys(matter, text, json.loads)


def toml_value(value: Any, multiline: bool) -> str:
    if isinstance(value, str):
        basic = json.dumps(value, ensure_ascii=False)
        if multiline and "'''" not in value and not value.endswith("'") and not value.startswith("\n"):
            return f"'''{value}'''"
        return f'""{basic}""' if multiline and value else basic
    if isinstance(value, list):
        return "[ # list\n" + ", \n".join(toml_value(item, multiline) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml_key(key)} = {toml_value(item, multiline)}" for key, item in value.items()) + "}"
    return json.dumps("" if value is None else value)


def toml_key(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").isalnum() else json.dumps(key, ensure_ascii=False)


def toml_text(data: dict[str, Any], multiline: bool) -> str:
    lines = [
        f"{toml_key(key)} = {toml_value(value, multiline)}"
        for key, value in data.items()
        if not isinstance(value, dict)
    ]
    for key, value in data.items():
        if isinstance(value, dict):
            lines += [
                f"[{toml_key(key)}] # table",
                *(f" {toml_key(name)}={toml_value(item, multiline)}" for name, item in value.items()),
            ]
    return "".join(f"{line}\n" for line in lines)


@given(DATA, st.booleans())
def test_spans_in_toml(data: dict[str, Any], multiline: bool) -> None:
    content = toml_text(data, multiline)
    text = f"+++\n{content}+++\nBody\n"
    matter = front_matter(text, "zola")
    assert matter.data == tomllib.loads(content)
    assert set(matter.spans) == paths(matter.data)
    check_keys(matter, text, lambda key: next(iter(tomllib.loads(f"{key} = 1"))))
    for path, entry in matter.spans.items():
        at = text[slice(*entry.value)]
        if at.startswith("[") and isinstance(value_at(matter.data, path), dict):
            assert text[slice(*entry.key or entry.value)] == at[1:-1]
        else:
            assert tomllib.loads(f"k = {at}")["k"] == value_at(matter.data, path)


FENCES = ["---\n", "----\n", "...\n", "+++\n"]
LINES = ["\n", "a: b\n", "a = 1\n", "[a]\n", "[[a]]\n", "|\n", ">-\n", "<<<<<<< a\n", "text\n"]
MARKS = [
    *"{}[]\"'\t#,%@`\\=😀\ufeff\u2028\0",
    ": ",
    "  ",
    "- ",
    "*a",
    "&a ",
    "!t ",
    "<<: ",
    "? ",
    '"""',
    "'''",
    "a.b = ",
]
WORDS = ["{{ x }}", "2020-01-01", "1"]
FRAGMENTS = st.lists(st.sampled_from([*FENCES, *LINES, *MARKS, *WORDS]), max_size=30).map("".join)
OPENINGS = st.sampled_from(["", "---\n", "+++\n", "{", '{"', "\n---\n", "----\n"])
CLOSINGS = st.sampled_from(["", "\n---\n", "\n+++\n", "\n}\n"])


@given(OPENINGS, FRAGMENTS | st.text(), CLOSINGS)
def test_any_text_is_read_without_error(opening: str, middle: str, closing: str) -> None:
    text = opening + middle + closing
    for generator in ("none", "jekyll", "hugo", "zola"):
        matter, problems, body_start = read(text, generator)
        assert 0 <= body_start <= len(text)
        for problem in problems:
            assert 0 <= problem.span.start <= problem.span.end <= len(text)
            assert "\n" not in problem.message
        if matter is None:
            assert not problems
            continue
        assert matter.span.end <= body_start or body_start == len(text)
        assert set(matter.spans) <= paths(matter.data)
        assert matter.readable or not matter.spans
        json.dumps(matter.data)
        for key, value in matter.spans.values():
            for span in filter(None, (key, value)):
                assert matter.span.start <= span.start <= span.end <= matter.span.end


@given(FRAGMENTS)
def test_readers_accept_any_text(text: str) -> None:
    for read_text in (read_toml, read_json, read_yaml):
        document = read_text(text, 7)
        assert document.readable or not document.data
