"""The JSON Schema of the configuration agrees with the reader of configurations."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from postlint.core.options import json_schema
from postlint.core.rule import Rule
from postlint.core.settings import ConfigurationError
from postlint.engine.plan import PRESETS, Plan
from postlint.engine.registry import load
from postlint.generators import GENERATORS
from postlint.manual.configuration_schema import configuration_schema
from postlint.manual.examples import FENCE, split_info
from postlint.manual.rule_manual import docstring
from postlint.workspace.globs import globs
from postlint.workspace.settings_loader import read_settings

ROOT = Path(__file__).parents[2]
RULES = load().rules
CASES = ROOT / "tests" / "cases"
OWN_RULES = """\
[[rules."text/forbidden".patterns]]
name = "no-utilise"
pattern = "utilise"
"""


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = configuration_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def errors(validator: Draft202012Validator, data: Any) -> list[str]:
    return [error.message for error in validator.iter_errors(data)]


ACCEPTED = [
    "",
    'extends = "strict"\nextend-select = ["MD001", "heading", "all"]\nfail-on = "info"\ngenerator = "hugo"',
    '[rules."heading/skipped-level"]\nseverity = "off"\nfront-matter-title = true',
    '[rules.heading]\nseverity = "info"\n[rules.MD001]\nfront-matter-title = false',
    '[[overrides]]\nfiles = "x/"\nwhen = {draft = true}\nignore = ["code"]\nschema = "./post.json"',
    '[[overrides]]\nfiles = ["x/"]\n[overrides.rules.MD001]\nseverity = "error"',
    'extend_select = ["MD001"]\nfail_on = "warning"\n[rules.MD001]\nfront_matter_title = true',
    '[[overrides]]\nextend_select = ["heading"]',
    'select = ["md001", "Heading", "ALL", " heading/Skipped-Level "]\n[rules.md001]\nfront-matter-title = true',
    '[rules."HEADING/skipped-level"]\nseverity = "info"\n[rules.Heading]\nseverity = "info"',
    f'ignore = ["no-utilise", "forbidden/no-utilise"]\n{OWN_RULES}[rules.no-utilise]\nseverity = "info"',
    f'[[overrides]]\nignore = ["no-utilise"]\n{OWN_RULES}',
    f'{OWN_RULES}[[overrides]]\n[overrides.rules."forbidden/no-utilise"]\nseverity = "off"',
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_schema_accepts_what_postlint_accepts(validator: Any, text: str, tmp_path: Path) -> None:
    (tmp_path / "post.json").write_text("{}")
    assert accepts(tmp_path, text)
    assert errors(validator, tomllib.loads(text)) == []


def test_schema_accepts_names_of_rules_that_an_extended_file_makes(validator: Any, tmp_path: Path) -> None:
    (tmp_path / "shared.toml").write_text(OWN_RULES)
    text = 'extends = "shared.toml"\nignore = ["no-utilise"]'
    assert accepts(tmp_path, text)
    assert errors(validator, tomllib.loads(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        'presett = "strict"',
        'preset = "best"',
        'generator = "word"',
        'ignore = ["hedding"]',
        "[rules.hedding]",
        "[rules.heading]\nfront-matter-title = true",
        '[rules.MD001]\nfront-matter-titel = "x"',
        '[rules.md001]\nfront_matter_titel = "x"',
        '[rules."internal/unreadable"]\nseverity = "off"',
        "[[overrides]]\nfile = 1",
        '[[overrides]]\nignore = ["hedding"]',
        "[[overrides]]\n[overrides.rules.hedding]",
        'extends = "strict"\nextend_select = ["hedding"]',
    ],
)
def test_schema_rejects_what_postlint_rejects(validator: Any, text: str, tmp_path: Path) -> None:
    assert not accepts(tmp_path, text)
    assert errors(validator, tomllib.loads(text))


def test_schema_has_an_id(validator: Any) -> None:
    assert validator.schema["$id"].endswith("/schemas/postlint.json")


def accepts(folder: Path, text: str) -> bool:
    """Whether postlint accepts a configuration."""
    path = folder / "postlint.toml"
    path.write_text(text, encoding="utf-8")
    try:
        Plan(read_settings(str(path)), load(), globs)
    except ConfigurationError:
        return False
    return True


def documented() -> Iterator[Any]:
    """Every configuration in README, docs and rule docstrings."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    texts = [(page.name, page.read_text(encoding="utf-8")) for page in pages if page.exists()]
    texts += [(rule.name, FENCE.sub("", docstring(rule.module))) for rule in RULES]
    for name, text in texts:
        for number, match in enumerate(re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL), 1):
            yield pytest.param(match, id=f"{name}-{number}")


@pytest.mark.parametrize("text", list(documented()))
def test_schema_accepts_documented_configurations(validator: Any, text: str) -> None:
    assert errors(validator, tomllib.loads(text)) == []


