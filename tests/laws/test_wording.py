"""User-visible text is plain English: words that only this project used, or British spelling, do not come back.

Run `python tests/laws/test_wording.py` to list all places.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "postlint"

# Each regular expression with what to write instead. It is searched in lower case.
BANNED = {
    r"\bmend(s|ed|ing|able)?\b": "fix",
    r"\bcure[sd]?\b": "fix",
    r"\b(put|puts|set|sets) (it |them |this |that )?right\b": "fix",
    r"\bslips?\b": "typo",
    r"\bspe?[ao]ke?n?s? of\b": "mention, name",
    r"\bcomplain(s|ed|ts?)?\b": "report",
    r"\bsilenc(e|es|ed|ing)\b": "suppress",
    r"(?<!ip )(?<!mail )(?<!memory )\baddress(es|ed)?\b": "URL, path",
    r"\bwhite space\b": "whitespace",
    r"\bvoid\b(?! elements?\b)": "whitespace, empty",
    r"\bmarks of\b": "markers of, delimiters of",
    r"(?<!there )\b(is|are) no (?!longer\b)": "is not, has no",
    r"(?<!there )\b(is|are) none\b": "is not one of",
    r"\bstands\b(?! for\b)": "is, appears",
    r"\bsays? so\b": "state what, or leave it out",
    r"\bthat there (is|are)\b": "existing, known",
    r"\b(is|are) not there\b|\bis there already\b": "does not exist, already exists",
    r"\bas (it|they) comes?\b": "by default",
    r"\bin vain\b": "without effect",
    r"\b(mis)?spelt\b": "misspelled, spelled",
    r"\b(honour|colour|behaviour|favourite|licence)": "American spelling",
    r"\bwhole numbers?\b": "integer",
    r"\btables? of keys\b": "mapping",
    r"\bfront doors?\b": "entry point",
    r"\bslip of the pen\b": "typo",
    r"\bweigh(s|ed|ing)?\b": "assign a severity",
    r"\bround in a circle\b": "circular",
}

DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "benchmarks/README.md",
    "action.yml",
    ".pre-commit-hooks.yaml",
    "pyproject.toml",
)
SCHEMA_TEXTS = ("title", "description", "$comment")
_EXAMPLE = re.compile(r"^(?P<fence>~{3,}|`{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_CODE_SPAN = re.compile(r"(`+)[^`].*?\1", re.DOTALL)


class Text(NamedTuple):
    """A user-visible string."""

    path: str
    line: int
    text: str


def _without_code(text: str) -> str:
    """A docstring without its examples and code spans; lines keep their numbers."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    return _CODE_SPAN.sub(blank, _EXAMPLE.sub(blank, text))


def documents() -> Iterator[Text]:
    """The lines of the documents, code included: comments in it are prose, too."""
    for name in DOCUMENTS:
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").split("\n"), 1):
            yield Text(name, number, line)


def schemas() -> Iterator[Text]:
    """The descriptions in the schemas, which editors show. Those of `postlint.json` are generated from docstrings."""
    for path in sorted({*(ROOT / "schemas").glob("*.json")} - {ROOT / "schemas" / "postlint.json"}):
        raw = path.read_text(encoding="utf-8")
        for text in _schema_texts(json.loads(raw)):
            at = raw.find(json.dumps(text, ensure_ascii=False))
            yield Text(str(path.relative_to(ROOT)), raw.count("\n", 0, max(at, 0)) + 1, _CODE_SPAN.sub("", text))


def _schema_texts(node: Any) -> Iterator[str]:
    for key, child in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if key in SCHEMA_TEXTS and isinstance(child, str):
            yield child
        yield from _schema_texts(child)


