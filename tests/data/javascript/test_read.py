"""JavaScript settings modules: what is read, what is unknown, and that brackets are never lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.data.document import MISSING, UNKNOWN
from postlint.data.javascript.read import SIZE_LIMIT, read_javascript, read_javascript_module
from postlint.data.javascript.tokenizer import tokenize


def value(expression: str) -> Any:
    document = read_javascript(f"export default {{x: {expression}, last: 1}}")
    assert document.error is None
    assert document.get(("last",)) == 1, "the expression ends where it should"
    return document.get(("x",))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'a'", "a"), ('"a\\"b"', 'a"b'), ("'\\n\\t\\u00e9\\q'", "\n\téq"),
        ("'\\x41'", UNKNOWN), ("'\\u{1F600}'", UNKNOWN), ("'a\\\nb'", UNKNOWN),
        ("'\\uD83D\\uDE00'", "😀"),
        ("'\\uD83D'", UNKNOWN), ("'\\01'", UNKNOWN), ("'\\u{110000}'", UNKNOWN), ("'\\0'", UNKNOWN),
        ("`a\nb`", "a\nb"), ("`\\``", "`"), ("`${'a'}b${1}`", "ab1"), ("`$${'a'}$`", "$a$"), ("`${f()}`", UNKNOWN),
        ("`${`${'}'}`}`", "}"), ("`${true}`", UNKNOWN), ("a`b`", UNKNOWN),
        ("1", 1), ("-1.5", -1.5), ("+2", UNKNOWN), (".5", 0.5), ("1e3", 1000.0),
        ("0xFF", UNKNOWN), ("0b11", UNKNOWN), ("0o17", UNKNOWN),
        ("1_000", 1000), ("1n", UNKNOWN), ("017", UNKNOWN), ("- 'a'", UNKNOWN),
        ("true", True), ("false", False), ("null", None), ("undefined", None), ("NaN", UNKNOWN), ("!0", UNKNOWN),
        ("[1, 'a', [], {},]", [1, "a", [], {}]), ("[1, f(), 2]", [1, UNKNOWN, 2]), ("[1,,2]", UNKNOWN),
        ("[...[1], 2]", [1, 2]), ("[1, ...f()]", [1, UNKNOWN]),
        ("{a: 1, 'b-c': 2, 'd': {e: 5},}", {"a": 1, "b-c": 2, "d": {"e": 5}}), ("{a: 1, 3: 4, b: 2}", {"b": 2}),
        ("{['a' + 'b']: 1}", {"ab": 1}), ("{a: 1, [f()]: 2, b: 3}", {"b": 3}),
        ("{a: 1, ...f(), b: 2}", {"b": 2}), ("{a: 1, ...{a: 2}}", {"a": 2}),
        ("{get a() { return 1 }, b() { return {} }, async c() {}, *d() {}, get: 1, async: 2}",
         {"a": UNKNOWN, "b": UNKNOWN, "c": UNKNOWN, "d": UNKNOWN, "get": 1, "async": 2}),
        ("{if: 1, class: 2, function: 3}", {"if": 1, "class": 2, "function": 3}),
        ("('a')", "a"), ("(1, 2)", UNKNOWN), ("'a' + 'b'", "ab"), ("'a' + 1", UNKNOWN), ("1 + 2", UNKNOWN),
        ("'a' + f()", UNKNOWN), ("1 + 2 * 3", UNKNOWN), ("1 + true", UNKNOWN), ("[1] + [2]", UNKNOWN),
        ("'a'.length", UNKNOWN), ("[1].concat(2)", UNKNOWN), ("{a: 1}.a", 1), ("a ? 1 : 2", UNKNOWN),
        ("1 || 2", UNKNOWN),
        ("() => ({a: 1})", UNKNOWN), ("x => { return '}' }", UNKNOWN), ("function () { return 1 }", UNKNOWN),
        ("async () => {}", UNKNOWN), ("class A { b = 1 }", UNKNOWN), ("new A({b: 1})", UNKNOWN), ("await f()", UNKNOWN),
        ("require('a')", UNKNOWN), ("process.env.A", UNKNOWN), ("process.env.A || 'b'", UNKNOWN),
        ("/[/}'\"]/g", UNKNOWN), ("/a\\/}/.test('b')", UNKNOWN), ("a / b / '}'", UNKNOWN), ("f(1) / 2", UNKNOWN),
        ("'a' as string", "a"), ("{a: [1] as const} satisfies A<B, C[]>", {"a": [1]}), ("['a']!", UNKNOWN),
        ("new Map<string, number>([['a', 1]])", UNKNOWN), ("f<A, B>({c: 1})", UNKNOWN), ("a < b", UNKNOWN),
        ("'a' /* , b: 2 */", "a"), ("'a' // , b: 2\n", "a"), ("'// a'", "// a"), ("'/* a'", "/* a"),
    ],
)  # fmt: skip
def test_expressions(expression: str, expected: object) -> None:
    assert value(expression) == expected


@pytest.mark.parametrize(
    "text",
    [
        "module.exports = {a: 1}",
        "module.exports = {a: 1};",
        "module.exports.a = 1",
        "exports.a = 1",
        "export default {a: 1}",
        "export = {a: 1}",
        "#!/usr/bin/env node\n'use strict'\nexport default {a: 1} as Config",
        "\ufeffexport default {a: 1} satisfies Config\n",
        "export default defineConfig({a: 1})",
        "export default defineConfig({a: 1},)",
        "export default defineConfig<Config>({a: 1})",
        "export default vite.defineConfig({a: 1})",
        "export default defineConfig(() => ({a: 1}))",
        "export default defineConfig(async ({mode}: Env): Promise<Config> => { return {a: 1} })",
        "const config = {a: 1}; module.exports = config",
        "const config = {a: 1}\nmodule.exports = config\n",
        "const config: Config = {a: 1}\n\nexport default config",
        "const config: Map<string, () => void> = {a: 1}; export { config as default }",
        "export default config\nvar config = {a: 1}",
        "const a = 1; export default {a}",
        "const b = 1, c = b; export default {a: c}",
        "const base = {a: 1}; export default {...base}",
        "const base = {site: {a: 1}}; export default base.site",
        "let a = 1\nexport default {a: a}",
        "async function create() { const a = 1; return {a} }\nmodule.exports = create",
        "module.exports = async function create() { const config = {a: 1}; return config; }",
        "module.exports = function (c) { c.f(function () { return 2 }); if (c) { c.g() } return {a: 1} }",
        "export default (c) => { c.f(x => { return 2 }); return {a: 1} }",
        "export default function () { return {a: 1} }",
        "const create = () => ({a: 1}); export default create",
        "import a from 'b'\nimport { type C } from 'd'\ninterface E { f: string }\nexport default {a: 1}",
        "type G = { a: 2 }\nexport default {a: 1}",
        "/** @type {import('a').Config} */\nmodule.exports = /* {a: 2} */ {a: 1}",
        "if (f()) { g() }\nfor (const x of y) { g(x) }\nexport default {a: 1}",
        "const t = `module.exports = {a: 2}`; const r = /module.exports = {/; module.exports = {a: 1}",
        "const config = {a: 1}\ntype C = typeof config\nexport default config",
    ],
)
def test_ways_to_export(text: str) -> None:
    document = read_javascript(text)
    assert document.error is None
    assert document.get(("a",)) == 1
    assert document.get(("missing",)) is MISSING
    span = document.span(("a",))
    assert span
    assert text[slice(*span)] == "1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "f()",
        "export default f()",
        "export default f({a: 1}, {a: 2})",
        "export default require('x')({a: 1})",
        "export default require('x')",
        "export default new Config({a: 1})",
        "export default f() ? {a: 1} : {a: 2}",
        "export default defineConfig({a: 1}).extend({a: 2})",
        "export { default } from './a'",
        "export * from './a'",
        "module.exports = {a: 1}; module.exports = {a: 2}",
        "if (f()) module.exports = {a: 1}",
        "if (f()) { module.exports = {a: 1} } else { module.exports = {a: 2} }",
        "f() && (module.exports = {a: 1})",
        "module.exports = {a: 1}; f(module.exports)",
        "module.exports = {a: 1}; module.exports.a = f()",
        "module.exports = {a: 1}; if (f()) module.exports.a = 2",
        "let config = {a: 1}; config = {a: 2}; module.exports = config",
        "let config = {a: 1}; if (f()) { config = g() }; module.exports = config",
        "const config = {a: 1}; config.a = 2; module.exports = config",
        "const config = {a: 1}; config['a'] = 2; module.exports = config",
        "const config = {a: 1}; delete config.a; module.exports = config",
        "const config = {a: 1}; f(config); module.exports = config",
        "const config = {a: 1}; Object.assign(config, f()); module.exports = config",
        "const config = {a: 1}; const other = config; other.a = 2; module.exports = config",
        "const config = {a: 1}; const other = {config}; f(other); module.exports = config",
        "const config = {a: 1}; const g = () => { config.a = 2 }; g(); module.exports = config",
        "const config = {a: 1}; for (const key in config) config[key] = 2; module.exports = config",
        "const base = {a: 1}; base.a++; const config = {...base}; module.exports = config",
        "let a = 1; a += 1; export default {a}",
        "let a = 1; [a] = [2]; export default {a}",
        "let a = 1; ({a} = {a: 2}); export default {a}",
        "var a = 1; { var a = 2 } export default {a}",
        "let a; a = 1; export default {a}",
        "const a, a",
        "export default a\nconst a",
        "const {a} = {a: 1}; export default {a}",
        "import a from 'a'; export default {a}",
        "const a = b, b = a; export default {a}",
        "const a = f(), b = 1; export default {a}",
        "module.exports = (a) => ({a})",
        "const a = 1; module.exports = function (a) { return {a} }",
        "module.exports = function (c) { if (c) { return {a: 1} } return {a: 2} }",
        "module.exports = function (c) { if (c) return {a: 1} }",
        "module.exports = function (c) { return\n{a: 1} }",
        "module.exports = function* () { return {a: 1} }",
        "module.exports = function (c) { switch (c) { case 1: { return {a: 1} } } }",
        "export default {...f(), ...{b: 1}}",
        "export default {a: 1, ...f()}",
        "export default {a: 1, [f()]: 1}",
        "const a = <A/>; export default {a: 1}",
        "export default {a: 1",
        "export default {a: 1]}",
        "export default {a: 'b}",
        "export default {a: `b}",
        "/* export default {a: 1}",
        "exports = module.exports = {a: 1}",
        "const f = () => { const a = 2; return a }\nconst a = 1\nexport default { a }",
        "const config = {a: 1}\nconsole.log(config)\nif (config.a) f(config.a)\nmodule.exports = config",
        "const config = {a: 1, b: 2}\nconfig.b = 3\nmodule.exports = config",
        "const config = {a: 1, b: [1]}\nconfig.b.push(2)\nmodule.exports = config",
        "module.exports = {a: 1}\nmodule.exports.b = 2",
        "export default {a: 1 \\ 2}",
    ],
)
def test_what_is_not_certain_is_unknown(text: str) -> None:
    assert read_javascript(text).get(("a",)) is UNKNOWN


def test_other_functions_may_add_keys() -> None:
    document = read_javascript("module.exports = withPlugin({a: 1, b: {}})")
    assert document.get(("a",)) == 1
    assert document.get(("c",)) is UNKNOWN
    assert document.get(("b", "c")) is MISSING
    nested = read_javascript("export default withPlugin(defineConfig({a: 1}))")
    assert (nested.get(("a",)), nested.get(("c",))) == (1, UNKNOWN)
    curried = read_javascript("module.exports = require('x')({extension: /x/})({a: 1})")
    assert (curried.get(("a",)), curried.get(("extension",))) == (UNKNOWN, UNKNOWN)


def test_objects_that_functions_may_change() -> None:
    text = "const nav = [{a: 1}]; const title = 'A'; f(nav, title); export default {nav, title, b: [title]}"
    assert read_javascript(text).data == {"nav": UNKNOWN, "title": "A", "b": ["A"]}
    text = "const nav = [1]; const lang = {nav}; f(lang.nav); export default {lang, nav, copy: [...nav]}"
    assert read_javascript(text).data == {"lang": UNKNOWN, "nav": UNKNOWN, "copy": [UNKNOWN]}
    text = "const nav = ['a']; export default {nav, text: nav.join(f), has: nav.includes('a'), n: nav.length}"
    assert read_javascript(text).get(("nav",)) == ["a"]


ELEVENTY = """
const markdown = require("markdown-it");
const formats = ["md", "njk"];