def option_examples(rule: Rule) -> Iterator[dict[str, Any]]:
    case = CASES / f"{rule.name}.md"
    for text in (docstring(rule.module), case.read_text(encoding="utf-8") if case.exists() else ""):
        for match in FENCE.finditer(text):
            if split_info(match["info"]) == ("toml", ["options"]):
                yield tomllib.loads(match["text"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_schema_accepts_options_in_examples_of_rules(validator: Any, rule: Rule) -> None:
    for options in option_examples(rule):
        assert errors(validator, {"rules": {rule.name: options}}) == []


def respelled(key: str) -> st.SearchStrategy[str]:
    return st.sampled_from([key, key.replace("-", "_")])


def any_case(word: str) -> st.SearchStrategy[str]:
    return st.sampled_from([word, word.upper(), word.title(), f" {word}\t"])


def values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of an option: its default, or some that have its type."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return st.one_of([values(part) for part in schema["anyOf"]])
    match schema.get("type"):
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(0, 200)
        case "number":
            return st.integers(0, 200) | st.floats(0, 200)
        case "array":
            return st.lists(values(schema["items"]), max_size=2)
        case "string":
            return st.sampled_from([schema.get("default", "x"), "x", "h1", "asterisk"])
        case "object" if "properties" in schema:
            return tables(schema["properties"], schema.get("required", []))
    return st.just({})


def tables(properties: dict[str, Any], required: list[str] | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Tables with some of the properties, each in one of its spellings."""

    def table(keys: list[str]) -> st.SearchStrategy[dict[str, Any]]:
        pairs = [st.tuples(respelled(key), values(properties[key])) for key in {*keys, *(required or ())}]
        return st.tuples(*pairs).map(dict)

    return (
        st.lists(st.sampled_from(sorted(properties)), unique=True, max_size=3).flatmap(table)
        if properties
        else st.just({})
    )


SEVERITIES = st.sampled_from(["error", "warning", "info", "off"])
WORDS = sorted({word for rule in RULES for word in (rule.name, rule.family, *rule.aliases)} | {"all"})
NAMES = st.lists(st.sampled_from(WORDS).flatmap(any_case), max_size=3)


def rule_tables() -> st.SearchStrategy[dict[str, Any]]:
    def table(rule: Rule) -> st.SearchStrategy[dict[str, Any]]:
        options = tables(json_schema(rule.options)["properties"])
        key = st.sampled_from([rule.name, *rule.aliases]).flatmap(any_case)
        own = st.tuples(key, st.tuples(options, st.just({}) | st.fixed_dictionaries({"severity": SEVERITIES})))
        family = st.tuples(any_case(rule.family), st.fixed_dictionaries({"severity": SEVERITIES}))
        return own.map(lambda pair: {pair[0]: {**pair[1][0], **pair[1][1]}}) | family.map(lambda pair: dict([pair]))

    return st.sampled_from(RULES).flatmap(table)


def configurations() -> st.SearchStrategy[dict[str, Any]]:
    common = {
        "select": NAMES,
        "extend-select": NAMES,
        "ignore": NAMES,
        "rules": rule_tables(),
        "generator": st.sampled_from(GENERATORS),
    }
    override = {
        **common,
        "files": st.sampled_from(["a/", ["a/", "*.md"]]),
        "when": st.sampled_from([{}, {"draft": True}, {"tags": ["a", 1]}]),
        "schema": st.just("jekyll"),
    }
    top = {
        **common,
        "extends": st.sampled_from(PRESETS),
        "preset": st.sampled_from(PRESETS),
        "include": st.just(["a/"]),
        "exclude": st.just(["a/"]),
        "fail-on": st.sampled_from(["error", "warning", "info"]),
        "overrides": st.lists(some_of(override), max_size=2),
    }
    return some_of(top)


def some_of(strategies: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    def table(keys: list[str]) -> st.SearchStrategy[dict[str, Any]]:
        return st.tuples(*[st.tuples(respelled(key), strategies[key]) for key in keys]).map(dict)

    return st.lists(st.sampled_from(sorted(strategies)), unique=True, max_size=4).flatmap(table)


@given(data=configurations())
@settings(max_examples=80, suppress_health_check=list(HealthCheck))
def test_schema_accepts_any_configuration_that_postlint_accepts(
    validator: Any, tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    text = "".join(f"{key} = {as_toml(value)}\n" for key, value in data.items())
    assert tomllib.loads(text) == data
    if accepts(tmp_path_factory.mktemp("configuration"), text):
        assert errors(validator, data) == []


def as_toml(value: Any) -> str:
    """A value on one line, with quoted keys."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)} = {as_toml(item)}' for key, item in value.items())}}}"
    return f"[{', '.join(map(as_toml, value))}]" if isinstance(value, list) else json.dumps(value)