def module(path: Path) -> Iterator[Text]:
    """The user-visible strings of a module: prose in expressions, manuals of rules, descriptions of options."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = str(path.relative_to(ROOT))
    hidden = set(_hidden(tree))
    if path.is_relative_to(PACKAGE / "rules") and (docstring := ast.get_docstring(tree, clean=False)):
        hidden.add(id(tree.body[0]))
        for number, line in enumerate(_without_code(docstring).split("\n"), 1):
            yield Text(name, number, line)
    yield from _prose(tree, name, hidden)


def _prose(node: ast.AST, name: str, hidden: set[int]) -> Iterator[Text]:
    if id(node) in hidden:
        return
    text = _string(node)
    if text is None:
        for child in ast.iter_child_nodes(node):
            yield from _prose(child, name, hidden)
        return
    if " " in text.strip():  # a single word is a key, a name or data
        yield Text(name, node.lineno, _CODE_SPAN.sub("", text))  # type: ignore[attr-defined]
    for child in ast.iter_child_nodes(node):  # strings in the expressions of an f-string
        if isinstance(child, ast.FormattedValue):
            yield from _prose(child.value, name, hidden)


def _string(node: ast.AST) -> str | None:
    """The text of a string or f-string, with `{}` for each expression."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(_string(part) or "{}" for part in node.values)
    return None


def _hidden(tree: ast.AST) -> Iterator[int]:
    """The ids of nodes whose strings nobody sees: docstrings, regular expressions, lists of words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id in ("re", "regex"):
                yield from map(id, node.args[:1])
            if node.func.attr == "split" and isinstance(owner, ast.Constant):
                yield id(owner)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            is_table = isinstance(node, ast.ClassDef) and _is_table(node)
            for statement in node.body:
                if isinstance(statement, ast.Expr) and _string(statement.value) is not None and not is_table:
                    yield id(statement)


def _is_table(node: ast.ClassDef) -> bool:
    """Whether the docstrings in a class describe options: in the manual, in the schema and in editors."""
    return node.name in ("Options", "Pattern") or node.name.endswith("Table")


@cache
def texts() -> tuple[Text, ...]:
    """Every user-visible string of the project."""
    modules = sorted(PACKAGE.rglob("*.py"))
    return (*documents(), *schemas(), *(text for path in modules for text in module(path)))


def faults(text: Text) -> Iterator[str]:
    """What is wrong with a string, one line for each banned word in it."""
    for pattern, better in BANNED.items():
        if match := re.search(pattern, text.text.lower()):
            yield f"{text.path}:{text.line}: {match[0]!r} (write: {better}) in {text.text.strip()!r}"


def test_user_visible_text_is_plain_english() -> None:
    wrong = [fault for text in texts() for fault in faults(text)]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "mend what is safe",
        "the cure",
        "to put it right",
        "a slip of the pen",
        "a comment speaks of a rule",
        "Pygments complains",
        "silence the finding",
        "the address of the link",
        "trailing white space",
        "a void before it",
        "the marks of a list",
        "this is no heading",
        "'xml' is none of rich, text",
        "HTML stands in the text",
        "an empty folder says so",
        "a rule that there is",
        "it is not there",
        "each tool as it comes",
        "a setting in vain",
        "a misspelt key",
        "as it is spelt",
        "NO_COLOR is honoured",
        "expected a whole number",
        "expected a table of keys and values",
        "the front door",
    ],
)
def test_banned_word_is_reported(text: str) -> None:
    assert list(faults(Text("a.py", 1, text)))


@pytest.mark.parametrize(
    "text",
    [
        "an IP address",
        "the mail address",
        "`$1` stands for the group",
        "there is no front matter",
        "it is no longer used",
        "a void element such as `br`",
        "the byte order mark",
        "fix and suppress",
    ],
)
def test_plain_words_are_accepted(text: str) -> None:
    assert not list(faults(Text("a.py", 1, text)))


def test_all_kinds_of_text_are_checked() -> None:
    kinds = {
        "apply safe fixes and report the remaining findings": "postlint/cli/check_options.py",
        "--unsafe-fixes requires --fix or --diff": "postlint/cli/check.py",
        "more finding": "postlint/report/formats/github.py",
        "The rules to start": "postlint/workspace/settings_tables.py",
        "List all rules:": "postlint/cli/rules.py",
        "A linter for blog posts": "README.md",
        "Files and directories to check, one per line": "action.yml",
    }
    for part, path in kinds.items():
        assert any(part in text.text for text in texts() if text.path == path), part
    paths = {text.path for text in texts()}
    assert "schemas/jekyll.json" in paths
    for rule in PACKAGE.glob("rules/*/[a-z]*.py"):
        assert str(rule.relative_to(ROOT)) in paths


if __name__ == "__main__":
    sys.exit("\n".join(fault for text in texts() for fault in faults(text)))