module.exports = function (eleventyConfig) {
  // eleventyConfig.addPassthroughCopy("comment");
  eleventyConfig.addPassthroughCopy("css").addPassthroughCopy({ "src/img": "img" });
  eleventyConfig.setTemplateFormats(formats);
  eleventyConfig.addFilter("date", (value) => value.replace(/[/}]/g, "{"));
  eleventyConfig.addPlugin(plugin, { "a": [1], ...options }, ...more);
  if (process.env.DRAFTS) eleventyConfig.addGlobalData("drafts", true);
  eleventyConfig.on("before", () => { eleventyConfig.ignores.add("x"); eleventyConfig.setUseGitIgnore(false) });
  other.addPassthroughCopy("other");
  return { dir: { input: "src" } };
};
"""


def test_calls_of_eleventy() -> None:
    module = read_javascript_module(ELEVENTY)
    assert [(call.method, call.arguments, call.is_conditional) for call in module.calls] == [
        ("addPassthroughCopy", ["css"], False),
        ("addPassthroughCopy", [{"src/img": "img"}], False),
        ("setTemplateFormats", [["md", "njk"]], False),
        ("addFilter", ["date", UNKNOWN], False),
        ("addPlugin", [UNKNOWN, UNKNOWN, UNKNOWN], False),
        ("addGlobalData", ["drafts", True], True),
        ("on", ["before", UNKNOWN], False),
        ("setUseGitIgnore", [False], True),
    ]
    assert module.configuration.data == {"dir": {"input": "src"}}
    call = module.calls[1]
    assert ELEVENTY[slice(*call.span)] == 'addPassthroughCopy({ "src/img": "img" })'
    assert [ELEVENTY[slice(*span)] for span in call.argument_spans] == ['{ "src/img": "img" }']


def test_function_that_returns_nothing_sets_nothing() -> None:
    module = read_javascript_module("export default function (c) { c.setInputDirectory('src') }")
    assert module.configuration.get(("dir",)) is MISSING
    assert [call.arguments for call in module.calls] == [["src"]]


def test_named_exports() -> None:
    text = "const a = 1; export const config = {dir: 'x'}; export default (c) => { c.f() }; export { a, a as b }"
    module = read_javascript_module(text)
    assert module.exports.data == {"config": {"dir": "x"}, "a": 1, "b": 1}
    assert module.exports.key_span(("config",)) == (26, 32)
    assert [call.method for call in module.calls] == ["f"]
    module = read_javascript_module("module.exports = (c) => { c.f() }; module.exports.config = {dir: 'x'}")
    assert module.exports.get(("config", "dir")) == "x"
    assert module.configuration.get(("config",)) is MISSING, "it belongs to the function, not to what it returns"


def test_offset_moves_spans_and_errors() -> None:
    module = read_javascript_module("module.exports = c => c.f('a')", 100)
    assert module.calls[0].span == (124, 130)
    assert module.calls[0].argument_spans == [(126, 129)]
    assert read_javascript("export default {a: 1}", 100).span(("a",)) == (119, 120)
    error = read_javascript("export default {a: 'b}", 100).error
    assert error
    assert error.span == (119, 119)
    assert error.message == "JavaScript that cannot be read: unclosed string or unexpected character"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.text().filter(lambda key: key != "__proto__"), JSON, max_size=5)


def has_prototype(data: Any) -> bool:
    return "__proto__" in json.dumps(data)


@given(OBJECTS, st.booleans(), st.sampled_from([None, 1]))
def test_printed_values_are_read_back(data: dict[str, Any], ascii_only: bool, indent: int | None) -> None:
    if has_prototype(data):
        return
    text = "module.exports = " + json.dumps(data, ensure_ascii=ascii_only, indent=indent) + ";\n"
    document = read_javascript(text)
    assert document.data == data
    assert document.complete
    for path, entry in document.spans.items():
        assert json.loads(text[slice(*entry.value)]) == document.get(path)
        if entry.key:
            assert json.loads(text[slice(*entry.key)]) == path[-1]


@given(OBJECTS)
def test_printed_values_in_other_notation_are_read_back(data: dict[str, Any]) -> None:
    if has_prototype(data):
        return

    def printed(value: Any) -> str:
        if isinstance(value, dict):
            return (
                "{"
                + "".join(f"// }}\n [{printed(key)}]: {printed(item)}, /* ' */" for key, item in value.items())
                + "}"
            )
        if isinstance(value, list):
            return "[" + "".join(f"({printed(item)} as A<B>),\n" for item in value) + "]"
        if isinstance(value, str):
            return "`" + value.replace("\\", "\\\\").replace("`", "\\`").replace("$", "\\$").replace("\r", "\\r") + "`"
        return json.dumps(value)

    assert read_javascript(f"const x: T = {printed(data)}\nexport default x").data == data


FRAGMENTS = [
    "module.exports = ", "export default ", "const a = ", "a", "b", "{", "}", "[", "]", "(", ")", "`", "${", "'", '"',
    "/", "//", "/*", "*/", "\\", "\n", ",", ":", ";", ".", "...", "=>", "=", "+", "?", "<", ">", "return ", "function ",
    "1", "a: 1", "if (a) ", "as ", "é", "\0", "async ", "exports.a = ", "export {", "define(",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_any_text_is_read_without_error(text: str) -> None:
    module = read_javascript_module(text)
    for document in (module.configuration, module.exports):
        assert document.readable or document.error
        for entry in document.spans.values():
            assert 0 <= entry.value.start <= entry.value.end <= len(text)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20).map("".join))
def test_unknown_code_does_not_hide_what_follows(middle: str) -> None:
    """Whatever is in a function, as long as its brackets match, the export after it is the same."""
    text = f"function f() {{ {middle}\n }}\nexport default {{ok: 1}}\n"
    document = read_javascript(text)
    known = document.get(("ok",))
    assert known is UNKNOWN or known == 1 or "export" in middle or "`" in middle or "{" in middle


HOSTILE = {
    "brackets": "export default " + "[" * 100_000,
    "closed brackets": "export default " + "[" * 20_000 + "]" * 20_000,
    "braces": "export default " + "{a:" * 20_000 + "}" * 20_000,
    "parentheses": "export default " + "(" * 20_000 + ")" * 20_000,
    "quotes": "'" * 200_000,
    "backslashes": "export default '" + "\\" * 200_000,
    "slashes": "/" * 200_000,
    "regular expressions": "a = /[" * 10_000,
    "comments": "/*" * 20_000,
    "templates": "`${" * 12_000 + "}`" * 12_000,
    "dollars": "`" + "$" * 200_000 + "`",
    "less than": "export default " + "a<" * 8_000,
    "sums": "export default {a: " + "'a' + " * 20_000 + "'a'}",
    "constants": "".join(f"const a{n} = {{b: a{n + 1}}};" for n in range(4_000)) + "export default a0",
    "sharing": "const a0 = [];"
    + "".join(f"const a{n + 1} = [a{n}, a{n}];" for n in range(500))
    + "export default {a: a500}",
    "uses": "const a = {};" + "f(a);" * 10_000 + "export default a",
    "returns": "export default function (c) {" + "if (c) { return {} }" * 8_000 + "}",
    "calls": "export default function (c) {" + "c.f({a: 1});" * 3_000 + "}",
    "chained calls": "export default function (c) { c" + ".f(c)" * 5_000 + "}",
    "wrappers": "export default " + "f(" * 10_000 + ")" * 10_000,
    "curried": "export default f" + "()" * 10_000,
    "spreads": "const a = {"
    + "".join(f"a{n}: 1," for n in range(4_000))
    + "};"
    + "export default {b: ["
    + "{...a}," * 5_000
    + "]}",
    "unknown spreads": "export default {" + "".join(f"a{n}: 1, ...f()," for n in range(4_000)) + "}",
    "exports": "module.exports = {};" * 8_000,
    "arrows": "export default " + "a => " * 10_000 + "1",
    "types": "const a: " + "A<" * 10_000 + ">" * 10_000 + " = 1",
    "members": "const a = {};" + "a" + ".b" * 20_000 + ";export default a",
    "too large": " " * (SIZE_LIMIT + 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_modules_are_read_in_linear_time(name: str) -> None:
    read_javascript_module(HOSTILE[name])


def test_slashes() -> None:
    text = "a = b / c / d; if (x) /'/.test(y); z = [/}/, 1 / 2]; f(/`/); return /\"/"
    kinds = [token.text for token in tokenize(text).tokens if token.kind == "regex"]
    assert kinds == ["/'/", "/}/", "/`/", '/"/']
