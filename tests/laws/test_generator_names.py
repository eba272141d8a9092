"""What a generator does is known to its own package: no other module compares or lists names of generators."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from postlint.generators import GENERATORS, PLAIN_MARKDOWN
from tests.support.modules import MODULES as MODULES_OF_POSTLINT
from tests.support.modules import PACKAGE, tree_of

EXEMPT = ("generators/", "manual/", "code/languages.py")
"""The generators with their registry; documentation tooling; the languages of code blocks, which share some names."""
MODULES = [path for path in MODULES_OF_POSTLINT if not path.relative_to(PACKAGE).as_posix().startswith(EXEMPT)]

SYNTAXES = {"liquid", "nunjucks", "shortcodes", "jinja", "jinja2"}
NAMES = (set(GENERATORS) - {PLAIN_MARKDOWN}) | SYNTAXES
Place = tuple[int, str]


def violations(tree: ast.Module) -> list[Place]:
    """Line and name of each generator or template language that a module compares, lists or passes."""
    nodes = list(ast.walk(tree))
    return sorted({*_names(nodes), *_plain_markdown(nodes)})


def _names(nodes: Sequence[ast.AST]) -> Iterator[Place]:
    """Any string that is such a name, whatever is done with it, except a docstring."""
    docstrings = {node.value for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and node not in docstrings and node.value in NAMES:
            yield node.lineno, node.value


def _plain_markdown(nodes: Sequence[ast.AST]) -> Iterator[Place]:
    """`none`, which is the name of other things too, where it is compared with, or passed as, a generator."""
    if not any(isinstance(node, ast.Constant) and node.value == PLAIN_MARKDOWN for node in nodes):
        return
    for node in nodes:
        strings: list[ast.expr] = []
        if isinstance(node, ast.Compare) and "generator" in ast.unparse(node).lower():
            strings = [node.left, *node.comparators]
        elif isinstance(node, ast.Call):
            strings = [keyword.value for keyword in node.keywords if keyword.arg == "generator"]
            if "generator" in ast.unparse(node.func).lower():
                strings += node.args
        elif isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            strings = [node.value] if any("generator" in ast.unparse(target).lower() for target in targets) else []
        for string in strings:
            for part in ast.walk(string):
                if isinstance(part, ast.Constant) and part.value == PLAIN_MARKDOWN:
                    yield part.lineno, PLAIN_MARKDOWN


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_module_names_no_generator(path: Path) -> None:
    assert violations(tree_of(path)) == []


@pytest.mark.parametrize(
    "code",
    [
        'if post.generator.name == "jekyll": pass',
        'if generator in ("hugo", "zola"): pass',
        'FOLDERS = {"hexo": "source"}',
        'alike = name.startswith("mkdocs")',
        'match name:\n    case "quarto":\n        pass',
        'if post.generator.name == "none": pass',
        'site._replace(generator="none")',
        'get_generator("none")',
        'class Facts:\n    generator: str = "none"',
        'if syntax == "liquid": pass',
    ],
)
def test_names_are_recognized(code: str) -> None:
    assert violations(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        'preset = "none"',
        'if options.report == "none": pass',
        '"""jekyll"""\ntitle = "Hugo and Zola cannot build the site"',
        'text = "generator = none"',
    ],
)
def test_other_strings_are_allowed(code: str) -> None:
    assert violations(ast.parse(code)) == []
